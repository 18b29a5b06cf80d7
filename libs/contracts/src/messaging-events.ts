import type { Audience } from './audience.js';

type Nothing = Record<string, never>;
interface ToSeat {
  toPersonId: string;
  toOrganizationId: string;
}
/** Who had asked, and for which organization. */
interface FromSeat {
  fromPersonId: string;
  fromOrganizationId: string;
}

/** Why an answer by mail, or a part of it, did not get into the conversation. */
export type ReplyProblem = 'attachment' | 'empty' | 'sender' | 'too_long' | 'closed';

/** Conversations, how they begin, and what is reported of them. */
export interface MessagingEvents {
  'conversation.opened': Nothing;
  /** Somebody in the room brought this person in. */
  'conversation.joined': ToSeat;
  /** Messages count under their conversation by their number. */
  'message.posted': { messageId: string; seq: number };
  /** Edited, deleted, reacted to; `change` counts the changes of the conversation's messages. */
  'message.changed': { messageId: string; change: number };
  /** A message names this person with an @. The aggregate is the conversation. */
  'message.mentioned': ToSeat & { messageId: string; seq: number };
  /** Messages up to `seq` wait, and this person has no line open; the organization is whose words wait first. */
  'message.left-unread': ToSeat & { seq: number };
  /** What somebody answered by mail, or what went with it, did not get into the conversation. */
  'message.reply-refused': ToSeat & { problem: ReplyProblem };
  /** The secretariat took a message away; told to who wrote it. The aggregate is the conversation. */
  'message.taken-down': ToSeat & { messageId: string };
  'contact-request.sent': { toOrganizationId: string };
  'contact-request.accepted': FromSeat & { conversationId: string };
  'contact-request.declined': FromSeat;
  'contact-request.withdrawn': Nothing;
  'conversation-report.filed': Nothing;
  /** Told to who reported. */
  'conversation-report.decided': ToSeat;
}

const SEAT: Audience = { to: 'person', whose: 'payload.toPersonId' };
const ASKER: Audience = { to: 'person', whose: 'payload.fromPersonId' };

export const MESSAGING_AUDIENCES: Readonly<Record<keyof MessagingEvents, Audience>> = {
  'conversation.opened': { to: 'none', because: 'What brought the people together already says so.' },
  'conversation.joined': SEAT,
  'message.posted': { to: 'none', because: 'Pushed to the open clients; unread counts tell the rest.' },
  'message.changed': { to: 'none', because: 'Pushed to the open clients; nobody is called for an edit.' },
  'message.mentioned': SEAT,
  'message.left-unread': SEAT,
  'message.reply-refused': SEAT,
  'message.taken-down': SEAT,
  'contact-request.sent': { to: 'organization', whose: 'payload.toOrganizationId' },
  'contact-request.accepted': ASKER,
  'contact-request.declined': ASKER,
  'contact-request.withdrawn': { to: 'none', because: 'It vanishes from the list of who was asked.' },
  'conversation-report.filed': { to: 'secretariat' },
  'conversation-report.decided': SEAT,
};
