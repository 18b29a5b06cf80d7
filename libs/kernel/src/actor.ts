import { DomainError } from './domain-error.js';

/** Who acts, for which organization, in which request. Built once per request, passed to every verb. */
export interface Actor {
  readonly personId: string;
  readonly sessionId: string;
  /** The organization the person acts for; null for routes that need none (account, sign-out). */
  readonly organization: ActingOrganization | null;
  readonly permissions: ReadonlySet<string>;
  readonly requestId: string;
}

export interface ActingOrganization {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  readonly signatory: boolean;
}

/** Names the part of TTN that acts when no person does: jobs, imports, the demo. */
export const SYSTEM_PERSON = '00000000-0000-7000-8000-000000000001';

/** The actor of background work; `requestId` leads back to the click that caused it. */
export function systemActor(requestId: string): Actor {
  return {
    personId: SYSTEM_PERSON,
    sessionId: SYSTEM_PERSON,
    organization: null,
    permissions: new Set(),
    requestId,
  };
}

/** The organization the actor acts for; throws `auth/organization-required` (400) when there is none. */
export function actingOrganization(actor: Actor): ActingOrganization {
  if (actor.organization) return actor.organization;
  throw new DomainError('auth/organization-required', 'malformed', {
    detail: 'Say for which organization you act: send X-Organization-Id.',
  });
}
