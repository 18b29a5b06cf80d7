import type { OrganizationState } from '#libs/contracts';

/** One organization a person belongs to, as access decisions need it. */
export interface PrincipalMembership {
  readonly organizationId: string;
  readonly kind: string;
  readonly role: string;
  readonly signatory: boolean;
  /** Decides, with the role, what its people may do: see `permissionsOf`. */
  readonly organizationState: OrganizationState;
}

/** A signed-in person with everything that access decisions need; one per live session. */
export interface Principal {
  readonly personId: string;
  readonly sessionId: string;
  readonly displayName: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA time zone. */
  readonly timeZone: string;
  /** End of the session unless it is refreshed before. */
  readonly expiresAt: Date;
  readonly memberships: readonly PrincipalMembership[];
}

/** Reads the principal of a live session; null when the session is unknown, ended or expired, or its account is not active. */
export abstract class PrincipalLoader {
  abstract load(sessionId: string): Promise<Principal | null>;
}
