import { Button, Menu } from '@mantine/core';
import { useId, useRef } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PathLink } from '../../components/path-link.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useMe } from '../../lib/me.js';
import type { Notice } from '../../lib/notices.js';
import { NoticeQuestion } from './notice-question.js';
import { type Settled, type Sorting, useSortNotice } from './notices.js';
import styles from './notices.module.css';
import { askedBy } from './questions.js';
import { SNOOZE_CHOICES, snoozeTime } from './snooze-times.js';

/** One object and what was told of it last: an answer to what it asks, and what can be done about the row. */
export function NoticeRow({ notice, onSettled }: { notice: Notice; onSettled: (settled: Settled) => void }) {
  const text = useText();
  const rich = useRichText();
  const me = useMe();
  const row = useRef<HTMLLIElement>(null);
  const wordsId = useId();
  const goOn = (): void => {
    if (isFocusHere(row.current)) neighbourOf(row.current)?.focus();
  };
  const sortNotice = useSortNotice((id, verb) => {
    onSettled({ id, verb });
    if (verb !== 'read' && verb !== 'unread') goOn();
  });
  const asked = askedBy(notice, me);
  const isUnread = notice.readAt === null;
  const onBehalfOf = me.organizations.find(({ id }) => id === notice.organizationId);
  const sort = (sorting: Sorting): void => sortNotice.mutate({ id: notice.id, sorting });
  return (
    <li
      ref={row}
      className={isUnread ? `${record.row} ${styles.unread}` : record.row}
      data-notice={notice.id}
    >
      <div className={record.main}>
        <PathLink
          className={styles.link}
          path={notice.path}
          onFollow={() => isUnread && sort({ verb: 'read' })}
        >
          {isUnread && <span className="sr-only">{text('notices.new')} </span>}
          <span id={wordsId}>
            <LangText language={me.language}>{notice.text}</LangText>
          </span>
        </PathLink>
        <p className={record.sub}>
          <LocalTime at={notice.toldAt} as="stamp" />
          {notice.count > 1 && ` · ${text('notices.count', { count: notice.count })}`}
          {me.organizations.length > 1 && onBehalfOf && ` · ${onBehalfOf.name}`}
        </p>
        {notice.snoozedUntil && (
          <p className={record.sub}>
            {rich('notices.snoozed-until', {
              time: <LocalTime key="time" at={notice.snoozedUntil} as="stamp" />,
            })}
          </p>
        )}
        {sortNotice.error && <ProblemNotice error={sortNotice.error} />}
        {asked && (
          <NoticeQuestion
            asked={asked}
            labelledBy={wordsId}
            onAnswered={({ verb }, conversationId) => {
              onSettled({ verb, slug: asked.membership.slug, conversationId });
              goOn();
            }}
          />
        )}
      </div>
      <NoticeVerbs notice={notice} isBusy={sortNotice.isPending} onChoose={sort} />
    </li>
  );
}

/** What can be done about a row, by where it stands. */
function NoticeVerbs(props: { notice: Notice; isBusy: boolean; onChoose: (sorting: Sorting) => void }) {
  const { notice, isBusy, onChoose } = props;
  const text = useText();
  const reading = notice.readAt === null ? 'read' : 'unread';
  return (
    <div className={record.side}>
      {notice.state === 'open' && (
        <Button
          variant="subtle"
          data-verb={reading}
          loading={isBusy}
          onClick={() => onChoose({ verb: reading })}
        >
          {text(`notices.mark-${reading}`)}
        </Button>
      )}
      {notice.state !== 'archived' && <SnoozeMenu onChoose={onChoose} />}
      {notice.state !== 'archived' && (
        <Button variant="subtle" data-verb="archive" onClick={() => onChoose({ verb: 'archive' })}>
          {text('notices.archive')}
        </Button>
      )}
      {notice.state !== 'open' && (
        <Button variant="subtle" data-verb="restore" onClick={() => onChoose({ verb: 'restore' })}>
          {text('notices.restore')}
        </Button>
      )}
    </div>
  );
}

function SnoozeMenu({ onChoose }: { onChoose: (sorting: Sorting) => void }) {
  const text = useText();
  const me = useMe();
  const now = new Date();
  return (
    <Menu position="bottom-end" width={280} withinPortal={false}>
      <Menu.Target>
        <Button variant="subtle" data-verb="snooze">
          {text('notices.snooze')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SNOOZE_CHOICES.map((choice) => {
          const until = snoozeTime(choice, now, me.timeZone).toISOString();
          return (
            <Menu.Item key={choice} onClick={() => onChoose({ verb: 'snooze', until })}>
              {text(`notices.snooze.${choice}`)}{' '}
              <span className={record.sub}>
                (<LocalTime at={until} />)
              </span>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where the focus goes when a row leaves: to the next one, the one before, or the heading above them. */
function neighbourOf(row: HTMLElement | null): HTMLElement | null {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-notice]')];
  const at = rows.findIndex((each) => each === row);
  return (rows[at + 1] ?? rows[at - 1])?.querySelector('a') ?? document.querySelector('main h1');
}

/** Nobody has gone on elsewhere: a button that waits for its answer loses the focus to the page. */
function isFocusHere(row: HTMLElement | null): boolean {
  const { activeElement, body } = document;
  return activeElement === body || (row?.contains(activeElement) ?? false);
}
