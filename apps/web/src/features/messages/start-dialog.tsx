import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '../../components/dialog.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { contactsQuery } from './contacts.js';
import { refreshConversations } from './conversations.js';
import { languageOfText } from './language-of-text.js';
import styles from './messages.module.css';
import { PeoplePicker, seatOf } from './people-picker.js';

/** Begins a conversation with one person, or a group, among those one may write to at once. */
export function StartDialog({ onClose }: { onClose: () => void }) {
  const text = useText();
  const organization = useActingOrganization();
  const navigate = useNavigate();
  const params = { organization: organization.slug };
  const { data, error } = useQuery(contactsQuery(organization.id));
  const [chosen, setChosen] = useState<string[]>([]);
  const [title, setTitle] = useState('');
  const start = useMutation({
    mutationFn: () => {
      const name = title.trim();
      const language = languageOfText(name);
      const body = {
        participants: chosen.map(seatOf),
        ...(name !== '' && { title: name, ...(language !== null && { language }) }),
      };
      return read(api.POST('/api/v1/conversations', { body }));
    },
    onSuccess: ({ id }) => {
      refreshConversations(organization.id);
      onClose();
      void navigate({
        to: '/o/$organization/messages/$conversationId',
        params: { ...params, conversationId: id },
      });
    },
  });
  return (
    <Dialog title={text('rooms.new')} onClose={onClose}>
      <div className={styles.form}>
        <p>
          {text('rooms.rule')}{' '}
          <Link to="/o/$organization/directory" params={params}>
            {text('rooms.new.others')}
          </Link>
        </p>
        {!data && !error && <Waiting rows={2} height={40} />}
        {data && (
          <PeoplePicker
            label={text('rooms.new.with')}
            contacts={data.items}
            chosen={chosen}
            onChange={setChosen}
          />
        )}
        {chosen.length > 1 && (
          <TextInput
            label={text('rooms.new.title')}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        )}
        {(error ?? start.error) && <ProblemNotice error={error ?? start.error} />}
      </div>
      <p className={styles.buttons}>
        <Button disabled={chosen.length === 0} loading={start.isPending} onClick={() => start.mutate()}>
          {text('rooms.new.start')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {text('action.cancel')}
        </Button>
      </p>
    </Dialog>
  );
}
