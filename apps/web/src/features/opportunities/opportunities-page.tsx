import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PagedList } from '../../records/paged-list.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { opportunitiesQuery } from '../../lib/opportunities.js';
import { usePages } from '../../lib/pages.js';
import { mayWrite } from '../../lib/rights.js';
import { OpportunityFilters } from './opportunity-filters.js';
import { OpportunityRow } from './opportunity-row.js';
import { filterOf, type OpportunitySearch } from './opportunity-search.js';

const route = getRouteApi('/signed-in/o/$organization/opportunities');

export function OpportunitiesPage() {
  const text = useText();
  const organization = useActingOrganization();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = usePages(opportunitiesQuery(organization.id, filterOf(search)));
  const change = (next: OpportunitySearch) => void navigate({ search: next, replace: true });
  const { mine, ...filters } = search;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const begin = mayWrite(organization, 'opportunity.create') && (
    <Button
      renderRoot={(props) => (
        <Link
          to="/o/$organization/opportunities/$opportunityId/edit"
          params={{ organization: organization.slug, opportunityId: 'new' }}
          {...props}
        />
      )}
    >
      {text('opportunities.begin')}
    </Button>
  );
  return (
    <>
      <PageTitle title={text('nav.opportunities')} lead={text('opportunities.lead')} actions={begin} />
      <OpportunityFilters
        search={search}
        onChange={change}
        hasOwn={mayWrite(organization, 'opportunity.create')}
      />
      <PagedList
        list={list}
        rowHeight={88}
        onClear={isFiltered ? () => change(mine ? { mine } : {}) : undefined}
        noneFiltered={text('opportunities.none.filtered')}
        none={{
          title: text(mine ? 'opportunities.none.mine' : 'opportunities.none'),
          text: text('opportunities.none.text'),
          action: mine && begin,
        }}
      >
        {(opportunities) => (
          <Panel
            rows={opportunities.map((opportunity) => (
              <OpportunityRow key={opportunity.id} opportunity={opportunity} isMine={mine === true} />
            ))}
          />
        )}
      </PagedList>
    </>
  );
}
