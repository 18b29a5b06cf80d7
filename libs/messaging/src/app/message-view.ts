import type { MessageView } from '#libs/contracts';
import type { NewMessage, WrittenMessage } from '../data/message.repository.js';
import type { Extras } from './message-extras.js';

/** What everybody sees of a message that was written. */
export function viewOf(draft: NewMessage, row: WrittenMessage): MessageView {
  return {
    ...unnumbered(draft),
    id: row.id,
    seq: row.seq,
    body: row.body,
    language: row.language,
    postedAt: row.postedAt.toISOString(),
    ...(row.attachments && { attachments: [...row.attachments] }),
  };
}

/** The same as far as it is known before it is written. */
export function unnumbered(draft: NewMessage): Omit<MessageView, 'seq' | 'postedAt'> {
  return {
    id: draft.id,
    conversationId: draft.conversationId,
    clientMessageId: draft.clientMessageId,
    senderId: draft.senderId,
    senderOrganizationId: draft.senderOrganizationId,
    body: draft.body,
    language: draft.language,
    ...(draft.extras !== null && extrasOf(draft.extras)),
  };
}

function extrasOf(extras: string): Extras {
  const { details, ...numbers } = JSON.parse(extras) as Extras & { details?: Pick<Extras, 'mentions'> };
  return { ...numbers, ...details };
}
