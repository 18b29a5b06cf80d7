import type { Namespace } from 'socket.io';
import type { Adapter } from 'socket.io-adapter';
import type { Ahead } from './told-ahead.js';

/** How the API processes of one TTN hear each other's pushes. */
export interface ClusterBackend {
  /** Called by socket.io with `new`, once per namespace: a function, not an arrow. */
  readonly adapter: (namespace: Namespace) => Adapter;
  /** Resolves once pushes of other processes arrive. */
  start(): Promise<void>;
  /** How transactions may tell the other processes themselves; undefined where they cannot or nobody is there. */
  ahead(): Ahead | undefined;
  /** Resolves when everything emitted so far is in the hands of the backend; rejects where some of it is not. */
  drained(): Promise<void>;
  close(): Promise<void>;
}

/** How long a client that lost its connection may take up its session again. */
export const RECOVERY_MS = 120_000;
/** Messages stay replayable longer than any session that could ask for them. */
export const KEEP_MS = 180_000;
