/** What stands in a conversation under a number: something that was said, or something that happened to the room. */
export const MESSAGE_KINDS = ['said', 'joined', 'left', 'removed', 'handed-over', 'renamed'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** How people answer a message without words. */
export const REACTIONS = ['thumbs-up', 'heart', 'smile', 'celebrate', 'thanks', 'seen'] as const;
export type Reaction = (typeof REACTIONS)[number];

/** A person speaking for an organization. */
export interface SeatView {
  personId: string;
  organizationId: string;
}

/** A file that goes with a message; its bytes are asked of `/files/{fileId}`. */
export interface AttachmentView {
  fileId: string;
  name: string;
  /** `image/png` … */
  mediaType: string;
  /** Bytes. */
  size: number;
}

/**
 * A message as every client sees it. `postedAt` is RFC 3339 in UTC, `body` 1–8,000 code points; empty where it was
 * deleted and where something happened. What a message does not have is left out.
 */
export interface MessageView {
  id: string;
  conversationId: string;
  seq: number;
  clientMessageId: string;
  senderId: string;
  senderOrganizationId: string;
  body: string;
  language: string | null;
  postedAt: string;
  /** Left out for what was said. */
  kind?: MessageKind;
  /** To whom it happened: who joined, left, was removed; who handed over and to whom. */
  members?: SeatView[];
  /** Number of the message it answers. */
  replyTo?: number;
  /** Number of the message that began the thread it belongs to. */
  thread?: number;
  mentions?: SeatView[];
  attachments?: AttachmentView[];
  reactions?: { code: Reaction; by: SeatView[] }[];
  /** Counts the changes of the conversation's messages, from 1; of this message's latest one. */
  change?: number;
  /** Counts the wordings, from 1; left out while it is the first. */
  revision?: number;
  editedAt?: string;
  deletedAt?: string;
}

/** A refusal in a socket acknowledgement; `code` is the code of the HTTP problem document. */
export interface SocketRefusal {
  ok: false;
  error: {
    code: string;
    detail?: string;
    errors?: { pointer: string; code: string }[];
    retryAfterSeconds?: number;
  };
}

/** What clients may send, with the answer each event is acknowledged with. */
export interface ClientToServerEvents {
  'messaging.post-message': {
    request: { conversationId: string; clientMessageId: string; body: string; language?: string };
    answer: { ok: true; message: MessageView & { duplicate: boolean } };
  };
  /** Who of the others is here just now, and from now on who comes and goes; until another one is watched. */
  'messaging.watch-presence': {
    request: { conversationId: string };
    answer: { ok: true; here: SeatView[] };
  };
  /** Tells the others that somebody is writing; worth nothing a few seconds later. */
  'messaging.type': {
    request: { conversationId: string };
    answer: { ok: true };
  };
}

/** What the server pushes. A push is a hint: after a gap, clients ask the API by `afterSeq`. */
export interface ServerToClientEvents {
  'messaging.message-posted': { conversationId: string; message: MessageView };
  /** Edited, deleted, reacted to. A gap in `message.change` is asked of the API by `changedAfter`. */
  'messaging.message-changed': { conversationId: string; message: MessageView };
  'messaging.conversation-opened': { conversationId: string };
  /** Its name or who takes part is another. */
  'messaging.conversation-changed': { conversationId: string };
  /** To somebody who takes part no longer; nothing later is told them. */
  'messaging.seat-ended': { conversationId: string; leftSeq: number };
  /** To the reader's own sockets, so that their devices agree. */
  'messaging.conversation-read': { conversationId: string; readSeq: number };
  /** How far somebody else has read, where both show it. */
  'messaging.conversation-seen': { conversationId: string; readSeq: number } & SeatView;
  /** To whoever watches a conversation they share: somebody came, or went some seconds ago. */
  'messaging.presence-changed': { here: boolean } & SeatView;
  /** To whoever watches a conversation: who may be seen there has changed, so it is to be asked again. */
  'messaging.presence-reset': { conversationId: string };
  /** Somebody is writing there just now. */
  'messaging.typing': { conversationId: string } & SeatView;
  /** What stands of recommendations of an organization has changed; to everybody who acts in the network. */
  'admission.recommendations-changed': { organizationId: string };
  /** Somebody said, answered or settled something about a section; to the organizations of the consortium. */
  'proposals.comments-changed': { proposalId: string };
  'matchmaking.matches-refreshed': { subjectType: string; subjectId: string };
  'notifications.notice-added': { noticeId: string; unread: number };
  /** To the person's own sockets: something was read, put off or put away, so that their devices agree. */
  'notifications.notices-changed': { unread: number };
  'session.ended': { reason: 'signed-out' | 'revoked' | 'server-restart' };
}
export type ClientEventName = keyof ClientToServerEvents;
export type ServerEventName = keyof ServerToClientEvents;
