import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { PasswordField } from '../../components/field.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { api, run } from '../../lib/api.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { Door } from './door.js';
import styles from './door.module.css';
import { takeLinkToken } from './link-token.js';

const MIN_PASSWORD = 15;
const MAX_PASSWORD = 128;

/** Where the link of the mail leads: a new password, by a token that is good once. */
export function ResetPasswordPage() {
  const text = useText();
  const [token] = useState(takeLinkToken);
  const [state, setState] = useState<'asking' | 'done' | 'invalid'>(token ? 'asking' : 'invalid');
  if (state !== 'asking') {
    return (
      <Door>
        <div role="status">
          <PageTitle title={text(`reset.${state}`)} lead={text(`reset.${state}.text`)} />
        </div>
        <Link to={state === 'done' ? '/sign-in' : '/forgot-password'}>
          {text(state === 'done' ? 'sign-in.submit' : 'forgot.title')}
        </Link>
      </Door>
    );
  }
  return (
    <Door>
      <PageTitle title={text('reset.title')} />
      <ResetForm token={token ?? ''} onEnd={setState} />
    </Door>
  );
}

function ResetForm({ token, onEnd }: { token: string; onEnd: (state: 'done' | 'invalid') => void }) {
  const text = useText();
  const [password, setPassword] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [refusal, setRefusal] = useState<unknown>(null);
  const isShort = [...password].length < MIN_PASSWORD;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    setRefusal(null);
    if (isShort) return;
    try {
      await run(api.POST('/api/v1/auth/password-reset/complete', { body: { token, password } }));
      onEnd('done');
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'account/link-invalid') onEnd('invalid');
      else setRefusal(error);
    }
  };
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
      {Boolean(refusal) && <ProblemNotice error={refusal} />}
      <PasswordField
        name="password"
        autoComplete="new-password"
        label={text('security.password.new')}
        description={text('register.password.note', { count: MIN_PASSWORD })}
        maxLength={MAX_PASSWORD}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={attempt > 0 && isShort && text('register.password.wrong')}
      />
      <Button type="submit" fullWidth>
        {text('reset.submit')}
      </Button>
    </form>
  );
}
