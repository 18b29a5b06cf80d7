import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { TextField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { api, run } from '../../lib/api.js';
import { useMe } from '../../lib/me.js';
import { DoneLine } from './done-line.js';
import { useGuarded } from './proof.js';

/** Another address: the new one is proven by mail before it counts. */
export function EmailPanel() {
  const text = useText();
  const me = useMe();
  const guarded = useGuarded();
  const [email, setEmail] = useState('');
  const [attempt, setAttempt] = useState(0);
  const change = useMutation({
    mutationFn: (address: string) =>
      guarded(() => run(api.POST('/api/v1/account/email', { body: { email: address } }))),
    onSuccess: () => {
      setEmail('');
      setAttempt(0);
    },
  });
  const isAddress = /^\S+@\S+\.\S+$/.test(email.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (isAddress) change.mutate(email.trim());
  };
  return (
    <Panel title={text('security.email')}>
      <form noValidate className={forms.form} onSubmit={submit}>
        <p>{text('security.email.now', { email: me.email })}</p>
        {change.error && <ProblemNotice error={change.error} />}
        <TextField
          name="newEmail"
          type="email"
          inputMode="email"
          autoComplete="off"
          label={text('security.email.new')}
          description={text('security.email.note')}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={attempt > 0 && !isAddress && text('register.email.wrong')}
        />
        <div className={forms.bar}>
          <Button type="submit" variant="default" loading={change.isPending}>
            {text('security.email.submit')}
          </Button>
          <DoneLine>{change.isSuccess && text('security.email.sent')}</DoneLine>
        </div>
      </form>
    </Panel>
  );
}
