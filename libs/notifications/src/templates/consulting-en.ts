import type { EventTemplates } from './template.js';

/** Texts about consulting requests, experts and quotes. Before quotes are opened nothing is said of them. */
export const consultingEn = {
  'consulting-request.submitted': {
    notice:
      '{titled, select, yes {The consulting request “{title}” has been submitted.} other {A consulting request of your organization has been submitted.}}',
  },
  'consulting-request.taken': {
    notice:
      '{titled, select, yes {The secretariat is looking at your consulting request “{title}”.} other {The secretariat is looking at a consulting request of your organization.}}',
  },
  'consulting-request.information-asked': {
    notice:
      '{titled, select, yes {The secretariat needs more information about your consulting request “{title}”.} other {The secretariat needs more information about a consulting request of your organization.}}',
    mail: {
      subject: 'More information is needed for your consulting request',
      body: [
        '{titled, select, yes {The secretariat needs more information about your consulting request “{title}”.} other {The secretariat needs more information about a consulting request of your organization.}}',
        'Please answer the question of the secretariat, so that the right expert can be asked.',
        'If nobody answers within 30 days, the request will be closed.',
      ],
      action: 'Read the question and answer',
    },
  },
  'consulting-request.information-reminded': {
    notice:
      '{titled, select, yes {The secretariat is still waiting for information about “{title}”.} other {The secretariat is still waiting for information about a consulting request.}}',
    mail: {
      subject: 'Reminder: information for your consulting request',
      body: [
        '{titled, select, yes {The secretariat is still waiting for information about “{title}”.} other {The secretariat is still waiting for information about a consulting request.}}',
        'The secretariat asked a question ten days ago and has no answer yet.',
        'If nobody answers within 30 days of the question, the request will be closed.',
      ],
      action: 'Answer now',
    },
  },
  'consulting-request.lapsed': {
    notice:
      '{titled, select, yes {Your consulting request “{title}” was closed: the question of the secretariat was not answered.} other {A consulting request was closed: the question of the secretariat was not answered.}}',
    mail: {
      subject: 'Your consulting request was closed',
      body: [
        '{titled, select, yes {Your consulting request “{title}” was closed: the question of the secretariat was not answered.} other {A consulting request was closed: the question of the secretariat was not answered.}}',
        'The question of the secretariat was not answered within 30 days, so the request was closed.',
        'You can begin a new request at any time.',
      ],
      action: 'See the request',
    },
  },
  'consulting-request.answered': {
    notice:
      '{titled, select, yes {Your consulting request “{title}” has an answer.} other {A consulting request of your organization has an answer.}}',
    mail: {
      subject: 'There is an answer to your consulting request',
      body: [
        '{titled, select, yes {Your consulting request “{title}” has an answer.} other {A consulting request of your organization has an answer.}}',
        'The secretariat found an answer in what others have learnt: a past case, or a city that has solved the same question.',
        'Reading it costs nothing.',
      ],
      action: 'Read the answer',
    },
  },
  'consulting-request.out-of-scope': {
    notice:
      '{titled, select, yes {The secretariat cannot take your consulting request “{title}”. The reason stands with it.} other {The secretariat cannot take a consulting request of your organization. The reason stands with it.}}',
    mail: {
      subject: 'Your consulting request is out of scope',
      body: [
        '{titled, select, yes {The secretariat cannot take your consulting request “{title}”. The reason stands with it.} other {The secretariat cannot take a consulting request of your organization. The reason stands with it.}}',
        'The secretariat has looked at your request and cannot take it.',
        'You find the reason with the request.',
      ],
      action: 'Read the reason',
    },
  },
  'consulting-request.matching-started': {
    notice:
      '{titled, select, yes {Experts are being asked about “{title}”.} other {Experts are being asked about a consulting request of your organization.}}',
  },
  'consulting-request.quoting-started': {
    notice:
      '{titled, select, yes {An expert is ready to take “{title}” and will write a quote.} other {An expert is ready to take a consulting request of your organization and will write a quote.}}',
  },
  'consulting-request.nobody-left': {
    notice:
      '{titled, select, yes {None of the experts who were asked can take “{title}”. The secretariat looks further.} other {None of the experts who were asked can take a consulting request of your organization. The secretariat looks further.}}',
    mail: {
      subject: 'None of the experts can take your request',
      body: [
        '{titled, select, yes {None of the experts who were asked can take “{title}”. The secretariat looks further.} other {None of the experts who were asked can take a consulting request of your organization. The secretariat looks further.}}',
        'All experts who were asked have declined or have not answered in time.',
        'The secretariat has the request again and will ask others, or tell you honestly that it found nobody.',
      ],
      action: 'See the request',
    },
  },
  'consulting-request.delayed': {
    notice:
      '{titled, select, yes {The answer to “{title}” takes longer than promised. The secretariat was told.} other {The answer to a consulting request of your organization takes longer than promised. The secretariat was told.}}',
  },
  'consulting-request.unanswered': {
    notice:
      '{titled, select, yes {Nobody could be found for “{title}”. The request is closed.} other {Nobody could be found for a consulting request of your organization. It is closed.}}',
    mail: {
      subject: 'Nobody could be found for your consulting request',
      body: [
        '{titled, select, yes {Nobody could be found for “{title}”. The request is closed.} other {Nobody could be found for a consulting request of your organization. It is closed.}}',
        'We are sorry: no expert could be found for your request, and it is closed so that you do not wait in vain.',
        'You find what was tried with the request. You can change it and ask again.',
      ],
      action: 'See the request',
    },
  },
  'consulting-request.quotes-opened': {
    notice:
      '{titled, select, yes {The quotes for “{title}” are open. You can compare them and choose.} other {The quotes for a consulting request of your organization are open. You can compare them and choose.}}',
    mail: {
      subject: 'The quotes for your consulting request are open',
      body: [
        '{titled, select, yes {The quotes for “{title}” are open. You can compare them and choose.} other {The quotes for a consulting request of your organization are open. You can compare them and choose.}}',
        'All quotes that came in are open now, side by side.',
        'Please choose one while they are valid. Whoever is not chosen is told the reason you give.',
      ],
      action: 'Compare the quotes',
    },
  },
  'consulting-request.choice-reminded': {
    notice:
      '{titled, select, yes {The quotes for “{title}” wait for your choice.} other {The quotes for a consulting request of your organization wait for a choice.}}',
    mail: {
      subject: 'Please choose a quote',
      body: [
        '{titled, select, yes {The quotes for “{title}” wait for your choice.} other {The quotes for a consulting request of your organization wait for a choice.}}',
        'The quotes for your consulting request have been open for a week.',
        'Experts keep time free for you. Please choose one, or cancel the request.',
      ],
      action: 'Compare the quotes',
    },
  },
  'consulting-request.arrived': {
    notice: '{counterpart} submitted a consulting request. It waits at your desk.',
    mail: {
      subject: 'A consulting request of {counterpart} waits at your desk',
      body: [
        '{counterpart} has submitted a consulting request.',
        'Please look at it within three working days of its country: answer it from past cases, ask for more information, ask experts, or say why not.',
      ],
      action: 'Open the request',
    },
  },
  'consulting-request.information-given': {
    notice: '{counterpart} answered your question about a consulting request.',
  },
  'consulting-request.returned': {
    notice: 'Nobody is left of the experts asked for a request of {counterpart}.',
    mail: {
      subject: 'A request of {counterpart} needs other experts',
      body: [
        'All experts who were asked for a consulting request of {counterpart} have declined or have not answered.',
        'It waits at your desk again: ask others, or tell {counterpart} that nobody can take it.',
      ],
      action: 'Open the request',
    },
  },
  'consulting-request.overdue': {
    notice: 'A consulting request of {counterpart} is overdue at your desk.',
    mail: {
      subject: 'Overdue: a consulting request of {counterpart}',
      body: [
        'A consulting request of {counterpart} has waited at your desk for three working days. {counterpart} was told that it takes longer.',
        'If nobody takes it up the third time, a request to the committee is closed as unanswered.',
      ],
      action: 'Open the request',
    },
  },
  'consulting-request.cancelled': {
    notice: '{counterpart} cancelled a consulting request.',
  },
  'expert-invitation.sent': {
    notice: 'You are asked to take a consulting request of {counterpart}.',
    mail: {
      subject: 'Can you take a consulting request of {counterpart}?',
      body: [
        '{organization} is asked to take a consulting request of {counterpart}.',
        'Please answer within five days: accept with the declarations of no conflict and of confidentiality, or decline so that somebody else can be asked.',
      ],
      action: 'Read the request and answer',
    },
  },
  'expert-invitation.reminded': {
    notice: 'The request of {counterpart} waits for your answer for two more days.',
    mail: {
      subject: 'Two days left to answer {counterpart}',
      body: [
        '{organization} has not answered yet whether it takes a consulting request of {counterpart}.',
        'In two days the invitation ends and somebody else is asked.',
      ],
      action: 'Answer now',
    },
  },
  'expert-invitation.released': {
    notice: 'The request of {counterpart} does not need you any more. Thank you.',
    mail: {
      subject: 'The request of {counterpart} is settled',
      body: [
        'The consulting request of {counterpart}, which {organization} was asked to take, is settled.',
        'You need not do anything more. Thank you for your readiness.',
      ],
      action: 'See your requests',
    },
  },
  'expert-invitation.accepted': {
    notice: 'An expert accepted the invitation for a consulting request of {counterpart}.',
  },
  'expert-invitation.declined': {
    notice: 'An expert declined the invitation for a consulting request of {counterpart}.',
  },
  'expert-invitation.expired': {
    notice: 'An expert has not answered in time for a consulting request of {counterpart}.',
    mail: {
      subject: 'An expert has not answered',
      body: [
        'An expert who was asked for a consulting request of {counterpart} has not answered within five days.',
        'The invitation is over. You can ask somebody else in the place of this expert.',
      ],
      action: 'Ask another expert',
    },
  },
  'quote.taken-back': {
    notice: 'An expert took a quote for a consulting request back.',
    mail: {
      subject: 'A quote was taken back',
      body: [
        'One of the quotes for a consulting request of {organization} was taken back by its author.',
        'The others can still be chosen while they are valid.',
      ],
      action: 'See the quotes',
    },
  },
  'quote.selected': {
    notice: '{counterpart} chose your quote.',
    mail: {
      subject: '{counterpart} chose your quote',
      body: [
        '{counterpart} chose the quote of {organization} for a consulting request.',
        'Next comes the agreement; no work begins before it is signed.',
      ],
      action: 'See the request',
    },
  },
  'quote.not-selected': {
    notice: '{counterpart} chose another quote. The reason stands with yours.',
    mail: {
      subject: '{counterpart} chose another quote',
      body: [
        '{counterpart} has chosen another quote for its consulting request.',
        'You find the reason with your quote. Thank you for the work you put into it.',
      ],
      action: 'Read the reason',
    },
  },
  'quote.expired': {
    notice: 'Your quote for {counterpart} is valid no more.',
    mail: {
      subject: 'Your quote for {counterpart} has run out',
      body: [
        'The last day on which your quote for {counterpart} could be chosen is over.',
        'It cannot be chosen any more.',
      ],
      action: 'See the request',
    },
  },
  'quote.released': {
    notice: 'The request of {counterpart} ended without a choice among the quotes.',
    mail: {
      subject: 'The request of {counterpart} ended without a choice',
      body: [
        'The consulting request of {counterpart} is over, and no quote was chosen.',
        'Your quote binds you no more. Thank you for the work you put into it.',
      ],
      action: 'See the request',
    },
  },
} satisfies EventTemplates;
