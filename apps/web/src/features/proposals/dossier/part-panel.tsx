import { Button } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '../../../components/callout.js';
import { TextAreaField } from '../../../components/field.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import record from '../../../components/record.module.css';
import { useText } from '../../../i18n/use-text.js';
import { api, read } from '../../../lib/api.js';
import { type Dossier, useAct } from './dossiers.js';

/** What the reader is asked for: to take part, to sign, to write along, to support. */
export function PartPanel({ dossier }: { dossier: Dossier }) {
  const { abilities } = dossier;
  return (
    <>
      {abilities.writeAlong !== null && <WriteAlong dossier={dossier} coauthorId={abilities.writeAlong} />}
      {abilities.answer && <Invitation dossier={dossier} />}
      {abilities.signOff && <SignOff dossier={dossier} />}
      {/* The words of the letter are no reason to take it back: once it is given, the field is another. */}
      {(abilities.support || abilities.revoke) && (
        <Letter key={abilities.support ? 'asked' : 'given'} dossier={dossier} />
      )}
    </>
  );
}

function Invitation({ dossier }: { dossier: Dossier }) {
  const text = useText();
  const { proposalId: id, organizationName: lead } = dossier;
  const path = { params: { path: { id } } };
  const accept = useAct(id, () => read(api.POST('/api/v1/proposals/{id}/accept-partnership', path)));
  const decline = useAct(id, () => read(api.POST('/api/v1/proposals/{id}/decline-partnership', path)));
  return (
    <Callout
      tone="info"
      title={text('dossier.invited', { lead })}
      action={
        <div className={record.side}>
          <Button loading={accept.isPending} onClick={() => accept.mutate()}>
            {text('dossier.accept')}
          </Button>
          <Button variant="default" loading={decline.isPending} onClick={() => decline.mutate()}>
            {text('dossier.decline')}
          </Button>
        </div>
      }
    >
      <p>{text('dossier.invited.text')}</p>
      {(accept.error ?? decline.error) && <ProblemNotice error={accept.error ?? decline.error} />}
    </Callout>
  );
}

function SignOff({ dossier }: { dossier: Dossier }) {
  const text = useText();
  const { proposalId: id, sha256 } = dossier;
  const sign = useAct(id, () =>
    read(api.POST('/api/v1/proposals/{id}/sign-off', { params: { path: { id } }, body: { sha256 } })),
  );
  return (
    <Callout
      tone="info"
      title={text('dossier.sign')}
      action={
        <Button loading={sign.isPending} onClick={() => sign.mutate()}>
          {text('dossier.sign.do')}
        </Button>
      }
    >
      <p>{text('dossier.sign.text')}</p>
      <p className={record.sub}>SHA-256 {sha256.slice(0, 16)}…</p>
      {sign.error && <ProblemNotice error={sign.error} />}
    </Callout>
  );
}

function WriteAlong({ dossier, coauthorId }: { dossier: Dossier; coauthorId: string }) {
  const text = useText();
  const { proposalId: id } = dossier;
  const path = { params: { path: { id, coauthorId } } };
  const accept = useAct(id, () =>
    read(api.POST('/api/v1/proposals/{id}/coauthors/{coauthorId}/accept', path)),
  );
  const decline = useAct(id, () =>
    read(api.POST('/api/v1/proposals/{id}/coauthors/{coauthorId}/decline', path)),
  );
  return (
    <Callout
      tone="info"
      title={text('dossier.write-along')}
      action={
        <div className={record.side}>
          <Button loading={accept.isPending} onClick={() => accept.mutate()}>
            {text('dossier.accept')}
          </Button>
          <Button variant="default" loading={decline.isPending} onClick={() => decline.mutate()}>
            {text('dossier.decline')}
          </Button>
        </div>
      }
    >
      {(accept.error ?? decline.error) && <ProblemNotice error={accept.error ?? decline.error} />}
    </Callout>
  );
}

/** A signatory of the city gives the letter, or says why not; one that was given can be taken back. */
function Letter({ dossier }: { dossier: Dossier }) {
  const text = useText();
  const { locale } = useIntl();
  const { proposalId: id, abilities, organizationName: lead } = dossier;
  const [words, setWords] = useState('');
  const path = { params: { path: { id } } };
  const body = words.trim();
  const give = useAct(id, () =>
    read(api.POST('/api/v1/proposals/{id}/letter/give', { ...path, body: { body, language: locale } })),
  );
  const refuse = useAct(id, () =>
    abilities.revoke
      ? read(api.POST('/api/v1/proposals/{id}/letter/revoke', { ...path, body: { reason: body } }))
      : read(api.POST('/api/v1/proposals/{id}/letter/decline', { ...path, body: { reason: body } })),
  );
  const error = give.error ?? refuse.error;
  return (
    <Callout
      tone="info"
      title={text(abilities.support ? 'dossier.letter.asks' : 'dossier.letter.stands', { lead })}
      action={
        <div className={record.side}>
          {abilities.support && (
            <Button disabled={body === ''} loading={give.isPending} onClick={() => give.mutate()}>
              {text('dossier.letter.give')}
            </Button>
          )}
          <Button
            variant="default"
            disabled={body === ''}
            loading={refuse.isPending}
            onClick={() => refuse.mutate()}
          >
            {text(abilities.revoke ? 'dossier.letter.revoke' : 'dossier.letter.decline')}
          </Button>
        </div>
      }
    >
      <TextAreaField
        name="letter"
        label={text(abilities.support ? 'dossier.letter.words' : 'dossier.letter.reason')}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {error && <ProblemNotice error={error} />}
    </Callout>
  );
}
