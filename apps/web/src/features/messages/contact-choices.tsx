import { Button, Switch } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { queryClient } from '../../lib/query.js';
import { contactsKey } from './contacts.js';
import { personName, refreshConversations } from './conversations.js';
import styles from './desk.module.css';

/** What one chooses for oneself: what others see, and who is kept away. */
export function ContactChoices() {
  return (
    <>
      <WhatOthersSee />
      <KeptAway />
    </>
  );
}

function WhatOthersSee() {
  const text = useText();
  const { id } = useActingOrganization();
  const queryKey = [...contactsKey(id), 'preferences'];
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => read(api.GET('/api/v1/messaging-preferences', { signal })),
  });
  const save = useMutation({
    mutationFn: (body: { showsReading: boolean; showsPresence: boolean }) =>
      read(api.POST('/api/v1/messaging-preferences', { body })),
    onSuccess: (saved) => {
      queryClient.setQueryData(queryKey, saved);
      refreshConversations(id);
    },
  });
  const shown = save.isPending ? save.variables : data;
  return (
    <section className={styles.choices} aria-label={text('rooms.choices.seen')}>
      <h2>{text('rooms.choices.seen')}</h2>
      {shown && (
        <>
          <Switch
            label={text('rooms.choices.reading')}
            description={text('rooms.choices.reading.text')}
            checked={shown.showsReading}
            onChange={(event) => save.mutate({ ...shown, showsReading: event.currentTarget.checked })}
          />
          <Switch
            label={text('rooms.choices.presence')}
            description={text('rooms.choices.presence.text')}
            checked={shown.showsPresence}
            onChange={(event) => save.mutate({ ...shown, showsPresence: event.currentTarget.checked })}
          />
        </>
      )}
      {(error ?? save.error) && <ProblemNotice error={error ?? save.error} />}
    </section>
  );
}

function KeptAway() {
  const text = useText();
  const { id } = useActingOrganization();
  const queryKey = [...contactsKey(id), 'blocks'];
  const { data, error } = useQuery({
    queryKey,
    queryFn: ({ signal }) => read(api.GET('/api/v1/contact-blocks', { signal })),
  });
  const lift = useMutation({
    mutationFn: (blockId: string) =>
      read(api.POST('/api/v1/contact-blocks/{id}/lift', { params: { path: { id: blockId } } })),
    onSuccess: () => {
      refreshConversations(id);
      return queryClient.invalidateQueries({ queryKey });
    },
  });
  return (
    <section className={styles.choices} aria-label={text('rooms.choices.blocked')}>
      <h2>{text('rooms.choices.blocked')}</h2>
      <p className={styles.note}>{text('rooms.choices.blocked.text')}</p>
      {data?.items.length === 0 && <p>{text('rooms.choices.blocked.none')}</p>}
      <ul className={styles.people}>
        {data?.items.map((block) => (
          <li key={block.id} className={styles.head} data-block={block.id}>
            <span>
              {block.displayName !== null && (
                <>
                  <strong>{personName({ displayName: block.displayName }, text('messages.someone'))}</strong>{' '}
                  ·{' '}
                </>
              )}
              {block.displayName === null
                ? text('rooms.choices.everybody', { name: block.organization.name })
                : block.organization.name}
            </span>
            <Button variant="default" loading={lift.isPending} onClick={() => lift.mutate(block.id)}>
              {text('rooms.choices.lift')}
            </Button>
          </li>
        ))}
      </ul>
      {(error ?? lift.error) && <ProblemNotice error={error ?? lift.error} />}
    </section>
  );
}
