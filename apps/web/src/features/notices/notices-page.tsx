import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { ShowMore } from '../../components/show-more.js';
import tabs from '../../components/tabs.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { unreadQuery } from '../../lib/notices.js';
import { usePages } from '../../lib/pages.js';
import { noticesQuery } from '../../lib/notices.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { PagedList } from '../../records/paged-list.js';
import { NoticeRow } from './notice-row.js';
import { type InboxGroup, type Settled, useReadAllNotices, useSortNotice } from './notices.js';
import styles from './notices.module.css';
import { useInboxKeys } from './use-inbox-keys.js';

const route = getRouteApi('/signed-in/o/$organization/notices');
const VIEWS = [undefined, 'snoozed', 'archived'] as const;

/** The inbox: what waits for an answer first, then where one was named, then everything else that is new. */
export function NoticesPage() {
  const text = useText();
  const { show } = route.useSearch();
  const { data: counts } = useQuery(unreadQuery);
  const hasShortcuts = useShortcuts();
  const readAll = useReadAllNotices();
  const [settled, setSettled] = useState<Settled>();
  useInboxKeys();
  return (
    <>
      <PageTitle
        title={text('nav.notices')}
        lead={text('notices.lead')}
        actions={
          !show &&
          (counts?.unread ?? 0) > 0 && (
            <Button variant="default" loading={readAll.isPending} onClick={() => readAll.mutate()}>
              {text('notices.read-all')}
            </Button>
          )
        }
      />
      <nav className={tabs.tabs} aria-label={text('notices.filter')}>
        {VIEWS.map((view) => (
          <Link
            key={view ?? 'open'}
            from="/o/$organization/notices"
            to="."
            search={view ? { show: view } : {}}
            replace
            activeOptions={{ exact: true, includeSearch: true }}
            className={tabs.tab}
          >
            {text(`notices.view.${view ?? 'open'}`)}
          </Link>
        ))}
      </nav>
      <p className="sr-only" role="status">
        {readAll.isSuccess && text('notices.all-read')}
      </p>
      {readAll.error && <ProblemNotice error={readAll.error} />}
      <div role="status">
        {settled && <Outcome settled={settled} onUndone={() => setSettled(undefined)} />}
      </div>
      {show ? <Shelf state={show} onSettled={setSettled} /> : <OpenRows onSettled={setSettled} />}
      {hasShortcuts && <p className={styles.keys}>{text('notices.keys')}</p>}
    </>
  );
}

type OnSettled = (settled: Settled) => void;

/** The parts of the inbox that have rows; a word when none has. */
function OpenRows({ onSettled }: { onSettled: OnSettled }) {
  const text = useText();
  const { slug } = useActingOrganization();
  const { data: counts, error, refetch } = useQuery(unreadQuery);
  if (error && !counts) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!counts) return <Waiting rows={3} height={64} />;
  const parts = counts.groups.filter(({ open }) => open > 0);
  if (parts.length === 0)
    return (
      <EmptyState
        because="nothing"
        title={text('notices.none')}
        action={
          <Link to="/o/$organization/matches" params={{ organization: slug }}>
            {text('nav.matches')}
          </Link>
        }
      >
        {text('notices.none.text')}
      </EmptyState>
    );
  return (
    <div className={record.stack}>
      {parts.map((part) => (
        <Part key={part.group} {...part} onSettled={onSettled} />
      ))}
    </div>
  );
}

function Part(props: { group: InboxGroup; open: number; unread: number; onSettled: OnSettled }) {
  const { group, open, onSettled } = props;
  const text = useText();
  const list = usePages(noticesQuery({ group }));
  if (list.error && list.items.length === 0)
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Waiting rows={Math.min(open, 3)} height={64} />;
  return (
    <div>
      <Panel
        title={text(`notices.group.${group}`)}
        aside={<span className={record.sub}>{text('notices.open', { count: open })}</span>}
        rows={list.items.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onSettled={onSettled} />
        ))}
      />
      <ShowMore query={list} />
    </div>
  );
}

/** What was put off or put away. */
function Shelf({ state, onSettled }: { state: 'snoozed' | 'archived'; onSettled: OnSettled }) {
  const text = useText();
  const list = usePages(noticesQuery({ state }));
  return (
    <PagedList
      list={list}
      rowHeight={64}
      noneFiltered=""
      none={{ title: text(`notices.none.${state}`), text: text(`notices.none.${state}.text`) }}
    >
      {(notices) => (
        <Panel
          rows={notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} onSettled={onSettled} />
          ))}
        />
      )}
    </PagedList>
  );
}

/** Says what became of the row, which leaves: the way back, or on to what a yes has opened. */
function Outcome({ settled, onUndone }: { settled: Settled; onUndone: () => void }) {
  const text = useText();
  const { verb } = settled;
  if (verb === 'read' || verb === 'unread') return null;
  return (
    <div className={styles.undo}>
      <span>{text(`notices.done.${verb}`)}</span>
      {'id' in settled
        ? verb !== 'restore' && <Undo id={settled.id} onUndone={onUndone} />
        : settled.conversationId && <ToConversation slug={settled.slug} id={settled.conversationId} />}
    </div>
  );
}

function Undo({ id, onUndone }: { id: string; onUndone: () => void }) {
  const text = useText();
  const sort = useSortNotice(onUndone);
  return (
    <>
      <Button
        variant="default"
        loading={sort.isPending}
        onClick={() => sort.mutate({ id, sorting: { verb: 'restore' } })}
      >
        {text('notices.undo')}
      </Button>
      {sort.error && <ProblemNotice error={sort.error} />}
    </>
  );
}

function ToConversation({ slug, id }: { slug: string; id: string }) {
  const text = useText();
  return (
    <Link to="/o/$organization/messages/$conversationId" params={{ organization: slug, conversationId: id }}>
      {text('match.open-conversation')}
    </Link>
  );
}
