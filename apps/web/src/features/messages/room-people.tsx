import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../components/dialog.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { queryClient } from '../../lib/query.js';
import { contactsQuery } from './contacts.js';
import {
  type Conversation,
  conversationQuery,
  type Participant,
  personName,
  refreshConversations,
} from './conversations.js';
import { languageOfText } from './language-of-text.js';
import styles from './messages.module.css';
import { keyOf, PeoplePicker, seatOf } from './people-picker.js';

interface OfRoom {
  conversation: Conversation;
  onClose: () => void;
}

/** A change of the room: what came of it is shown everywhere, and the question is over. */
function useRoomChange<Input>({ conversation, onClose }: OfRoom, act: (i: Input) => Promise<Conversation>) {
  const { id: organizationId } = useActingOrganization();
  return useMutation({
    mutationFn: act,
    onSuccess: (changed) => {
      queryClient.setQueryData(conversationQuery(organizationId, conversation.id).queryKey, changed);
      refreshConversations(organizationId);
      onClose();
    },
  });
}

/** Those one may write to and who do not take part yet. */
function useOutsiders({ participants }: Conversation) {
  const { id: organizationId } = useActingOrganization();
  const { data, error } = useQuery(contactsQuery(organizationId));
  const seated = participants.filter(({ isHere }) => isHere).map(keyOf);
  return { error, outsiders: data?.items.filter((contact) => !seated.includes(keyOf(contact))) };
}

/** Others join: whom one knows in a group, colleagues where a match or a project brings people together. */
export function InviteDialog(props: OfRoom) {
  const { id, abilities } = props.conversation;
  const text = useText();
  const { outsiders, error } = useOutsiders(props.conversation);
  const [chosen, setChosen] = useState<string[]>([]);
  const [showsHistory, setShowsHistory] = useState(false);
  const invite = useRoomChange(props, () =>
    read(
      api.POST('/api/v1/conversations/{id}/invite', {
        params: { path: { id } },
        body: { participants: chosen.map(seatOf), showsHistory },
      }),
    ),
  );
  const colleaguesOnly = abilities.invite === 'colleagues';
  return (
    <Question
      title={text('rooms.invite')}
      text={text(colleaguesOnly ? 'rooms.invite.colleagues' : 'rooms.invite.contacts')}
      action={text('rooms.invite.do')}
      isReady={chosen.length > 0}
      change={invite}
      error={error}
      onClose={props.onClose}
    >
      {!outsiders && !error && <Waiting rows={2} height={40} />}
      {outsiders && (
        <PeoplePicker
          label={text('rooms.invite.who')}
          contacts={outsiders.filter(({ acquaintance }) => !colleaguesOnly || acquaintance === 'colleague')}
          chosen={chosen}
          onChange={setChosen}
        />
      )}
      <Checkbox
        label={text('rooms.invite.history')}
        checked={showsHistory}
        onChange={(event) => setShowsHistory(event.currentTarget.checked)}
      />
    </Question>
  );
}

/** The host takes somebody out, who keeps what was said so far. */
export function RemoveDialog(props: OfRoom & { person: Participant }) {
  const { conversation, person } = props;
  const text = useText();
  const remove = useRoomChange(props, () =>
    read(
      api.POST('/api/v1/conversations/{id}/remove', {
        params: { path: { id: conversation.id } },
        body: { personId: person.personId, organizationId: person.organization.id },
      }),
    ),
  );
  return (
    <Question
      title={text('rooms.remove')}
      text={text('rooms.remove.sure', { name: personName(person, text('messages.someone')) })}
      action={text('rooms.remove')}
      isReady
      isGrave
      change={remove}
      onClose={props.onClose}
    />
  );
}

export function RenameDialog(props: OfRoom) {
  const { id, title } = props.conversation;
  const text = useText();
  const [name, setName] = useState(title?.text ?? '');
  const rename = useRoomChange(props, () => {
    const words = name.trim();
    const language = languageOfText(words);
    const body = { title: words === '' ? null : words, ...(language !== null && { language }) };
    return read(api.POST('/api/v1/conversations/{id}/rename', { params: { path: { id } }, body }));
  });
  return (
    <Question
      title={text('rooms.rename')}
      action={text('rooms.rename')}
      isReady
      change={rename}
      onClose={props.onClose}
    >
      <TextInput
        label={text('rooms.rename.label')}
        description={text('rooms.rename.note')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Question>
  );
}

/** One's seat goes to a colleague, who sees all one saw. */
export function HandOverDialog(props: OfRoom) {
  const { id } = props.conversation;
  const text = useText();
  const { outsiders, error } = useOutsiders(props.conversation);
  const [toPersonId, setTo] = useState('');
  const handOver = useRoomChange(props, () =>
    read(
      api.POST('/api/v1/conversations/{id}/hand-over', { params: { path: { id } }, body: { toPersonId } }),
    ),
  );
  const colleagues = outsiders?.filter(({ acquaintance }) => acquaintance === 'colleague');
  return (
    <Question
      title={text('rooms.hand-over')}
      text={text(colleagues?.length === 0 ? 'rooms.hand-over.nobody' : 'rooms.hand-over.text')}
      action={text('rooms.hand-over')}
      isReady={toPersonId !== ''}
      change={handOver}
      error={error}
      onClose={props.onClose}
    >
      {!colleagues && !error && <Waiting rows={2} height={40} />}
      {colleagues && colleagues.length > 0 && (
        <Radio.Group label={text('rooms.hand-over.to')} value={toPersonId} onChange={setTo}>
          <div className={styles.form}>
            {colleagues.map(({ personId, displayName }) => (
              <Radio
                key={personId}
                value={personId}
                label={personName({ displayName }, text('messages.someone'))}
              />
            ))}
          </div>
        </Radio.Group>
      )}
    </Question>
  );
}

function Question(props: {
  title: string;
  text?: string;
  action: string;
  isReady: boolean;
  /** It takes something away. */
  isGrave?: boolean;
  change: { isPending: boolean; error: unknown; mutate: (input: undefined) => void };
  error?: unknown;
  children?: ReactNode;
  onClose: () => void;
}) {
  const { change } = props;
  const text = useText();
  const problem = props.error ?? change.error;
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      {props.text !== undefined && <p>{props.text}</p>}
      <div className={styles.form}>{props.children}</div>
      {problem !== null && problem !== undefined && <ProblemNotice error={problem} />}
      <p className={styles.buttons}>
        <Button
          color={props.isGrave ? 'danger' : undefined}
          disabled={!props.isReady}
          loading={change.isPending}
          onClick={() => change.mutate(undefined)}
        >
          {props.action}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {text('action.cancel')}
        </Button>
      </p>
    </Dialog>
  );
}
