import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { Dialog } from '../../components/dialog.js';
import { TextAreaField, TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { matchesQuery } from '../../lib/matches.js';
import type { Opportunity } from '../../lib/opportunities.js';
import { usePages } from '../../lib/pages.js';
import styles from './opportunity-desk.module.css';
import { useOpportunityStep, type WordedStep } from './opportunity-verbs.js';

export type DialogVerb = WordedStep['verb'];
const REASONS = [
  'no-longer-needed',
  'no-partner-found',
  'plans-changed',
  'filled-elsewhere',
  'other',
] as const;
const OUTCOMES = ['agreement', 'joint-project', 'order', 'talks', 'nothing'] as const;
const MAX_NOTE = 2_000;
const MAX_PARTNER_NAME = 200;
/** No id of an organization: the partner is no member. */
const OUTSIDE = 'outside';

interface DialogProps {
  opportunity: Opportunity;
  onClose: () => void;
}

/** The question that goes with a step: why, with whom, until when. */
export function StepDialog({ verb, ...props }: DialogProps & { verb: DialogVerb }) {
  switch (verb) {
    case 'close':
      return <CloseDialog {...props} />;
    case 'renew':
      return <RenewDialog {...props} />;
    case 'fill':
    case 'reportOutcome':
      return <FillDialog {...props} verb={verb} />;
    case 'sendBack':
    case 'hold':
      return <ReasonDialog {...props} verb={verb} />;
  }
}

/** The frame of all: a form that sends one step and closes when that was taken. */
function StepForm(
  props: DialogProps & {
    verb: DialogVerb;
    step: WordedStep;
    isReady?: boolean;
    children: ReactNode;
  },
) {
  const { opportunity, onClose, verb, step, isReady = true, children } = props;
  const text = useText();
  const move = useOpportunityStep(opportunity);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) move.mutate(step, { onSuccess: onClose });
  };
  return (
    <Dialog title={text(`opportunities.do.${verb}`)} onClose={onClose}>
      <form noValidate onSubmit={submit} className={styles.fields}>
        <p>{text(`opportunities.do.${verb}.text`)}</p>
        {children}
        {move.error && <ProblemNotice error={move.error} />}
        <div className={styles.buttons}>
          <Button type="submit" loading={move.isPending} disabled={!isReady}>
            {text(`opportunities.do.${verb}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function NoteField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
}) {
  const { label, value, onChange, required = false } = props;
  const { locale } = useIntl();
  return (
    <TextAreaField
      name="note"
      label={label}
      lang={locale}
      minRows={3}
      maxLength={MAX_NOTE}
      required={required}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function CloseDialog(props: DialogProps) {
  const text = useText();
  const { locale } = useIntl();
  const [reason, setReason] = useState<(typeof REASONS)[number]>('no-longer-needed');
  const [note, setNote] = useState('');
  const step: WordedStep = { verb: 'close', body: { reason, note: note || null, language: locale } };
  return (
    <StepForm {...props} verb="close" step={step}>
      <NativeSelect
        id="reason"
        label={text('opportunities.close.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as typeof reason)}
        data={REASONS.map((value) => ({ value, label: text(`opportunities.reason.${value}`) }))}
      />
      <NoteField label={text('opportunities.note')} value={note} onChange={setNote} />
    </StepForm>
  );
}

function RenewDialog(props: DialogProps) {
  const text = useText();
  const [deadline, setDeadline] = useState(props.opportunity.deadline ?? '');
  return (
    <StepForm {...props} verb="renew" step={{ verb: 'renew', body: { deadline: deadline || null } }}>
      <TextField
        name="deadline"
        type="date"
        label={text('opportunities.field.deadline')}
        description={text('opportunities.field.deadline.note')}
        value={deadline}
        onChange={(event) => setDeadline(event.currentTarget.value)}
      />
    </StepForm>
  );
}

function ReasonDialog({ verb, ...props }: DialogProps & { verb: 'sendBack' | 'hold' }) {
  const text = useText();
  const { locale } = useIntl();
  const [reason, setReason] = useState('');
  const isReady = reason.trim() !== '';
  return (
    <StepForm {...props} verb={verb} step={{ verb, body: { reason, language: locale } }} isReady={isReady}>
      <NoteField label={text('opportunities.reason.words')} value={reason} onChange={setReason} required />
    </StepForm>
  );
}

/** With whom, and what came of it. */
function FillDialog({ verb, ...props }: DialogProps & { verb: 'fill' | 'reportOutcome' }) {
  const { end } = props.opportunity;
  const text = useText();
  const { locale } = useIntl();
  const [partner, setPartner] = useState(() => partnerIn(end));
  const [outcome, setOutcome] = useState<string>(end?.outcome ?? '');
  const [note, setNote] = useState('');
  const known = OUTCOMES.find((each) => each === outcome) ?? null;
  const body = { ...asSent(partner), outcome: known, note: note || null, language: locale };
  const isReady = partner.id !== OUTSIDE || partner.name.trim() !== '';
  return (
    <StepForm {...props} verb={verb} step={{ verb, body }} isReady={isReady}>
      <PartnerFields opportunity={props.opportunity} partner={partner} onChange={setPartner} />
      <NativeSelect
        id="outcome"
        label={text('opportunities.outcome')}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
        data={[
          { value: '', label: text('opportunities.outcome.later') },
          ...OUTCOMES.map((value) => ({ value, label: text(`opportunities.outcome.${value}`) })),
        ]}
      />
      <NoteField label={text('opportunities.note')} value={note} onChange={setNote} />
    </StepForm>
  );
}

/** A member by its id, or by its name whoever is none. */
interface Partner {
  id: string;
  name: string;
}

function partnerIn(end: Opportunity['end']): Partner {
  const name = end?.filledWithName ?? '';
  return { id: end?.filledWith?.id ?? (name && OUTSIDE), name };
}

const asSent = ({ id, name }: Partner) =>
  id === OUTSIDE
    ? { organizationId: null, partnerName: name.trim() }
    : { organizationId: id || null, partnerName: null };

/** Those it was matched with, or the name of somebody outside. */
function PartnerFields(props: {
  opportunity: Opportunity;
  partner: Partner;
  onChange: (partner: Partner) => void;
}) {
  const { opportunity, partner, onChange } = props;
  const text = useText();
  const partners = usePartners(opportunity);
  return (
    <>
      <NativeSelect
        id="partner"
        label={text('opportunities.partner')}
        description={text('opportunities.partner.note')}
        value={partner.id}
        onChange={(event) => onChange({ ...partner, id: event.currentTarget.value })}
        data={[
          { value: '', label: text('opportunities.partner.none') },
          { value: OUTSIDE, label: text('opportunities.partner.outside') },
          ...partners,
        ]}
      />
      {partner.id === OUTSIDE && (
        <TextField
          name="partnerName"
          label={text('opportunities.partner.name')}
          maxLength={MAX_PARTNER_NAME}
          required
          value={partner.name}
          onChange={(event) => onChange({ ...partner, name: event.currentTarget.value })}
        />
      )}
    </>
  );
}

const MAX_PARTNERS = 100;

/** Those matched with it; who showed interest stands first. */
function usePartners({ id, end }: Opportunity): { value: string; label: string }[] {
  const { locale } = useIntl();
  const organization = useActingOrganization();
  const { items } = usePages(
    matchesQuery(organization.id, locale, { subjectType: 'opportunity', subjectId: id, limit: MAX_PARTNERS }),
  );
  const ranked = [...items].sort((a, b) => Number(b.interest !== null) - Number(a.interest !== null));
  const named = ranked.map(({ counterpart }) => counterpart);
  const all = end?.filledWith ? [end.filledWith, ...named] : named;
  return [...new Map(all.map((each) => [each.id, { value: each.id, label: each.name }])).values()];
}
