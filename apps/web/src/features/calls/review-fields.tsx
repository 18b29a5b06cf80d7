import { lazy, Suspense } from 'react';
import { Waiting } from '../../components/waiting.js';
import forms from '../../forms/forms.module.css';
import { MoneyField } from '../../forms/money-field.js';
import { useText } from '../../i18n/use-text.js';
import type { CallFieldsProps, CallForm } from './call-form.js';
import { CheckField } from './check-field.js';
import { NumberField } from './number-field.js';
import { EligibilityFields, QuotaFields } from './rule-fields.js';

/** Its list of names is large and fetched with it. */
const DecidersField = lazy(async () => ({ default: (await import('./deciders-field.js')).DecidersField }));

/** Who reviews and who decides, who may apply, and for how much. */
export function ReviewFields({ form, runnerId, set, errorOf }: CallFieldsProps) {
  const text = useText();
  const { conflictRule } = form;
  const change = (changes: Partial<CallForm['conflictRule']>): void =>
    set('conflictRule', { ...conflictRule, ...changes });
  return (
    <section className={forms.section} aria-labelledby="review-name">
      <h2 id="review-name">{text('calls.rules')}</h2>
      <EligibilityFields
        language={form.language}
        value={form.eligibility}
        onChange={(eligibility) => set('eligibility', eligibility)}
      />
      <MoneyField
        name="maxBudget"
        label={text('calls.field.maxBudget')}
        value={form.maxBudget}
        onChange={(maxBudget) => set('maxBudget', maxBudget)}
      />
      <Suspense fallback={<Waiting rows={1} height={72} />}>
        <DecidersField
          runnerId={runnerId}
          value={form.decidingOrganizationIds}
          onChange={(ids) => set('decidingOrganizationIds', ids)}
          error={errorOf('decidingOrganizationIds')}
        />
      </Suspense>
      <div className={forms.pair}>
        <NumberField
          name="quorum"
          label={text('calls.field.quorum')}
          value={form.quorum}
          onChange={(quorum) => set('quorum', quorum)}
        />
        <NumberField
          name="spreadLimit"
          label={text('calls.field.spreadLimit')}
          description={text('calls.field.spreadLimit.note')}
          value={form.spreadLimit}
          onChange={(spreadLimit) => set('spreadLimit', spreadLimit)}
        />
      </div>
      <CheckField
        id="isBlind"
        label={text('calls.field.isBlind')}
        description={text('calls.field.isBlind.note')}
        checked={form.isBlind}
        onChange={(isChecked) => set('isBlind', isChecked)}
      />
      <fieldset className={forms.group} id="conflictRule" tabIndex={-1}>
        <legend className={forms.legend}>{text('calls.field.conflictRule')}</legend>
        <div className={forms.form}>
          <p className={forms.note}>{text('calls.conflict.note')}</p>
          <CheckField
            label={text('calls.conflict.city')}
            checked={conflictRule.city}
            onChange={(isChecked) => change({ city: isChecked })}
          />
          <CheckField
            label={text('calls.conflict.past')}
            checked={conflictRule.pastProjects}
            onChange={(isChecked) => change({ pastProjects: isChecked })}
          />
          {conflictRule.pastProjects && (
            <NumberField
              name="years"
              label={text('calls.conflict.years')}
              value={conflictRule.years}
              onChange={(years) => change({ years })}
            />
          )}
        </div>
      </fieldset>
      <QuotaFields value={form.quotas} onChange={(quotas) => set('quotas', quotas)} />
    </section>
  );
}
