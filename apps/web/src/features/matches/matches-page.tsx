import { NativeSelect } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { MATCH_SUBJECTS } from '#libs/contracts';
import { MatchGrid, usePutAway } from '../../components/matches/match-list.js';
import { RunNote } from '../../components/matches/run-note.js';
import { PagedList } from '../../records/paged-list.js';
import { PageTitle } from '../../components/page-title.js';
import record from '../../components/record.module.css';
import { ShowMore } from '../../components/show-more.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { matchesQuery } from '../../lib/matches.js';
import { usePages } from '../../lib/pages.js';
import { mayWrite } from '../../lib/rights.js';
import { filterOf, LISTED_STATES, type MatchSearch, readMatchSearch, subjectOf } from './match-search.js';
import { LearningPanel } from './learning-panel.js';
import { MatchTabs } from './match-tabs.js';
import { Prospects } from './prospects.js';
import { SubjectFilter } from './subject-filter.js';

const route = getRouteApi('/signed-in/o/$organization/matches');

export function MatchesPage() {
  const text = useText();
  const organization = useActingOrganization();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: MatchSearch) => void navigate({ search: next, replace: true });
  const { state, object, subject } = search;
  const isFiltered = state !== undefined || object !== undefined || subject !== undefined;
  return (
    <>
      <PageTitle title={text('nav.matches')} lead={text('matches.lead')} />
      <MatchTabs />
      {!isFiltered && <ToAnswer />}
      <div className={record.filters} role="search" aria-label={text('matches.filters')}>
        <StateFilter search={search} onChange={change} />
        <ObjectFilter search={search} onChange={change} />
        <SubjectFilter
          value={subject}
          onChange={(next) =>
            change({ ...(state && { state }), ...(object && { object }), ...(next && { subject: next }) })
          }
        />
      </div>
      <Listed
        key={JSON.stringify(search)}
        search={search}
        onClear={isFiltered ? () => change({}) : undefined}
      />
      <div className={record.after}>
        <Prospects of={subject ? { ...subjectOf(subject) } : {}} />
        {!isFiltered && mayWrite(organization, 'learning.read') && <LearningPanel />}
      </div>
    </>
  );
}

function Listed({ search, onClear }: { search: MatchSearch; onClear: (() => void) | undefined }) {
  const text = useText();
  const { locale } = useIntl();
  const { id } = useActingOrganization();
  const list = usePages(matchesQuery(id, locale, filterOf(search)));
  const { matches, ...away } = usePutAway(list.items);
  const run = list.first?.run;
  const isUnderWay = run?.state === 'pending';
  return (
    <>
      <RunNote run={run} />
      <PagedList
        list={{
          ...list,
          items: matches,
          isPending: list.isPending || (matches.length === 0 && isUnderWay),
        }}
        rowHeight={240}
        onClear={onClear}
        noneFiltered={text('matches.none.filtered')}
        none={{ title: text('match.none'), text: text('matches.none.text'), action: <DescribeYourself /> }}
      >
        {(shown) => <MatchGrid matches={shown} {...away} level={2} namesSubject={!search.subject} />}
      </PagedList>
    </>
  );
}

function StateFilter(props: { search: MatchSearch; onChange: (search: MatchSearch) => void }) {
  const { search, onChange } = props;
  const text = useText();
  return (
    <NativeSelect
      label={text('matches.state')}
      value={search.state ?? ''}
      onChange={(event) => onChange(readMatchSearch({ ...search, state: event.currentTarget.value }))}
      data={[
        { value: '', label: text('matches.state.all') },
        ...LISTED_STATES.map((value) => ({ value, label: text(`match.state.${value}`) })),
      ]}
    />
  );
}

function ObjectFilter(props: { search: MatchSearch; onChange: (search: MatchSearch) => void }) {
  const { search, onChange } = props;
  const text = useText();
  return (
    <NativeSelect
      label={text('matches.object')}
      value={search.object ?? ''}
      onChange={(event) => onChange(readMatchSearch({ ...search, object: event.currentTarget.value }))}
      data={[
        { value: '', label: text('matches.object.all') },
        ...MATCH_SUBJECTS.map((value) => ({ value, label: text(`matches.object.${value}`) })),
      ]}
    />
  );
}

/** The one thing that brings matches where there are none: saying what one offers and seeks. */
function DescribeYourself() {
  const text = useText();
  const acting = useActingOrganization();
  if (!mayWrite(acting, 'profile.update')) return null;
  return (
    <Link
      to="/o/$organization/organizations/$organizationId/profile"
      params={{ organization: acting.slug, organizationId: acting.id }}
    >
      {text('matches.none.profile')}
    </Link>
  );
}

/** Those who wrote and wait for yes or no come first, apart from the rest. */
function ToAnswer() {
  const text = useText();
  const { locale } = useIntl();
  const { id } = useActingOrganization();
  const waiting = usePages(matchesQuery(id, locale, { state: ['interest-received'] }));
  const { matches, ...away } = usePutAway(waiting.items);
  if (matches.length === 0) return null;
  return (
    <section className={record.block} aria-labelledby="to-answer">
      <h2 id="to-answer">{text('match.state.interest-received')}</h2>
      <MatchGrid matches={matches} {...away} namesSubject />
      <ShowMore query={waiting} />
    </section>
  );
}
