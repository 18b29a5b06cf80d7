import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { TextAreaField, TextField } from '../../components/field.js';
import { ConceptPicker } from '../../forms/concept-picker.js';
import { type FormFields, wordsOf } from '../../forms/form-fields.js';
import forms from '../../forms/forms.module.css';
import { LanguagesField } from '../../forms/languages-field.js';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { MoneyField } from '../../forms/money-field.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { CostBearers } from './cost-bearers.js';
import { ConsultancyPicker } from './consultancy-picker.js';
import { MAX_GOAL, MAX_TEXT, MAX_TITLE, MODES, type RequestForm } from './request-form.js';
import { SuggestedCases } from './suggested-cases.js';

const MOST_NAMED = 3;

/** The fields of a request, in the order one thinks of them. */
export function RequestFields(fields: FormFields<RequestForm>) {
  const { form, set, errorOf } = fields;
  const text = useText();
  const words = wordsOf(fields);
  const organization = useActingOrganization();
  return (
    <>
      <div className={forms.section}>
        {organization.kind === 'city' && (
          <NativeSelect
            id="kind"
            label={text('way.field.kind')}
            value={form.kind}
            onChange={(event) => {
              const isCommittee = event.currentTarget.value === 'committee';
              if (isCommittee && form.namedConsultants.length > 0) set('namedConsultants', []);
              set('kind', isCommittee ? 'committee' : 'b2b');
            }}
            data={(['b2b', 'committee'] as const).map((kind) => ({
              value: kind,
              label: text(`way.kind.${kind}`),
            }))}
          />
        )}
        <TextField
          {...words('title')}
          label={text('consulting.field.title')}
          maxLength={MAX_TITLE}
          autoComplete="off"
        />
        <TextLanguageField
          name="language"
          label={text('consulting.field.language')}
          value={form.language}
          onChange={(language) => set('language', language)}
        />
        <TextAreaField
          {...words('text')}
          label={text('consulting.field.text')}
          description={text('consulting.field.text.note')}
          minRows={6}
          maxLength={MAX_TEXT}
        />
        <SuggestedCases form={form} />
        <TextAreaField
          {...words('goal')}
          label={text('way.field.goal')}
          description={text('way.field.goal.note')}
          minRows={2}
          maxLength={MAX_GOAL}
        />
      </div>
      <div className={forms.section}>
        <ConceptPicker
          name="areas"
          kind="consulting_area"
          label={text('consulting.field.areas')}
          description={text('consulting.field.areas.note')}
          value={form.areas}
          onChange={(areas) => set('areas', areas)}
          error={errorOf('areas')}
        />
        <LanguagesField
          name="workingLanguages"
          label={text('consulting.field.workingLanguages')}
          value={form.workingLanguages}
          onChange={(tags) => set('workingLanguages', tags)}
          error={errorOf('workingLanguages')}
        />
        <NativeSelect
          id="mode"
          label={text('consulting.field.mode')}
          value={form.mode}
          onChange={(event) => set('mode', MODES.find((mode) => mode === event.currentTarget.value) ?? '')}
          data={[
            { value: '', label: text('ledger.not-stated') },
            ...MODES.map((mode) => ({ value: mode, label: text(`consulting.mode.${mode}`) })),
          ]}
        />
      </div>
      <div className={forms.section}>
        {form.kind === 'b2b' && (
          <ConsultancyPicker
            name="namedConsultants"
            label={text('way.field.named')}
            description={text('way.field.named.note')}
            value={form.namedConsultants}
            without={form.costBearers.map(({ organizationId }) => organizationId)}
            onChange={(ids) => set('namedConsultants', ids.slice(0, MOST_NAMED))}
          />
        )}
        <MoneyField
          name="budgetFrom"
          label={text('way.field.budgetFrom')}
          value={form.budgetFrom}
          onChange={(budgetFrom) => set('budgetFrom', budgetFrom)}
        />
        <MoneyField
          name="budget"
          label={text('consulting.field.budget')}
          value={form.budget}
          onChange={(budget) => set('budget', budget)}
        />
        <CostBearers
          value={form.costBearers}
          without={form.namedConsultants}
          onChange={(bearers) => set('costBearers', bearers)}
        />
        <TextInput
          id="deadline"
          type="date"
          label={text('consulting.field.deadline')}
          description={text('consulting.field.deadline.note')}
          value={form.deadline}
          onChange={(event) => set('deadline', event.currentTarget.value)}
          error={errorOf('deadline')}
        />
        <Checkbox
          id="confidential"
          label={text('consulting.field.confidential')}
          description={text('consulting.field.confidential.note')}
          checked={form.confidential}
          onChange={(event) => set('confidential', event.currentTarget.checked)}
        />
      </div>
    </>
  );
}
