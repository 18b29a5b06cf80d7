import { actorRoom } from '#libs/platform/realtime';
import type { ConversationMember } from '../domain/conversation.js';

/**
 * The sockets of a participant: only those that act for the organization for which they take part. There are
 * no rooms per conversation, so nobody can be left behind in one.
 */
export function participantRoom({ personId, organizationId }: ConversationMember): string {
  return actorRoom(personId, organizationId);
}

/** What {@link participantRoom} begins with, before `person:organization`. */
export const PARTICIPANT_ROOM = participantRoom({ personId: '', organizationId: '' }).slice(0, -1);
