import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '../components/empty-state.js';
import { ProblemNotice } from '../components/problem-notice.js';
import { ShowMore } from '../components/show-more.js';
import { Waiting } from '../components/waiting.js';
import { useText } from '../i18n/use-text.js';

/** A list that is read page by page, in all its states: being read, refused, filtered to nothing, empty, or there. */
export function PagedList<Item>(props: {
  list: {
    items: Item[];
    isPending: boolean;
    isSuccess: boolean;
    error: unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
    refetch: () => unknown;
  };
  /** About as tall as a row, in pixels. */
  rowHeight: number;
  /** Removes the filters; absent where none is set. */
  onClear?: (() => void) | undefined;
  noneFiltered: string;
  /** What to try instead. */
  noneFilteredText?: string;
  none: { title: string; text?: string | undefined; action?: ReactNode };
  children: (items: Item[]) => ReactNode;
}) {
  const { list, rowHeight, onClear, noneFiltered, noneFilteredText, none, children } = props;
  const text = useText();
  if (list.error && list.items.length === 0) {
    return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  }
  if (list.isPending) return <Waiting rows={3} height={rowHeight} />;
  if (list.items.length === 0) {
    return onClear ? (
      <EmptyState
        because="filtered"
        title={noneFiltered}
        action={
          <Button variant="default" onClick={onClear}>
            {text('action.clear-filters')}
          </Button>
        }
      >
        {noneFilteredText}
      </EmptyState>
    ) : (
      <EmptyState because="nothing" title={none.title} action={none.action}>
        {none.text}
      </EmptyState>
    );
  }
  return (
    <>
      {children(list.items)}
      <ShowMore query={list} />
    </>
  );
}
