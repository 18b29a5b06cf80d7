/** Names of rooms; nowhere else is one spelt. A socket is in all of its own from the first moment on. */

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

/** Every socket of a person while acting for this organization, and for no other one. */
export function actorRoom(personId: string, organizationId: string): string {
  return `actor:${personId}:${organizationId}`;
}

/** Every socket that acts for an organization: for what everybody in the network may know. */
export function networkRoom(): string {
  return 'network';
}
