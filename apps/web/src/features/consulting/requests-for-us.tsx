import type { ReactNode } from 'react';
import { MatchGrid, usePutAway } from '../../components/matches/match-list.js';
import { PageTitle } from '../../components/page-title.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { PagedList } from '../../records/paged-list.js';
import { OwnInvitations } from './own-invitations.js';
import styles from './consulting.module.css';
import { WayDoors } from './way-doors.js';
import { useRequestMatches } from './use-request-matches.js';

/** What a consultant is asked: those who wait for an answer first, then the requests that fit. */
export function RequestsForUs() {
  const text = useText();
  const list = useRequestMatches();
  const { matches: shown, ...away } = usePutAway(list.items);
  return (
    <>
      <PageTitle
        title={text('nav.requests')}
        lead={text('consulting.for-us.lead')}
        actions={
          <span className={record.side}>
            <WayDoors doors={['engagements', 'library']} />
          </span>
        }
      />
      <OwnInvitations />
      <PagedList
        list={{ ...list, items: shown }}
        rowHeight={240}
        noneFiltered=""
        none={{ title: text('consulting.for-us.none'), text: text('consulting.for-us.none.text') }}
      >
        {(matches) => (
          <div className={record.stack}>
            <Part
              {...away}
              title={text('consulting.for-us.waiting')}
              matches={matches.filter(({ state }) => state === 'interest-received')}
              none={text('consulting.for-us.waiting.none')}
            />
            <Part
              {...away}
              title={text('consulting.for-us.fitting')}
              matches={matches.filter(({ state }) => state !== 'interest-received')}
            />
          </div>
        )}
      </PagedList>
    </>
  );
}

function Part(props: ReturnType<typeof usePutAway> & { title: string; none?: ReactNode }) {
  const { title, none, ...grid } = props;
  const { matches } = grid;
  if (matches.length === 0 && !none) return null;
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {matches.length === 0 ? <p>{none}</p> : <MatchGrid {...grid} />}
    </section>
  );
}
