import type { MessageView } from '#libs/contracts';
import { api, read } from '../../lib/api.js';
import { connectionState } from '../../lib/connection.js';
import { actingOrganization } from '../../lib/http.js';
import { type NoteProgress, Outbox, type OutgoingMessage } from './outbox.js';
import { session } from '../../lib/session.js';
import { ask } from '../../lib/socket.js';
import { noteMessage } from './conversations.js';
import { languageOfText } from './language-of-text.js';
import { receiveMessage } from './threads.js';

let current: { personId: string; outbox: Outbox } | null = null;

/** The queue of the signed-in person; the first call begins to send what an earlier page left behind. */
export function outboxOf(personId: string): Outbox {
  if (current?.personId !== personId) {
    current?.outbox.close();
    current = { personId, outbox: new Outbox(personId, deliver, connectionState) };
    void current.outbox.open();
  }
  return current.outbox;
}

session.subscribe(() => {
  if (session.get() === 'signed-in') return;
  current?.outbox.close();
  current = null;
});

async function deliver(message: OutgoingMessage, note: NoteProgress): Promise<void> {
  const fileIds = message.files && (await sendFiles(message, note));
  const posted = (await overSocket(message)) ?? (await overHttp(message, fileIds));
  // Shown as sent before it leaves the queue, so that it never vanishes in between.
  receiveMessage(message.organizationId, posted);
  noteMessage(message.organizationId, posted, true);
}

/** Files go ahead, and are found clean before the message is said: so nobody is told of what they may not open. */
async function sendFiles(message: OutgoingMessage, note: NoteProgress): Promise<string[]> {
  return (await import('./send-files.js')).sendFiles(message, note);
}

/**
 * The quick way, for plain words. Whatever goes wrong on it, HTTP is asked: it says exactly whether a refusal may pass, and the
 * client id makes the second sending harmless.
 */
async function overSocket(message: OutgoingMessage): Promise<MessageView | null> {
  const { conversationId, replyTo, mentions, files } = message;
  const isPlain = replyTo === undefined && !mentions && !files;
  if (!isPlain || message.organizationId !== actingOrganization()) return null;
  try {
    return (await ask('messaging.post-message', { conversationId, ...contentOf(message) })).message;
  } catch {
    return null;
  }
}

async function overHttp(message: OutgoingMessage, fileIds?: string[]): Promise<MessageView> {
  const posted = await read(
    api.POST('/api/v1/conversations/{id}/messages', {
      params: { path: { id: message.conversationId } },
      headers: { 'X-Organization-Id': message.organizationId },
      body: {
        ...contentOf(message),
        ...(message.replyTo !== undefined && { replyTo: message.replyTo }),
        ...(message.mentions && { mentions: message.mentions }),
        ...(fileIds && { fileIds }),
      },
    }),
  );
  return { ...posted, conversationId: message.conversationId };
}

function contentOf({ clientMessageId, body }: OutgoingMessage) {
  const language = languageOfText(body);
  return {
    clientMessageId,
    body,
    ...(language !== null && { language }),
  };
}
