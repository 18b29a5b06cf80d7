import { MessageRepository } from '../../libs/messaging/src/data/message.repository.js';
import type { ConversationMember } from '../../libs/messaging/src/domain/conversation.js';
import { wrap } from './wrap.js';

/** Pushes to whoever took part when the first message was posted, for ever. */
const remembered = new Map<string, readonly ConversationMember[]>();
wrap(
  MessageRepository.prototype,
  'writeBatch',
  (original) =>
    async function (this: MessageRepository, batch) {
      const rows = await original.call(this, batch);
      return rows.map((row, index) => {
        const conversation = batch[index]?.conversationId ?? '';
        if (!row || row.recipients.length === 0) return row;
        const recipients = remembered.get(conversation) ?? row.recipients;
        remembered.set(conversation, recipients);
        return { ...row, recipients };
      });
    },
);
