import type { EventTemplates } from './template.js';

/** Seats of organizations, invitations to them, the hand-over of ownership. */
export const memberEn: EventTemplates = {
  'invitation.sent': {
    mail: {
      greeting: 'Good day,',
      subject: '{organization} invites you to the TPO Tourism Network',
      body: [
        '{organization} would like you to act for it on the TPO Tourism Network (TTN).',
        'Follow the link to accept or decline. If you have no account yet, the link makes one. It is for this address only and works once; please do not pass it on.',
      ],
      action: 'Answer the invitation',
    },
  },
  'member.joined': { notice: 'Somebody new has joined {organization}.' },
  'member.changed': { notice: 'Your role in {organization} has changed.' },
  'member.removed': {
    notice: 'You no longer act for {counterpart}.',
    mail: {
      subject: 'You no longer act for {counterpart}',
      body: [
        'An owner of {counterpart} has ended your seat there. You cannot see its business any more.',
        'Your account and your seats in other organizations stay as they are.',
      ],
      action: 'Open TTN',
    },
  },
  'member.left': { notice: 'A member has left {organization}.' },
  'ownership.offered': {
    notice: 'The ownership of {organization} is offered to you.',
    mail: {
      subject: 'The ownership of {organization} is offered to you',
      body: [
        'An owner of {organization} would like to hand the ownership over to you.',
        'If you accept, you manage its members and its data, and the owner takes your present role. Nothing changes before you do.',
      ],
      action: 'Accept or decline',
    },
  },
  'ownership.accepted': {
    notice: 'The ownership of {organization} has been handed over as you offered.',
    mail: {
      subject: 'The ownership of {organization} has been handed over',
      body: [
        'The member to whom you offered the ownership of {organization} has accepted it.',
        'You have that member’s former role from now on.',
      ],
      action: 'See the members',
    },
  },
  'ownership.declined': {
    notice: 'Your offer of the ownership of {organization} was declined.',
    mail: {
      subject: 'Your offer of the ownership of {organization} was declined',
      body: [
        'The member to whom you offered the ownership of {organization} has declined it. You remain the owner.',
      ],
      action: 'See the members',
    },
  },
};
