import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { LocalTime } from '../../components/local-time.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import type { MessageView } from '#libs/contracts';
import { lazy, Suspense } from 'react';
import { type Conversation, type Participant, personName } from './conversations.js';
import { type Entry, goesOn } from './entries.js';
import type { Excerpt } from './excerpt.js';
import { MessageBody, RoomLine } from './message-body.js';
import type { MessageTarget } from './message-target.js';
import styles from './message-row.module.css';
import type { Outbox } from './outbox.js';

// What was said comes before what can be done about it.
const MessageActions = lazy(async () => ({ default: (await import('./after-the-words.js')).MessageActions }));

const ICON = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** One message, with the day above it where a new one begins and its sender where the speaker changes. */
export function MessageRow(props: {
  entry: Entry;
  before: Entry | undefined;
  isFirstNew: boolean;
  conversation: Conversation;
  /** The message it answers, where it is at hand. */
  quoted: MessageView | undefined;
  outbox: Outbox;
  timeZone: string | undefined;
  onTarget: (target: MessageTarget) => void;
  onReport: (seq: number) => void;
  onExcerpt: (excerpt: Excerpt) => void;
}) {
  const { entry, before, isFirstNew, conversation, quoted, outbox, timeZone } = props;
  const { participants } = conversation;
  const text = useText();
  const isNewDay = !before || dayOf(before.at, timeZone) !== dayOf(entry.at, timeZone);
  if (entry.message?.kind) return <RoomLine message={entry.message} participants={participants} />;
  const isContinued = goesOn(before, entry, isNewDay) && !isFirstNew;
  return (
    <div className={isContinued ? `${styles.row} ${styles.continued}` : styles.row}>
      {isNewDay && (
        <p className={styles.day}>
          <span>
            <LocalTime at={entry.at} as="day" />
          </span>
        </p>
      )}
      {isFirstNew && (
        <p className={styles.fresh}>
          <span>{text('messages.new')}</span>
        </p>
      )}
      <div className={entry.isMine ? `${styles.message} ${styles.mine}` : styles.message}>
        <Speaker entry={entry} participants={participants} isSilent={isContinued || entry.isMine} />
        <MessageBody entry={entry} quoted={quoted} participants={participants} outbox={outbox} />
        <div className={styles.tail}>
          {entry.state === 'refused' ? <Refusal entry={entry} outbox={outbox} /> : <Foot entry={entry} />}
          {entry.message && (
            <Suspense>
              <MessageActions
                message={entry.message}
                isMine={entry.isMine}
                conversation={conversation}
                onTarget={props.onTarget}
                onReport={props.onReport}
                onExcerpt={props.onExcerpt}
              />
            </Suspense>
          )}
        </div>
      </div>
    </div>
  );
}

/** Who says it; for voices only where the eye knows already. */
function Speaker(props: { entry: Entry; participants: readonly Participant[]; isSilent: boolean }) {
  const { entry, participants, isSilent } = props;
  const text = useText();
  const { senderId, senderOrganizationId, isMine } = entry;
  const sender = participants.find(
    ({ personId, organization }) => personId === senderId && organization.id === senderOrganizationId,
  );
  return (
    <p className={isSilent ? 'sr-only' : styles.sender}>
      {isMine ? text('messages.you') : personName(sender, text('messages.someone'))}
      {sender && !isMine && <span className={styles.for}> · {sender.organization.name}</span>}
    </p>
  );
}

function Foot({ entry }: { entry: Entry }) {
  const text = useText();
  const Mark = entry.state === 'sent' ? IconCheck : IconClock;
  return (
    <p className={styles.foot}>
      <LocalTime at={entry.at} as="time" />
      {entry.message?.editedAt && !entry.message.deletedAt && <span>{text('rooms.edited')}</span>}
      {entry.isMine && (
        <span className={styles.mark} title={text(`messages.state.${entry.state}`)}>
          <Mark {...ICON} />
          <span className="sr-only">{text(`messages.state.${entry.state}`)}</span>
        </span>
      )}
    </p>
  );
}

/** The server said no: the words stay, and the reader decides. */
function Refusal({ entry, outbox }: { entry: Entry; outbox: Outbox }) {
  const text = useText();
  const codeText = useCodeText();
  return (
    <div className={styles.problem}>
      <p>
        <IconAlertTriangle {...ICON} /> {text('messages.state.refused')}.{' '}
        {codeText('messages.refused', entry.problem ?? 'other', 'messages.refused.other')}
      </p>
      <div className={styles.buttons}>
        <Button
          variant="default"
          onClick={(event) => {
            keepFocus(event.currentTarget);
            void outbox.retry(entry.key);
          }}
        >
          {text('messages.retry')}
        </Button>
        <Button
          variant="subtle"
          color="danger"
          onClick={(event) => {
            keepFocus(event.currentTarget);
            void outbox.discard(entry.key);
          }}
        >
          {text('messages.delete')}
        </Button>
      </div>
    </div>
  );
}

/** The button goes with what it decides; the reader stays in the list. */
function keepFocus(button: HTMLElement): void {
  button.closest<HTMLElement>('[role="group"]')?.focus({ preventScroll: true });
}

/** The day an instant falls on where the reader is; for comparing only. */
function dayOf(at: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(at));
}
