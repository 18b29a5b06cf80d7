import type { Actor } from '#libs/kernel';
import { type Organization, VISIBLE_STATES } from './organization.js';

type Shown = Pick<Organization, 'id' | 'state' | 'mergedIntoId'>;
type Seated = Pick<Organization, 'id' | 'state' | 'memberCount'>;

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

  /** Its owners; and administrators of the secretariat while nobody has a seat there, as in a city of the member list. */
  canInvite: (actor: Actor, organization: Seated): boolean =>
    organizationPolicy.canManageMembers(actor, organization.id) ||
    organizationPolicy.canInviteOwner(actor, organization),

  canInviteOwner: (actor: Actor, { state, memberCount }: Seated): boolean =>
    actor.permissions.has('member.manage') &&
    actor.organization?.kind === 'secretariat' &&
    state === 'active' &&
    memberCount === 0,

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
  readonly inviteOwner: boolean;
  readonly merge: boolean;
}

export function abilitiesOn(actor: Actor, organization: Seated): OrganizationAbilities {
  const { id } = organization;
  return {
    update: organizationPolicy.canUpdate(actor, id),
    seeMembers: organizationPolicy.canSeeMembers(actor, id),
    manageMembers: organizationPolicy.canManageMembers(actor, id),
    inviteOwner: organizationPolicy.canInviteOwner(actor, organization),
    merge: organizationPolicy.canMerge(actor),
  };
}
