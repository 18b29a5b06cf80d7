import { ACCOUNT_PERMISSIONS, permissionsOf } from '#libs/contracts';
import type { ActingOrganization, Actor } from '#libs/kernel';
import { NoOrganization, NotAMember, OrganizationNotActive, OrganizationRequired } from './auth.errors.js';
import type { Principal, PrincipalMembership } from './principal.js';

/** Whether a request acts for an organization, or only as the person (account, notices, sign-out). */
export type ActingAs = 'organization' | 'person';

/**
 * The actor of one request or socket. `organizationId` is what the client named (`X-Organization-Id`, socket
 * handshake); absent, the only organization is meant. Errors: auth/not-a-member (unknown or not mine),
 * auth/organization-not-active, and where an organization is needed auth/organization-required (several),
 * auth/no-organization (none).
 */
export function actorFor(
  principal: Principal,
  organizationId: string | undefined,
  requestId: string,
  as: ActingAs = 'organization',
): Actor {
  const membership = actingMembership(principal.memberships, organizationId, as);
  return {
    personId: principal.personId,
    sessionId: principal.sessionId,
    organization: membership ? actingOrganization(membership) : null,
    permissions: permissionSet(membership),
    requestId,
  };
}

function actingMembership(
  memberships: readonly PrincipalMembership[],
  organizationId: string | undefined,
  as: ActingAs,
): PrincipalMembership | undefined {
  if (organizationId !== undefined) {
    const named = memberships.find((membership) => membership.organizationId === organizationId);
    if (!named) throw new NotAMember();
    if (!mayActFor(named)) throw new OrganizationNotActive();
    return named;
  }
  const [only, ...others] = memberships;
  if (only && others.length === 0 && mayActFor(only)) return only;
  if (as === 'person') return undefined;
  if (!only) throw new NoOrganization();
  if (others.length > 0) throw new OrganizationRequired();
  throw new OrganizationNotActive();
}

/** Whether anybody acts for an organization in its state: not for one that has left or never came. */
export const mayActFor = ({ organizationState }: PrincipalMembership): boolean =>
  organizationState !== 'candidate' && organizationState !== 'closed';

const actingOrganization = (membership: PrincipalMembership): ActingOrganization => ({
  id: membership.organizationId,
  kind: membership.kind,
  role: membership.role,
  signatory: membership.signatory,
});

const ACCOUNT_ONLY: ReadonlySet<string> = new Set(ACCOUNT_PERMISSIONS);
const sets = new Map<string, ReadonlySet<string>>();

/** One shared set per (kind, role, state): the guard builds an actor on every request. */
function permissionSet(membership: PrincipalMembership | undefined): ReadonlySet<string> {
  if (!membership) return ACCOUNT_ONLY;
  const { kind, role, organizationState } = membership;
  const key = `${kind}/${role}/${organizationState}`;
  let set = sets.get(key);
  if (!set) {
    set = new Set([...ACCOUNT_PERMISSIONS, ...permissionsOf(kind, role, organizationState)]);
    sets.set(key, set);
  }
  return set;
}
