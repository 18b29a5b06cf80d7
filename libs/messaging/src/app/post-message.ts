import { Injectable } from '@nestjs/common';
import type { MessageView } from '#libs/contracts';
import { actingOrganization, type Actor } from '#libs/kernel';
import { newId } from '#libs/platform/database';
import type { NewMessage, WrittenMessage } from '../data/message.repository.js';
import { assertPostable, type MessageDraft } from '../domain/message.js';
import { ClientIdReused } from '../domain/messaging.errors.js';
import { ConversationFeed, type PostedMessage } from './conversation-feed.js';
import { type Extras, MessageExtras } from './message-extras.js';
import { viewOf } from './message-view.js';
import { MessageWriter } from './message-writer.js';
import { PostWithFiles } from './post-with-files.js';

export type PostMessageInput = MessageDraft;

export interface PostMessageResult {
  readonly message: MessageView;
  /** True when the message had arrived before and this call stored nothing. */
  readonly duplicate: boolean;
}

/**
 * Posts a message; resolves when it is durable. The one verb that does not have a transaction of its own:
 * messages of all senders are written in batches (see {@link MessageWriter}), and whether the sender takes
 * part is decided inside the statement that writes.
 *
 * Errors: request/invalid (422), request/not-found for a conversation that is not theirs,
 * messaging/client-id-reused and messaging/not-open (409), messaging/overloaded and messaging/unconfirmed (503).
 */
@Injectable()
export class PostMessage {
  constructor(
    private readonly writer: MessageWriter,
    private readonly extras: MessageExtras,
    private readonly withFiles: PostWithFiles,
    feed: ConversationFeed,
  ) {
    writer.afterBatch((batch) => {
      feed.posted(batch.flatMap(([draft, row]) => posted(draft, row)));
    });
  }

  async execute(actor: Actor, input: PostMessageInput): Promise<PostMessageResult> {
    assertPostable(input);
    const { replyTo, mentions, fileIds = [] } = input;
    const isPlain = replyTo === undefined && !mentions?.length;
    const extras = isPlain ? null : await this.extras.check(actor, input);
    const draft: NewMessage = {
      id: newId(),
      eventId: newId(),
      conversationId: input.conversationId,
      senderId: actor.personId,
      senderOrganizationId: actingOrganization(actor).id,
      clientMessageId: input.clientMessageId,
      body: input.body,
      language: input.language ?? null,
      extras: extras && kept(extras),
      requestId: actor.requestId,
    };
    const row =
      fileIds.length > 0 ? await this.withFiles.write(actor, draft, fileIds) : await this.writer.write(draft);
    if (!row) return this.extras.explainRefusal(actor, input.conversationId);
    if (row.body !== draft.body) throw new ClientIdReused();
    return { message: viewOf(draft, row), duplicate: row.id !== draft.id };
  }
}

/** As the statement that writes takes it. */
function kept({ replyTo, thread, mentions }: Extras): string {
  return JSON.stringify({ replyTo, thread, ...(mentions && { details: { mentions } }) });
}

/** What to push for one message of a batch: nothing for a repeated one, which was pushed before. */
function posted(draft: NewMessage, row: WrittenMessage): PostedMessage[] {
  if (row.id !== draft.id || row.recipients.length === 0) return [];
  const { recipients, isTold } = row;
  return [{ eventId: draft.eventId, message: viewOf(draft, row), recipients, ...(isTold && { isTold }) }];
}
