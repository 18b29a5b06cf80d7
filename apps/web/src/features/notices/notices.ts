import { useMutation } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { type Notice, noticeLists, unreadQuery } from '../../lib/notices.js';
import { queryClient } from '../../lib/query.js';

export type InboxGroup = Notice['group'];
/** How a row of the inbox is sorted. */
export type Sorting =
  | { verb: 'read' | 'unread' | 'archive' | 'restore' }
  /** `until` in RFC 3339. */
  | { verb: 'snooze'; until: string };

/** What was done about a row: it was sorted, or what it asks was answered on behalf of an organization. */
export type Settled =
  | { verb: Sorting['verb']; id: string }
  | { verb: 'accept' | 'decline'; slug: string; conversationId: string | null };

/**
 * Lists and counts are asked for again at once; other devices hear of it by themselves. `onSorted` is called before:
 * the row that asks may leave with the new lists, and nobody would be told.
 */
export function useSortNotice(onSorted: (id: string, verb: Sorting['verb']) => void) {
  return useMutation({
    mutationFn: ({ id, sorting }: { id: string; sorting: Sorting }) => sort(id, sorting),
    onSuccess: (_, { id, sorting }) => {
      onSorted(id, sorting.verb);
      return refresh();
    },
  });
}

export function useReadAllNotices() {
  return useMutation({
    mutationFn: () => read(api.POST('/api/v1/notices/read-all')),
    onSuccess: refresh,
  });
}

function sort(id: string, sorting: Sorting): Promise<Notice> {
  const params = { path: { id } };
  switch (sorting.verb) {
    case 'read':
      return read(api.POST('/api/v1/notices/{id}/read', { params }));
    case 'unread':
      return read(api.POST('/api/v1/notices/{id}/unread', { params }));
    case 'archive':
      return read(api.POST('/api/v1/notices/{id}/archive', { params }));
    case 'restore':
      return read(api.POST('/api/v1/notices/{id}/restore', { params }));
    case 'snooze':
      return read(api.POST('/api/v1/notices/{id}/snooze', { params, body: { until: sorting.until } }));
  }
}

async function refresh(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: noticeLists }),
    queryClient.invalidateQueries({ queryKey: unreadQuery.queryKey }),
  ]);
}
