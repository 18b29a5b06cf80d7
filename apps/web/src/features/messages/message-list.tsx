import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { useText } from '../../i18n/use-text.js';
import type { Outbox } from './outbox.js';
import { Announcer } from './announcer.js';
import type { Conversation } from './conversations.js';
import type { Entry } from './entries.js';
import type { Excerpt } from './excerpt.js';
import { LIST_PARTS, type ListContext } from './message-list-parts.js';
import styles from './message-list.module.css';
import { MessageRow } from './message-row.js';
import type { MessageTarget } from './message-target.js';
import type { MessageView } from '#libs/contracts';
import type { Thread, ThreadState } from './thread.js';
import { useFollowedEnd } from './use-followed-end.js';
import { useReadMark } from './use-read-mark.js';

/** Rows kept beyond the edges of the window, in pixels: enough for a flick, far below 80 rows. */
const BEYOND = { top: 600, bottom: 400 };

/**
 * What was said, newest at the foot, with as many rows in the page as the window shows. Rows are numbered by the
 * number of their message, so that older ones may come in above without anything moving.
 */
export function MessageList(props: {
  name: string;
  conversation: Conversation;
  entries: readonly Entry[];
  state: ThreadState;
  thread: Thread;
  outbox: Outbox;
  onTarget: (target: MessageTarget) => void;
  onReport: (seq: number) => void;
  onExcerpt: (excerpt: Excerpt) => void;
}) {
  const { name, conversation, entries, state, thread, outbox, onTarget, onReport, onExcerpt } = props;
  const text = useText();
  const intl = useIntl();
  const list = useRef<VirtuosoHandle>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const firstSeq = state.messages[0]?.seq ?? 1;
  const lastSeq = thread.lastSeq;
  // Where the reader stood on opening; the line "New" does not wander while they read.
  const [openedAt] = useState({ readSeq: conversation.readSeq, lastSeq });
  const readSeq = useReadMark(conversation, scroller, entries);

  const [start] = useState(() => initialIndex(entries, openedAt.readSeq));
  const { follows, keepEnd } = useFollowedEnd(scroller, start.index === 'LAST');

  const waiting = entries.filter(({ state: way }) => way !== 'sent').length;
  const waited = useRef(waiting);
  useEffect(() => {
    // One's own words are always shown, wherever one had scrolled to.
    if (waiting > waited.current) list.current?.scrollToIndex({ index: 'LAST', align: 'end' });
    waited.current = waiting;
  }, [waiting]);

  const context = useMemo<ListContext>(
    () => ({ label: text('messages.with', { name }), conversation, state }),
    [text, name, conversation, state],
  );
  const onScroller = useCallback((element: HTMLElement | Window | null) => {
    setScroller(element instanceof HTMLElement ? element : null);
  }, []);
  const below = isAtEnd ? 0 : entries.filter(({ seq, isMine }) => !isMine && (seq ?? 0) > readSeq).length;
  return (
    <div className={styles.frame}>
      <Virtuoso
        ref={list}
        scrollerRef={onScroller}
        className={styles.list}
        data={entries}
        context={context}
        components={LIST_PARTS}
        firstItemIndex={firstSeq}
        initialTopMostItemIndex={start}
        computeItemKey={(_, entry) => entry.key}
        increaseViewportBy={BEYOND}
        alignToBottom
        atBottomThreshold={10}
        atBottomStateChange={setAtEnd}
        followOutput={() => (follows.current ? 'auto' : false)}
        totalListHeightChanged={keepEnd}
        startReached={() => void thread.readOlder().catch(() => undefined)}
        itemContent={(index, entry) => (
          <MessageRow
            entry={entry}
            before={entries[index - firstSeq - 1]}
            isFirstNew={
              entry.seq === openedAt.readSeq + 1 && openedAt.readSeq < openedAt.lastSeq && !entry.isMine
            }
            conversation={conversation}
            quoted={quotedBy(entry, state.messages)}
            outbox={outbox}
            onTarget={onTarget}
            onReport={onReport}
            onExcerpt={onExcerpt}
            timeZone={intl.timeZone}
          />
        )}
      />
      {!isAtEnd && (
        <Button
          className={styles.below}
          variant="default"
          leftSection={<IconArrowDown size={18} stroke={1.5} aria-hidden />}
          onClick={() => list.current?.scrollToIndex({ index: 'LAST', align: 'end' })}
        >
          {text('messages.below', { count: below })}
        </Button>
      )}
      <Announcer messages={state.messages} entries={entries} conversation={conversation} />
    </div>
  );
}

/** The message an entry answers, where it is at hand. */
function quotedBy({ replyTo }: Entry, messages: readonly MessageView[]): MessageView | undefined {
  if (replyTo === null) return undefined;
  // Numbers run without a gap, so the place of one tells that of all others.
  return messages[replyTo - (messages[0]?.seq ?? 1)];
}

/** The first unread message where it is at hand, else the end. */
function initialIndex(entries: readonly Entry[], readSeq: number) {
  const unread = entries.findIndex(({ seq, isMine }) => seq !== null && seq > readSeq && !isMine);
  return unread > 0
    ? { index: unread, align: 'center' as const }
    : { index: 'LAST' as const, align: 'end' as const };
}
