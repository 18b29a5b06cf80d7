import { type ConversationMember, isSameSeat } from './conversation.js';

/** A seat of a conversation, with what decides who sees its presence. */
export interface CircleSeat extends ConversationMember {
  /** Nobody writes there: one of the two keeps the other away. */
  readonly isSilenced: boolean;
  readonly showsPresence: boolean;
  /** Ids of people, and of whole organizations. */
  readonly keepsAway: readonly string[];
}

/** People in a room up to which presence and typing are shown; in larger ones nobody counts heads. */
export const SHOWN_UP_TO = 50;

/**
 * Who sees of somebody that they are here and writing, and whom they see: the same people, all who show it too and
 * none of whom either keeps the other away. Undefined when they take no part.
 */
export function visibleTo(
  circle: readonly CircleSeat[],
  member: ConversationMember,
): ConversationMember[] | undefined {
  const own = circle.find((seat) => isSameSeat(seat, member));
  if (!own) return undefined;
  if (!own.showsPresence || own.isSilenced || circle.length > SHOWN_UP_TO) return [];
  return circle.filter(
    (seat) => !isSameSeat(seat, own) && seat.showsPresence && !keepsAway(own, seat) && !keepsAway(seat, own),
  );
}

function keepsAway(
  { keepsAway: away }: CircleSeat,
  { personId, organizationId }: ConversationMember,
): boolean {
  return away.includes(personId) || away.includes(organizationId);
}
