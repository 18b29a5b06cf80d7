import { Button } from '@mantine/core';
import { TextAreaField, TextField } from '../../components/field.js';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { useText } from '../../i18n/use-text.js';
import type { CallTerms } from './call-requests.js';
import styles from './calls.module.css';
import { RemoveButton } from './remove-button.js';
import type { ListProps } from './rule-fields.js';

/** Title and summary in further languages. */
export function TranslationFields({
  value,
  onChange,
  language,
}: ListProps<CallTerms['translations']> & { language: string }) {
  const text = useText();
  return (
    <fieldset className={forms.group} id="translations" tabIndex={-1}>
      <legend className={forms.legend}>{text('calls.field.translations')}</legend>
      <div className={forms.form}>
        {value.map((translation, place) => {
          const set = (changes: Partial<typeof translation>): void =>
            onChange(value.with(place, { ...translation, ...changes }));
          const label = text('calls.translation', { number: place + 1 });
          return (
            <div key={place} className={styles.item} role="group" aria-label={label}>
              <TextLanguageField
                name={`translation-${place}-language`}
                label={label}
                value={translation.language}
                onChange={(next) => set({ language: next })}
              />
              <TextField
                name={`translation-${place}-title`}
                label={text('calls.field.title')}
                lang={translation.language}
                maxLength={200}
                value={translation.title}
                onChange={(event) => set({ title: event.currentTarget.value })}
              />
              <TextAreaField
                name={`translation-${place}-summary`}
                label={text('calls.field.summary')}
                lang={translation.language}
                maxLength={10_000}
                value={translation.summary}
                onChange={(event) => set({ summary: event.currentTarget.value })}
              />
              <div className={styles.bar}>
                <RemoveButton name={label} onClick={() => onChange(value.toSpliced(place, 1))} />
              </div>
            </div>
          );
        })}
        <div className={styles.bar}>
          <Button
            variant="default"
            onClick={() =>
              onChange([...value, { language: language === 'ko' ? 'en' : 'ko', title: '', summary: '' }])
            }
          >
            {text('calls.translation.add')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
