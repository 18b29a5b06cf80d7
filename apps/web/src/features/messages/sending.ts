import type { MessageView } from '#libs/contracts';
import { api, read } from '../../lib/api.js';
import { connectionState } from '../../lib/connection.js';
import { actingOrganization } from '../../lib/http.js';
import { Outbox, type OutgoingMessage } from './outbox.js';
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

async function deliver(message: OutgoingMessage): Promise<void> {
  const posted = (await overSocket(message)) ?? (await overHttp(message));
  // Shown as sent before it leaves the queue, so that it never vanishes in between.
  receiveMessage(message.organizationId, posted);
  noteMessage(message.organizationId, posted, true);
}

/**
 * The quick way. Whatever goes wrong on it, HTTP is asked: it says exactly whether a refusal may pass, and the
 * client id makes the second sending harmless.
 */
async function overSocket(message: OutgoingMessage): Promise<MessageView | null> {
  if (message.organizationId !== actingOrganization()) return null;
  const { conversationId } = message;
  try {
    return (await ask('messaging.post-message', { conversationId, ...contentOf(message) })).message;
  } catch {
    return null;
  }
}

async function overHttp(message: OutgoingMessage): Promise<MessageView> {
  const posted = await read(
    api.POST('/api/v1/conversations/{id}/messages', {
      params: { path: { id: message.conversationId } },
      headers: { 'X-Organization-Id': message.organizationId },
      body: contentOf(message),
    }),
  );
  return { ...posted, conversationId: message.conversationId };
}

function contentOf({ clientMessageId, body, replyTo }: OutgoingMessage) {
  const language = languageOfText(body);
  return {
    clientMessageId,
    body,
    ...(language !== null && { language }),
    ...(replyTo !== undefined && { replyTo }),
  };
}
