import { type ReactNode, useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Match, type MatchFilter, matchesQuery } from '../../lib/matches.js';
import { usePages } from '../../lib/pages.js';
import { EmptyState } from '../empty-state.js';
import { ProblemNotice } from '../problem-notice.js';
import { Waiting } from '../waiting.js';
import { MatchItem } from './match-item.js';
import styles from './match-list.module.css';
import { RunNote } from './run-note.js';

/** The best matches of something under a heading, with the way to all of them. */
export function MatchList(props: {
  title: string;
  filter: MatchFilter;
  all: ReactNode;
  /** What to say where none fits. */
  none: string;
}) {
  const { title, filter, all, none } = props;
  const text = useText();
  const { locale } = useIntl();
  const organization = useActingOrganization();
  const headingId = useId();
  const list = usePages(matchesQuery(organization.id, locale, filter));
  const shown = usePutAway(list.items);
  const isEmpty = shown.matches.length === 0;
  const run = list.first?.run;
  return (
    <section aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 id={headingId}>{title}</h2>
        {!isEmpty && all}
      </div>
      <RunNote run={run} />
      {list.isPending && !list.error && <Waiting rows={2} height={240} />}
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      <MatchGrid {...shown} namesSubject={filter.subjectId === undefined} />
      {list.isSuccess && isEmpty && run?.state === 'done' && (
        <EmptyState because="nothing" title={text('match.none')}>
          {none}
        </EmptyState>
      )}
    </section>
  );
}

type Away = Match & { at: number };
type OnAway = (match: Match, isAway: boolean) => void;

/** What was put away stays where it stood, with the way back, also when the list is read again without it. */
export function usePutAway(listed: readonly Match[]) {
  const [away, setAway] = useState<readonly Away[]>([]);
  const matches = [...listed];
  for (const gone of away) if (!matches.some(({ id }) => id === gone.id)) matches.splice(gone.at, 0, gone);
  const onAway: OnAway = (match, isAway) =>
    setAway((all) => [
      ...all.filter(({ id }) => id !== match.id),
      ...(isAway ? [{ ...match, at: matches.indexOf(match) }] : []),
    ]);
  return { matches, away, onAway };
}

/** Cards in two columns where there is room. */
export function MatchGrid(props: {
  matches: readonly Match[];
  away: readonly Away[];
  onAway: OnAway;
  level?: 2 | 3;
  /** Says of each what of ours it was found for. */
  namesSubject?: boolean;
}) {
  const { matches, away, onAway, level = 3, namesSubject = false } = props;
  return (
    <div className={styles.grid}>
      {matches.map((match) => (
        <MatchItem
          key={match.id}
          match={match}
          level={level}
          namesSubject={namesSubject}
          isAway={away.some(({ id }) => id === match.id)}
          onAway={(isAway) => onAway(match, isAway)}
        />
      ))}
    </div>
  );
}
