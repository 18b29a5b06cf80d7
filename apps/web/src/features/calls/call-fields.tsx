import { lazy, Suspense } from 'react';
import { TextAreaField, TextField } from '../../components/field.js';
import { Waiting } from '../../components/waiting.js';
import { wordsOf } from '../../forms/form-fields.js';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { useText } from '../../i18n/use-text.js';
import { blankStage, type CallFieldsProps, MAX_TEXT, MAX_TITLE } from './call-form.js';
import { CheckField } from './check-field.js';
import { CriteriaFields } from './criteria-fields.js';
import { StageFields } from './stage-fields.js';
import { ZoneField } from './zone-field.js';

/** Few write in more than one language. */
const TranslationFields = lazy(async () => ({
  default: (await import('./translation-fields.js')).TranslationFields,
}));

/** Its list of names is large. */
const ConceptPicker = lazy(async () => ({
  default: (await import('../../forms/concept-picker.js')).ConceptPicker,
}));

/** What is decided last is fetched last. */
const ReviewFields = lazy(async () => ({ default: (await import('./review-fields.js')).ReviewFields }));

/** The fields of a call: what it is, when it takes proposals and what it asks, how they are reviewed and decided. */
export function CallFields(fields: CallFieldsProps) {
  const { form, set, errorOf } = fields;
  const text = useText();
  const words = wordsOf(fields);
  return (
    <>
      <div className={forms.section}>
        <TextField
          {...words('title')}
          label={text('calls.field.title')}
          maxLength={MAX_TITLE}
          autoComplete="off"
        />
        <TextLanguageField
          name="language"
          label={text('calls.field.language')}
          description={text('calls.field.language.note')}
          value={form.language}
          onChange={(language) => set('language', language)}
        />
        <TextAreaField
          {...words('summary')}
          label={text('calls.field.summary')}
          minRows={5}
          maxLength={MAX_TEXT}
        />
        <Suspense fallback={<Waiting rows={1} height={72} />}>
          <ConceptPicker
            name="themes"
            kind="theme"
            label={text('calls.field.themes')}
            description={text('calls.field.themes.note')}
            value={form.themes}
            onChange={(themes) => set('themes', themes)}
            error={errorOf('themes')}
          />
          <TranslationFields
            language={form.language}
            value={form.translations}
            onChange={(translations) => set('translations', translations)}
          />
        </Suspense>
      </div>
      <section className={forms.section} id="stages" tabIndex={-1} aria-labelledby="stages-name">
        <h2 id="stages-name">{text('calls.field.stages')}</h2>
        <ZoneField value={form.zone} onChange={(zone) => set('zone', zone)} />
        <CheckField
          label={text('calls.two-stages')}
          description={text('calls.two-stages.note')}
          checked={form.stages.some(({ key }) => key === 'concept')}
          onChange={(isChecked) => {
            const full = form.stages.filter(({ key }) => key === 'full');
            set('stages', isChecked ? [blankStage('concept'), ...full] : full);
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
      <Suspense fallback={<Waiting rows={3} height={96} />}>
        <ReviewFields {...fields} />
      </Suspense>
    </>
  );
}
