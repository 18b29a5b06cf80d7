import { type Permission, permissionsOf } from '#libs/contracts';
import type { Membership } from './me.js';

/** Whether the role in an organization, as it stands in the network, may begin something new. What exists carries its own `abilities`. */
export function mayWrite({ kind, role, state }: Membership, permission: Permission): boolean {
  return permissionsOf(kind, role, state).includes(permission);
}
