import type { Namespace } from 'socket.io';
import type { Adapter, Session } from 'socket.io-adapter';
import type { SocketIdentity } from './socket-gate.js';

/**
 * Lets a client take up its session only while that session may still hold a socket. Without this, socket.io
 * would hand out everything that was missed before any check of who asks.
 */
export function guardRecovery(
  make: (namespace: Namespace) => Adapter,
  stillAdmits: (identity: SocketIdentity) => Promise<boolean>,
): (namespace: Namespace) => Adapter {
  // socket.io calls it with `new`: not an arrow.
  return function guarded(namespace) {
    const adapter = make(namespace);
    const restore = adapter.restoreSession.bind(adapter);
    adapter.restoreSession = async (pid: string, offset: string): Promise<Session> => {
      const session = await restore(pid, offset);
      const identity = (session.data as { identity?: SocketIdentity } | undefined)?.identity;
      if (!identity || !(await stillAdmits(identity))) throw new Error('The session has ended.');
      return session;
    };
    return adapter;
  };
}
