import type { MessageView } from '#libs/contracts';
import type { OutgoingFile, OutgoingMessage } from './outbox.js';

/** One line of a thread: a message of the record, or one of ours that is still on its way. */
export interface Entry {
  /** Stays the same when a message of ours is committed, so that its place on the screen does too. */
  key: string;
  /** Null until the server has numbered it. */
  seq: number | null;
  senderId: string;
  senderOrganizationId: string;
  body: string;
  language: string | null;
  /** RFC 3339; by this device's clock while it is on its way. */
  at: string;
  isMine: boolean;
  state: 'sent' | OutgoingMessage['state'];
  /** Code of the refusal, when refused. */
  problem: string | null;
  /** Number of the message it answers. */
  replyTo: number | null;
  /** What goes along, while it is on its way. */
  files: readonly OutgoingFile[];
  /** The message as the server has it; null while it is on its way. */
  message: MessageView | null;
}

/** The person and the organization that read. */
export interface Reader {
  personId: string;
  organizationId: string;
}

/** The record, and behind it what is on its way, in the order it was written. */
export function entriesOf(
  messages: readonly MessageView[],
  outgoing: readonly OutgoingMessage[],
  reader: Reader,
): Entry[] {
  const sent = messages.map((message) => sentEntry(message, reader));
  const committed = new Set(sent.map(({ key }) => key));
  const waiting = outgoing.filter(({ clientMessageId }) => !committed.has(clientMessageId));
  return [...sent, ...waiting.map((message) => outgoingEntry(message, reader))];
}

function sentEntry(message: MessageView, reader: Reader): Entry {
  const { id, clientMessageId, seq, senderId, senderOrganizationId, body, language, postedAt } = message;
  const isMine = senderId === reader.personId && senderOrganizationId === reader.organizationId;
  return {
    key: isMine ? clientMessageId : id,
    seq,
    senderId,
    senderOrganizationId,
    body,
    language,
    at: postedAt,
    isMine,
    state: 'sent',
    problem: null,
    replyTo: message.replyTo ?? null,
    files: [],
    message,
  };
}

function outgoingEntry(message: OutgoingMessage, { personId, organizationId }: Reader): Entry {
  return {
    key: message.clientMessageId,
    seq: null,
    senderId: personId,
    senderOrganizationId: organizationId,
    body: message.body,
    language: null,
    at: new Date(message.writtenAt).toISOString(),
    isMine: true,
    state: message.state,
    problem: message.problem,
    replyTo: message.replyTo ?? null,
    files: message.files ?? [],
    message: null,
  };
}

const TOGETHER_MS = 5 * 60_000;

/** Whether an entry goes on where the one before it left off: same speaker, same day, within five minutes. */
export function goesOn(before: Entry | undefined, entry: Entry, isNewDay: boolean): boolean {
  if (!before || isNewDay || before.isMine !== entry.isMine) return false;
  if (before.senderId !== entry.senderId) return false;
  if (before.senderOrganizationId !== entry.senderOrganizationId) return false;
  return Date.parse(entry.at) - Date.parse(before.at) < TOGETHER_MS;
}
