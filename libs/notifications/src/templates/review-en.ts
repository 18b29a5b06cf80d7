import type { EventTemplates } from './template.js';

/** Texts about review and decision of calls. They never name who proposes. */
export const reviewEn = {
  'reviewer.added': {
    notice:
      '{titled, select, yes {{counterpart} made you a reviewer of the call “{title}”.} other {{counterpart} made you a reviewer of a call.}}',
    mail: {
      subject:
        '{titled, select, yes {You are a reviewer of the call “{title}”} other {You are a reviewer of a call}}',
      body: [
        '{titled, select, yes {{counterpart} made you a reviewer of the call “{title}”, on behalf of {organization}.} other {{counterpart} made you a reviewer of a call, on behalf of {organization}.}}',
        'You will be told of each proposal you are asked to review. You can accept or decline each of them, and should declare a conflict of interest first.',
      ],
      action: 'See the call',
    },
  },
  'review.assigned': {
    notice: '{counterpart} asks you to review a proposal.',
    mail: {
      subject: 'Please review a proposal for {counterpart}',
      body: [
        '{counterpart} asks you, on behalf of {organization}, to review a proposal.',
        'Please look at it soon: declare a conflict of interest if you have one, decline if you have no time, or accept and write your review before it is due.',
      ],
      action: 'Open the review',
    },
  },
  'review.reminded': {
    notice: 'A review for {counterpart} is due in three days.',
    mail: {
      subject: 'A review is due in three days',
      body: [
        'The review that {counterpart} asked you for is due in three days.',
        'What you have written so far is saved. If you cannot do it in time, please decline so that somebody else can be asked.',
      ],
      action: 'Open the review',
    },
  },
  'review.discussed': { notice: 'There is something new in the discussion of a proposal you reviewed.' },
  'review.given-back': {
    notice:
      '{titled, select, yes {A proposal of the call “{title}” needs another reviewer.} other {A proposal of your call needs another reviewer.}}',
  },
  'decision.agreed': {
    notice:
      '{titled, select, yes {The decisions on the call “{title}” are agreed on. They are not released yet.} other {The decisions on your call are agreed on. They are not released yet.}}',
    mail: {
      subject:
        '{titled, select, yes {Decisions agreed on: “{title}”} other {The decisions on your call are agreed on}}',
      body: [
        'The deciding body has agreed on all decisions.',
        'Nobody has been told yet. All applicants learn of it at the same time, once the deciding body releases the decisions.',
      ],
      action: 'Open the decision sheet',
    },
  },
  'review.outcome-told': {
    notice:
      '{titled, select, yes {The decisions on the call “{title}”, for which you reviewed, are public. Thank you.} other {The decisions on a call for which you reviewed are public. Thank you.}}',
    mail: {
      subject:
        '{titled, select, yes {Decided: the call “{title}”} other {A call you reviewed for has been decided}}',
      body: [
        '{titled, select, yes {The decisions on the call “{title}” have been released to all applicants.} other {The decisions on a call have been released to all applicants.}}',
        '{counterpart} thanks you for your reviews.',
      ],
      action: 'See the call',
    },
  },
} satisfies EventTemplates;
