import type { components } from '#libs/api-client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, read } from './api.js';
import { pagedQuery } from './pages.js';
import { queryClient } from './query.js';
import { onPush, onOpened } from './socket.js';

export type Notice = components['schemas']['NoticeResponse'];

/** Notices belong to the person, whatever organization they act for. */
const KEY = ['notices'] as const;
/** Begins the keys of all lists of notices. */
export const noticeLists = [...KEY, 'list'] as const;

export const noticesQuery = (filter: { group?: Notice['group']; state?: Notice['state']; limit?: number }) =>
  pagedQuery([...noticeLists, filter], (cursor, signal) =>
    read(api.GET('/api/v1/notices', { params: { query: { ...filter, cursor } }, signal })),
  );

export const unreadQuery = queryOptions({
  queryKey: [...KEY, 'unread'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/notices/unread-count', { signal })),
});

/** How many notices wait, kept new by pushes. */
export function useUnreadNotices(): number {
  const { data } = useQuery(unreadQuery);
  useEffect(() => {
    const refresh = () => void queryClient.invalidateQueries({ queryKey: KEY });
    const ends = [
      onPush('notifications.notice-added', refresh),
      onPush('notifications.notices-changed', refresh),
      onOpened(refresh),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return data?.unread ?? 0;
}
