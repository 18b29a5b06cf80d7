import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Permission } from '#libs/contracts';

/** What a route asks of whoever calls it. A route without one does not boot. */
export type Requirement = { readonly permission: Permission } | { readonly public: true };

export const REQUIREMENT = Symbol('access requirement');

/** Opens a route (or all routes of a controller) to people whose role has `permission`. */
export function RequirePermission(permission: Permission): CustomDecorator<symbol> {
  return SetMetadata<symbol, Requirement>(REQUIREMENT, { permission });
}

/** Opens a route (or all routes of a controller) to everybody, signed in or not. */
export function Public(): CustomDecorator<symbol> {
  return SetMetadata<symbol, Requirement>(REQUIREMENT, { public: true });
}
