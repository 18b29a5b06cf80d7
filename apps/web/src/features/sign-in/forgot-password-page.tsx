import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { TextField } from '../../components/field.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { api, run } from '../../lib/api.js';
import { Door } from './door.js';
import styles from './door.module.css';

/** Asks for a link by mail. Whether the address has an account is told in the mail, and nowhere else. */
export function ForgotPasswordPage() {
  const text = useText();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const address = email.trim();
    if (address === '') return;
    setRefusal(null);
    try {
      await run(api.POST('/api/v1/auth/password-reset', { body: { email: address } }));
      setSentTo(address);
    } catch (error) {
      setRefusal(error);
    }
  };
  return (
    <Door>
      {sentTo === null ? (
        <>
          <PageTitle title={text('forgot.title')} lead={text('forgot.lead')} />
          <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
            {Boolean(refusal) && <ProblemNotice error={refusal} />}
            <TextField
              name="email"
              type="email"
              inputMode="email"
              autoComplete="username"
              label={text('sign-in.email')}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Button type="submit" fullWidth>
              {text('forgot.submit')}
            </Button>
          </form>
        </>
      ) : (
        <div role="status">
          <PageTitle title={text('forgot.sent')} lead={text('forgot.sent.text', { email: sentTo })} />
        </div>
      )}
      <p className={styles.other}>
        <Link to="/sign-in">{text('sign-in.submit')}</Link>
      </p>
    </Door>
  );
}
