import type { components } from '#libs/api-client';
import { type InfiniteData, useMutation } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { noticeLists, unreadQuery } from '../../lib/notices.js';
import { pagedQuery } from '../../lib/pages.js';
import { queryClient } from '../../lib/query.js';

export type Notice = components['schemas']['NoticeResponse'];
type Pages = InfiniteData<components['schemas']['NoticePageResponse']>;

export const noticesQuery = (filter: { unread?: boolean }) =>
  pagedQuery([...noticeLists, filter], (cursor, signal) =>
    read(api.GET('/api/v1/notices', { params: { query: { ...filter, cursor } }, signal })),
  );

/** Marks one as read. It stays where it stands until the list is read again, so that nothing jumps. */
export function useReadNotice(id: string) {
  return useMutation({
    mutationFn: () => read(api.POST('/api/v1/notices/{id}/read', { params: { path: { id } } })),
    onSuccess: (notice) => {
      queryClient.setQueriesData<Pages>(
        { queryKey: noticeLists },
        (pages) => pages && replaceIn(pages, notice),
      );
      void queryClient.invalidateQueries({ queryKey: unreadQuery.queryKey });
    },
  });
}

export function useReadAllNotices() {
  return useMutation({
    mutationFn: () => read(api.POST('/api/v1/notices/read-all')),
    onSuccess: (count) => {
      queryClient.setQueryData(unreadQuery.queryKey, count);
      return queryClient.invalidateQueries({ queryKey: noticeLists });
    },
  });
}

function replaceIn(pages: Pages, notice: Notice): Pages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === notice.id ? notice : item)),
    })),
  };
}
