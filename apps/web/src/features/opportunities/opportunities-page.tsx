import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PagedList } from '../../records/paged-list.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { opportunitiesQuery } from '../../lib/opportunities.js';
import { usePages } from '../../lib/pages.js';
import { mayWrite } from '../../lib/rights.js';
import { filterOf } from './opportunity-filter.js';
import { OpportunityFilters } from './opportunity-filters.js';
import { answersQuery } from './opportunity-requests.js';
import { OpportunityRow } from './opportunity-row.js';
import type { OpportunitySearch } from './opportunity-search.js';

const route = getRouteApi('/signed-in/o/$organization/opportunities');

/** What others look for; with `mine` in the address, one's own in a state. */
export function OpportunitiesPage() {
  const text = useText();
  const organization = useActingOrganization();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = usePages(opportunitiesQuery(organization.id, filterOf(search)));
  const { mine, state, sort: _sort, ...filters } = search;
  const { data: answers } = useQuery(
    answersQuery(organization.id, mine ? list.items.map(({ id }) => id) : []),
  );
  const change = (next: OpportunitySearch) => void navigate({ search: next, replace: true });
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <>
      <PageTitle
        title={text(mine ? 'opportunities.mine' : 'nav.opportunities')}
        lead={
          mine && state
            ? text('opportunities.mine.in', { state: text(`opportunities.state.${state}`) })
            : text('opportunities.lead')
        }
        actions={<ListActions isMine={mine === true} />}
      />
      {!mine && <OpportunityFilters search={search} onChange={change} />}
      <PagedList
        list={list}
        rowHeight={88}
        onClear={isFiltered ? () => change(mine ? { mine } : {}) : undefined}
        noneFiltered={text('opportunities.none.filtered')}
        none={{
          title: text(mine ? 'opportunities.none.mine' : 'opportunities.none'),
          text: text('opportunities.none.text'),
        }}
      >
        {(opportunities) => (
          <Panel
            rows={opportunities.map((opportunity) => (
              <OpportunityRow
                key={opportunity.id}
                opportunity={opportunity}
                isMine={mine === true}
                answers={answers?.items.find(({ opportunityId }) => opportunityId === opportunity.id)}
              />
            ))}
          />
        )}
      </PagedList>
    </>
  );
}

/** To the own desk, to that of the secretariat, and to a new one. */
export function ListActions({ isMine }: { isMine: boolean }) {
  const text = useText();
  const organization = useActingOrganization();
  const params = { organization: organization.slug };
  if (!mayWrite(organization, 'opportunity.create')) return null;
  return (
    <>
      {isMine && (
        <Link to="/o/$organization/opportunities" params={params}>
          {text('opportunities.all')}
        </Link>
      )}
      {mayWrite(organization, 'opportunity.review') && (
        <Link to="/o/$organization/opportunities/reviews" params={params}>
          {text('opportunities.reviews')}
        </Link>
      )}
      <Button
        variant="default"
        renderRoot={(props) => <Link to="/o/$organization/opportunities/desk" params={params} {...props} />}
      >
        {text('opportunities.mine')}
      </Button>
      <Button
        renderRoot={(props) => (
          <Link
            to="/o/$organization/opportunities/$opportunityId/edit"
            params={{ ...params, opportunityId: 'new' }}
            {...props}
          />
        )}
      >
        {text('opportunities.begin')}
      </Button>
    </>
  );
}
