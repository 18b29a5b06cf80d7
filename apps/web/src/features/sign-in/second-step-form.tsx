import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { TextField } from '../../components/field.js';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { api, read } from '../../lib/api.js';
import { signWithPasskey } from '../../lib/passkey.js';
import { finishSignIn, type SecondStep } from '../../lib/session.js';
import styles from './door.module.css';

/** What is asked after the password: a code of the app, a passkey, or a recovery code. */
export function SecondStepForm(props: { step: SecondStep; onDone: () => void; onBack: () => void }) {
  const text = useText();
  const { step, onDone, onBack } = props;
  const { token, methods } = step;
  const [method, setMethod] = useState<'totp' | 'recovery-code'>(
    methods.includes('totp') ? 'totp' : 'recovery-code',
  );
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    setRefusal(null);
    setPending(true);
    try {
      await work();
      onDone();
    } catch (error) {
      setRefusal(error);
    } finally {
      setPending(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') void attempt(() => finishSignIn(token, { method, code: code.trim() }));
  };
  const byPasskey = () =>
    attempt(async () => {
      const question = await read(api.POST('/api/v1/auth/login/second-factor/passkey', { body: { token } }));
      await finishSignIn(token, { method: 'passkey', ...(await signWithPasskey(question)) });
    });
  const other = method === 'totp' ? 'recovery-code' : 'totp';
  return (
    <>
      <PageTitle title={text('second-step.title')} />
      <form noValidate className={styles.form} onSubmit={submit}>
        {Boolean(refusal) && <ProblemNotice error={refusal} />}
        {methods.includes(method) && (
          <>
            <TextField
              key={method}
              name="code"
              label={text(method === 'totp' ? 'second-step.totp' : 'second-step.recovery')}
              inputMode={method === 'totp' ? 'numeric' : 'text'}
              autoComplete="one-time-code"
              autoFocus
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button type="submit" loading={isPending} fullWidth>
              {text('second-step.submit')}
            </Button>
          </>
        )}
        {methods.includes('passkey') && (
          <Button variant="default" loading={isPending} onClick={() => void byPasskey()}>
            {text('second-step.use-passkey')}
          </Button>
        )}
        {methods.includes(other) && (
          <Button
            variant="subtle"
            onClick={() => {
              setCode('');
              setMethod(other);
            }}
          >
            {text(other === 'totp' ? 'second-step.use-totp' : 'second-step.use-recovery')}
          </Button>
        )}
        <Button variant="subtle" onClick={onBack}>
          {text('second-step.back')}
        </Button>
      </form>
    </>
  );
}
