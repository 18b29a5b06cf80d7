import type { MessageView } from '#libs/contracts';
import { IconArrowBackUp } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { LinkedText } from '../../components/linked-text.js';
import { useText } from '../../i18n/use-text.js';
import { type Participant, personName } from './conversations.js';
import type { Entry } from './entries.js';
import { languageOfText } from './language-of-text.js';
import styles from './message-row.module.css';
import type { Outbox } from './outbox.js';

const LinkCard = lazy(async () => ({ default: (await import('./after-the-words.js')).LinkCard }));
const MessageFiles = lazy(async () => ({ default: (await import('./after-the-words.js')).MessageFiles }));

/** As much of an answered message as its answer shows, in code points. */
const QUOTED = 120;

/** The words, above them what they answer, below them what goes along; a trace where they were deleted. */
export function MessageBody(props: {
  entry: Entry;
  quoted: MessageView | undefined;
  participants: readonly Participant[];
  outbox: Outbox;
}) {
  const { entry, quoted, participants, outbox } = props;
  const text = useText();
  if (entry.message?.deletedAt)
    return <p className={`${styles.body} ${styles.gone}`}>{text('rooms.deleted')}</p>;
  return (
    <div className={entry.state === 'refused' ? `${styles.body} ${styles.refused}` : styles.body}>
      {entry.replyTo !== null && <Quote quoted={quoted} participants={participants} />}
      {!saysOnlyFiles(entry) && (
        <LangText as="div" language={entry.language ?? languageOfText(entry.body)}>
          <LinkedText text={entry.body} />
        </LangText>
      )}
      {entry.message && entry.body.includes('https://') && (
        <Suspense>
          <LinkCard body={entry.body} />
        </Suspense>
      )}
      {filesOf(entry).length > 0 && (
        <Suspense fallback={<p className={styles.file}>{namesIn(entry)}</p>}>
          <MessageFiles entry={entry} outbox={outbox} />
        </Suspense>
      )}
    </div>
  );
}

const filesOf = ({ message, files }: Entry): readonly { name: string }[] => message?.attachments ?? files;
const namesIn = (entry: Entry): string =>
  filesOf(entry)
    .map(({ name }) => name)
    .join(', ');

/** Files sent without words go under their names, which stand at the files already. */
function saysOnlyFiles(entry: Entry): boolean {
  return filesOf(entry).length > 0 && entry.body === namesIn(entry);
}

function Quote({
  quoted,
  participants,
}: {
  quoted: MessageView | undefined;
  participants: readonly Participant[];
}) {
  const text = useText();
  const sender = participants.find(({ personId }) => personId === quoted?.senderId);
  const words = quoted && [...quoted.body].slice(0, QUOTED).join('');
  return (
    <blockquote className={styles.quote}>
      <IconArrowBackUp size={14} stroke={1.5} aria-hidden />{' '}
      {quoted && <span className={styles.for}>{personName(sender, text('messages.someone'))}: </span>}
      {words ? (
        <LangText language={quoted?.language ?? languageOfText(words)}>{words}</LangText>
      ) : (
        text(quoted ? 'rooms.deleted' : 'rooms.earlier')
      )}
    </blockquote>
  );
}

/** Something that happened to the room, between what was said. */
export function RoomLine(props: { message: MessageView; participants: readonly Participant[] }) {
  const { message, participants } = props;
  const text = useText();
  const intl = useIntl();
  const { kind, members = [], senderId } = message;
  const nameOf = (id: string): string =>
    personName(
      participants.find(({ personId }) => personId === id),
      text('messages.someone'),
    );
  if (!kind || kind === 'said') return null;
  const [from, to] = members;
  const names = intl.formatList(members.map(({ personId }) => nameOf(personId)));
  return (
    <p className={styles.line}>
      {kind === 'handed-over'
        ? text('rooms.line.handed-over', {
            name: nameOf(from?.personId ?? ''),
            to: nameOf(to?.personId ?? ''),
          })
        : text(`rooms.line.${kind}`, { name: nameOf(senderId), names })}
    </p>
  );
}
