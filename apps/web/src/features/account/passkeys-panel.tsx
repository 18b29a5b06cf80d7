import { Button } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { TextField } from '../../components/field.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { api, ifMatch, read, run } from '../../lib/api.js';
import { knowsPasskeys, makePasskey } from '../../lib/passkey.js';
import { PasskeyName } from './passkey-name.js';
import { useGuarded } from './proof.js';
import { RecoveryCodes } from './recovery-codes.js';
import { type Passkey, passkeysQuery, refreshAccount } from './security.js';

const MAX_NAME = 60;

/** Passkeys: each with the name its person gave it. */
export function PasskeysPanel() {
  const text = useText();
  const { data: passkeys } = useSuspenseQuery(passkeysQuery);
  return (
    <Panel
      title={text('security.passkeys')}
      rows={
        passkeys.length > 0 && passkeys.map((passkey) => <PasskeyRow key={passkey.id} passkey={passkey} />)
      }
    >
      <div className={forms.form}>
        <p>{text('security.passkeys.text')}</p>
        {knowsPasskeys ? <AddPasskey /> : <p>{text('security.passkeys.unknown')}</p>}
      </div>
    </Panel>
  );
}

function AddPasskey() {
  const text = useText();
  const guarded = useGuarded();
  const [name, setName] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const add = useMutation({
    mutationFn: async (called: string) => {
      const question = await guarded(() => read(api.POST('/api/v1/passkeys/options')));
      const body = { name: called, ...(await makePasskey(question)) };
      return read(api.POST('/api/v1/passkeys', { body }));
    },
    onSuccess: async ({ recoveryCodes }) => {
      setName('');
      setAttempt(0);
      setCodes(recoveryCodes);
      await refreshAccount();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (name.trim() !== '') add.mutate(name.trim());
  };
  return (
    <form noValidate className={forms.form} onSubmit={submit}>
      {add.error && <ProblemNotice error={add.error} />}
      {codes.length > 0 && <RecoveryCodes codes={codes} onDone={() => setCodes([])} />}
      <TextField
        name="passkey-name"
        label={text('security.passkeys.name')}
        description={text('security.passkeys.name.note')}
        maxLength={MAX_NAME}
        dir="auto"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={attempt > 0 && name.trim() === '' && text('security.passkeys.name.missing')}
      />
      <div>
        <Button type="submit" loading={add.isPending}>
          {text('security.passkeys.add')}
        </Button>
      </div>
    </form>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const text = useText();
  const guarded = useGuarded();
  const { id, name, version, createdAt, lastUsedAt } = passkey;
  const params = { path: { id }, header: ifMatch(version) };
  const remove = useMutation({
    mutationFn: () => guarded(() => run(api.DELETE('/api/v1/passkeys/{id}', { params }))),
    onSettled: refreshAccount,
  });
  return (
    <li className={record.row}>
      <div className={record.main}>
        <PasskeyName passkey={passkey} />
        <div className={record.sub}>
          {text(lastUsedAt ? 'security.passkeys.used' : 'security.passkeys.added')}{' '}
          <LocalTime at={lastUsedAt ?? createdAt} />
        </div>
        {remove.error && <ProblemNotice error={remove.error} />}
      </div>
      <div className={record.side}>
        <Button
          variant="default"
          loading={remove.isPending}
          aria-label={text('security.passkeys.remove.label', { name })}
          onClick={() => remove.mutate()}
        >
          {text('security.passkeys.remove')}
        </Button>
      </div>
    </li>
  );
}
