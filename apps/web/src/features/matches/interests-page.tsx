import { getRouteApi, Link } from '@tanstack/react-router';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { filterOf } from '../../lib/interest-lists.js';
import { interestsQuery } from '../../lib/matches.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { MatchTabs } from './match-tabs.js';
import { InterestRow } from './interest-row.js';

const route = getRouteApi('/signed-in/o/$organization/interests');

/** Who wrote to whom: what waits for an answer, what was agreed, and what has ended. */
export function InterestsPage() {
  const text = useText();
  const { id, slug } = useActingOrganization();
  const { list: name } = route.useSearch();
  const list = usePages(interestsQuery(id, filterOf(name)));
  return (
    <>
      <PageTitle title={text('interests.title')} lead={text('interests.lead')} />
      <MatchTabs />
      <PagedList
        list={list}
        rowHeight={120}
        noneFiltered=""
        none={{
          title: text(`interests.none.${name}`),
          text: text(`interests.none.${name}.text`),
          action: (
            <Link to="/o/$organization/matches" params={{ organization: slug }}>
              {text('interests.to-matches')}
            </Link>
          ),
        }}
      >
        {(interests) => (
          <Panel
            title={text(`interests.list.${name}`)}
            rows={interests.map((interest) => (
              <InterestRow key={interest.id} interest={interest} />
            ))}
          />
        )}
      </PagedList>
    </>
  );
}
