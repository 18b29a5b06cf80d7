import type { VisibleSpan } from './conversation.js';

export type ConversationAction = 'read' | 'post';

/** Who left still reads what was said while they took part, and says nothing more. */
export function may(action: ConversationAction, seat: VisibleSpan): boolean {
  return action === 'read' || seat.leftSeq === null;
}

/** What the screen may offer, so that clients never derive it themselves. */
export function abilitiesFor(permissions: ReadonlySet<string>, seat: VisibleSpan): { post: boolean } {
  return { post: permissions.has('conversation.post') && may('post', seat) };
}
