import {
  type InfiniteData,
  type QueryKey,
  useInfiniteQuery,
  type UseInfiniteQueryOptions,
} from '@tanstack/react-query';

export interface PageOf<Item> {
  items: Item[];
  nextCursor: string | null;
}

type Cursor = string | undefined;
/** A list that is read page by page. */
export type PagedQuery<Page> = UseInfiniteQueryOptions<
  Page,
  Error,
  InfiniteData<Page, Cursor>,
  QueryKey,
  Cursor
>;

/** Reads a list by the cursor of the page before. */
export function pagedQuery<Page extends PageOf<unknown>>(
  queryKey: QueryKey,
  fetchPage: (cursor: Cursor, signal: AbortSignal) => Promise<Page>,
): PagedQuery<Page> {
  return {
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  };
}

/** The items of all pages read so far, without a row twice where the list moved between two readings. */
export function usePages<Page extends PageOf<{ id: string }>>(query: PagedQuery<Page>) {
  const result = useInfiniteQuery(query);
  const rows: Page['items'] = result.data?.pages.flatMap((page) => page.items) ?? [];
  const items: Page['items'] = [...new Map(rows.map((row) => [row.id, row])).values()];
  return { ...result, items, first: result.data?.pages[0] };
}
