import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../components/dialog.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { queryClient } from '../../lib/query.js';
import { useMe } from '../../lib/me.js';
import { contactsKey } from './contacts.js';
import {
  type Conversation,
  conversationQuery,
  othersIn,
  personName,
  refreshConversations,
} from './conversations.js';
import styles from './messages.module.css';
import { HandOverDialog, RenameDialog } from './room-people.js';

/** How the reader keeps the conversation: named, muted, put away, handed over, left, reported. */
export function RoomSettings({
  conversation,
  onReport,
}: {
  conversation: Conversation;
  onReport: () => void;
}) {
  const { id, isMuted, isArchived, abilities } = conversation;
  const text = useText();
  const organization = useActingOrganization();
  const [isLeaving, setLeaving] = useState(false);
  const [isBlocking, setBlocking] = useState(false);
  const params = { path: { id } };
  const keep = (changed: Conversation): void => {
    queryClient.setQueryData(conversationQuery(organization.id, id).queryKey, changed);
    refreshConversations(organization.id);
  };
  const arrange = useMutation({
    mutationFn: (body: { isMuted?: boolean; isArchived?: boolean }) =>
      read(api.POST('/api/v1/conversations/{id}/arrange', { params, body })),
    onSuccess: keep,
  });
  const leave = useMutation({
    mutationFn: () => read(api.POST('/api/v1/conversations/{id}/leave', { params })),
    onSuccess: (changed) => {
      keep(changed);
      setLeaving(false);
    },
  });
  const me = useMe();
  const others = othersIn(conversation.participants, me.id);
  const [other] = others;
  const block = useMutation({
    mutationFn: (seat: { personId: string; organizationId: string }) =>
      read(api.POST('/api/v1/contact-blocks', { body: seat })),
    onSuccess: () => {
      setBlocking(false);
      refreshConversations(organization.id);
      void queryClient.invalidateQueries({ queryKey: contactsKey(organization.id) });
    },
  });
  return (
    <section>
      <h2>{text('rooms.arrange')}</h2>
      <div className={styles.buttons}>
        <Button
          variant="default"
          aria-pressed={isMuted}
          onClick={() => arrange.mutate({ isMuted: !isMuted })}
        >
          {text(isMuted ? 'rooms.unmute' : 'rooms.mute')}
        </Button>
        <Button
          variant="default"
          aria-pressed={isArchived}
          onClick={() => arrange.mutate({ isArchived: !isArchived })}
        >
          {text(isArchived ? 'rooms.unarchive' : 'rooms.archive')}
        </Button>
        <SeatButtons conversation={conversation} />
        {abilities.leave && (
          <Button variant="default" onClick={() => setLeaving(true)}>
            {text('rooms.leave')}
          </Button>
        )}
        <Button variant="default" onClick={onReport}>
          {text('rooms.report')}
        </Button>
        {others.length === 1 && (
          <Button variant="default" onClick={() => setBlocking(true)}>
            {text('rooms.block')}
          </Button>
        )}
      </div>
      {arrange.error && <ProblemNotice error={arrange.error} />}
      {isBlocking && other && (
        <Dialog title={text('rooms.block')} onClose={() => setBlocking(false)}>
          <p>{text('rooms.block.sure', { name: personName(other, text('messages.someone')) })}</p>
          {block.error && <ProblemNotice error={block.error} />}
          <p className={styles.buttons}>
            <Button
              color="danger"
              loading={block.isPending}
              onClick={() =>
                block.mutate({ personId: other.personId, organizationId: other.organization.id })
              }
            >
              {text('rooms.block')}
            </Button>
            <Button variant="default" onClick={() => setBlocking(false)}>
              {text('action.cancel')}
            </Button>
          </p>
        </Dialog>
      )}
      {isLeaving && (
        <Dialog title={text('rooms.leave')} onClose={() => setLeaving(false)}>
          <p>{text('rooms.leave.sure')}</p>
          {leave.error && <ProblemNotice error={leave.error} />}
          <p className={styles.buttons}>
            <Button color="danger" loading={leave.isPending} onClick={() => leave.mutate()}>
              {text('rooms.leave')}
            </Button>
            <Button variant="default" onClick={() => setLeaving(false)}>
              {text('action.cancel')}
            </Button>
          </p>
        </Dialog>
      )}
    </section>
  );
}

/** What the reader may do with the room's name and their own place in it. */
function SeatButtons({ conversation }: { conversation: Conversation }) {
  const { abilities } = conversation;
  const text = useText();
  const [asked, setAsked] = useState<'rename' | 'hand-over' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      {abilities.rename && (
        <Button variant="default" onClick={() => setAsked('rename')}>
          {text('rooms.rename')}
        </Button>
      )}
      {abilities.handOver && (
        <Button variant="default" onClick={() => setAsked('hand-over')}>
          {text('rooms.hand-over')}
        </Button>
      )}
      {asked === 'rename' && <RenameDialog conversation={conversation} onClose={close} />}
      {asked === 'hand-over' && <HandOverDialog conversation={conversation} onClose={close} />}
    </>
  );
}
