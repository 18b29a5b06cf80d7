import type { EventTemplates } from './template.js';

/** Texts about conversations, contact requests and reports. They never quote what was said. */
export const messagingEn = {
  'conversation.joined': {
    notice: '{counterpart} added you to a conversation.',
    mail: {
      subject: 'You were added to a conversation',
      body: [
        '{counterpart} added you, for {organization}, to a conversation.',
        'You can read along and write, mute it, or leave it at any time.',
      ],
      action: 'Open the conversation',
    },
  },
  'message.mentioned': {
    notice: '{counterpart} mentioned you in a conversation.',
    mail: {
      subject: '{counterpart} mentioned you in a conversation',
      body: [
        'Somebody at {counterpart} addressed you by name in a conversation in which you take part for {organization}.',
      ],
      action: 'Read the message',
    },
  },
  'message.left-unread': {
    notice: '{counterpart} wrote to you.',
    mail: {
      subject: '{counterpart} wrote to you',
      body: ['{counterpart} wrote to you in a conversation in which you take part for {organization}.'],
      action: 'Read and answer',
    },
  },
  'message.reply-refused': {
    notice:
      '{subject, select, reply_attachment {A file you sent by mail was left out.} reply_empty {Your answer by mail held no words.} reply_sender {An answer in your name came from another address and was not posted.} reply_too_long {Your answer by mail was too long.} other {Your answer by mail could not be posted.}}',
    mail: {
      subject:
        '{subject, select, reply_attachment {A file was left out of your answer} other {Your answer was not posted}}',
      body: [
        '{subject, select, reply_attachment {You answered by mail and sent a file along. Files are not taken by mail; words are, and stand in the conversation if there were any. Please add the file there.} reply_empty {You answered by mail, and no words of yours were found in it. Please write above the copy of our mail, or in the conversation.} reply_sender {Somebody answered a mail to you from an address that is not the one of your account. If it was you, please write from that address, or in the conversation.} reply_too_long {A message holds 8,000 characters at most. Please shorten it, or send a file in the conversation.} other {You may not write in that conversation any more, or it is closed.}}',
      ],
      action: 'Open the conversation',
    },
  },
  'message.taken-down': {
    notice: 'A message of yours was removed by {operator}.',
    mail: {
      subject: 'A message of yours was removed',
      body: [
        'A message you wrote for {organization} was reported. {operator} looked at it and removed it, because it goes against the rules of the network.',
        'If you think this is a mistake, please answer {operator}.',
      ],
      action: 'Open the conversation',
    },
  },
  'contact-request.sent': {
    notice: '{counterpart} would like to talk to {organization}.',
    mail: {
      subject: '{counterpart} would like to talk to you',
      body: [
        '{counterpart} sent {organization} a contact request.',
        'Whoever accepts it opens a conversation. Declining needs no reason. A request that nobody answers lapses after 21 days.',
      ],
      action: 'Read and answer',
    },
  },
  'contact-request.accepted': {
    notice: '{counterpart} accepted your contact request.',
    mail: {
      subject: '{counterpart} accepted your contact request',
      body: ['{counterpart} accepted the contact request of {organization}. The conversation is open.'],
      action: 'Open the conversation',
    },
  },
  'contact-request.declined': {
    notice: '{counterpart} declined your contact request.',
  },
  'conversation-report.filed': {
    notice: '{titled, select, yes {A message was reported: case {title}.} other {A message was reported.}}',
    mail: {
      subject: '{titled, select, yes {Reported: case {title}} other {A message was reported}}',
      body: [
        'Somebody in the network reported a message or a conversation.',
        'Please look at it and decide. Whoever reported it is told the outcome.',
      ],
      action: 'Open the case',
    },
  },
  'conversation-report.decided': {
    notice: '{titled, select, yes {Your report {title} was decided.} other {Your report was decided.}}',
    mail: {
      subject:
        '{titled, select, yes {The outcome of your report {title}} other {The outcome of your report}}',
      body: ['{operator} looked at what you reported and decided. Thank you for telling us.'],
      action: 'Read the outcome',
    },
  },
} satisfies EventTemplates;
