import { Injectable } from '@nestjs/common';
import type { AttachmentView } from '#libs/contracts';
import type { Actor } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { Files } from '#libs/platform/files';
import { MessageChangeRepository } from '../data/message-change.repository.js';
import { toMessageView } from '../data/message-row.js';
import { MessageRepository, type NewMessage, type WrittenMessage } from '../data/message.repository.js';
import { ConversationFeed } from './conversation-feed.js';
import { ATTACHMENT } from './attachment-files.js';

/** A message with files: it and its claim on them are durable together, so it does not travel in a batch. */
@Injectable()
export class PostWithFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: MessageRepository,
    private readonly changes: MessageChangeRepository,
    private readonly files: Files,
    private readonly feed: ConversationFeed,
  ) {}

  /** The row that stands for the message; undefined when the sender does not write there. @throws FileUnusable 422 */
  async write(
    actor: Actor,
    draft: NewMessage,
    fileIds: readonly string[],
  ): Promise<WrittenMessage | undefined> {
    return this.unitOfWork.run(actor, async (tx) => {
      const [row] = await this.messages.writeBatch([draft], tx);
      if (row?.id === draft.id) await this.attach(tx, draft.id, fileIds);
      const written = row && (await this.changes.find(tx, draft.conversationId, row.seq));
      if (!written) return undefined;
      const message = toMessageView(written);
      if (row.id === draft.id) {
        const { eventId } = draft;
        tx.afterCommit(() => this.feed.posted([{ eventId, message, recipients: row.recipients }]));
      }
      return { ...row, ...(message.attachments && { attachments: message.attachments }) };
    });
  }

  private async attach(tx: Transaction, id: string, fileIds: readonly string[]): Promise<void> {
    const attachments: AttachmentView[] = [];
    for (const fileId of new Set(fileIds)) {
      const file = await this.files.attach(tx, { fileId, ownerId: id, ...ATTACHMENT });
      attachments.push({ fileId, name: file.name, mediaType: file.mediaType, size: file.size });
    }
    await this.messages.setAttachments(tx, id, attachments);
  }
}
