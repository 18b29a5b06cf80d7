import type { SocketIdentity } from './socket-gate.js';

// Names of rooms; nowhere else is one spelt.

/** Those a socket is in as long as it is open. */
export function ownRooms({ sessionId, personId, organizationId }: SocketIdentity): string[] {
  const own = [sessionRoom(sessionId), personRoom(personId)];
  if (organizationId === null) return own;
  return [...own, organizationRoom(organizationId), networkRoom()];
}

/** Every socket of a person, whatever organization it acts for. */
export function personRoom(personId: string): string {
  return `person:${personId}`;
}

/** Every socket of one sign-in. */
export function sessionRoom(sessionId: string): string {
  return `session:${sessionId}`;
}

/** Every socket that acts for an organization. */
export function organizationRoom(organizationId: string): string {
  return `organization:${organizationId}`;
}

/**
 * Every socket of a person while acting for this organization, and for no other one, as long as they may read
 * conversations there.
 */
export function actorRoom(personId: string, organizationId: string): string {
  return `actor:${personId}:${organizationId}`;
}

/** Sockets that are told when this person comes or goes, as long as their screen shows it. */
export function watchRoom({
  personId,
  organizationId,
}: {
  personId: string;
  organizationId: string;
}): string {
  return `watch:${personId}:${organizationId}`;
}

/** Whether it is for a screen rather than for who looks at it. */
export function isWatchRoom(room: string): boolean {
  return room.startsWith('watch:');
}

/** Every socket that acts for an organization: for what everybody in the network may know. */
export function networkRoom(): string {
  return 'network';
}
