import type { components } from '#libs/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, read } from '../../lib/api.js';
import { queryClient } from '../../lib/query.js';

export type Push = components['schemas']['PushResponse'];
export type PushDevice = Push['devices'][number];

/** Why this browser is not told: it cannot, it may not, or its push service is out of reach. */
export type PushProblem = 'unsupported' | 'blocked' | 'failed';

export class PushNotPossible extends Error {
  constructor(
    readonly problem: PushProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}

export const pushQuery = queryOptions({
  queryKey: ['push'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/account/push', { signal })),
});

const keep = (push: Push) => queryClient.setQueryData(pushQuery.queryKey, push);

export const canPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window;

/** Switches push on for this browser: permission, subscription, and the address of it for the server. */
export function useAddDevice(label: string) {
  return useMutation({
    mutationFn: async (publicKey: string) => {
      const subscription = await subscribe(publicKey);
      const { endpoint, keys = {} } = subscription.toJSON();
      return read(
        api.POST('/api/v1/account/push/devices', {
          body: { endpoint: endpoint ?? '', p256dh: keys.p256dh ?? '', auth: keys.auth ?? '', label },
        }),
      );
    },
    onSuccess: keep,
  });
}

export function useRemoveDevice() {
  return useMutation({
    mutationFn: async ({ id, isThis }: PushDevice) => {
      const push = await read(
        api.POST('/api/v1/account/push/devices/{id}/remove', { params: { path: { id } } }),
      );
      if (isThis) await unsubscribe();
      return push;
    },
    onSuccess: keep,
  });
}

async function subscribe(publicKey: string): Promise<PushSubscription> {
  if (!canPush()) throw new PushNotPossible('unsupported');
  if ((await Notification.requestPermission()) !== 'granted') throw new PushNotPossible('blocked');
  try {
    await navigator.serviceWorker.register('/push-worker.js');
    const { pushManager } = await navigator.serviceWorker.ready;
    // A subscription for other keys, of a former installation, takes nothing of ours.
    await (await pushManager.getSubscription())?.unsubscribe();
    return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  } catch (cause) {
    throw new PushNotPossible('failed', { cause });
  }
}

async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}
