import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '../../components/callout.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useMe } from '../../lib/me.js';
import { Composer } from './composer.js';
import { type Conversation, conversationQuery, titleOf } from './conversations.js';
import type { Excerpt } from './excerpt.js';
import { MessageList } from './message-list.js';
import type { MessageTarget } from './message-target.js';
import { PinnedFacts } from './pinned-facts.js';
import type { Thread, ThreadState } from './thread.js';
import { ThreadHead } from './thread-head.js';
import styles from './thread.module.css';
import { useThread } from './use-thread.js';

// Beside the messages, which come first.
const ConversationDetails = lazy(async () => ({
  default: (await import('./after-the-words.js')).ConversationDetails,
}));
// Seldom wanted: its code waits until somebody does.
const ExcerptDialog = lazy(async () => ({ default: (await import('./after-the-words.js')).ExcerptDialog }));
const TypingLine = lazy(async () => ({ default: (await import('./after-the-words.js')).TypingLine }));
const ReportDialog = lazy(async () => ({ default: (await import('./after-the-words.js')).ReportDialog }));

const route = getRouteApi('/signed-in/o/$organization/messages/$conversationId');

/** One conversation: its facts, what was said, and the place to write. */
export function ThreadPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { conversationId } = route.useParams();
  const { data, error, refetch } = useQuery(conversationQuery(organization.id, conversationId));
  const around = useLocation({ select: ({ state }) => state.around });
  if (data) return <ThreadScreen key={`${data.id}/${around}`} conversation={data} around={around} />;
  return (
    <div className={styles.thread}>
      <ThreadHead name={text('messages.one')} />
      <div className={styles.state}>
        {error ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : (
          <Waiting rows={4} height={48} />
        )}
      </div>
    </div>
  );
}

function ThreadScreen({ conversation, around }: { conversation: Conversation; around: number | undefined }) {
  const text = useText();
  const intl = useIntl();
  const me = useMe();
  const { thread, outbox, state, entries } = useThread(conversation.id);
  const [target, setTarget] = useState<MessageTarget | null>(null);
  const [reporting, setReporting] = useState<number | 'all' | null>(null);
  const [excerpt, setExcerpt] = useState<Excerpt | null>(
    around === undefined ? null : { kind: 'around', seq: around },
  );
  const [showsDetails, setShowsDetails] = useState(false);
  const names = titleOf(conversation, me.id);
  const name = names.length > 0 ? intl.formatList(names) : text('messages.someone');
  return (
    <div className={showsDetails ? `${styles.thread} ${styles.detailed}` : styles.thread}>
      <ThreadHead
        name={name}
        conversation={conversation}
        showsDetails={showsDetails}
        onToggleDetails={() => setShowsDetails(!showsDetails)}
      />
      <div className={styles.talk} data-takes-files={conversation.abilities.post || undefined}>
        <PinnedFacts facts={conversation.facts} participants={conversation.participants} />
        <Progress state={state} thread={thread} />
        {state.phase === 'ready' && (
          <MessageList
            name={name}
            conversation={conversation}
            entries={entries}
            state={state}
            thread={thread}
            outbox={outbox}
            onTarget={setTarget}
            onReport={setReporting}
            onExcerpt={setExcerpt}
          />
        )}
        <Suspense fallback={<p className={styles.typing} />}>
          <TypingLine conversationId={conversation.id} participants={conversation.participants} />
        </Suspense>
        {conversation.abilities.post ? (
          <Composer
            conversationId={conversation.id}
            name={name}
            participants={conversation.participants}
            outbox={outbox}
            target={target}
            onDone={() => setTarget(null)}
          />
        ) : (
          <div className={styles.state}>
            <Callout tone="info">{text('messages.closed')}</Callout>
          </div>
        )}
      </div>
      <Suspense fallback={<aside />}>
        <ConversationDetails conversation={conversation} onReport={() => setReporting('all')} />
      </Suspense>
      <Suspense>
        {excerpt && (
          <ExcerptDialog
            conversation={conversation}
            excerpt={excerpt}
            onReply={(message) => {
              setExcerpt(null);
              setTarget({ kind: 'reply', message });
            }}
            onClose={() => setExcerpt(null)}
          />
        )}
        {reporting !== null && (
          <ReportDialog
            conversationId={conversation.id}
            seq={reporting === 'all' ? null : reporting}
            onClose={() => setReporting(null)}
          />
        )}
      </Suspense>
    </div>
  );
}

/** While the messages are being read, and where that failed. */
function Progress({ state, thread }: { state: ThreadState; thread: Thread }) {
  if (state.phase === 'ready') return null;
  return (
    <div className={styles.state}>
      {state.phase === 'failed' ? (
        <ProblemNotice error={state.problem} onRetry={() => void thread.open()} />
      ) : (
        <Waiting rows={4} height={48} />
      )}
    </div>
  );
}
