import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useStore } from '../../lib/store.js';
import { type Participant, personName } from './conversations.js';
import { here, seatKey, typing, watchPresence } from './presence.js';
import styles from './thread.module.css';

/** Who is writing just now; its line is always kept free, so that nothing moves. */
export function TypingLine(props: { conversationId: string; participants: readonly Participant[] }) {
  const { conversationId, participants } = props;
  const text = useText();
  const intl = useIntl();
  useEffect(() => watchPresence(conversationId), [conversationId]);
  const names = useStore(typing).map(({ personId }) =>
    personName(
      participants.find((each) => each.personId === personId),
      text('messages.someone'),
    ),
  );
  return (
    <p className={styles.typing} data-typing={names.length}>
      {names.length > 0 && text('rooms.typing', { names: intl.formatList(names), count: names.length })}
    </p>
  );
}

/** That somebody is here just now. */
export function HereMark({ participant }: { participant: Participant }) {
  const text = useText();
  const { personId, organization } = participant;
  const isHere = useStore(here).has(seatKey({ personId, organizationId: organization.id }));
  return isHere ? <Tag>{text('rooms.here')}</Tag> : null;
}
