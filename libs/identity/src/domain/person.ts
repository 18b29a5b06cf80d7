import type { Actor } from '#libs/kernel';
import type { WorkingHours } from './working-hours.js';

/** A person as other features show it. Of a person who was erased the names are empty: a former member. */
export interface PersonCard {
  readonly id: string;
  readonly displayName: string;
  readonly latinName: string | null;
  /** BCP 47. */
  readonly language: string;
  /** IANA time zone. */
  readonly timeZone: string;
}

/** A person with what may be known of them by those they work with. */
export interface PersonProfile extends PersonCard {
  /** BCP 47; what the person speaks, best first. */
  readonly languages: readonly string[];
  /** By the wall clock of `timeZone`, Monday first. */
  readonly workingHours: readonly WorkingHours[];
  /** Agreed to be found in the directory. */
  readonly discoverable: boolean;
}

/** A person with the address of the account; for the person and for mail only. */
export interface PersonAccount extends PersonProfile {
  readonly email: string;
  readonly version: number;
}

/** A person who acts for nobody but themselves, e.g. while signing in. */
export function asThemselves(personId: string, sessionId: string, requestId: string): Actor {
  return { personId, sessionId, organization: null, permissions: new Set(), requestId };
}
