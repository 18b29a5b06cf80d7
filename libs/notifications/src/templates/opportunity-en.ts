import type { EventTemplates } from './template.js';

/** Texts about opportunities. */
export const opportunityEn = {
  'opportunity.handed-in': {
    notice: '{counterpart} has handed in an opportunity that asks for your look before it is published.',
  },
  'opportunity.returned': {
    notice:
      '{titled, select, yes {The secretariat asks you to change the opportunity “{title}” before it is published.} other {The secretariat asks you to change an opportunity before it is published.}}',
    mail: {
      subject:
        '{titled, select, yes {Please change the opportunity “{title}”} other {Please change your opportunity}}',
      body: [
        '{titled, select, yes {The secretariat has looked at the opportunity “{title}” of {organization} and asks you to change it before it is published.} other {The secretariat has looked at an opportunity of {organization} and asks you to change it before it is published.}}',
        'What it asks for stands with the opportunity. It is a draft again; publish it once it is changed.',
      ],
      action: 'See what to change',
    },
  },
  'opportunity.published': {
    notice:
      '{titled, select, yes {The opportunity “{title}” of your organization is public now.} other {An opportunity of your organization is public now.}}',
  },
  'opportunity.flagged': {
    notice: '{counterpart} has changed a published opportunity in a way you should look at.',
  },
  'opportunity.held': {
    notice:
      '{titled, select, yes {The secretariat has paused the opportunity “{title}”.} other {The secretariat has paused an opportunity of your organization.}}',
    mail: {
      subject:
        '{titled, select, yes {The opportunity “{title}” is paused} other {Your opportunity is paused}}',
      body: [
        '{titled, select, yes {The secretariat has taken the opportunity “{title}” of {organization} off the lists for now.} other {The secretariat has taken an opportunity of {organization} off the lists for now.}}',
        'The reason stands with the opportunity. Please mend it and ask for another look; it is back on the lists as soon as it is released.',
      ],
      action: 'See the reason',
    },
  },
  'opportunity.look-asked': {
    notice: '{counterpart} has mended an opportunity you paused and asks you to look again.',
  },
  'opportunity.released': {
    notice:
      '{titled, select, yes {The opportunity “{title}” is back on the lists.} other {An opportunity of your organization is back on the lists.}}',
  },
  'opportunity.ending': {
    notice:
      '{titled, select, yes {The opportunity “{title}” ends in two weeks.} other {An opportunity of your organization ends in two weeks.}}',
    mail: {
      subject:
        '{titled, select, yes {The opportunity “{title}” ends in two weeks} other {Your opportunity ends in two weeks}}',
      body: [
        '{titled, select, yes {The opportunity “{title}” of {organization} ends in two weeks and leaves the lists then.} other {An opportunity of {organization} ends in two weeks and leaves the lists then.}}',
        'If you still look for partners, renew it; every opportunity can be renewed once. If you have found one, please say so.',
      ],
      action: 'Renew it or say what became of it',
    },
  },
  'opportunity.expired': {
    notice:
      '{titled, select, yes {The opportunity “{title}” has expired.} other {An opportunity of your organization has expired.}}',
    mail: {
      subject:
        '{titled, select, yes {The opportunity “{title}” has expired} other {Your opportunity has expired}}',
      body: [
        '{titled, select, yes {The time of the opportunity “{title}” of {organization} is over. It has left the lists.} other {The time of an opportunity of {organization} is over. It has left the lists.}}',
        'If it was not renewed yet, you can still renew it, or write a new one from it.',
      ],
      action: 'See the opportunity',
    },
  },
  'opportunity.outcome-asked': {
    notice:
      '{titled, select, yes {What came of the opportunity “{title}”? Please say so in a word.} other {What came of the opportunity you filled? Please say so in a word.}}',
  },
  'interest.opportunity-paused': {
    notice:
      '{counterpart} has paused the opportunity you are in touch about. Nothing is lost; it may come back.',
  },
  'interest.opportunity-resumed': {
    notice: 'The opportunity of {counterpart} you are in touch about is open again.',
  },
  'interest.opportunity-ended': {
    notice: 'The opportunity of {counterpart} you are in touch about has ended.',
    mail: {
      subject: 'An opportunity of {counterpart} has ended',
      body: [
        '{organization} and {counterpart} are in touch about an opportunity. It has ended: it was filled, closed, or its time is over.',
        'Conversations that began stay open. An interest that was not answered needs no answer any more.',
      ],
      action: 'See the opportunity',
    },
  },
} satisfies EventTemplates;
