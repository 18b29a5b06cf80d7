import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import tabs from '../../components/tabs.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { mayWrite } from '../../lib/rights.js';
import { PagedList } from '../../records/paged-list.js';
import { type CallSearch, callsQuery, PHASES, phasesQuery, type Shelf } from './call-requests.js';
import { CallFilters } from './call-filters.js';
import { CallRow } from './call-row.js';

/** The calls of the network: what takes proposals now, what will, and what is over; and those one runs. */
export function CallsPage({ shelf, search }: { shelf: Shelf; search: CallSearch }) {
  const text = useText();
  const organization = useActingOrganization();
  const { slug } = organization;
  const mayRun = mayWrite(organization, 'call.create');
  const { data: counts } = useQuery(phasesQuery(organization.id));
  const list = usePages(callsQuery(organization.id, shelf, search));
  const navigate = useNavigate();
  const narrow = (changed: CallSearch): void => {
    const params = { organization: slug, _splat: shelf === 'open' ? '' : shelf };
    void navigate({ to: '/o/$organization/calls/$', params, search: changed, replace: true });
  };
  return (
    <>
      <PageTitle
        title={text('nav.calls')}
        lead={text('calls.lead')}
        actions={
          mayRun && (
            <Button
              renderRoot={(props) => (
                <Link
                  to="/o/$organization/calls/$"
                  params={{ organization: slug, _splat: 'new/edit' }}
                  {...props}
                />
              )}
            >
              {text('calls.begin')}
            </Button>
          )
        }
      />
      <nav className={tabs.tabs} aria-label={text('calls.shelves')}>
        {[...PHASES, ...(mayRun ? (['ours'] as const) : [])].map((each) => (
          <Link
            key={each}
            to="/o/$organization/calls/$"
            params={{ organization: slug, _splat: each === 'open' ? '' : each }}
            search={search}
            className={tabs.tab}
            activeProps={{}}
            aria-current={each === shelf ? 'page' : undefined}
          >
            {text(`calls.shelf.${each}`)}
            {each !== 'ours' && counts ? ` (${counts[each]})` : ''}
          </Link>
        ))}
      </nav>
      <CallFilters search={search} onChange={narrow} />
      <PagedList
        list={list}
        rowHeight={72}
        noneFiltered={text('calls.none.filtered')}
        onClear={Object.keys(search).length > 0 ? () => narrow({}) : undefined}
        none={{ title: text(`calls.none.${shelf}`), text: text('calls.none.text') }}
      >
        {(calls) => (
          <Panel
            rows={calls.map((call) => (
              <CallRow key={call.id} call={call} />
            ))}
          />
        )}
      </PagedList>
    </>
  );
}
