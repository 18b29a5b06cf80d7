import type { Namespace } from 'socket.io';
import type { Adapter, Session } from 'socket.io-adapter';
import { fitsRights } from './conversation-rights.js';
import { isWatchRoom } from './realtime.rooms.js';
import type { SocketIdentity } from './socket-gate.js';

/**
 * Lets a client take up its session only while that session may still hold a socket, with the rights it had. Without
 * this, socket.io would hand out everything that was missed before any check of who asks. What its screen looked at
 * is asked for anew, so that nobody is told of people they no longer may see.
 */
export function guardRecovery(
  make: (namespace: Namespace) => Adapter,
  rightsOf: (identity: SocketIdentity) => Promise<ReadonlySet<string> | undefined>,
): (namespace: Namespace) => Adapter {
  // socket.io calls it with `new`: not an arrow.
  return function guarded(namespace) {
    const adapter = make(namespace);
    const restore = adapter.restoreSession.bind(adapter);
    adapter.restoreSession = async (pid: string, offset: string): Promise<Session> => {
      const session = await restore(pid, offset);
      const identity = (session.data as { identity?: SocketIdentity } | undefined)?.identity;
      const rights = identity && (await rightsOf(identity));
      if (!rights || !fitsRights(session.rooms, identity, rights)) throw new Error('The session has ended.');
      return { ...session, rooms: session.rooms.filter((room) => !isWatchRoom(room)) };
    };
    return adapter;
  };
}
