import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MessageView } from '#libs/contracts';
import { Dialog } from '../../components/dialog.js';
import { LangText } from '../../components/lang-text.js';
import { LinkedText } from '../../components/linked-text.js';
import { LocalTime } from '../../components/local-time.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { type Conversation, conversationsKey, personName } from './conversations.js';
import styles from './desk.module.css';
import type { Excerpt } from './excerpt.js';
import { languageOfText } from './language-of-text.js';

/** Messages shown before and after the one that was found. */
const AROUND = 10;
/** As many answers of a thread as are shown at once. */
const OF_A_THREAD = 200;

interface Props {
  conversation: Conversation;
  excerpt: Excerpt;
  onReply: (message: MessageView) => void;
  onClose: () => void;
}

/** What is looked at beside the conversation. */
export function ExcerptDialog(props: Props) {
  const { conversation, excerpt, onClose } = props;
  const { kind, seq } = excerpt;
  if (kind === 'wordings') return <Wordings conversationId={conversation.id} seq={seq} onClose={onClose} />;
  return <Messages {...props} kind={kind} />;
}

/** How a message read before it was edited, first wording first. */
function Wordings(props: { conversationId: string; seq: number; onClose: () => void }) {
  const { conversationId: id, seq, onClose } = props;
  const text = useText();
  const rich = useRichText();
  const { id: organizationId } = useActingOrganization();
  const { data, error, refetch } = useQuery({
    queryKey: [...conversationsKey(organizationId), id, 'wordings', seq],
    queryFn: ({ signal }) =>
      read(
        api.GET('/api/v1/conversations/{id}/messages/{seq}/wordings', {
          params: { path: { id, seq: String(seq) } },
          signal,
        }),
      ),
    staleTime: 0,
  });
  return (
    <Dialog title={text('rooms.wordings.title')} onClose={onClose}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={48} />}
      <ul className={styles.excerpt} data-excerpt="wordings">
        {data?.items.map(({ revision, body, language, replacedAt }) => (
          <li key={revision}>
            <p className={styles.note}>
              {rich('rooms.wordings.until', {
                time: <LocalTime key="time" at={replacedAt} as="moment" />,
              })}
            </p>
            <LangText as="div" language={language ?? languageOfText(body)} className={styles.words}>
              <LinkedText text={body} />
            </LangText>
          </li>
        ))}
      </ul>
      <p className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {text('rooms.close')}
        </Button>
      </p>
    </Dialog>
  );
}

/** A thread, or what stands around a message that was found, wherever in the conversation that is. */
function Messages(props: Props & { kind: 'thread' | 'around' }) {
  const { conversation, kind, onReply, onClose } = props;
  const { seq } = props.excerpt;
  const { id, participants, abilities } = conversation;
  const text = useText();
  const { id: organizationId } = useActingOrganization();
  const { data, error, refetch } = useQuery({
    queryKey: [...conversationsKey(organizationId), id, kind, seq],
    queryFn: ({ signal }) => {
      const query =
        kind === 'thread'
          ? { afterSeq: 0, thread: seq, limit: OF_A_THREAD }
          : { beforeSeq: seq + AROUND + 1, limit: 2 * AROUND + 1 };
      return read(
        api.GET('/api/v1/conversations/{id}/messages', { params: { path: { id }, query }, signal }),
      );
    },
    staleTime: 0,
  });
  const first = data?.items.find((message) => message.seq === seq);
  return (
    <Dialog title={text(`rooms.${kind}.title`)} onClose={onClose}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={48} />}
      <ul className={styles.excerpt} data-excerpt={kind}>
        {data?.items
          .filter((message) => message.kind === undefined)
          .map((message) => (
            <li key={message.id} className={message.seq === seq ? styles.found : undefined}>
              <p className={styles.note}>
                {personName(
                  participants.find(({ personId }) => personId === message.senderId),
                  text('messages.someone'),
                )}{' '}
                · <LocalTime at={message.postedAt} as="moment" />
              </p>
              {message.deletedAt ? (
                <p className={styles.note}>{text('rooms.deleted')}</p>
              ) : (
                <LangText
                  as="div"
                  language={message.language ?? languageOfText(message.body)}
                  className={styles.words}
                >
                  <LinkedText text={message.body} />
                </LangText>
              )}
            </li>
          ))}
      </ul>
      <p className={styles.buttons}>
        {first && abilities.post && (
          <Button onClick={() => onReply(first)}>
            {text(kind === 'thread' ? 'rooms.thread.reply' : 'rooms.reply')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {text('rooms.close')}
        </Button>
      </p>
    </Dialog>
  );
}
