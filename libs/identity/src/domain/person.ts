import type { Actor } from '#libs/kernel';

/** A person as other features show it. */
export interface PersonCard {
  readonly id: string;
  readonly displayName: string;
  readonly latinName: string | null;
  /** BCP 47. */
  readonly language: string;
  /** IANA time zone. */
  readonly timeZone: string;
}

/** A person with the address of the account; for the person and for mail only. */
export interface PersonAccount extends PersonCard {
  readonly email: string;
  readonly version: number;
}

/** A person who acts for nobody but themselves, e.g. while signing in. */
export function asThemselves(personId: string, sessionId: string, requestId: string): Actor {
  return { personId, sessionId, organization: null, permissions: new Set(), requestId };
}
