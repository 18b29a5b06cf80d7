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
