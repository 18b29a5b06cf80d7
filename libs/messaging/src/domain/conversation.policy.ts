import { isOwnRoom, type SeatRole, type VisibleSpan } from './conversation.js';

export type ConversationAction =
  'read' | 'post' | 'rename' | 'invite' | 'remove' | 'leave' | 'hand-over' | 'report';

/** What decides about a seat: the room it is in, and whether its holder still sits there. */
export interface JudgedSeat extends VisibleSpan {
  readonly aboutType: string;
  readonly role: SeatRole;
  readonly isSilenced: boolean;
}

/**
 * Who left still reads what was said while they took part, and does nothing more. Two people talk to each other
 * and bring nobody in; the people of a bound room are the affair of its feature, but for colleagues.
 */
export function may(action: ConversationAction, seat: JudgedSeat): boolean {
  if (action === 'read' || action === 'report') return true;
  if (seat.leftSeq !== null) return false;
  switch (action) {
    case 'post':
      return !seat.isSilenced;
    case 'invite':
      return seat.aboutType !== 'direct';
    case 'rename':
    case 'remove':
      return seat.aboutType === 'group' && seat.role === 'host';
    case 'leave':
      return seat.aboutType !== 'direct';
    case 'hand-over':
      return true;
  }
}

/** What the screen may offer, so that clients never derive it themselves. */
export interface ConversationAbilities {
  readonly post: boolean;
  readonly rename: boolean;
  /** `contacts` in a group, `colleagues` elsewhere. */
  readonly invite: 'contacts' | 'colleagues' | null;
  readonly remove: boolean;
  readonly leave: boolean;
  readonly handOver: boolean;
  readonly report: boolean;
}

export function abilitiesFor(permissions: ReadonlySet<string>, seat: JudgedSeat): ConversationAbilities {
  const can = (action: ConversationAction): boolean =>
    permissions.has('conversation.post') && may(action, seat);
  return {
    post: can('post'),
    rename: can('rename'),
    invite: can('invite') ? (isOwnRoom(seat.aboutType) ? 'contacts' : 'colleagues') : null,
    remove: can('remove'),
    leave: can('leave'),
    handOver: can('hand-over'),
    report: true,
  };
}
