import { Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBellPlus, IconFileExport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { countsQuery, type DirectoryPage as DirectoryPageOf, directoryQuery } from '../../lib/directory.js';
import type { Area } from '../../map/projection.js';
import { usePages } from '../../lib/pages.js';
import { mayWrite } from '../../lib/rights.js';
import { PagedList } from '../../records/paged-list.js';
import { AppliedFilters } from './applied-filters.js';
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
import { FindingNav } from './finding-nav.js';
import { PickedBar } from './picked-bar.js';
import { ResultRow } from './result-row.js';
import { SearchField } from './search-field.js';
import type { Candidate } from './shortlist-dialog.js';
import { useDirectoryPushes } from './use-directory-pushes.js';

const ResultMap = lazy(async () => ({ default: (await import('./result-map.js')).ResultMap }));
const SaveSearchDialog = lazy(async () => ({
  default: (await import('./save-search-dialog.js')).SaveSearchDialog,
}));
const ShortlistDialog = lazy(async () => ({
  default: (await import('./shortlist-dialog.js')).ShortlistDialog,
}));
const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.js')).ExportDialog }));

const route = getRouteApi('/signed-in/o/$organization/directory');

/** Filters that stand there at once where there is room; on phones the results come first. */
const WIDE_FILTERS = 4;

/** Finds organizations, opportunities and people: the list first, the map beside it, all of it in the address. */
export function DirectoryPage() {
  const text = useText();
  const acting = useActingOrganization();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const change = (next: DirectorySearch) => void navigate({ search: next, replace: true });
  const { data: counts } = useQuery(countsQuery(acting.id, filterOf(search)));
  const { q, map, picked } = search;
  return (
    <>
      <PageTitle title={text('nav.directory')} lead={text('directory.lead')} />
      <FindingNav />
      <div role="search" aria-label={text('directory.search')} className={styles.search}>
        <SearchField
          value={q ?? ''}
          onSearch={(next) => change({ ...without(search, 'q'), ...(next !== '' && { q: next }) })}
        />
        <DirectoryFilters
          search={search}
          facets={counts?.facets ?? []}
          atOnce={isWide ? WIDE_FILTERS : 0}
          onChange={change}
        />
      </div>
      <AppliedFilters search={search} onChange={change} />
      <Head search={search} counts={counts} />
      {/* Before the list in the order of the keys, at the foot of the screen for the eyes. */}
      <PickedBar picked={picked ?? []} onClear={() => change(without(search, 'picked'))} />
      {!isWide && (
        <SegmentedControl
          className={styles.views}
          fullWidth
          aria-label={text('directory.view')}
          value={map ? 'map' : 'list'}
          onChange={(view) => change({ ...without(search, 'map'), ...(view === 'map' && { map: true }) })}
          data={[
            { value: 'list', label: text('directory.view.list') },
            { value: 'map', label: text('directory.view.map') },
          ]}
        />
      )}
      <div className={styles.both}>
        {(isWide || !map) && <Results search={search} onChange={change} />}
        {(isWide || map) && (
          <div className={styles.beside}>
            <Suspense fallback={<Waiting rows={1} height={300} />}>
              <ResultMap
                filter={filterOf(search)}
                area={areaOf(search)}
                onSearchArea={(next) => change({ ...without(search, 'area'), ...(next && edgesOf(next)) })}
              />
            </Suspense>
          </div>
        )}
      </div>
    </>
  );
}

/** How many there are, said as they change; and what can be done with all of them. */
function Head({ search, counts }: { search: DirectorySearch; counts: DirectoryPageOf | undefined }) {
  const text = useText();
  const [asked, setAsked] = useState<'save' | 'export' | null>(null);
  const close = () => setAsked(null);
  return (
    <div className={styles.head}>
      <p role="status" className={styles.count} data-testid="result-count">
        {counts?.total !== undefined &&
          text(counts.totalCapped ? 'directory.count.capped' : 'directory.count', { count: counts.total })}
        {counts?.corrected !== undefined && ` · ${text('directory.corrected', { q: counts.corrected })}`}
      </p>
      <div className={styles.acts}>
        <Button
          variant="default"
          leftSection={<IconBellPlus size={18} stroke={1.5} aria-hidden />}
          onClick={() => setAsked('save')}
        >
          {text('saved-search.save')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileExport size={18} stroke={1.5} aria-hidden />}
          onClick={() => setAsked('export')}
        >
          {text('export.open')}
        </Button>
      </div>
      <Suspense>
        {asked === 'save' && <SaveSearchDialog search={search} onClose={close} />}
        {asked === 'export' && <ExportDialog filter={filterOf(search)} onClose={close} />}
      </Suspense>
    </div>
  );
}

function Results(props: { search: DirectorySearch; onChange: (search: DirectorySearch) => void }) {
  const { search, onChange } = props;
  const text = useText();
  const acting = useActingOrganization();
  const list = usePages(directoryQuery(acting.id, queryOf(search)));
  const { picked = [] } = search;
  const mayPick = (id: string) => picked.includes(id) || picked.length < MAX_PICKED;
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  useDirectoryPushes(acting.id);
  const mayList = mayWrite(acting, 'shortlist.update');
  return (
    <section aria-label={text('directory.results')}>
      <Suspense>
        {candidate && <ShortlistDialog candidate={candidate} onClose={() => setCandidate(null)} />}
      </Suspense>
      <PagedList
        list={list}
        rowHeight={96}
        onClear={isNarrowed(search) ? () => onChange(withoutFilters(search)) : undefined}
        noneFiltered={text('directory.none.filtered')}
        noneFilteredText={text('directory.none.filtered.text')}
        none={{ title: text('directory.none'), text: text('directory.none.text') }}
      >
        {(items) => (
          <Panel
            rows={items.map((item) => (
              <ResultRow
                key={item.id}
                item={item}
                isPicked={picked.includes(item.id)}
                onPick={mayPick(item.id) ? () => onChange(toggled(search, item.id)) : undefined}
                onList={mayList ? () => setCandidate({ id: item.id, name: item.title }) : undefined}
              />
            ))}
          />
        )}
      </PagedList>
    </section>
  );
}

function without(search: DirectorySearch, field: keyof DirectorySearch): DirectorySearch {
  const { [field]: _, ...rest } = search;
  return rest;
}

function edgesOf({ west, south, east, north }: Area): DirectorySearch {
  return { area: [west, south, east, north] };
}
