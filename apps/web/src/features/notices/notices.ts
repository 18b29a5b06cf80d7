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

/** Lists and counts are asked for again at once; other devices hear of it by themselves. */
export function useSortNotice() {
  return useMutation({
    mutationFn: ({ id, sorting }: { id: string; sorting: Sorting }) => sort(id, sorting),
    onSuccess: refresh,
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
