import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { PathLink } from '../../components/path-link.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../lib/me.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { type Notice, noticesQuery, useReadAllNotices, useReadNotice } from './notices.js';
import styles from './notices.module.css';

const route = getRouteApi('/signed-in/o/$organization/notices');

/** What happened: first what was not read yet, on demand everything. */
export function NoticesPage() {
  const text = useText();
  const { show } = route.useSearch();
  const list = usePages(noticesQuery(show === 'all' ? {} : { unread: true }));
  const readAll = useReadAllNotices();
  const hasUnread = list.items.some(({ readAt }) => readAt === null);
  return (
    <>
      <PageTitle
        title={text('nav.notices')}
        lead={text('notices.lead')}
        actions={
          hasUnread && (
            <Button variant="default" loading={readAll.isPending} onClick={() => readAll.mutate()}>
              {text('notices.read-all')}
            </Button>
          )
        }
      />
      <nav aria-label={text('notices.filter')}>
        <ul className={styles.filter}>
          <li>
            <FilterLink search={{}} label={text('notices.unread')} />
          </li>
          <li>
            <FilterLink search={{ show: 'all' }} label={text('notices.all')} />
          </li>
        </ul>
      </nav>
      <p className="sr-only" role="status">
        {readAll.isSuccess && text('notices.all-read')}
      </p>
      {readAll.error && <ProblemNotice error={readAll.error} />}
      <PagedList
        list={list}
        rowHeight={64}
        noneFiltered=""
        none={{
          title: text(show === 'all' ? 'notices.none' : 'notices.none.unread'),
          text: text('notices.none.text'),
        }}
      >
        {(notices) => (
          <Panel
            rows={notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          />
        )}
      </PagedList>
    </>
  );
}

function FilterLink({ search, label }: { search: { show?: 'all' }; label: string }) {
  return (
    <Link
      from="/o/$organization/notices"
      to="."
      search={search}
      replace
      activeOptions={{ exact: true, includeSearch: true }}
      className={styles.choice}
    >
      {label}
    </Link>
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const text = useText();
  const me = useMe();
  const link = useRef<HTMLAnchorElement>(null);
  const readNotice = useReadNotice(notice.id);
  const isUnread = notice.readAt === null;
  const onBehalfOf = me.organizations.find(({ id }) => id === notice.organizationId);
  const markRead = () => readNotice.mutate(undefined, { onSuccess: () => link.current?.focus() });
  return (
    <li className={isUnread ? `${record.row} ${styles.unread}` : record.row} data-notice={notice.id}>
      <div className={record.main}>
        <PathLink
          ref={link}
          className={styles.link}
          path={notice.path}
          onFollow={() => isUnread && readNotice.mutate()}
        >
          {isUnread && <span className="sr-only">{text('notices.new')} </span>}
          <LangText language={me.language}>{notice.text}</LangText>
        </PathLink>
        <p className={record.sub}>
          <LocalTime at={notice.createdAt} as="stamp" />
          {me.organizations.length > 1 && onBehalfOf && ` · ${onBehalfOf.name}`}
        </p>
        {readNotice.error && <ProblemNotice error={readNotice.error} />}
      </div>
      {isUnread ? (
        <Button variant="subtle" loading={readNotice.isPending} onClick={markRead}>
          {text('notices.mark-read')}
        </Button>
      ) : (
        <span className={record.sub}>{text('notices.read')}</span>
      )}
    </li>
  );
}
