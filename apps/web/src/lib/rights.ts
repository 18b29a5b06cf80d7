import { type Permission, permissionsOf } from '#libs/contracts';
import type { Membership } from './me.js';

/** Whether the role in an organization may begin something new. What exists carries its own `abilities`. */
export function mayWrite({ kind, role }: Membership, permission: Permission): boolean {
  return permissionsOf(kind, role).includes(permission);
}
