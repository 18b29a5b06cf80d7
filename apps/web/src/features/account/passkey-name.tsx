import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { api, ifMatch, read } from '../../lib/api.js';
import styles from './account.module.css';
import { type Passkey, refreshAccount } from './security.js';

const MAX_NAME = 60;

/** The name of a passkey, which can be changed in its place. */
export function PasskeyName({ passkey: { id, name, version } }: { passkey: Passkey }) {
  const text = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const rename = useMutation({
    mutationFn: (next: string) => {
      const params = { path: { id }, header: ifMatch(version) };
      return read(api.PATCH('/api/v1/passkeys/{id}', { params, body: { name: next } }));
    },
    onSuccess: async () => {
      setDraft(null);
      await refreshAccount();
    },
  });
  if (draft === null) {
    return (
      <div className={styles.save}>
        <span dir="auto">{name}</span>
        <Button
          variant="subtle"
          aria-label={text('security.passkeys.rename.label', { name })}
          onClick={() => setDraft(name)}
        >
          {text('security.passkeys.rename')}
        </Button>
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.trim() !== '') rename.mutate(draft.trim());
  };
  return (
    <form noValidate className={styles.save} onSubmit={submit}>
      {rename.error && <ProblemNotice error={rename.error} />}
      <TextField
        name={`passkey-${id}`}
        label={text('security.passkeys.name')}
        maxLength={MAX_NAME}
        dir="auto"
        autoFocus
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <Button type="submit" loading={rename.isPending}>
        {text('account.save')}
      </Button>
      <Button variant="subtle" onClick={() => setDraft(null)}>
        {text('security.cancel')}
      </Button>
    </form>
  );
}
