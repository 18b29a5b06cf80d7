import type { Actor } from '#libs/kernel';
import type { CoauthorAccess, LetterState, PartnerState } from './consortium.js';
import type { Proposal } from './proposal.js';
import { isPossible, isWritable, type Staged } from './proposal-states.js';

/** What can be done to a proposal; each is also the permission `proposal.<action>`. */
export type ProposalAction = 'read' | 'update' | 'submit' | 'withdraw';

/** How the acting organization stands to a proposal. */
export type ProposalRelation =
  | 'own'
  /** Takes part, or is invited to. */
  | 'partner'
  /** … and the acting person writes along with the right to edit. */
  | 'coauthor'
  /** A city that is asked for a letter of support, or has given one. */
  | 'supporter'
  /** Runs the call. */
  | 'caller'
  | 'secretariat'
  | 'counterpart'
  | 'stranger';

/** What stands in the rows of a consortium about the acting organization and person. */
export interface Standing {
  readonly partner: PartnerState | null;
  readonly letter: LetterState | null;
  readonly coauthor: CoauthorAccess | null;
}

export const NO_STANDING: Standing = { partner: null, letter: null, coauthor: null };

/** What the reader may do next; screens show these and derive nothing themselves. */
export interface ProposalAbilities {
  readonly update: boolean;
  readonly submit: boolean;
  readonly withdraw: boolean;
}

type Owned = Pick<Proposal, 'organizationId' | 'state'> & Partial<Pick<Proposal, 'call'>>;

/** `isCounterpart`: matchmaking matched the acting organization with this proposal. */
export function relationTo(
  actor: Actor,
  proposal: Pick<Owned, 'organizationId' | 'call'>,
  isCounterpart = false,
  standing = NO_STANDING,
): ProposalRelation {
  const { organization } = actor;
  if (organization?.id === proposal.organizationId) return 'own';
  const part = partOf(standing);
  if (part) return part;
  if (organization && organization.id === proposal.call?.callOrganizationId) return 'caller';
  if (organization?.kind === 'secretariat') return 'secretariat';
  return isCounterpart ? 'counterpart' : 'stranger';
}

function partOf({ partner, letter, coauthor }: Standing): ProposalRelation | undefined {
  if (partner === 'accepted' && coauthor === 'edit') return 'coauthor';
  if (partner === 'accepted' || partner === 'invited') return 'partner';
  return letter === 'asked' || letter === 'given' ? 'supporter' : undefined;
}

/**
 * Leads it, belongs to its consortium, or supports it. Who is invited or asked for a letter has a part only while it
 * was not handed in: nobody gets past a duty by an answer they owe.
 */
export function hasPart(
  { receipt }: Pick<Proposal, 'receipt'>,
  relation: ProposalRelation,
  standing = NO_STANDING,
): boolean {
  if (relation === 'own' || standing.partner === 'accepted' || standing.letter === 'given') return true;
  return receipt === null && (relation === 'partner' || relation === 'supporter');
}

/**
 * Own: as the role allows. Its consortium and the cities it asks: reading at any time, and writing for co-authors who
 * may. Who runs its call, the secretariat and matched counterparts: reading, once it was handed in.
 */
export function may(
  actor: Actor,
  action: ProposalAction,
  proposal: Owned,
  relation: ProposalRelation,
): boolean {
  if (!actor.permissions.has(`proposal.${action}`)) return false;
  switch (relation) {
    case 'own':
      return true;
    case 'coauthor':
      return action === 'read' || action === 'update';
    case 'partner':
    case 'supporter':
      return action === 'read';
    case 'caller':
    case 'secretariat':
    case 'counterpart':
      return action === 'read' && proposal.state !== 'draft';
    case 'stranger':
      return false;
  }
}

export function abilitiesFor(
  actor: Actor,
  proposal: Owned & Staged,
  relation = relationTo(actor, proposal),
): ProposalAbilities {
  const can = (action: ProposalAction): boolean => may(actor, action, proposal, relation);
  return {
    update: isWritable(proposal.state) && can('update'),
    submit: isWritable(proposal.state) && can('submit'),
    withdraw: isPossible(proposal, 'withdraw') && can('withdraw'),
  };
}
