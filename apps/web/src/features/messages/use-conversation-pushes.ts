import { useEffect } from 'react';
import { useMe } from '../../lib/me.js';
import { onPush, onOpened } from '../../lib/socket.js';
import { noteMessage, noteRead, noteSeen, refreshConversations } from './conversations.js';

/** Keeps the list of conversations as new as the pushes; what they may have missed is asked for. */
export function useConversationPushes(organizationId: string): void {
  const { id: personId } = useMe();
  useEffect(() => {
    const refresh = (): void => refreshConversations(organizationId);
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') refresh();
    };
    const ends = [
      onPush('messaging.message-posted', ({ message }) => {
        const isMine = message.senderId === personId && message.senderOrganizationId === organizationId;
        noteMessage(organizationId, message, isMine);
      }),
      onPush('messaging.conversation-opened', refresh),
      onPush('messaging.conversation-read', ({ conversationId, readSeq }) =>
        noteRead(organizationId, conversationId, readSeq),
      ),
      onPush('messaging.conversation-changed', refresh),
      onPush('messaging.seat-ended', refresh),
      onPush('messaging.message-changed', refresh),
      onPush('messaging.conversation-seen', ({ conversationId, ...mark }) =>
        noteSeen(organizationId, conversationId, mark),
      ),
      onOpened(refresh),
    ];
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      for (const end of ends) end();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [organizationId, personId]);
}
