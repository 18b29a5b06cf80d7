import type { Actor } from '#libs/kernel';

/** What can be done to a profile; each is also the permission `profile.<action>`. */
export type ProfileAction = 'read' | 'update';

/** What the reader may do next; screens show these and derive nothing themselves. */
export interface ProfileAbilities {
  readonly update: boolean;
}

/** Everybody reads every profile; an organization writes its own, as the role allows. */
export function may(actor: Actor, action: ProfileAction, organizationId: string): boolean {
  if (!actor.permissions.has(`profile.${action}`)) return false;
  return action === 'read' || actor.organization?.id === organizationId;
}

export function abilitiesFor(actor: Actor, organizationId: string): ProfileAbilities {
  return { update: may(actor, 'update', organizationId) };
}
