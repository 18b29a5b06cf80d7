import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import {
  type Invitation,
  type Quote,
  ownInvitationsQuery,
  quotesQuery,
  useAcceptInvitation,
  useDeclineInvitation,
} from './consulting-way.js';
import { QuoteForm } from './quote-form.js';
import type { ConsultingRequest } from './requests.js';

const REASONS = ['no-time', 'conflict', 'not-my-area', 'budget', 'language', 'other'] as const;

/** For an expert who was asked: the answer, and then the quote. */
export function ExpertPart({ request }: { request: ConsultingRequest }) {
  const text = useText();
  const organization = useActingOrganization();
  const { data } = useQuery(ownInvitationsQuery(organization.id));
  const own = data?.items.find((item) => item.request.id === request.id)?.invitation;
  if (!own) return null;
  // Once the quotes are open nobody comes to them with another.
  const isLate = request.state === 'quoting' && request.quotesOpenedAt !== null;
  return (
    <>
      {own.state === 'invited' && !isLate && <AnswerForm key={own.version} invitation={own} />}
      {isLate && <Callout tone="info">{text('way.quotes.late')}</Callout>}
      {own.state !== 'invited' && <OwnQuote request={request} invitation={own} />}
    </>
  );
}

function AnswerForm({ invitation }: { invitation: Invitation }) {
  const text = useText();
  const [noConflict, setNoConflict] = useState(false);
  const [confidentiality, setConfidentiality] = useState(false);
  const accept = useAcceptInvitation(invitation.id);
  return (
    <Panel title={text('way.asked')}>
      <div className={forms.form}>
        <p>
          {text('way.until')} <LocalTime at={invitation.dueAt} as="deadline" />
        </p>
        <Checkbox
          label={text('way.no-conflict')}
          checked={noConflict}
          onChange={(event) => setNoConflict(event.currentTarget.checked)}
        />
        <Checkbox
          label={text('way.keep-confidential')}
          checked={confidentiality}
          onChange={(event) => setConfidentiality(event.currentTarget.checked)}
        />
        <div>
          <Button
            disabled={!noConflict || !confidentiality}
            loading={accept.isPending}
            onClick={() => accept.mutate({ noConflict, confidentiality })}
          >
            {text('way.accept')}
          </Button>
        </div>
        {accept.error && <ProblemNotice error={accept.error} />}
        <Decline invitation={invitation} />
      </div>
    </Panel>
  );
}

function Decline({ invitation }: { invitation: Invitation }) {
  const text = useText();
  const [reason, setReason] = useState<(typeof REASONS)[number]>('no-time');
  const decline = useDeclineInvitation(invitation.id);
  return (
    <div className={record.side}>
      <NativeSelect
        aria-label={text('way.decline-reason')}
        value={reason}
        onChange={(event) => setReason(REASONS.find((one) => one === event.currentTarget.value) ?? 'other')}
        data={REASONS.map((one) => ({ value: one, label: text(`way.decline.${one}`) }))}
      />
      <Button variant="default" loading={decline.isPending} onClick={() => decline.mutate({ reason })}>
        {text('way.decline')}
      </Button>
      {decline.error && <ProblemNotice error={decline.error} />}
    </div>
  );
}

function OwnQuote({ request, invitation }: { request: ConsultingRequest; invitation: Invitation }) {
  const organization = useActingOrganization();
  const { data } = useQuery(quotesQuery(organization.id, request.id, ''));
  if (!data) return null;
  const quote = data.items.at(-1);
  // One that was withdrawn, or ran out, makes room for another while they are sealed.
  const live = quote?.state === 'submitted' ? quote : undefined;
  const mayWrite = request.state === 'quoting' && invitation.state === 'accepted' && data.isSealed;
  return (
    <>
      {quote && <QuoteState quote={quote} isSealed={data.isSealed} />}
      {mayWrite && <QuoteForm request={request} quote={live} />}
      {mayWrite && !live && <Decline invitation={invitation} />}
    </>
  );
}

function QuoteState({ quote, isSealed }: { quote: Quote; isSealed: boolean }) {
  const text = useText();
  return (
    <Callout tone={quote.state === 'selected' ? 'success' : 'info'} title={text(`way.quote.${quote.state}`)}>
      {quote.reason && <p>{text(`way.passed-over.${quote.reason}`)}</p>}
      {quote.words && (
        <LangText as="p" language={quote.wordsLanguage ?? 'en'}>
          {quote.words}
        </LangText>
      )}
      {quote.state === 'submitted' && isSealed && <p>{text('way.sealed.own')}</p>}
    </Callout>
  );
}
