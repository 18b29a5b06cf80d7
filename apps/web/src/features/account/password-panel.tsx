import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '../../components/error-summary.js';
import { PasswordField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { api, run } from '../../lib/api.js';
import { DoneLine } from './done-line.js';
import { refreshAccount } from './security.js';

const MIN_PASSWORD = 15;
const MAX_PASSWORD = 128;
const EMPTY = { currentPassword: '', newPassword: '' };

/** Another password, which signs out everywhere else. */
export function PasswordPanel() {
  const text = useText();
  const [form, setForm] = useState(EMPTY);
  const [attempt, setAttempt] = useState(0);
  const change = useMutation({
    mutationFn: () => run(api.POST('/api/v1/account/password', { body: form })),
    onSuccess: async () => {
      setForm(EMPTY);
      setAttempt(0);
      await refreshAccount();
    },
  });
  const errors = [
    ...(form.currentPassword === ''
      ? [{ field: 'currentPassword', message: text('security.password.missing') }]
      : []),
    ...([...form.newPassword].length < MIN_PASSWORD
      ? [{ field: 'newPassword', message: text('register.password.wrong') }]
      : []),
  ];
  const shown = attempt > 0 ? errors : [];
  const errorOf = (name: string) => shown.find(({ field }) => field === name)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (errors.length === 0) change.mutate();
  };
  return (
    <Panel title={text('security.password')}>
      <form noValidate className={forms.form} onSubmit={submit}>
        <ErrorSummary errors={shown} attempt={attempt} />
        {change.error && <ProblemNotice error={change.error} />}
        <PasswordField
          name="currentPassword"
          label={text('security.password.current')}
          autoComplete="current-password"
          value={form.currentPassword}
          onChange={(event) => setForm({ ...form, currentPassword: event.currentTarget.value })}
          error={errorOf('currentPassword')}
        />
        <PasswordField
          name="newPassword"
          label={text('security.password.new')}
          description={text('register.password.note', { count: MIN_PASSWORD })}
          autoComplete="new-password"
          maxLength={MAX_PASSWORD}
          value={form.newPassword}
          onChange={(event) => setForm({ ...form, newPassword: event.currentTarget.value })}
          error={errorOf('newPassword')}
        />
        <div className={forms.bar}>
          <Button type="submit" loading={change.isPending}>
            {text('security.password.submit')}
          </Button>
          <DoneLine>{change.isSuccess && text('security.password.changed')}</DoneLine>
        </div>
      </form>
    </Panel>
  );
}
