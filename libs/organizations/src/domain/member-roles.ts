import { type OrganizationKind, ROLE_PERMISSIONS } from '#libs/contracts';
import { SignatoryOfCitiesOnly, UnknownRole } from './member.errors.js';

/** The role of which at least one seat must remain. */
export const topRole = (kind: OrganizationKind): string =>
  kind === 'secretariat' ? 'administrator' : 'owner';

/** Errors: organization/unknown-role, member/signatory-of-cities-only. */
export function assertSeatIsPossible(
  kind: OrganizationKind,
  { role, signatory }: { readonly role?: string; readonly signatory?: boolean },
): void {
  if (role !== undefined && !Object.hasOwn(ROLE_PERMISSIONS[kind], role)) throw new UnknownRole();
  if (signatory && kind !== 'city') throw new SignatoryOfCitiesOnly();
}

/** The role next to the highest. */
const secondRole = (kind: OrganizationKind): string =>
  Object.keys(ROLE_PERMISSIONS[kind]).find((role) => role !== topRole(kind)) ?? 'viewer';

/**
 * The role somebody of a second entry has in the organization that goes on. Whoever made the second entry owned it;
 * that gives nobody the first, so an owner of it comes as the next below, unless the first has no owner at all.
 */
export function roleAfterMerge(kind: OrganizationKind, role: string, hasOwner: boolean): string {
  return role === topRole(kind) && hasOwner ? secondRole(kind) : role;
}
