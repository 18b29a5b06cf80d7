import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TextAreaField, TextField } from '../../components/field.js';
import { SearchedMultiSelect } from '../../forms/concept-picker.js';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/language-fields.js';
import { MoneyField } from '../../forms/money-field.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { blankStage, type CallForm, MAX_TEXT, MAX_TITLE } from './call-form.js';
import { decidersQuery } from './call-requests.js';
import { CriteriaFields } from './criteria-fields.js';
import { NumberField } from './number-field.js';
import { EligibilityFields, QuotaFields, TranslationFields } from './rule-fields.js';
import { StageFields } from './stage-fields.js';
import { ZoneField } from './zone-field.js';

export interface CallFieldsProps {
  form: CallForm;
  /** Who runs the call, and therefore does not decide. */
  runnerId: string;
  set: <Field extends keyof CallForm>(field: Field, value: CallForm[Field]) => void;
  errorOf: (field: keyof CallForm) => string | undefined;
}

/** The fields of a call: what it is, when it takes proposals and what it asks, how they are reviewed and decided. */
export function CallFields({ form, runnerId, set, errorOf }: CallFieldsProps) {
  const text = useText();
  return (
    <>
      <div className={forms.section}>
        <TextField
          name="title"
          label={text('calls.field.title')}
          lang={form.language}
          dir="auto"
          maxLength={MAX_TITLE}
          autoComplete="off"
          value={form.title}
          onChange={(event) => set('title', event.currentTarget.value)}
          error={errorOf('title')}
        />
        <TextLanguageField
          name="language"
          label={text('calls.field.language')}
          description={text('calls.field.language.note')}
          value={form.language}
          onChange={(language) => set('language', language)}
        />
        <TextAreaField
          name="summary"
          label={text('calls.field.summary')}
          lang={form.language}
          dir="auto"
          minRows={5}
          maxLength={MAX_TEXT}
          value={form.summary}
          onChange={(event) => set('summary', event.currentTarget.value)}
          error={errorOf('summary')}
        />
        <TranslationFields
          language={form.language}
          value={form.translations}
          onChange={(translations) => set('translations', translations)}
        />
      </div>
      <section className={forms.section} id="stages" tabIndex={-1} aria-labelledby="stages-name">
        <h2 id="stages-name">{text('calls.field.stages')}</h2>
        <ZoneField value={form.zone} onChange={(zone) => set('zone', zone)} />
        <Checkbox
          label={text('calls.two-stages')}
          description={text('calls.two-stages.note')}
          checked={form.stages.some(({ key }) => key === 'concept')}
          onChange={(event) => {
            const full = form.stages.filter(({ key }) => key === 'full');
            set('stages', event.currentTarget.checked ? [blankStage('concept'), ...full] : full);
          }}
        />
        {form.stages.map((stage, place) => (
          <StageFields
            key={stage.key}
            stage={stage}
            zone={form.zone}
            language={form.language}
            onChange={(changed) => set('stages', form.stages.with(place, changed))}
          />
        ))}
      </section>
      <section className={forms.section} id="criteria" tabIndex={-1} aria-labelledby="criteria-name">
        <h2 id="criteria-name">{text('calls.field.criteria')}</h2>
        <CriteriaFields
          criteria={form.criteria}
          language={form.language}
          onChange={(criteria) => set('criteria', criteria)}
        />
      </section>
      <ReviewFields form={form} runnerId={runnerId} set={set} errorOf={errorOf} />
    </>
  );
}

/** Who reviews and who decides, who may apply, and for how much. */
function ReviewFields({ form, runnerId, set, errorOf }: CallFieldsProps) {
  const text = useText();
  const organization = useActingOrganization();
  const { data: known = [] } = useQuery(decidersQuery(organization.id));
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
      <SearchedMultiSelect
        name="decidingOrganizationIds"
        label={text('calls.field.decidingOrganizationIds')}
        description={text('calls.field.decidingOrganizationIds.note')}
        data={known.filter(({ id }) => id !== runnerId).map(({ id, name }) => ({ value: id, label: name }))}
        value={form.decidingOrganizationIds}
        onChange={(ids) => set('decidingOrganizationIds', ids)}
        error={errorOf('decidingOrganizationIds')}
      />
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
      <Checkbox
        id="isBlind"
        label={text('calls.field.isBlind')}
        description={text('calls.field.isBlind.note')}
        checked={form.isBlind}
        onChange={(event) => set('isBlind', event.currentTarget.checked)}
      />
      <fieldset className={forms.group} id="conflictRule" tabIndex={-1}>
        <legend className={forms.legend}>{text('calls.field.conflictRule')}</legend>
        <div className={forms.form}>
          <p className={forms.note}>{text('calls.conflict.note')}</p>
          <Checkbox
            label={text('calls.conflict.city')}
            checked={conflictRule.city}
            onChange={(event) => change({ city: event.currentTarget.checked })}
          />
          <Checkbox
            label={text('calls.conflict.past')}
            checked={conflictRule.pastProjects}
            onChange={(event) => change({ pastProjects: event.currentTarget.checked })}
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
