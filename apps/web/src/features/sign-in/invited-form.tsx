import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useIntl } from 'react-intl';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { PasswordField, TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { api, read } from '../../lib/api.js';
import { signIn } from '../../lib/session.js';
import styles from './door.module.css';

const MIN_PASSWORD = 15;
const FIELDS = ['displayName', 'password'] as const;

/** Makes the account, takes the seat and begins the first steps: the link has proved the address already. */
export function InvitedForm(props: { token: string; email: string; slug: string; onUsed: () => void }) {
  const { token, email, slug, onUsed } = props;
  const text = useText();
  const { locale } = useIntl();
  const router = useRouter();
  const [refusal, setRefusal] = useState<unknown>(null);
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { displayName: '', password: '' },
    shouldFocusError: false,
  });
  const { errors } = formState;
  const faults = FIELDS.flatMap((field): FieldError[] => {
    const message = errors[field]?.message;
    return message ? [{ field, message }] : [];
  });
  const submit = handleSubmit(async (person) => {
    setRefusal(null);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const body = { token, ...person, language: locale, timeZone };
    try {
      await read(api.POST('/api/v1/invitations/register', { body }));
      onUsed();
      await signIn(email, person.password);
      await router.navigate({ to: '/o/$organization/welcome', params: { organization: slug } });
    } catch (error) {
      setRefusal(error);
    }
  });
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      {Boolean(refusal) && <ProblemNotice error={refusal} />}
      <ErrorSummary errors={faults} attempt={formState.submitCount} />
      <TextField
        name="email"
        type="email"
        autoComplete="username"
        readOnly
        label={text('sign-in.email')}
        value={email}
      />
      <TextField
        autoComplete="name"
        dir="auto"
        maxLength={100}
        label={text('register.displayName')}
        description={text('register.displayName.note')}
        error={errors.displayName?.message}
        {...register('displayName', {
          validate: (name) => name.trim() !== '' || text('register.displayName.wrong'),
        })}
      />
      <PasswordField
        autoComplete="new-password"
        maxLength={128}
        label={text('sign-in.password')}
        description={text('register.password.note', { count: MIN_PASSWORD })}
        error={errors.password?.message}
        {...register('password', {
          validate: (password) => [...password].length >= MIN_PASSWORD || text('register.password.wrong'),
        })}
      />
      <Button type="submit" loading={formState.isSubmitting} fullWidth>
        {text('invitation.register')}
      </Button>
    </form>
  );
}
