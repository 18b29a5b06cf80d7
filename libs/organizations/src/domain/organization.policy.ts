import type { Actor } from '#libs/kernel';
import { type Organization, VISIBLE_STATES } from './organization.js';

type Shown = Pick<Organization, 'id' | 'state' | 'mergedIntoId'>;

/** Rules on one organization, given that the route's permission is there. */
export const organizationPolicy = {
  /** Everybody signed in knows who takes part; of the others know their own people and the secretariat. */
  canRead: (actor: Actor, { id, state, mergedIntoId }: Shown): boolean =>
    mergedIntoId === null && (VISIBLE_STATES.includes(state) || organizationPolicy.canSeeMembers(actor, id)),

  /** Its own people, and the secretariat. */
  canSeeMembers: (actor: Actor, organizationId: string): boolean =>
    actor.organization?.id === organizationId || actor.organization?.kind === 'secretariat',

  /** Its own people, while they act for it. */
  belongsTo: (actor: Actor, organizationId: string): boolean => actor.organization?.id === organizationId,

  /** Its owners. */
  canManageMembers: (actor: Actor, organizationId: string): boolean =>
    actor.permissions.has('member.manage') && organizationPolicy.belongsTo(actor, organizationId),

  /** Administrators of the secretariat. */
  canMerge: (actor: Actor): boolean =>
    actor.permissions.has('organization.merge') && actor.organization?.kind === 'secretariat',

  /** Its owners, and administrators of the secretariat. */
  canUpdate: (actor: Actor, organizationId: string): boolean =>
    actor.permissions.has('organization.update') && organizationPolicy.canSeeMembers(actor, organizationId),
};

/** What the actor may do with the organization, for screens. */
export interface OrganizationAbilities {
  readonly update: boolean;
  readonly seeMembers: boolean;
  readonly manageMembers: boolean;
  readonly merge: boolean;
}

export function abilitiesOn(actor: Actor, organizationId: string): OrganizationAbilities {
  return {
    update: organizationPolicy.canUpdate(actor, organizationId),
    seeMembers: organizationPolicy.canSeeMembers(actor, organizationId),
    manageMembers: organizationPolicy.canManageMembers(actor, organizationId),
    merge: organizationPolicy.canMerge(actor),
  };
}
