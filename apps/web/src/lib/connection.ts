import { createStore, useStore } from './store.js';

/** `offline`: the device says so; `reconnecting`: the push connection is down and being opened again. */
export type Connection = 'online' | 'reconnecting' | 'offline';

const network = createStore(navigator.onLine);
const push = createStore<'idle' | 'open' | 'lost'>('idle');
const connection = createStore<Connection>(network.get() ? 'online' : 'offline');

/** Calls shorter than this are not worth a word to the reader. */
const PATIENCE_MS = 2_000;
let waiting: ReturnType<typeof setTimeout> | undefined;

addEventListener('online', () => network.set(true));
addEventListener('offline', () => network.set(false));
network.subscribe(weigh);
push.subscribe(weigh);

export function useConnection(): Connection {
  return useStore(connection);
}

export const connectionState = connection;

/** Told by the socket; see `socket.ts`. */
export function reportPush(next: 'idle' | 'open' | 'lost'): void {
  push.set(next);
}

function weigh(): void {
  clearTimeout(waiting);
  if (!network.get()) connection.set('offline');
  else if (push.get() !== 'lost') connection.set('online');
  else waiting = setTimeout(() => connection.set('reconnecting'), PATIENCE_MS);
}
