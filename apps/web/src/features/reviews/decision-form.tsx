import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { TextAreaField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { type Sheet, type SheetRow, useDecide, usePromote } from './reviews.js';
import { type Outcome, OUTCOMES } from './tones.js';

/** What the deciding body found, and why; told to nobody before the release. */
export function DecisionForm({ sheet, row }: { sheet: Sheet; row: SheetRow }) {
  const text = useText();
  const batch = sheet.batch?.state ?? 'draft';
  const isOpen = row.state === 'ready_for_decision' && batch === 'draft';
  const waits = row.state === 'waitlisted' && batch === 'released';
  if (!sheet.abilities.decide || !(isOpen || waits)) return null;
  if (!row.mayDecide) return <Panel title={text('reviews.decision')}>{text('reviews.decision.stake')}</Panel>;
  return <VerdictForm sheet={sheet} row={row} waits={waits} />;
}

interface Written {
  outcome: Outcome | null;
  reasons: string;
  conditions: string;
}

/** The verdict as it is sent; null while something is missing. */
function readVerdict({ outcome, reasons, conditions }: Written) {
  const named = conditions.split('\n').filter((line) => line.trim() !== '');
  const isConditional = outcome === 'conditional';
  if (outcome === null || reasons.trim() === '' || (isConditional && named.length === 0)) return null;
  return { outcome, reasons, conditions: isConditional ? named : [] };
}

const NOTHING = { outcome: null, reasons: '', conditions: [], version: 0 } as const;

/** `waits`: the proposal is on the waiting list, publicly, and leaves it at once. */
function VerdictForm({ sheet, row, waits }: { sheet: Sheet; row: SheetRow; waits: boolean }) {
  const text = useText();
  const { locale } = useIntl();
  const before = waits ? { ...NOTHING, version: row.decision?.version ?? 0 } : (row.decision ?? NOTHING);
  const [outcome, setOutcome] = useState<Outcome | null>(before.outcome);
  const [reasons, setReasons] = useState(before.reasons);
  const [conditions, setConditions] = useState(before.conditions.join('\n'));
  const place = { id: sheet.callId, proposalId: row.proposalId };
  const written = useDecide(place);
  const promoted = usePromote(place);
  const decide = waits ? promoted : written;
  const verdict = readVerdict({ outcome, reasons, conditions });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (verdict) decide.mutate({ body: { ...verdict, language: locale }, version: before.version });
  };
  return (
    <Panel title={text(waits ? 'reviews.promotion' : 'reviews.decision')}>
      {waits && <p>{text('reviews.promotion.text')}</p>}
      <form className={forms.form} onSubmit={send} noValidate>
        <fieldset className={forms.group}>
          <legend className={forms.legend}>{text('reviews.outcome')}</legend>
          <div className={forms.checks}>
            {OUTCOMES.filter((each) => !waits || each !== 'waitlisted').map((each) => (
              <label key={each} className={forms.check}>
                <input
                  type="radio"
                  name="outcome"
                  checked={outcome === each}
                  onChange={() => setOutcome(each)}
                />
                {text(`reviews.outcome.${each}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <TextAreaField
          name="reasons"
          label={text('reviews.reasons')}
          description={text('reviews.reasons.note')}
          maxLength={4000}
          required
          value={reasons}
          onChange={(event) => setReasons(event.currentTarget.value)}
        />
        {outcome === 'conditional' && (
          <TextAreaField
            name="conditions"
            label={text('reviews.conditions')}
            description={text('reviews.conditions.note')}
            required
            minRows={2}
            value={conditions}
            onChange={(event) => setConditions(event.currentTarget.value)}
          />
        )}
        {decide.error && <ProblemNotice error={decide.error} />}
        <div>
          <Button type="submit" loading={decide.isPending} disabled={verdict === null}>
            {text(waits ? 'reviews.do.promote' : 'reviews.do.decide')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
