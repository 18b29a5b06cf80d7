import { type OrganizationKind, ROLE_PERMISSIONS } from '#libs/contracts';
import { useCodeText } from '../../i18n/use-text.js';

/** The roles of a kind of organization, the highest first. */
export const rolesOf = (kind: OrganizationKind): string[] => Object.keys(ROLE_PERMISSIONS[kind]);

/** The role of which one seat must remain, and which is handed over. */
export const highestRole = (kind: OrganizationKind): string => rolesOf(kind)[0] ?? 'owner';

export function useRoleText(): (role: string) => string {
  const text = useCodeText();
  return (role) => text('members.role', role, 'members.role.other');
}
