import type { EventTemplates } from './template.js';

/** Texts about calls for proposals. */
export const callEn = {
  'call.published': {
    notice:
      '{titled, select, yes {{counterpart} has published the call “{title}”.} other {{counterpart} has published a call.}}',
  },
  'call.stage-closed': {
    notice:
      '{titled, select, yes {The call “{title}” has closed. Its proposals can be screened and reviewed now.} other {A call of your organization has closed. Its proposals can be screened and reviewed now.}}',
    mail: {
      subject: '{titled, select, yes {The call “{title}” has closed} other {A call has closed}}',
      body: [
        '{titled, select, yes {The deadline of the call “{title}”, run by {organization}, has passed.} other {The deadline of a call run by {organization} has passed.}}',
        'No more proposals are taken. Those that were submitted wait for screening and review.',
      ],
      action: 'See the call',
    },
  },
  'call.announced': {
    notice:
      '{titled, select, yes {{counterpart} calls for proposals: “{title}”.} other {{counterpart} calls for proposals.}}',
  },
  'call.change-told': {
    notice:
      '{titled, select, yes {{counterpart} has changed the terms of the call “{title}”. See what is different.} other {{counterpart} has changed the terms of a call. See what is different.}}',
    mail: {
      subject:
        '{titled, select, yes {The terms of the call “{title}” have changed} other {The terms of a call have changed}}',
      body: [
        '{titled, select, yes {{counterpart} has changed the terms of the call “{title}”.} other {{counterpart} has changed the terms of a call.}}',
        '{organization} follows this call or takes part in a proposal for it. The page of the call says what is different, and why; please check your proposal against it.',
      ],
      action: 'See what changed',
    },
  },
  'call.opening-told': {
    notice:
      '{titled, select, yes {The call “{title}” takes proposals now.} other {A call you follow takes proposals now.}}',
  },
  'call.closing-told': {
    notice:
      '{titled, select, yes {The call “{title}” closes in three days.} other {A call you follow closes in three days.}}',
    mail: {
      subject: '{titled, select, yes {“{title}” closes in three days} other {A call closes in three days}}',
      body: [
        '{titled, select, yes {The call “{title}” of {counterpart} closes in three days.} other {A call of {counterpart} closes in three days.}}',
        'The deadline is kept to the second by the clock of the server, and there is no time of grace. Every partner organization must have signed off before a proposal can be submitted.',
      ],
      action: 'See the deadline',
    },
  },
  'call.call-off-told': {
    notice:
      '{titled, select, yes {{counterpart} has called off the call “{title}”.} other {{counterpart} has called off a call you follow.}}',
    mail: {
      subject: '{titled, select, yes {The call “{title}” is called off} other {A call is called off}}',
      body: [
        '{titled, select, yes {{counterpart} has called off the call “{title}”. No proposals are taken any more.} other {{counterpart} has called off a call. No proposals are taken any more.}}',
        'The reason stands with the call. Drafts are kept, and may be submitted without a call at any time.',
      ],
      action: 'See the reason',
    },
  },
} satisfies EventTemplates;
