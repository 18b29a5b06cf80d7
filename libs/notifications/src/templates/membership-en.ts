import type { EventTemplates } from './template.js';

/** Full membership of the TPO, votes of its Executive Committee, yearly confirmation. */
export const membershipEn: EventTemplates = {
  'membership.requested': {
    notice: '{counterpart} applied for full TPO membership.',
    mail: {
      subject: '{counterpart} applied for full TPO membership',
      body: [
        '{counterpart} applied for full membership of the TPO.',
        'Please put the request to the vote of the Executive Committee, or reject it with a reason.',
      ],
      action: 'Open the membership desk',
    },
  },
  'membership.put-to-vote': {
    notice: 'The Executive Committee votes on the membership of {organization}.',
    mail: {
      subject: 'The Executive Committee votes on your membership',
      body: [
        'The secretariat has put the full membership of {organization} to the vote of the Executive Committee.',
        'You will be told the result when the vote closes.',
      ],
      action: 'See my membership',
    },
  },
  'membership.returned': {
    notice: 'The vote on the membership of {organization} had no quorum and decided nothing.',
    mail: {
      subject: 'The vote on your membership had no quorum',
      body: [
        'Too few cities voted on the full membership of {organization}, so the vote decided nothing.',
        'The secretariat can put your request to the vote again. You need not do anything.',
      ],
      action: 'See my membership',
    },
  },
  'membership.rejected': {
    notice: 'The request of {organization} for full membership was not accepted.',
    mail: {
      subject: 'Your request for full membership was not accepted',
      body: [
        'The request of {organization} for full membership of the TPO was not accepted.',
        'The reason is shown on your membership page. You remain a participant of the network and may apply again.',
      ],
      action: 'Read the reason',
    },
  },
  'membership.approved': {
    notice: 'The Executive Committee approved the membership of {organization}. The fees are due.',
    mail: {
      subject: 'The Executive Committee approved your membership',
      body: [
        'The Executive Committee approved the full membership of {organization}. The approval is provisional until the General Assembly ratifies it.',
        'The membership begins when the admission fee and the first annual fee are received, within 60 days.',
      ],
      action: 'See the fees',
    },
  },
  'membership.entered': {
    notice:
      'The term and the annual fee of {organization} as a member of the TPO are on your membership page now.',
  },
  'membership.activated': {
    notice: '{organization} is a full member of the TPO now.',
    mail: {
      subject: 'Welcome as a full member of the TPO',
      body: [
        'The fees of {organization} were received: you are a full member of the TPO now.',
        'The term of your membership is shown on your membership page.',
      ],
      action: 'See my membership',
    },
  },
  'membership.renewed': {
    notice: 'The membership of {organization} was renewed.',
    mail: {
      subject: 'Your membership was renewed',
      body: [
        'The annual fee of {organization} was received and the membership was renewed.',
        'The new term is shown on your membership page.',
      ],
      action: 'See my membership',
    },
  },
  'membership.ratified': {
    notice: 'The General Assembly ratified the membership of {organization}.',
    mail: {
      subject: 'The General Assembly ratified your membership',
      body: ['The General Assembly ratified the membership of {organization}. It is provisional no more.'],
      action: 'See my membership',
    },
  },
  'membership.suspended': {
    notice: 'The TPO membership of {organization} is suspended.',
    mail: {
      subject: 'Your membership is suspended',
      body: [
        'The full TPO membership of {organization} is suspended. The reason is shown on your membership page.',
        'You remain a participant of the network. A suspended membership expires after six months.',
      ],
      action: 'Read the reason',
    },
  },
  'membership.expired': {
    notice: 'The TPO membership of {organization} has expired.',
    mail: {
      subject: 'Your membership has expired',
      body: [
        'The full TPO membership of {organization} has expired because the fees were not received in time.',
        'You remain a participant of the network and may apply again.',
      ],
      action: 'See my membership',
    },
  },
  'membership.withdrawn': { notice: '{counterpart} withdrew from full TPO membership.' },
  'membership.reminded': {
    notice: 'A membership fee of {organization} is due soon.',
    mail: {
      subject: 'A membership fee is due soon',
      body: [
        'A fee for the full TPO membership of {organization} has not been received yet.',
        'The amount and the last day are shown on your membership page.',
      ],
      action: 'See what is due',
    },
  },
  'vote.opened': {
    notice: '{organization} is asked to vote on the membership of {counterpart}.',
    mail: {
      subject: 'Please vote on the membership of {counterpart}',
      body: [
        '{organization} sits in the Executive Committee and is asked to vote on the full membership of {counterpart}.',
        'The vote is open for 14 days; you may change your ballot until it closes.',
      ],
      action: 'Go to the vote',
    },
  },
  'vote.reminded': {
    notice: 'The ballot of {organization} on the membership of {counterpart} is still missing.',
    mail: {
      subject: 'Your ballot on the membership of {counterpart} is still missing',
      body: [
        '{organization} has not voted on the full membership of {counterpart} yet.',
        'The vote closes in three days or less.',
      ],
      action: 'Go to the vote',
    },
  },
  'vote.closed': {
    notice: 'The vote on the membership of {counterpart} is closed. The minutes are there.',
    mail: {
      subject: 'The vote on the membership of {counterpart} is closed',
      body: ['The vote of the Executive Committee on the full membership of {counterpart} is closed.'],
      action: 'Read the minutes',
    },
  },
  'vote.cancelled': {
    notice: 'The vote on the membership of {counterpart} was cancelled: the request was withdrawn.',
    mail: {
      subject: 'The vote on the membership of {counterpart} was cancelled',
      body: ['{counterpart} withdrew its request, so there is nothing to vote on any more.'],
      action: 'See the vote',
    },
  },
  'vote.counted': {
    notice: 'The vote on the membership of {counterpart} was counted.',
    mail: {
      subject: 'The vote on the membership of {counterpart} was counted',
      body: ['The vote of the Executive Committee on the full membership of {counterpart} was counted.'],
      action: 'Read the minutes',
    },
  },
  'excom-seat.assigned': {
    notice: '{organization} sits in the Executive Committee of the TPO now.',
    mail: {
      subject: 'You sit in the Executive Committee of the TPO now',
      body: [
        'The secretariat has recorded that {organization} sits in the Executive Committee.',
        'Owners and signatories of {organization} will be asked to vote.',
      ],
      action: 'See my membership',
    },
  },
  'excom-seat.ended': {
    notice: '{organization} does not sit in the Executive Committee of the TPO any more.',
    mail: {
      subject: 'Your seat in the Executive Committee has ended',
      body: [
        'The secretariat has recorded that the time of {organization} in the Executive Committee has ended.',
        'Votes that are open already are not touched by this.',
      ],
      action: 'See my membership',
    },
  },
  'participation.reminded': {
    notice: 'Please confirm that {organization} still takes part in the network.',
    mail: {
      subject: 'Please confirm that {organization} still takes part',
      body: [
        'Every participant confirms once a year that it still takes part in the network.',
        'Without this confirmation {organization} is hidden from others after twelve months, and closed half a year later. Your data are kept until then.',
      ],
      action: 'Confirm',
    },
  },
  'participation.lapsed': {
    notice: '{organization} is hidden from others because the yearly confirmation is missing.',
    mail: {
      subject: '{organization} is hidden: please confirm that you take part',
      body: [
        'The yearly confirmation of {organization} is missing, so others cannot see it any more. Your data are kept.',
        'Confirm within six months and everything is as before.',
      ],
      action: 'Confirm',
    },
  },
  'participation.ended': {
    notice: '{organization} was closed: it was not confirmed for one and a half years.',
    mail: {
      subject: '{organization} was closed',
      body: [
        'Nobody confirmed for one and a half years that {organization} still takes part, so it was closed.',
        'Write to the secretariat if you want to return.',
      ],
      action: 'Go to TTN',
    },
  },
};
