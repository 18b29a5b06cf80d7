import { Button, NativeSelect } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '../../components/error-summary.js';
import { TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { TimeZoneField } from '../../forms/time-zone-field.js';
import { isLocale, LOCALE_NAMES, LOCALES } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import { useLanguageName } from '../../lib/language-name.js';
import type { Me } from '../../lib/me.js';
import styles from './account.module.css';
import { useUpdateAccount } from './update-account.js';

const MAX_NAME = 100;

/** Name, language and time zone of the account, as everybody and every mail has them. */
export function DetailsForm({ me }: { me: Me }) {
  const text = useText();
  const nameOf = useLanguageName();
  const update = useUpdateAccount();
  const { displayName, language, timeZone } = me;
  const [form, setForm] = useState({ displayName, language, timeZone });
  const [attempt, setAttempt] = useState(0);
  const set = (changes: Partial<typeof form>) => {
    setForm({ ...form, ...changes });
    update.reset();
  };
  const missing = form.displayName.trim() === '' ? text('account.name.missing') : undefined;
  const languages: { value: string; label: string }[] = LOCALES.map((locale) => ({
    value: locale,
    label: LOCALE_NAMES[locale],
  }));
  // Accounts may hold a language whose screens are not translated yet; it stays until another is chosen.
  const offered = isLocale(form.language)
    ? languages
    : [...languages, { value: form.language, label: nameOf(form.language) }];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!missing) update.mutate({ version: me.version, changes: form });
  };
  return (
    <form noValidate className={forms.form} onSubmit={submit}>
      {attempt > 0 && missing && (
        <ErrorSummary errors={[{ field: 'displayName', message: missing }]} attempt={attempt} />
      )}
      {update.error && <ProblemNotice error={update.error} />}
      <TextField
        name="displayName"
        label={text('account.name')}
        description={text('account.name.note')}
        autoComplete="name"
        dir="auto"
        maxLength={MAX_NAME}
        value={form.displayName}
        onChange={(event) => set({ displayName: event.currentTarget.value })}
        error={attempt > 0 && missing}
      />
      <NativeSelect
        id="language"
        label={text('account.language')}
        description={text('account.language.note')}
        value={form.language}
        onChange={(event) => set({ language: event.currentTarget.value })}
        data={offered}
      />
      <TimeZoneField value={form.timeZone} onChange={(timeZone) => set({ timeZone })} />
      <div className={styles.save}>
        <Button type="submit" loading={update.isPending}>
          {text('account.save')}
        </Button>
        <p role="status" className={styles.saved}>
          {update.isSuccess && (
            <>
              <IconCheck size={18} stroke={1.5} aria-hidden /> {text('account.saved')}
            </>
          )}
        </p>
      </div>
    </form>
  );
}
