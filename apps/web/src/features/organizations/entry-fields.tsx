import { ENTRY_DETAILS, type EntryDetail } from '#libs/contracts';
import { TextAreaField, TextField } from '../../components/field.js';
import { ConceptPicker } from '../../forms/concept-picker.js';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { MonthsField } from '../../forms/months-field.js';
import { useText } from '../../i18n/use-text.js';
import type { EntryKind } from '../../lib/profile-entries.js';
import { useEntryLabels } from './entry-labels.js';
import { EntryFileField } from './entry-file-field.js';
import { codesAskedOf, ENTRY_CODES, type EntryForm, isValidEntry } from './entry-form.js';
import { MAX_TEXT } from './profile-form.js';

const MAX_TITLE = 200;

/** The fields of an entry, as far as its kind is asked. Ids begin with `name`, since several entries may be open. */
export function EntryFields(props: {
  name: string;
  kind: EntryKind;
  form: EntryForm;
  set: <Field extends keyof EntryForm>(field: Field, value: EntryForm[Field]) => void;
}) {
  const { name, kind, form, set } = props;
  const text = useText();
  const asks = (detail: EntryDetail) => ENTRY_DETAILS[kind].includes(detail);
  const labels = useEntryLabels(kind);
  const wrong = (field: keyof EntryForm, message: string) =>
    isValidEntry(form, field) ? undefined : message;
  return (
    <>
      {asks('fileId') && (
        <EntryFileField
          kind={kind}
          fileId={form.fileId}
          shows={form.title}
          onChange={(fileId) => set('fileId', fileId)}
        />
      )}
      <TextField
        name={`${name}-title`}
        label={labels.title}
        description={kind === 'picture' ? text('profile.field.shows.note') : undefined}
        lang={form.language}
        maxLength={MAX_TITLE}
        required
        value={form.title}
        onChange={(event) => set('title', event.currentTarget.value)}
      />
      <TextAreaField
        name={`${name}-text`}
        label={labels.text}
        lang={form.language}
        dir="auto"
        minRows={2}
        maxLength={MAX_TEXT}
        value={form.text}
        onChange={(event) => set('text', event.currentTarget.value)}
      />
      <TextLanguageField
        name={`${name}-language`}
        label={text('profile.field.language')}
        value={form.language}
        onChange={(language) => set('language', language)}
      />
      {codesAskedOf(kind).map((codes) => (
        <ConceptPicker
          key={codes}
          name={`${name}-${codes}`}
          kind={ENTRY_CODES[codes].kind}
          label={text(`profile.field.${codes}`)}
          value={form[codes]}
          onChange={(value) => set(codes, value)}
        />
      ))}
      {asks('markets') && (
        <ConceptPicker
          name={`${name}-markets`}
          kind="market"
          label={text('profile.field.markets')}
          value={form.markets}
          onChange={(markets) => set('markets', markets)}
        />
      )}
      {asks('months') && (
        <MonthsField
          name={`${name}-months`}
          label={text('profile.field.months')}
          value={form.months}
          onChange={(months) => set('months', months)}
        />
      )}
      {(['capacity', 'reach'] as const).filter(asks).map((field) => (
        <TextField
          key={field}
          name={`${name}-${field}`}
          inputMode="numeric"
          label={text(`profile.field.${field}`)}
          value={form[field]}
          onChange={(event) => set(field, event.currentTarget.value)}
          error={wrong(field, text('forms.whole-number'))}
        />
      ))}
      {asks('party') && (
        <TextField
          name={`${name}-party`}
          label={text(kind === 'certification' ? 'profile.field.issuer' : 'profile.field.client')}
          maxLength={MAX_TITLE}
          value={form.party}
          onChange={(event) => set('party', event.currentTarget.value)}
        />
      )}
      {asks('startsOn') && (
        <div className={forms.pair}>
          <TextField
            name={`${name}-starts`}
            type="date"
            label={text('profile.field.startsOn')}
            value={form.days.from}
            onChange={(event) => set('days', { ...form.days, from: event.currentTarget.value })}
          />
          <TextField
            name={`${name}-ends`}
            type="date"
            label={text('profile.field.endsOn')}
            value={form.days.to}
            onChange={(event) => set('days', { ...form.days, to: event.currentTarget.value })}
            error={wrong('days', text('forms.period.reversed'))}
          />
        </div>
      )}
      {asks('expiresOn') && (
        <TextField
          name={`${name}-expires`}
          type="date"
          label={text('profile.field.expiresOn')}
          value={form.expiresOn}
          onChange={(event) => set('expiresOn', event.currentTarget.value)}
        />
      )}
      {asks('link') && (
        <TextField
          name={`${name}-link`}
          type="url"
          label={text('profile.field.link')}
          value={form.link}
          onChange={(event) => set('link', event.currentTarget.value)}
          error={wrong('link', text('profile.field.link.wrong'))}
        />
      )}
    </>
  );
}
