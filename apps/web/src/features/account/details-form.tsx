import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { ChangedElsewhere } from '../../forms/changed-elsewhere.js';
import forms from '../../forms/forms.module.css';
import { LanguagesField } from '../../forms/languages-field.js';
import { TimeZoneField } from '../../forms/time-zone-field.js';
import { useBasedForm } from '../../forms/use-based-form.js';
import { isWeek, WorkingHoursField } from '../../forms/working-hours-field.js';
import { isLocale, LOCALE_NAMES, LOCALES } from '../../i18n/locales.js';
import { type Text, useText } from '../../i18n/use-text.js';
import { useLanguageName } from '../../lib/language-name.js';
import type { Me } from '../../lib/me.js';
import { type Details, detailsOf, toChanges } from './details.js';
import { DoneLine } from './done-line.js';
import { useUpdateAccount } from './update-account.js';

const MAX_NAME = 100;
const MAX_LANGUAGES = 12;
const NAMES = {
  displayName: 'account.name',
  latinName: 'account.latin-name',
  languages: 'account.languages',
  language: 'account.language',
  timeZone: 'account.time-zone',
  workingHours: 'account.hours',
  discoverable: 'account.discoverable',
} as const;

interface Fields {
  readonly form: Details;
  readonly set: (changes: Partial<Details>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

/** What one says of oneself, as everybody and every mail has it. */
export function DetailsForm({ me }: { me: Me }) {
  const text = useText();
  const details = useBasedForm(detailsOf(me), me.version);
  const { form } = details;
  const update = useUpdateAccount((saved) => details.accept(form, detailsOf(saved)));
  const [attempt, setAttempt] = useState(0);
  const errors = attempt > 0 ? faultsOf(form, text) : [];
  const fields: Fields = {
    form,
    set: (changes) => {
      details.set(changes);
      update.reset();
    },
    errorOf: (field) => errors.find((error) => error.field === field)?.message,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faultsOf(form, text).length === 0) update.mutate({ version: me.version, changes: toChanges(form) });
  };
  return (
    <form noValidate className={forms.form} onSubmit={submit}>
      {errors.length > 0 && <ErrorSummary errors={errors} attempt={attempt} />}
      {update.error && <ProblemNotice error={update.error} />}
      <ChangedElsewhere
        editing={details}
        nameOf={(field) => text(NAMES[field])}
        show={(_, value) => (typeof value === 'string' ? value : text('forms.changed-elsewhere.other'))}
        onTake={fields.set}
      />
      <Names {...fields} />
      <Languages {...fields} />
      <TimeZoneField value={form.timeZone} onChange={(timeZone) => fields.set({ timeZone })} />
      <WorkingHoursField
        name="workingHours"
        label={text('account.hours')}
        description={text('account.hours.note')}
        value={form.workingHours}
        onChange={(workingHours) => fields.set({ workingHours })}
        error={fields.errorOf('workingHours')}
      />
      <Checkbox
        id="discoverable"
        label={text('account.discoverable')}
        description={text('account.discoverable.note')}
        checked={form.discoverable}
        onChange={(event) => fields.set({ discoverable: event.currentTarget.checked })}
      />
      <div className={forms.bar}>
        <Button type="submit" loading={update.isPending}>
          {text('account.save')}
        </Button>
        <DoneLine>{update.isSuccess && text('account.saved')}</DoneLine>
      </div>
    </form>
  );
}

function Names({ form, set, errorOf }: Fields) {
  const text = useText();
  return (
    <>
      <TextField
        name="displayName"
        label={text('account.name')}
        description={text('account.name.note')}
        autoComplete="name"
        dir="auto"
        maxLength={MAX_NAME}
        value={form.displayName}
        onChange={(event) => set({ displayName: event.currentTarget.value })}
        error={errorOf('displayName')}
      />
      <TextField
        name="latinName"
        label={text('account.latin-name')}
        description={text('account.latin-name.note')}
        autoComplete="off"
        maxLength={MAX_NAME}
        value={form.latinName}
        onChange={(event) => set({ latinName: event.currentTarget.value })}
      />
    </>
  );
}

function Languages({ form, set, errorOf }: Fields) {
  const text = useText();
  const nameOf = useLanguageName();
  const languages: { value: string; label: string }[] = LOCALES.map((locale) => ({
    value: locale,
    label: LOCALE_NAMES[locale],
  }));
  // Accounts may hold a language whose screens are not translated yet; it stays until another is chosen.
  const offered = isLocale(form.language)
    ? languages
    : [...languages, { value: form.language, label: nameOf(form.language) }];
  return (
    <>
      <LanguagesField
        name="languages"
        label={text('account.languages')}
        description={text('account.languages.note')}
        value={form.languages}
        onChange={(spoken) => set({ languages: spoken })}
        error={errorOf('languages')}
      />
      <NativeSelect
        id="language"
        label={text('account.language')}
        description={text('account.language.note')}
        value={form.language}
        onChange={(event) => set({ language: event.currentTarget.value })}
        data={offered}
      />
    </>
  );
}

function faultsOf(form: Details, text: Text): FieldError[] {
  const faults: FieldError[] = [];
  if (form.displayName.trim() === '')
    faults.push({ field: 'displayName', message: text('account.name.missing') });
  if (form.languages.length > MAX_LANGUAGES)
    faults.push({ field: 'languages', message: text('account.languages.many', { count: MAX_LANGUAGES }) });
  if (!isWeek(form.workingHours))
    faults.push({ field: 'workingHours', message: text('problem.account/working-hours-wrong') });
  return faults;
}
