import { TextAreaField, TextField } from '../../components/field.js';
import { ConceptPicker } from '../../forms/concept-picker.js';
import { type FormFields, textOf, wordsOf } from '../../forms/form-fields.js';
import forms from '../../forms/forms.module.css';
import { LanguagesField } from '../../forms/languages-field.js';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { MonthsField } from '../../forms/months-field.js';
import { PeriodField } from '../../forms/period-field.js';
import { useText } from '../../i18n/use-text.js';
import {
  MAX_TEXT,
  MAX_TITLE,
  type OpportunityForm,
  readGuests,
  type WrittenRequirements,
} from './opportunity-form.js';

const PICKERS = [
  ['collaboration', 'collaboration'],
  ['themes', 'theme'],
  ['markets', 'market'],
] as const;

/** The fields of an opportunity: what is sought, in which field, from whom. */
export function OpportunityFields(fields: FormFields<OpportunityForm>) {
  const { form, set, errorOf } = fields;
  const text = useText();
  const words = wordsOf(fields);
  return (
    <>
      <div className={forms.section}>
        <TextField
          {...words('title')}
          label={text('opportunities.field.title')}
          maxLength={MAX_TITLE}
          autoComplete="off"
        />
        <TextLanguageField
          name="language"
          label={text('opportunities.field.language')}
          description={text('opportunities.field.language.note')}
          value={form.language}
          onChange={(language) => set('language', language)}
        />
        <TextAreaField
          {...words('text')}
          label={text('opportunities.field.text')}
          description={text('opportunities.field.text.note')}
          minRows={6}
          maxLength={MAX_TEXT}
        />
      </div>
      <div className={forms.section}>
        {PICKERS.map(([field, kind]) => (
          <ConceptPicker
            key={field}
            name={field}
            kind={kind}
            label={text(`opportunities.field.${field}`)}
            value={form[field]}
            onChange={(codes) => set(field, codes)}
            error={errorOf(field)}
          />
        ))}
      </div>
      <div className={forms.section}>
        <PeriodField
          name="period"
          label={text('opportunities.field.period')}
          value={form.period}
          onChange={(period) => set('period', period)}
        />
        <TextField
          {...textOf(fields)('deadline')}
          type="date"
          label={text('opportunities.field.deadline')}
          description={text('opportunities.field.deadline.note')}
        />
      </div>
      <Requirements {...fields} />
    </>
  );
}

function Requirements({ form, set }: FormFields<OpportunityForm>) {
  const text = useText();
  const { requirements } = form;
  const change = (changes: Partial<WrittenRequirements>) =>
    set('requirements', { ...requirements, ...changes });
  const [least, most] = [readGuests(requirements.capacityMin), readGuests(requirements.capacityMax)];
  const isReversed = Boolean(least && most && most < least);
  return (
    <section className={forms.section} id="requirements" tabIndex={-1} aria-labelledby="requirements-name">
      <h2 id="requirements-name">{text('opportunities.field.requirements')}</h2>
      <LanguagesField
        name="languages"
        label={text('opportunities.requires.languages')}
        value={requirements.languages}
        onChange={(languages) => change({ languages })}
      />
      <ConceptPicker
        name="certifications"
        kind="certification"
        label={text('opportunities.requires.certifications')}
        value={requirements.certifications}
        onChange={(certifications) => change({ certifications })}
      />
      <MonthsField
        name="months"
        label={text('opportunities.requires.months')}
        value={requirements.months}
        onChange={(months) => change({ months })}
      />
      <div className={forms.pair}>
        <TextField
          name="capacityMin"
          inputMode="numeric"
          label={text('opportunities.requires.capacityMin')}
          value={requirements.capacityMin}
          onChange={(event) => change({ capacityMin: event.currentTarget.value })}
          error={least === undefined && text('forms.whole-number')}
        />
        <TextField
          name="capacityMax"
          inputMode="numeric"
          label={text('opportunities.requires.capacityMax')}
          value={requirements.capacityMax}
          onChange={(event) => change({ capacityMax: event.currentTarget.value })}
          error={
            (most === undefined && text('forms.whole-number')) ||
            (isReversed && text('opportunities.capacity.reversed'))
          }
        />
      </div>
    </section>
  );
}
