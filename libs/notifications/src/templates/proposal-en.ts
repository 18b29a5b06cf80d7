import type { EventTemplates } from './template.js';

/** Texts about proposals. */
export const proposalEn = {
  'proposal.submitted': {
    notice:
      '{titled, select, yes {The proposal “{title}” has been submitted.} other {A proposal of your organization has been submitted.}}',
  },
  'proposal.withdrawn': {
    notice:
      '{titled, select, yes {The proposal “{title}” has been withdrawn.} other {A proposal of your organization has been withdrawn.}}',
  },
  'proposal.supplied': {
    notice: '{counterpart} has handed in what was asked for about its proposal.',
  },
  'proposal.more-info-asked': {
    notice:
      '{titled, select, yes {More information is asked for about the proposal “{title}”.} other {More information is asked for about a proposal.}}',
    mail: {
      subject:
        '{titled, select, yes {More information is needed: “{title}”} other {More information is needed for your proposal}}',
      body: [
        'The organization that runs the call needs more information from {organization}.',
        'Only the fields it names are open. Fill them in and hand the proposal in again before the date shown.',
      ],
      action: 'See what is asked for',
    },
  },
  'proposal.revision-requested': {
    notice:
      '{titled, select, yes {A revision of the proposal “{title}” is requested.} other {A revision of a proposal is requested.}}',
    mail: {
      subject: '{titled, select, yes {Please revise “{title}”} other {Please revise your proposal}}',
      body: [
        'The reviewers ask {organization} to revise its proposal.',
        'What they ask for and until when stands with the proposal. It is open for your changes; hand it in again when it is ready.',
      ],
      action: 'See what to revise',
    },
  },
  'proposal.released': {
    notice:
      '{titled, select, yes {The decision on the proposal “{title}” is out.} other {The decision on a proposal is out.}}',
    mail: {
      subject: '{titled, select, yes {The decision on “{title}”} other {The decision on your proposal}}',
      body: [
        'The decision on the proposal of {organization} is public now.',
        'The decision and its reasons stand with the proposal.',
      ],
      action: 'See the decision',
    },
  },
  'proposal.outcome-told': {
    notice: 'The decision on a proposal of {counterpart} that you take part in or support is out.',
    mail: {
      subject: 'The decision on a proposal of {counterpart}',
      body: [
        'The decision on a proposal of {counterpart} is public now. {organization} takes part in it or supports it.',
        'The decision stands with the proposal.',
      ],
      action: 'See the decision',
    },
  },
  'proposal.advanced': {
    notice:
      '{titled, select, yes {The concept “{title}” has passed: you are invited to write the full proposal.} other {A concept has passed: you are invited to write the full proposal.}}',
    mail: {
      subject:
        '{titled, select, yes {Please write the full proposal: “{title}”} other {Please write the full proposal}}',
      body: [
        'The concept of {organization} has passed.',
        'The proposal is a draft again, now with the form of the full stage. What you wrote is kept.',
      ],
      action: 'Write the full proposal',
    },
  },
  'proposal.handed-in': {
    notice: '{counterpart} has handed in the proposal that you signed.',
    mail: {
      subject: '{counterpart} has handed in your joint proposal',
      body: [
        '{counterpart} has handed in the proposal that {organization} signed as a partner.',
        'The receipt with the hash of what was handed in stands with the proposal.',
      ],
      action: 'See the receipt',
    },
  },
  'proposal.taken-back': {
    notice: '{counterpart} has withdrawn the proposal in which you are a partner.',
    mail: {
      subject: '{counterpart} has withdrawn your joint proposal',
      body: [
        '{counterpart} has withdrawn the proposal in which {organization} is a partner.',
        'What was handed in is kept with the proposal.',
      ],
      action: 'See the proposal',
    },
  },
  'proposal.partner-invited': {
    notice: '{counterpart} invites you to be a partner in its proposal.',
    mail: {
      subject: '{counterpart} invites you to a joint proposal',
      body: [
        '{counterpart} would like {organization} to be a partner in its proposal.',
        'Read the proposal and the task meant for you, then accept or decline.',
      ],
      action: 'Read the invitation',
    },
  },
  'proposal.partner-removed': {
    notice: '{counterpart} goes on with its proposal without you.',
    mail: {
      subject: '{counterpart} goes on with its proposal without you',
      body: [
        '{counterpart} has taken {organization} off the partners of its proposal.',
        'If you think this is a mistake, please write to them.',
      ],
      action: 'See your proposals',
    },
  },
  'proposal.partner-accepted': {
    notice: '{counterpart} takes part in your proposal.',
  },
  'proposal.partner-declined': {
    notice: '{counterpart} does not take part in your proposal.',
    mail: {
      subject: '{counterpart} does not take part in your proposal',
      body: [
        '{counterpart} has declined to be a partner in a proposal of {organization}.',
        'Give its task and share to others, or invite another partner.',
      ],
      action: 'See the partners',
    },
  },
  'proposal.partner-left': {
    notice: '{counterpart} has left your proposal.',
    mail: {
      subject: '{counterpart} has left your proposal',
      body: [
        '{counterpart} has left the consortium of a proposal of {organization}.',
        'Give its task and share to others, or invite another partner.',
      ],
      action: 'See the partners',
    },
  },
  'proposal.signed-off': {
    notice: '{counterpart} has signed off your proposal.',
  },
  'proposal.sign-off-voided': {
    notice: '{counterpart} has changed the proposal you signed; please look at it and sign again.',
    mail: {
      subject: 'Please sign the changed proposal of {counterpart}',
      body: [
        '{counterpart} has changed the proposal after {organization} had signed it, so the signature no longer counts.',
        'Look at what has changed and sign again if you agree.',
      ],
      action: 'See the proposal',
    },
  },
  'proposal.coauthor-invited': {
    notice: 'You are invited to write along on a proposal of {counterpart}.',
    mail: {
      subject: 'You are invited to write along on a proposal of {counterpart}',
      body: [
        'You are invited to write along, for {organization}, on a proposal that {counterpart} leads.',
        'The invitation holds for two weeks.',
      ],
      action: 'See the invitation',
    },
  },
  'proposal.coauthor-answered': {
    notice: 'Somebody you invited to write along on a proposal has answered.',
  },
  'proposal.coauthor-expired': {
    notice: 'An invitation to write along on a proposal has run out without an answer.',
  },
  'proposal.commented': {
    notice: 'Somebody commented on a section of a proposal that you write with {counterpart}.',
  },
  'proposal.letter-asked': {
    notice: '{counterpart} asks you for a letter of support for its proposal.',
    mail: {
      subject: '{counterpart} asks for a letter of support',
      body: [
        '{counterpart} asks {organization} for a letter of support for its proposal.',
        'Read the proposal; a signatory of the city can give the letter or decline.',
      ],
      action: 'Read the request',
    },
  },
  'proposal.letter-given': {
    notice: '{counterpart} has given your proposal a letter of support.',
  },
  'proposal.letter-declined': {
    notice: '{counterpart} gives your proposal no letter of support.',
    mail: {
      subject: '{counterpart} gives no letter of support',
      body: [
        '{counterpart} has declined to support a proposal of {organization} by a letter.',
        'Its reason stands with the proposal.',
      ],
      action: 'See the reason',
    },
  },
  'proposal.letter-revoked': {
    notice: '{counterpart} has taken back its letter of support.',
    mail: {
      subject: '{counterpart} has taken back its letter of support',
      body: [
        '{counterpart} has revoked the letter of support for a proposal of {organization}.',
        'Its reason stands with the proposal.',
      ],
      action: 'See the reason',
    },
  },
} satisfies EventTemplates;
