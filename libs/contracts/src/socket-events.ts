/** A message as every client sees it. `postedAt` is RFC 3339 in UTC, `body` 1–8,000 code points. */
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
}

/** What the server pushes. A push is a hint: after a gap, clients ask the API by `afterSeq`. */
export interface ServerToClientEvents {
  'messaging.message-posted': { conversationId: string; message: MessageView };
  'messaging.conversation-opened': { conversationId: string };
  /** To the reader's own sockets, so that their devices agree. */
  'messaging.conversation-read': { conversationId: string; readSeq: number };
  /** What stands of recommendations of an organization has changed; to everybody who acts in the network. */
  'admission.recommendations-changed': { organizationId: string };
  /** Somebody said, answered or settled something about a section; to the organizations of the consortium. */
  'proposals.comments-changed': { proposalId: string };
  'matchmaking.matches-refreshed': { subjectType: string; subjectId: string };
  'notifications.notice-added': { noticeId: string; unread: number };
  'session.ended': { reason: 'signed-out' | 'revoked' | 'server-restart' };
}
export type ClientEventName = keyof ClientToServerEvents;
export type ServerEventName = keyof ServerToClientEvents;
