import { EmptyState } from '../../components/empty-state.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useConversations } from './conversations.js';
import styles from './messages.module.css';

/** Holds the place beside the list while nothing is open. */
export function ChooseConversation() {
  const text = useText();
  const organization = useActingOrganization();
  const { items } = useConversations(organization.id);
  return (
    <div className={styles.choose}>
      {items.length > 0 && (
        <EmptyState because="nothing" title={text('messages.choose')}>
          {text('messages.choose.text')}
        </EmptyState>
      )}
    </div>
  );
}
