import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useMe } from '../../lib/me.js';
import { type ConversationCard, othersIn, personName, titleOf } from './conversations.js';
import { languageOfText } from './language-of-text.js';
import { RoomOrigin } from './room-origin.js';
import styles from './conversation-row.module.css';

/** What a row calls a conversation, and whom it names. */
export function useNamesOf(): (conversation: ConversationCard) => { name: string; people: string } {
  const text = useText();
  const intl = useIntl();
  const me = useMe();
  return (conversation) => {
    const someone = text('messages.someone');
    const names = titleOf(conversation, me.id);
    const people = othersIn(conversation.participants, me.id).map((person) => personName(person, someone));
    return { name: names.length > 0 ? intl.formatList(names) : someone, people: intl.formatList(people) };
  };
}

/** Who, their last words, when, and how much of it is new; how it began, where another row says the same. */
export function ConversationRow(props: { conversation: ConversationCard; looksAlike?: boolean }) {
  const { conversation, looksAlike = false } = props;
  const text = useText();
  const intl = useIntl();
  const me = useMe();
  const { slug } = useActingOrganization();
  const { id, lastMessage, unread, activeAt } = conversation;
  const { name, people } = useNamesOf()(conversation);
  return (
    <li className={styles.item}>
      <Link
        to="/o/$organization/messages/$conversationId"
        params={{ organization: slug, conversationId: id }}
        state={(state) => ({ ...state, keepsFocus: true })}
        className={unread > 0 ? `${styles.row} ${styles.isNew}` : styles.row}
        data-conversation={id}
      >
        <span className={styles.line}>
          <span className={styles.name}>{name}</span>
          <span className={styles.time}>
            <LocalTime at={activeAt} as={isToday(activeAt, intl.timeZone) ? 'time' : 'date'} />
          </span>
        </span>
        <span className={styles.people}>{people}</span>
        {looksAlike && (
          <span className={styles.people} data-origin={conversation.about.type}>
            <RoomOrigin conversation={conversation} />
          </span>
        )}
        <span className={styles.line}>
          {/* A line of the room itself, and a message that was deleted, have no words. */}
          <span className={styles.words}>
            {lastMessage?.snippet && (
              <>
                {lastMessage.senderId === me.id && `${text('messages.you')} `}
                <LangText language={lastMessage.language ?? languageOfText(lastMessage.snippet)}>
                  {lastMessage.snippet}
                </LangText>
              </>
            )}
          </span>
          {unread > 0 && (
            <span className={styles.unread}>
              <span aria-hidden>{unread > 99 ? '99+' : unread}</span>
              <span className="sr-only">{text('messages.unread', { count: unread })}</span>
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

function isToday(at: string, timeZone: string | undefined): boolean {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return day.format(new Date(at)) === day.format(new Date());
}
