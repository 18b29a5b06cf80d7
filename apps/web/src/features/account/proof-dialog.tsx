import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/dialog.js';
import { PasswordField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { api, read } from '../../lib/api.js';
import { knowsPasskeys, signWithPasskey } from '../../lib/passkey.js';
import { useSecurity } from './security.js';

/** Is it you? By password or by passkey, before something that could shut the person out. */
export function ProofDialog({ onProven, onClose }: { onProven: () => void; onClose: () => void }) {
  const text = useText();
  const security = useSecurity();
  const [password, setPassword] = useState('');
  const byPassword = useMutation({
    mutationFn: () => read(api.POST('/api/v1/account/proof', { body: { password } })),
    onSuccess: onProven,
  });
  const byPasskey = useMutation({
    mutationFn: async () => {
      const question = await read(api.POST('/api/v1/account/proof/passkey/options'));
      const body = await signWithPasskey(question);
      return read(api.POST('/api/v1/account/proof/passkey', { body }));
    },
    onSuccess: onProven,
  });
  const error = byPassword.error ?? byPasskey.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    byPasskey.reset();
    if (password !== '') byPassword.mutate();
  };
  return (
    <Dialog title={text('security.proof')} onClose={onClose}>
      <form noValidate className={forms.form} onSubmit={submit}>
        <p>{text('security.proof.text')}</p>
        {error && <ProblemNotice error={error} />}
        <PasswordField
          name="proof-password"
          label={text('security.password.current')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div className={forms.bar}>
          <Button type="submit" loading={byPassword.isPending}>
            {text('security.proof.submit')}
          </Button>
          {knowsPasskeys && security.passkeys > 0 && (
            <Button variant="default" loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
              {text('security.proof.passkey')}
            </Button>
          )}
          <Button variant="subtle" onClick={onClose}>
            {text('security.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
