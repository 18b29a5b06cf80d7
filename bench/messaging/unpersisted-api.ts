import 'reflect-metadata';
import {
  MessageRepository,
  type NewMessage,
  type WrittenMessage,
} from '../../libs/messaging/src/data/message.repository.js';
import type { ConversationMember } from '../../libs/messaging/src/domain/conversation.js';

/**
 * The api as it is, but that messages are kept nowhere: what the disk costs is the difference to the real one.
 * Members are still read, once for each conversation.
 */
const members = new Map<string, Promise<ConversationMember[]>>();
const numbers = new Map<string, number>();

async function membersOf(
  repository: MessageRepository,
  conversationId: string,
): Promise<ConversationMember[]> {
  const { database } = repository as unknown as {
    database: { rows(text: string, values: unknown[]): Promise<ConversationMember[]> };
  };
  return database.rows(
    `select person_id as "personId", organization_id as "organizationId" from participant where conversation_id = $1`,
    [conversationId],
  );
}

async function written(repository: MessageRepository, message: NewMessage): Promise<WrittenMessage> {
  const { conversationId, id, body, language } = message;
  let known = members.get(conversationId);
  if (!known) members.set(conversationId, (known = membersOf(repository, conversationId)));
  const recipients = await known;
  const seq = (numbers.get(conversationId) ?? 0) + 1;
  numbers.set(conversationId, seq);
  return { id, seq, body, language, postedAt: new Date(), recipients };
}

MessageRepository.prototype.writeBatch = function (batch) {
  return Promise.all(batch.map((message) => written(this, message)));
};
MessageRepository.prototype.markPushed = async () => undefined;

await import('../../apps/api/src/main.js');
