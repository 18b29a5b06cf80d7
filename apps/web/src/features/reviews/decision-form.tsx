import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useIntl } from 'react-intl';
import { TextAreaField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { ChangedElsewhere } from '../../forms/changed-elsewhere.js';
import forms from '../../forms/forms.module.css';
import { useBasedForm } from '../../forms/use-based-form.js';
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
  return <VerdictForm key={String(waits)} sheet={sheet} row={row} waits={waits} />;
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

const NOTHING = { outcome: null, reasons: '', conditions: [] } as const;

function writtenIn(decision: Pick<NonNullable<SheetRow['decision']>, keyof Written> | null): Written {
  const { outcome, reasons, conditions } = decision ?? NOTHING;
  return { outcome, reasons, conditions: conditions.join('\n') };
}

/** `waits`: the proposal is on the waiting list, publicly, and leaves it at once. */
function VerdictForm({ sheet, row, waits }: { sheet: Sheet; row: SheetRow; waits: boolean }) {
  const text = useText();
  const { locale } = useIntl();
  const version = row.decision?.version ?? 0;
  const fields = useBasedForm(writtenIn(waits ? null : row.decision), version);
  const { outcome, reasons, conditions } = fields.form;
  const place = { id: sheet.callId, proposalId: row.proposalId };
  const written = useDecide(place, (saved) => fields.accept(fields.form, writtenIn(saved)));
  const promoted = usePromote(place);
  const decide = waits ? promoted : written;
  const verdict = readVerdict(fields.form);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (verdict) decide.mutate({ body: { ...verdict, language: locale }, version });
  };
  return (
    <Panel title={text(waits ? 'reviews.promotion' : 'reviews.decision')}>
      {waits && <p>{text('reviews.promotion.text')}</p>}
      <form className={forms.form} onSubmit={send} noValidate>
        <ChangedElsewhere
          editing={fields}
          nameOf={(field) => text(`reviews.${field}`)}
          show={(field, value) =>
            field === 'outcome' && value !== null
              ? text(`reviews.outcome.${value as Outcome}`)
              : (value ?? '')
          }
          onTake={fields.set}
        />
        <fieldset className={forms.group}>
          <legend className={forms.legend}>{text('reviews.outcome')}</legend>
          <div className={forms.checks}>
            {OUTCOMES.filter((each) => !waits || each !== 'waitlisted').map((each) => (
              <label key={each} className={forms.check}>
                <input
                  type="radio"
                  name="outcome"
                  checked={outcome === each}
                  onChange={() => fields.set({ outcome: each })}
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
          onChange={(event) => fields.set({ reasons: event.currentTarget.value })}
        />
        {outcome === 'conditional' && (
          <TextAreaField
            name="conditions"
            label={text('reviews.conditions')}
            description={text('reviews.conditions.note')}
            required
            minRows={2}
            value={conditions}
            onChange={(event) => fields.set({ conditions: event.currentTarget.value })}
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
