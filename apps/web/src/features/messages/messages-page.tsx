import { Outlet, useParams } from '@tanstack/react-router';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { ConversationList } from './conversation-list.js';
import styles from './messages.module.css';
import { useConversationPushes } from './use-conversation-pushes.js';

/** The list of conversations and, beside it, the one that is open; on a phone one after the other. */
export function MessagesPage() {
  const organization = useActingOrganization();
  const { conversationId } = useParams({ strict: false });
  useConversationPushes(organization.id);
  const isOpen = conversationId !== undefined;
  return (
    <div className={isOpen ? `${styles.screen} ${styles.open}` : styles.screen}>
      <ConversationList isAlone={!isOpen} />
      <Outlet />
    </div>
  );
}
