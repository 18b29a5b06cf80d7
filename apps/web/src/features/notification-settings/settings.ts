import type { components } from '#libs/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, ifMatch, read } from '../../lib/api.js';
import { queryClient } from '../../lib/query.js';

export type NotificationSettings = components['schemas']['NotificationSettingsResponse'];
export type NotificationChoice = NotificationSettings['choices'][number];
export type Channel = NotificationChoice['locked'][number];
type Choosing = components['schemas']['ChooseNotificationsDto'];

const CHANNELS: readonly Channel[] = ['app', 'mail', 'push'];
/** Of the channels, those that carry something. */
export const openChannels = (pushes: boolean): readonly Channel[] =>
  CHANNELS.filter((channel) => channel !== 'push' || pushes);
export const PACES: readonly NotificationSettings['pace'][] = [
  'first-then-digest',
  'each',
  'digest',
  'first-only',
];

export const settingsQuery = queryOptions({
  queryKey: ['notification-settings'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/account/notification-settings', { signal })),
});

export function useChooseSettings() {
  return useMutation({
    mutationFn: (settings: NotificationSettings) =>
      read(
        api.PUT('/api/v1/account/notification-settings', {
          params: { header: ifMatch(settings.version) },
          body: choosing(settings),
        }),
      ),
    onSuccess: (settings) => queryClient.setQueryData(settingsQuery.queryKey, settings),
  });
}

export function useResumeMail() {
  return useMutation({
    mutationFn: () => read(api.POST('/api/v1/account/notification-settings/resume-mail')),
    onSuccess: (settings) => queryClient.setQueryData(settingsQuery.queryKey, settings),
  });
}

function choosing({ choices, pace, digestHour, quiet, quietDays }: NotificationSettings): Choosing {
  const switchedOff = choices.flatMap((choice) =>
    CHANNELS.filter((channel) => !choice[channel] && !choice.locked.includes(channel)).map(
      // The server's list has every switch but those that are locked.
      (channel) => `${choice.group}:${channel}` as Choosing['switchedOff'][number],
    ),
  );
  return { switchedOff, pace, digestHour, quiet, quietDays };
}
