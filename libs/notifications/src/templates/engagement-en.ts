import type { EventTemplates } from './template.js';

export const engagementEn = {
  'engagement.started': {
    notice:
      '{titled, select, yes {The quote for “{title}” has become an agreement. You will be asked when it is your turn to sign.} other {A chosen quote has become an agreement, which you will sign as well.}}',
    mail: {
      subject: '{titled, select, yes {Agreement on “{title}”} other {A consulting agreement}}',
      body: [
        '{titled, select, yes {The chosen quote for “{title}” has become an agreement.} other {A chosen quote has become an agreement.}}',
        'The consultant signs first, then the requester, then everybody who bears part of the cost. We tell you when it is the turn of {organization}.',
      ],
      action: 'See the agreement',
    },
  },
  'engagement.signature-due': {
    notice:
      '{titled, select, yes {It is your turn to sign the agreement on “{title}”.} other {It is your turn to sign a consulting agreement.}}',
    mail: {
      subject:
        '{titled, select, yes {Please sign: agreement on “{title}”} other {Please sign the consulting agreement}}',
      body: [
        '{titled, select, yes {The agreement on “{title}” waits for the signature of {organization}.} other {A consulting agreement waits for the signature of {organization}.}}',
        'Owners and signatories may sign. Work begins when all have signed; after 30 days without signatures the agreement lapses.',
      ],
      action: 'Read and sign',
    },
  },
  'engagement.begun': {
    notice:
      '{titled, select, yes {All have signed the agreement on “{title}”. Work may begin.} other {All have signed a consulting agreement. Work may begin.}}',
    mail: {
      subject:
        '{titled, select, yes {Signed by all: “{title}”} other {Signed by all: the consulting agreement}}',
      body: [
        '{titled, select, yes {All parties have signed the agreement on “{title}”.} other {All parties have signed a consulting agreement of {organization}.}}',
        'Work may begin: propose times for the first session.',
      ],
      action: 'Open the engagement',
    },
  },
  'engagement.lapsed': {
    notice:
      '{titled, select, yes {The agreement on “{title}” was not signed by all in 30 days and is cancelled.} other {A consulting agreement was not signed by all in 30 days and is cancelled.}}',
    mail: {
      subject:
        '{titled, select, yes {Lapsed: agreement on “{title}”} other {A consulting agreement has lapsed}}',
      body: [
        '{titled, select, yes {The agreement on “{title}” was not signed by all parties within 30 days and is cancelled.} other {A consulting agreement of {organization} was not signed by all parties within 30 days and is cancelled.}}',
        'Whoever still wants the advice can submit a new request.',
      ],
      action: 'See what happened',
    },
  },
  'engagement.cancelled': {
    notice:
      '{titled, select, yes {{counterpart} cancelled the agreement on “{title}” before work began.} other {{counterpart} cancelled a consulting agreement before work began.}}',
    mail: {
      subject:
        '{titled, select, yes {Cancelled: agreement on “{title}”} other {A consulting agreement was cancelled}}',
      body: [
        '{titled, select, yes {{counterpart} cancelled the agreement on “{title}” before work began.} other {{counterpart} cancelled a consulting agreement with {organization} before work began.}}',
        'The reason stands with the engagement.',
      ],
      action: 'Read the reason',
    },
  },
  'engagement.accepted': {
    notice:
      '{titled, select, yes {All deliverables of “{title}” are accepted. You can rate each other for 14 days.} other {All deliverables of an engagement are accepted. You can rate each other for 14 days.}}',
    mail: {
      subject:
        '{titled, select, yes {Accepted: “{title}”. How was it?} other {Everything is accepted. How was it?}}',
      body: [
        '{titled, select, yes {All deliverables of “{title}” have been accepted.} other {All deliverables of an engagement of {organization} have been accepted.}}',
        'Please rate the other side. Ratings stay sealed until both are in, or for 14 days.',
      ],
      action: 'Rate the engagement',
    },
  },
  'engagement.closed': {
    notice:
      '{titled, select, yes {The engagement “{title}” is closed; the ratings are open.} other {An engagement is closed; the ratings are open.}}',
    mail: {
      subject: '{titled, select, yes {Closed: “{title}”} other {The engagement is closed}}',
      body: [
        '{titled, select, yes {The engagement “{title}” is closed, and its ratings are open to both sides.} other {An engagement of {organization} is closed, and its ratings are open to both sides.}}',
        'If others can learn from it, agree on a note for the case library.',
      ],
      action: 'See the ratings',
    },
  },
  'engagement.disputed': {
    notice:
      '{titled, select, yes {{counterpart} raised a dispute about “{title}”. All work rests until the chair decides.} other {{counterpart} raised a dispute. All work rests until the chair decides.}}',
    mail: {
      subject: '{titled, select, yes {A dispute about “{title}”} other {A dispute was raised}}',
      body: [
        '{titled, select, yes {{counterpart} raised a dispute about “{title}”.} other {{counterpart} raised a dispute about an engagement with {organization}.}}',
        'All work rests. The chair of the consulting committee decides within ten working days; you can still write to each other.',
      ],
      action: 'Read the reason',
    },
  },
  'dispute.raised': {
    notice:
      '{titled, select, yes {A dispute about “{title}” waits for your decision.} other {A dispute waits for your decision.}}',
    mail: {
      subject:
        '{titled, select, yes {Please decide: dispute about “{title}”} other {Please decide a dispute}}',
      body: [
        '{titled, select, yes {{counterpart} raised a dispute about the engagement “{title}”.} other {{counterpart} raised a dispute about an engagement.}}',
        'Everything is frozen. The decision is due within ten working days.',
      ],
      action: 'Open the dispute',
    },
  },
  'dispute.overdue': {
    notice:
      '{titled, select, yes {The decision on the dispute about “{title}” is overdue.} other {The decision on a dispute is overdue.}}',
    mail: {
      subject: '{titled, select, yes {Overdue: dispute about “{title}”} other {A decision is overdue}}',
      body: [
        '{titled, select, yes {Ten working days have passed, and the dispute about “{title}” is not decided.} other {Ten working days have passed, and a dispute is not decided.}}',
        'Both sides wait, and all their work rests.',
      ],
      action: 'Open the dispute',
    },
  },
  'dispute.decided': {
    notice:
      '{titled, select, yes {The chair has decided the dispute about “{title}”.} other {The chair has decided a dispute of your engagement.}}',
    mail: {
      subject: '{titled, select, yes {Decided: dispute about “{title}”} other {Your dispute is decided}}',
      body: [
        '{titled, select, yes {The chair of the consulting committee has decided the dispute about “{title}”.} other {The chair of the consulting committee has decided a dispute of {organization}.}}',
        'The decision says how it goes on.',
      ],
      action: 'Read the decision',
    },
  },
  'engagement-session.proposed': {
    notice:
      '{titled, select, yes {{counterpart} proposed times for a session on “{title}”. Choose one.} other {{counterpart} proposed times for a session. Choose one.}}',
    mail: {
      subject:
        '{titled, select, yes {Choose a time: session on “{title}”} other {Choose a time for the session}}',
      body: [
        '{counterpart} proposed times for a session. You see them on your own clock and on theirs.',
        'Choose one, or propose others.',
      ],
      action: 'Choose a time',
    },
  },
  'engagement-session.confirmed': {
    notice: '{titled, select, yes {A session on “{title}” is confirmed.} other {A session is confirmed.}}',
    mail: {
      subject: '{titled, select, yes {Confirmed: session on “{title}”} other {The session is confirmed}}',
      body: [
        'The time of the session is confirmed. The enclosed file puts it into your calendar.',
        'The engagement shows it on the clocks of both sides.',
      ],
      action: 'See the session',
    },
  },
  'engagement-session.moved': {
    notice:
      '{titled, select, yes {{counterpart} asked to move a session on “{title}”.} other {{counterpart} asked to move a session.}}',
    mail: {
      subject: '{titled, select, yes {To be moved: session on “{title}”} other {A session is to be moved}}',
      body: [
        '{counterpart} proposed other times for a session that had been confirmed.',
        'Until one of them is chosen, the session is tentative in your calendar.',
      ],
      action: 'Choose a time',
    },
  },
  'engagement-session.cancelled': {
    notice: '{titled, select, yes {A session on “{title}” is cancelled.} other {A session is cancelled.}}',
    mail: {
      subject: '{titled, select, yes {Cancelled: session on “{title}”} other {The session is cancelled}}',
      body: [
        'A session was cancelled. If it was in your calendar, the enclosed file takes it out.',
        'You can propose new times at any moment.',
      ],
      action: 'Open the engagement',
    },
  },
  'engagement-session.reminded': {
    notice: '{titled, select, yes {A session on “{title}” is coming up.} other {A session is coming up.}}',
    mail: {
      subject: '{titled, select, yes {Coming up: session on “{title}”} other {A session is coming up}}',
      body: [
        'A session with the other side is coming up.',
        'Time and place, on your own clock, stand in the engagement.',
      ],
      action: 'See time and place',
    },
  },
  'engagement-session.missed': {
    notice:
      '{titled, select, yes {{counterpart} noted that a session on “{title}” was missed.} other {{counterpart} noted that a session was missed.}}',
  },
  'engagement-session.minutes-written': {
    notice:
      '{titled, select, yes {Minutes of a session on “{title}” wait for you.} other {Minutes of a session wait for you.}}',
    mail: {
      subject:
        '{titled, select, yes {Please confirm: minutes of “{title}”} other {Please confirm the minutes}}',
      body: [
        '{counterpart} has written the minutes of a session.',
        'Confirm them, or write if something is wrong. After five days without a word they stand.',
      ],
      action: 'Read the minutes',
    },
  },
  'deliverable.submitted': {
    notice:
      '{titled, select, yes {{counterpart} handed over a deliverable of “{title}”.} other {{counterpart} handed over a deliverable.}}',
    mail: {
      subject:
        '{titled, select, yes {Handed over: deliverable of “{title}”} other {A deliverable was handed over}}',
      body: [
        '{counterpart} handed over a deliverable and waits for your answer.',
        'Accept it, or ask for a revision; two are included.',
      ],
      action: 'Look at it',
    },
  },
  'deliverable.accepted': {
    notice:
      '{titled, select, yes {{counterpart} accepted a deliverable of “{title}”.} other {{counterpart} accepted a deliverable.}}',
    mail: {
      subject:
        '{titled, select, yes {Accepted: deliverable of “{title}”} other {A deliverable was accepted}}',
      body: ['{counterpart} accepted what you handed over.', 'The engagement shows what is left to do.'],
      action: 'Open the engagement',
    },
  },
  'deliverable.revision-asked': {
    notice:
      '{titled, select, yes {{counterpart} asked for a revision of a deliverable of “{title}”.} other {{counterpart} asked for a revision of a deliverable.}}',
    mail: {
      subject: '{titled, select, yes {Revision asked for: “{title}”} other {A revision is asked for}}',
      body: [
        '{counterpart} asked for a revision of a deliverable and says what is missing.',
        'Hand it over again when it is done.',
      ],
      action: 'Read what is missing',
    },
  },
  'deliverable.reminded': {
    notice:
      '{titled, select, yes {A deliverable of “{title}” has waited ten days for your answer.} other {A deliverable has waited ten days for your answer.}}',
    mail: {
      subject:
        '{titled, select, yes {Ten days without an answer: “{title}”} other {A deliverable waits for your answer}}',
      body: [
        'A deliverable was handed over to {organization} ten days ago and has no answer yet.',
        'Accept it, or ask for a revision. In five days the secretariat will ask you.',
      ],
      action: 'Answer now',
    },
  },
  'deliverable.unanswered': {
    notice:
      '{titled, select, yes {A deliverable of “{title}” has waited fifteen days for an answer.} other {A deliverable has waited fifteen days for an answer.}}',
    mail: {
      subject:
        '{titled, select, yes {No answer: deliverable of “{title}”} other {A deliverable without an answer}}',
      body: [
        '{counterpart} has not answered a deliverable for fifteen days, not even after a reminder.',
        'Please ask what is in the way.',
      ],
      action: 'Open the engagement',
    },
  },
  'ledger-entry.recorded': {
    notice:
      '{titled, select, yes {{counterpart} recorded an invoice or a payment for “{title}”.} other {{counterpart} recorded an invoice or a payment.}}',
  },
  'case-note.drafted': {
    notice:
      '{titled, select, yes {{counterpart} wrote a note on “{title}” for the case library and asks for your consent.} other {{counterpart} wrote a note for the case library and asks for your consent.}}',
    mail: {
      subject: '{titled, select, yes {Your consent: note on “{title}”} other {Your consent to a case note}}',
      body: [
        '{counterpart} wrote a note without names, so that others can learn from the engagement.',
        'It enters the case library only with the consent of both sides. Please read it.',
      ],
      action: 'Read the note',
    },
  },
  'case-note.published': {
    notice:
      '{titled, select, yes {The note on “{title}” is in the case library.} other {A note of your engagement is in the case library.}}',
  },
} satisfies EventTemplates;
