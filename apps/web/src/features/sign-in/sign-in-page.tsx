import { Button } from '@mantine/core';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Callout } from '../../components/callout.js';
import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { PasswordField, TextField } from '../../components/field.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { api, read } from '../../lib/api.js';
import { knowsPasskeys, signWithPasskey } from '../../lib/passkey.js';
import { type SecondStep, signIn, signInWithPasskey, useSession } from '../../lib/session.js';
import { Door } from './door.js';
import styles from './door.module.css';
import { SecondStepForm } from './second-step-form.js';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const text = useText();
  const router = useRouter();
  const { to } = route.useSearch();
  const [step, setStep] = useState<SecondStep | null>(null);
  const enter = () => router.history.push(to ?? '/');
  if (step) {
    return (
      <Door>
        <SecondStepForm step={step} onDone={enter} onBack={() => setStep(null)} />
      </Door>
    );
  }
  return (
    <Door>
      <PageTitle title={text('sign-in.title')} lead={text('sign-in.lead')} />
      <SignInForm onSecondStep={setStep} onDone={enter} />
      <p className={styles.other}>
        <Link to="/forgot-password">{text('forgot.link')}</Link>
      </p>
      <p className={styles.other}>
        {text('sign-in.no-account')} <Link to="/register">{text('sign-in.to-register')}</Link>
      </p>
    </Door>
  );
}

function SignInForm(props: { onSecondStep: (step: SecondStep) => void; onDone: () => void }) {
  const text = useText();
  const { onSecondStep, onDone } = props;
  const ended = useSession() === 'ended';
  const [refusal, setRefusal] = useState<unknown>(null);
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { email: '', password: '' },
    // The summary takes the focus and leads to each field.
    shouldFocusError: false,
  });
  const faults = (['email', 'password'] as const).flatMap((field): FieldError[] => {
    const message = formState.errors[field]?.message;
    return message ? [{ field, message }] : [];
  });
  const submit = handleSubmit(async ({ email, password }) => {
    setRefusal(null);
    try {
      const step = await signIn(email.trim(), password);
      if (step) onSecondStep(step);
      else onDone();
    } catch (error) {
      setRefusal(error);
    }
  });
  const byPasskey = async () => {
    setRefusal(null);
    try {
      const question = await read(api.POST('/api/v1/auth/passkey/options'));
      await signInWithPasskey(await signWithPasskey(question));
      onDone();
    } catch (error) {
      setRefusal(error);
    }
  };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      {ended && !refusal && <Callout tone="info">{text('sign-in.ended')}</Callout>}
      {Boolean(refusal) && <ProblemNotice error={refusal} />}
      <ErrorSummary errors={faults} attempt={formState.submitCount} />
      <TextField
        type="email"
        autoComplete="username"
        inputMode="email"
        label={text('sign-in.email')}
        error={formState.errors.email?.message}
        {...register('email', { required: text('sign-in.email.missing') })}
      />
      <PasswordField
        autoComplete="current-password"
        label={text('sign-in.password')}
        error={formState.errors.password?.message}
        {...register('password', { required: text('sign-in.password.missing') })}
      />
      <Button type="submit" loading={formState.isSubmitting} fullWidth>
        {text('sign-in.submit')}
      </Button>
      {knowsPasskeys && (
        <Button variant="default" fullWidth onClick={() => void byPasskey()}>
          {text('passkey.sign-in')}
        </Button>
      )}
    </form>
  );
}
