import { Button } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { LocalTime } from '../../../components/local-time.js';
import { Panel } from '../../../components/panel.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import record from '../../../components/record.module.css';
import { Tag } from '../../../components/tag.js';
import { TextAreaField, TextField } from '../../../components/field.js';
import { useText } from '../../../i18n/use-text.js';
import { useActingOrganization } from '../../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../../lib/api.js';
import { formatMoney, parseAmount, writeAmount } from '../../../lib/money.js';
import { currentVersion, type Dossier, useAct } from './dossiers.js';
import { OrganizationSearch } from './organization-search.js';

type Partner = Dossier['partners'][number];

/** Who takes part, with what task and share, and who has still to sign. */
export function PartnersPanel({ dossier, currency }: { dossier: Dossier; currency: string }) {
  const text = useText();
  const { proposalId: id, partners, abilities } = dossier;
  const invite = useAct(id, (organizationId: string) =>
    read(
      api.POST('/api/v1/proposals/{id}/partners', {
        params: { path: { id } },
        body: { organizationId, task: null, shareMinor: null },
      }),
    ),
  );
  const current = partners.filter(({ state }) => state === 'invited' || state === 'accepted');
  const gone = partners.filter((partner) => !current.includes(partner));
  return (
    <Panel
      title={text('dossier.partners')}
      rows={
        <>
          {[...current, ...gone].map((partner) => (
            <PartnerRow
              key={partner.organizationId}
              dossier={dossier}
              partner={partner}
              currency={currency}
            />
          ))}
        </>
      }
    >
      {abilities.edit && <p className={record.sub}>{text('dossier.partners.note')}</p>}
      {abilities.edit && (
        <OrganizationSearch
          name="invite-partner"
          label={text('dossier.partners.search')}
          action={text('dossier.partners.invite')}
          without={[dossier.organizationId, ...current.map(({ organizationId }) => organizationId)]}
          onChoose={invite.mutate}
        />
      )}
      {invite.error && <ProblemNotice error={invite.error} />}
    </Panel>
  );
}

const TONES = {
  invited: 'warning',
  accepted: 'success',
  declined: 'neutral',
  left: 'neutral',
  removed: 'neutral',
} as const;

function PartnerRow(props: { dossier: Dossier; partner: Partner; currency: string }) {
  const { dossier, partner, currency } = props;
  const text = useText();
  const { locale } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const { state, task, shareMinor } = partner;
  const isCurrent = state === 'invited' || state === 'accepted';
  return (
    <li className={record.entry}>
      <PartnerHead partner={partner} />
      {task && <p className={record.prose}>{task}</p>}
      {shareMinor !== null && <p>{formatMoney({ amountMinor: shareMinor, currency }, locale)}</p>}
      {dossier.abilities.edit && isCurrent && !isOpen && (
        <div>
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {text('dossier.partner.describe')}
          </Button>
        </div>
      )}
      {isOpen && <PartnerForm {...props} onDone={() => setOpen(false)} />}
    </li>
  );
}

function PartnerHead({ partner }: { partner: Partner }) {
  const text = useText();
  const { name, nameLocal, country, state, isSigned, signedAt } = partner;
  return (
    <div className={record.line}>
      <strong>{name}</strong>
      {nameLocal && <span className={record.sub}>{nameLocal}</span>}
      <Tag>{country}</Tag>
      <Tag tone={TONES[state]}>{text(`dossier.partner.${state}`)}</Tag>
      {state === 'accepted' && (
        <Tag tone={isSigned ? 'success' : 'warning'}>
          {text(isSigned ? 'dossier.signed' : 'dossier.unsigned')}
        </Tag>
      )}
      {isSigned && signedAt && <LocalTime at={signedAt} as="stamp" />}
    </div>
  );
}

function PartnerForm(props: { dossier: Dossier; partner: Partner; currency: string; onDone: () => void }) {
  const { partner, currency, onDone } = props;
  const { proposalId: id } = props.dossier;
  const text = useText();
  const acting = useActingOrganization();
  const { organizationId } = partner;
  const path = { id, organizationId };
  const [task, setTask] = useState(partner.task ?? '');
  const [share, setShare] = useState(
    partner.shareMinor === null ? '' : writeAmount({ amountMinor: partner.shareMinor, currency }),
  );
  const shareMinor = share.trim() === '' ? null : parseAmount(share, currency);
  const isWrong = share.trim() !== '' && shareMinor === null;
  const save = useAct(id, async () => {
    const version = await currentVersion(acting.id, id);
    await read(
      api.PUT('/api/v1/proposals/{id}/partners/{organizationId}', {
        params: { path, header: ifMatch(version) },
        body: { task: task.trim() || null, shareMinor },
      }),
    );
    onDone();
  });
  const remove = useAct(id, async () => {
    await read(api.POST('/api/v1/proposals/{id}/partners/{organizationId}/remove', { params: { path } }));
    onDone();
  });
  return (
    <div className={record.block}>
      <TextAreaField
        name={`task-${organizationId}`}
        label={text('dossier.partner.task')}
        maxLength={2000}
        value={task}
        onChange={(event) => setTask(event.currentTarget.value)}
      />
      <TextField
        name={`share-${organizationId}`}
        label={text('dossier.partner.share', { currency })}
        inputMode="decimal"
        autoComplete="off"
        value={share}
        onChange={(event) => setShare(event.currentTarget.value)}
        error={isWrong ? text('forms.amount.wrong') : undefined}
      />
      <div className={record.side}>
        <Button disabled={isWrong} loading={save.isPending} onClick={() => save.mutate()}>
          {text('dossier.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {text('action.cancel')}
        </Button>
        <Button color="danger" variant="subtle" loading={remove.isPending} onClick={() => remove.mutate()}>
          {text('dossier.partner.remove')}
        </Button>
      </div>
      {(save.error ?? remove.error) && <ProblemNotice error={save.error ?? remove.error} />}
    </div>
  );
}
