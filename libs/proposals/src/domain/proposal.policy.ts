import type { Actor } from '#libs/kernel';
import type { Proposal } from './proposal.js';
import { isPossible, isWritable, type Staged } from './proposal-states.js';

/** What can be done to a proposal; each is also the permission `proposal.<action>`. */
export type ProposalAction = 'read' | 'update' | 'submit' | 'withdraw';

/** How the acting organization stands to a proposal. */
export type ProposalRelation = 'own' | 'secretariat' | 'counterpart' | 'stranger';

/** What the reader may do next; screens show these and derive nothing themselves. */
export interface ProposalAbilities {
  readonly update: boolean;
  readonly submit: boolean;
  readonly withdraw: boolean;
}

type Owned = Pick<Proposal, 'organizationId' | 'state'>;

/** `isCounterpart`: matchmaking matched the acting organization with this proposal. */
export function relationTo(
  actor: Actor,
  proposal: Pick<Owned, 'organizationId'>,
  isCounterpart = false,
): ProposalRelation {
  if (actor.organization?.id === proposal.organizationId) return 'own';
  if (actor.organization?.kind === 'secretariat') return 'secretariat';
  return isCounterpart ? 'counterpart' : 'stranger';
}

/** Own: as the role allows. Secretariat and matched counterparts: reading, once it was handed in. */
export function may(
  actor: Actor,
  action: ProposalAction,
  proposal: Owned,
  relation: ProposalRelation,
): boolean {
  if (!actor.permissions.has(`proposal.${action}`)) return false;
  if (relation === 'own') return true;
  return action === 'read' && relation !== 'stranger' && proposal.state !== 'draft';
}

export function abilitiesFor(actor: Actor, proposal: Owned & Staged): ProposalAbilities {
  const relation = relationTo(actor, proposal);
  const can = (action: ProposalAction): boolean => may(actor, action, proposal, relation);
  return {
    update: isWritable(proposal.state) && can('update'),
    submit: isWritable(proposal.state) && can('submit'),
    withdraw: isPossible(proposal, 'withdraw') && can('withdraw'),
  };
}
