import type { Socket } from 'socket.io';
import type { Permission } from '#libs/contracts';
import { actorRoom, isWatchRoom } from './realtime.rooms.js';
import type { SocketIdentity } from './socket-gate.js';

const READS: Permission = 'conversation.read';

/**
 * Lets what is said in conversations reach a socket while its person may read it: an organization that is suspended,
 * or waits for admission, keeps its sockets and hears of its notices alone.
 */
export async function followRights(
  socket: Socket,
  identity: SocketIdentity,
  rights: ReadonlySet<string>,
): Promise<void> {
  const room = conversationsOf(identity);
  if (room === undefined || socket.rooms.has(room) === rights.has(READS)) return;
  if (rights.has(READS)) await socket.join(room);
  else for (const each of [...socket.rooms]) if (each === room || isWatchRoom(each)) await socket.leave(each);
}

/** Whether these rooms are those of a socket with these rights. */
export function fitsRights(
  rooms: readonly string[],
  identity: SocketIdentity,
  rights: ReadonlySet<string>,
): boolean {
  const room = conversationsOf(identity);
  return room === undefined || rooms.includes(room) === rights.has(READS);
}

function conversationsOf({ personId, organizationId }: SocketIdentity): string | undefined {
  return organizationId === null ? undefined : actorRoom(personId, organizationId);
}
