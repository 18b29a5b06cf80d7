import type { Session } from 'socket.io-adapter';
import { fitsRights } from './conversation-rights.js';
import { isWatchRoom } from './realtime.rooms.js';
import type { SocketIdentity } from './socket-gate.js';

/** What is kept of a socket whose line broke. */
export type KeptSession = Omit<Session, 'missedPackets'>;

/** Answers a session as it may be taken up; throws where it may not. */
export type RecoveryGuard = (session: KeptSession) => Promise<KeptSession>;

/**
 * Lets a client take up its session only while that session may still hold a socket, with the rights it had. Without
 * this, socket.io would hand out everything that was missed before any check of who asks. What its screen looked at
 * is asked for anew, so that nobody is told of people they no longer may see.
 */
export function recoveryGuard(
  rightsOf: (identity: SocketIdentity) => Promise<ReadonlySet<string> | undefined>,
): RecoveryGuard {
  return async (session) => {
    const identity = (session.data as { identity?: SocketIdentity } | undefined)?.identity;
    const rights = identity && (await rightsOf(identity));
    if (!rights || !fitsRights(session.rooms, identity, rights)) throw new Error('The session has ended.');
    return { ...session, rooms: session.rooms.filter((room) => !isWatchRoom(room)) };
  };
}
