import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { countsQuery, directoryQuery } from '../../lib/directory.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { DirectoryFilters } from './directory-filters.js';
import {
  areaOf,
  type DirectorySearch,
  filterOf,
  isNarrowed,
  MAX_PICKED,
  queryOf,
  toggled,
  withoutFilters,
} from './directory-search.js';
import styles from './directory.module.css';
import { PickedBar } from './picked-bar.js';
import { ResultRow } from './result-row.js';
import { SearchField } from './search-field.js';

const ResultMap = lazy(async () => ({ default: (await import('./result-map.js')).ResultMap }));

const route = getRouteApi('/signed-in/o/$organization/directory');

/** Finds organizations, opportunities and people: the list first, the map beside it, all of it in the address. */
export function DirectoryPage() {
  const text = useText();
  const acting = useActingOrganization();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const change = (next: DirectorySearch) => void navigate({ search: next, replace: true });
  const list = usePages(directoryQuery(acting.id, queryOf(search)));
  const { data: counts } = useQuery(countsQuery(acting.id, filterOf(search)));
  const { picked = [] } = search;
  const showsMap = isWide || search.map === true;
  const showsList = isWide || search.map !== true;
  return (
    <>
      <PageTitle title={text('nav.directory')} lead={text('directory.lead')} />
      <div role="search" aria-label={text('directory.search')} className={styles.search}>
        <SearchField
          value={search.q ?? ''}
          onSearch={(q) => {
            const { q: _, ...rest } = search;
            change(q === '' ? rest : { ...rest, q });
          }}
        />
        <DirectoryFilters search={search} facets={counts?.facets ?? []} onChange={change} />
      </div>
      <div className={styles.head}>
        <p role="status" className={styles.count} data-testid="result-count">
          {counts?.total !== undefined &&
            text(counts.totalCapped ? 'directory.count.capped' : 'directory.count', { count: counts.total })}
          {list.first?.corrected !== undefined &&
            ` · ${text('directory.corrected', { q: list.first.corrected })}`}
        </p>
        {isNarrowed(search) && (
          <Button variant="subtle" onClick={() => change(withoutFilters(search))}>
            {text('action.clear-filters')}
          </Button>
        )}
      </div>
      {!isWide && (
        <SegmentedControl
          className={styles.views}
          fullWidth
          aria-label={text('directory.view')}
          value={search.map ? 'map' : 'list'}
          onChange={(view) => {
            const { map: _, ...rest } = search;
            change(view === 'map' ? { ...rest, map: true } : rest);
          }}
          data={[
            { value: 'list', label: text('directory.view.list') },
            { value: 'map', label: text('directory.view.map') },
          ]}
        />
      )}
      <div className={styles.both}>
        {showsList && (
          <section aria-label={text('directory.results')}>
            <PagedList
              list={list}
              rowHeight={96}
              onClear={isNarrowed(search) ? () => change(withoutFilters(search)) : undefined}
              noneFiltered={text('directory.none.filtered')}
              none={{ title: text('directory.none'), text: text('directory.none.text') }}
            >
              {(items) => (
                <Panel
                  rows={items.map((item) => (
                    <ResultRow
                      key={item.id}
                      item={item}
                      isPicked={picked.includes(item.id)}
                      onPick={
                        picked.includes(item.id) || picked.length < MAX_PICKED
                          ? () => change(toggled(search, item.id))
                          : undefined
                      }
                    />
                  ))}
                />
              )}
            </PagedList>
          </section>
        )}
        {showsMap && (
          <div className={styles.beside}>
            <Suspense fallback={<Waiting rows={1} height={300} />}>
              <ResultMap
                filter={filterOf(search)}
                area={areaOf(search)}
                onSearchArea={(area) => {
                  const { area: _, ...rest } = search;
                  change(area ? { ...rest, area: [area.west, area.south, area.east, area.north] } : rest);
                }}
              />
            </Suspense>
          </div>
        )}
      </div>
      <PickedBar picked={picked} onClear={() => change(toggledOff(search))} />
    </>
  );
}

function toggledOff({ picked: _, ...rest }: DirectorySearch): DirectorySearch {
  return rest;
}
