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
  const run = list.first?.run;
  return (
    <section aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 id={headingId}>{title}</h2>
        {list.items.length > 0 && all}
      </div>
      <RunNote run={run} />
      {list.isPending && !list.error && <Waiting rows={2} height={240} />}
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.items.length > 0 && (
        <MatchGrid matches={list.items} namesSubject={filter.subjectId === undefined} />
      )}
      {list.isSuccess && list.items.length === 0 && run?.state === 'done' && (
        <EmptyState because="nothing" title={text('match.none')}>
          {none}
        </EmptyState>
      )}
    </section>
  );
}

/** Cards in two columns where there is room. */
export function MatchGrid(props: {
  matches: readonly Match[];
  level?: 2 | 3;
  /** Says of each what of ours it was found for. */
  namesSubject?: boolean;
}) {
  const { matches, level = 3, namesSubject = false } = props;
  // What was put away stays where it stood, with the way back, also when the list is read again without it.
  const [away, setAway] = useState<readonly { match: Match; at: number }[]>([]);
  const shown = [...matches];
  for (const { match, at } of away) if (!shown.some(({ id }) => id === match.id)) shown.splice(at, 0, match);
  return (
    <div className={styles.grid}>
      {shown.map((match, at) => (
        <MatchItem
          key={match.id}
          match={match}
          level={level}
          namesSubject={namesSubject}
          isAway={away.some((each) => each.match.id === match.id)}
          onAway={(isAway) =>
            setAway((all) => [
              ...all.filter((each) => each.match.id !== match.id),
              ...(isAway ? [{ match, at }] : []),
            ])
          }
        />
      ))}
    </div>
  );
}
