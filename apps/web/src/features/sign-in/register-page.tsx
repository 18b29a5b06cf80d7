import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useIntl } from 'react-intl';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { PasswordField, TextField } from '../../components/field.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { api, run } from '../../lib/api.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { Door } from './door.js';
import styles from './door.module.css';

/** As the API asks; length is all that is asked of a password. */
const MIN_PASSWORD = 15;
const MAX_PASSWORD = 128;
const MAX_NAME = 100;
const FIELDS = ['displayName', 'email', 'password'] as const;

/** Asks for an account. Whether the address has one already is told in the mail, and nowhere else. */
export function RegisterPage() {
  const text = useText();
  const [askedFor, setAskedFor] = useState<string | null>(null);
  return (
    <Door>
      {askedFor === null ? (
        <>
          <PageTitle title={text('register.title')} lead={text('register.lead')} />
          <RegisterForm onDone={setAskedFor} />
          <p className={styles.other}>
            {text('register.has-account')} <Link to="/sign-in">{text('sign-in.submit')}</Link>
          </p>
        </>
      ) : (
        <LookIntoMail email={askedFor} onBack={() => setAskedFor(null)} />
      )}
    </Door>
  );
}

function RegisterForm({ onDone }: { onDone: (email: string) => void }) {
  const text = useText();
  const { locale } = useIntl();
  const [refusal, setRefusal] = useState<unknown>(null);
  const { register, handleSubmit, formState, setError } = useForm({
    defaultValues: { displayName: '', email: '', password: '' },
    // The summary takes the focus and leads to each field.
    shouldFocusError: false,
  });
  const { errors } = formState;
  const faults = FIELDS.flatMap((field): FieldError[] => {
    const message = errors[field]?.message;
    return message ? [{ field, message }] : [];
  });
  const submit = handleSubmit(async (person) => {
    setRefusal(null);
    const email = person.email.trim();
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    try {
      await run(
        api.POST('/api/v1/auth/register', { body: { ...person, email, language: locale, timeZone } }),
      );
      onDone(email);
    } catch (error) {
      const refused = error instanceof ApiProblem ? error.faults : [];
      const named = FIELDS.filter((field) => refused.some(({ pointer }) => pointer === `/${field}`));
      for (const field of named) setError(field, { message: text(`register.${field}.wrong`) });
      if (named.length === 0) setRefusal(error);
    }
  });
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      {Boolean(refusal) && <ProblemNotice error={refusal} />}
      <ErrorSummary errors={faults} attempt={formState.submitCount} />
      <TextField
        autoComplete="name"
        label={text('register.displayName')}
        description={text('register.displayName.note')}
        maxLength={MAX_NAME}
        dir="auto"
        error={errors.displayName?.message}
        {...register('displayName', {
          validate: (name) => name.trim() !== '' || text('register.displayName.wrong'),
        })}
      />
      <TextField
        type="email"
        autoComplete="username"
        inputMode="email"
        label={text('sign-in.email')}
        error={errors.email?.message}
        {...register('email', {
          validate: (email) => /^\S+@\S+\.\S+$/.test(email.trim()) || text('register.email.wrong'),
        })}
      />
      <PasswordField
        autoComplete="new-password"
        label={text('sign-in.password')}
        description={text('register.password.note', { count: MIN_PASSWORD })}
        maxLength={MAX_PASSWORD}
        error={errors.password?.message}
        {...register('password', {
          validate: (password) => [...password].length >= MIN_PASSWORD || text('register.password.wrong'),
        })}
      />
      <Button type="submit" loading={formState.isSubmitting} fullWidth>
        {text('register.submit')}
      </Button>
    </form>
  );
}

/** The same for every address, so that nobody learns from it who has an account. */
function LookIntoMail({ email, onBack }: { email: string; onBack: () => void }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('h1')?.focus(), []);
  return (
    <div ref={box}>
      <PageTitle title={text('register.sent')} lead={text('register.sent.text', { email })} />
      <p>{text('register.sent.next')}</p>
      <p className={styles.other}>
        {text('register.sent.none')}{' '}
        <Button variant="default" onClick={onBack}>
          {text('register.sent.back')}
        </Button>
      </p>
    </div>
  );
}
