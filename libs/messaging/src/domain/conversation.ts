/** What a conversation grew out of, e.g. `{type: 'interest', id}`. */
export interface ConversationSubject {
  readonly type: string;
  readonly id: string;
}

/** A person speaking for an organization. The pair takes part, not the person alone. */
export interface ConversationMember {
  readonly personId: string;
  readonly organizationId: string;
}

export function isSameSeat(one: ConversationMember, other: ConversationMember): boolean {
  return one.personId === other.personId && one.organizationId === other.organizationId;
}

/** Something said before the conversation began and pinned at its head, such as the text of an interest. */
export interface PinnedFact {
  /** `<feature>.<what>`, e.g. `interest.message`; clients choose the label by it. */
  readonly code: string;
  readonly text: string;
  /** BCP 47; null when the writer did not say. */
  readonly language: string | null;
  /** The organization that said it; null when it is nobody's word. */
  readonly organizationId: string | null;
}

/** The part of a conversation a participant may see: what was said while they took part. */
export interface VisibleSpan {
  /** Messages up to this number were said before they came. */
  readonly joinedSeq: number;
  /** The last number they may see; null while they take part. */
  readonly leftSeq: number | null;
}

/** The last message a participant may see, given the last one there is. */
export function lastVisible(span: VisibleSpan, lastSeq: number): number {
  return Math.min(span.leftSeq ?? lastSeq, lastSeq);
}

/** How many messages a participant has not read. Their own count as read, because posting moves the mark. */
export function unreadCount(span: VisibleSpan & { readonly readSeq: number }, lastSeq: number): number {
  return Math.max(0, lastVisible(span, lastSeq) - Math.max(span.readSeq, span.joinedSeq));
}

/** What a participant may do with the room: a host of a group renames it and removes people. */
export type SeatRole = 'host' | 'member';

/** Whether somebody put a conversation away: a later message brings it back, unless they muted it. */
export function isArchived(
  seat: VisibleSpan & { readonly archivedSeq: number | null; readonly isMuted: boolean },
  lastSeq: number,
): boolean {
  if (seat.archivedSeq === null) return false;
  return seat.isMuted || seat.archivedSeq >= lastVisible(seat, lastSeq);
}

/** A room one opens by hand; every other kind belongs to a feature, which says who takes part. */
export const isOwnRoom = (aboutType: string): boolean => aboutType === 'direct' || aboutType === 'group';
