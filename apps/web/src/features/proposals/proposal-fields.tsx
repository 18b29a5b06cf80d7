import { TextAreaField, TextField } from '../../components/field.js';
import { ConceptPicker } from '../../forms/concept-picker.js';
import { type FormFields, wordsOf } from '../../forms/form-fields.js';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { MoneyField } from '../../forms/money-field.js';
import { PeriodField } from '../../forms/period-field.js';
import { useText } from '../../i18n/use-text.js';
import { MAX_TEXT, MAX_TITLE, type ProposalForm } from './proposal-form.js';

const PICKERS = [
  ['themes', 'theme'],
  ['collaboration', 'collaboration'],
  ['sdgTargets', 'sdg_target'],
] as const;

/** The fields of a proposal, in the order one thinks of them. */
export function ProposalFields(fields: FormFields<ProposalForm>) {
  const { form, set, errorOf } = fields;
  const text = useText();
  const words = wordsOf(fields);
  return (
    <>
      <div className={forms.section}>
        <TextField
          {...words('title')}
          label={text('proposals.field.title')}
          maxLength={MAX_TITLE}
          autoComplete="off"
        />
        <TextLanguageField
          name="language"
          label={text('proposals.field.language')}
          description={text('proposals.field.language.note')}
          value={form.language}
          onChange={(language) => set('language', language)}
        />
        <TextAreaField
          {...words('summary')}
          label={text('proposals.field.summary')}
          description={text('proposals.field.summary.note')}
          minRows={6}
          maxLength={MAX_TEXT}
        />
        <TextAreaField
          {...words('partnersSought')}
          label={text('proposals.field.partnersSought')}
          description={text('proposals.field.partnersSought.note')}
          minRows={3}
          maxLength={MAX_TEXT}
        />
      </div>
      <div className={forms.section}>
        {PICKERS.map(([field, kind]) => (
          <ConceptPicker
            key={field}
            name={field}
            kind={kind}
            label={text(`proposals.field.${field}`)}
            value={form[field]}
            onChange={(codes) => set(field, codes)}
            error={errorOf(field)}
          />
        ))}
      </div>
      <div className={forms.section}>
        <MoneyField
          name="budget"
          label={text('proposals.field.budget')}
          value={form.budget}
          onChange={(budget) => set('budget', budget)}
        />
        <PeriodField
          name="period"
          label={text('proposals.field.period')}
          value={form.period}
          onChange={(period) => set('period', period)}
        />
      </div>
    </>
  );
}
