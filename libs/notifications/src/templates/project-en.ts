import type { EventTemplates } from './template.js';

/** Texts about projects. */
export const projectEn = {
  'project.started': {
    notice:
      '{titled, select, yes {The project “{title}” has begun.} other {A project of {organization} has begun.}}',
    mail: {
      subject: '{titled, select, yes {The project “{title}” has begun} other {A project has begun}}',
      body: [
        '{titled, select, yes {The proposal “{title}” was accepted, and its project has begun.} other {A proposal was accepted, and its project has begun.}}',
        'Partners, budget and milestones were copied from the proposal as it was handed in. The conversation of everybody in it is open.',
      ],
      action: 'Open the project',
    },
  },
  'project.closing-begun': {
    notice:
      '{titled, select, yes {The project “{title}” is coming to its end. Please rate your partners.} other {A project is coming to its end. Please rate your partners.}}',
    mail: {
      subject: '{titled, select, yes {Coming to its end: “{title}”} other {A project is coming to its end}}',
      body: [
        '{titled, select, yes {All milestones of the project “{title}” are accepted.} other {All milestones of the project are accepted.}}',
        'Partners now rate each other. Nobody reads a rating before all are in, or fourteen days are over. The final report and the results page are needed as well before the project can be closed.',
      ],
      action: 'Open the project',
    },
  },
  'project.ratings-opened': {
    notice:
      '{titled, select, yes {The ratings of the partners of “{title}” can be read now.} other {The ratings of the partners of your project can be read now.}}',
  },
  'project.closed': {
    notice:
      '{titled, select, yes {The project “{title}” is closed. Thank you.} other {A project of {organization} is closed. Thank you.}}',
    mail: {
      subject: '{titled, select, yes {Closed: the project “{title}”} other {A project is closed}}',
      body: [
        '{titled, select, yes {The project “{title}” is closed.} other {The project is closed.}}',
        'Its results page is public as soon as the leading organization agrees. Each partner decides for itself whether it is named there, and can change its mind at any time.',
      ],
      action: 'Open the project',
    },
  },
  'project.suspended': {
    notice:
      '{titled, select, yes {The project “{title}” is suspended.} other {A project of {organization} is suspended.}}',
    mail: {
      subject: '{titled, select, yes {Suspended: the project “{title}”} other {A project is suspended}}',
      body: [
        'The organization that runs the call has suspended the project. Its reason stands in the project.',
        'Nothing can be handed in meanwhile, and no deadline runs.',
      ],
      action: 'Read the reason',
    },
  },
  'project.resumed': {
    notice:
      '{titled, select, yes {The project “{title}” goes on.} other {A project of {organization} goes on.}}',
    mail: {
      subject: '{titled, select, yes {The project “{title}” goes on} other {A project goes on}}',
      body: [
        'The project goes on. Its days stand as they were; where one cannot be kept any more, please ask for another one.',
      ],
      action: 'Open the project',
    },
  },
  'project.terminated': {
    notice:
      '{titled, select, yes {The project “{title}” was ended before its time.} other {A project of {organization} was ended before its time.}}',
    mail: {
      subject:
        '{titled, select, yes {Ended before its time: the project “{title}”} other {A project was ended before its time}}',
      body: [
        'The organization that runs the call has ended the project before its time. Its reason stands in the project.',
      ],
      action: 'Read the reason',
    },
  },
  'milestone.due-soon': {
    notice:
      '{titled, select, yes {Something is due soon in the project “{title}”.} other {Something is due soon in a project of {organization}.}}',
    mail: {
      subject: '{titled, select, yes {Due soon: “{title}”} other {Something is due soon in your project}}',
      body: [
        '{titled, select, yes {A milestone or a report of the project “{title}” is due soon.} other {A milestone or a report of your project is due soon.}}',
        'Please hand it in by its day. If that is not possible, ask for another day in time and say why.',
      ],
      action: 'Open the project',
    },
  },
  'milestone.late': {
    notice:
      '{titled, select, yes {Something is late in the project “{title}”.} other {Something is late in a project.}}',
    mail: {
      subject: '{titled, select, yes {Late: “{title}”} other {Something is late in a project}}',
      body: [
        '{titled, select, yes {The day of a milestone or a report of the project “{title}” is over, and it has not been handed in.} other {The day of a milestone or a report of a project is over, and it has not been handed in.}}',
        'The project shows what is late, by how many days, and on whom it waits.',
      ],
      action: 'Open the project',
    },
  },
  'milestone.long-late': {
    notice:
      '{titled, select, yes {Something is more than thirty days late in the project “{title}”.} other {Something is more than thirty days late in a project.}}',
    mail: {
      subject:
        '{titled, select, yes {Thirty days late: “{title}”} other {Something is thirty days late in a project}}',
      body: [
        '{titled, select, yes {A milestone or a report of the project “{title}” has been late for thirty days.} other {A milestone or a report of a project has been late for thirty days.}}',
        'Please talk with each other now: another day can be asked for, and the organization that runs the call can suspend or end the project.',
      ],
      action: 'Open the project',
    },
  },
  'milestone.submitted': {
    notice:
      '{titled, select, yes {Something was handed in for the project “{title}”.} other {Something was handed in for a project of your call.}}',
    mail: {
      subject: '{titled, select, yes {Handed in: “{title}”} other {Something was handed in for a project}}',
      body: [
        '{titled, select, yes {{counterpart} leads the project “{title}”, for which a milestone or a report was handed in.} other {{counterpart} leads a project of your call, for which a milestone or a report was handed in.}}',
        'Please look at it: accept it, or return it and say what is missing.',
      ],
      action: 'Look at it',
    },
  },
  'milestone.returned': {
    notice:
      '{titled, select, yes {Something came back to you in the project “{title}”.} other {Something came back to you in a project.}}',
    mail: {
      subject:
        '{titled, select, yes {Please complete: “{title}”} other {Something came back to you in a project}}',
      body: [
        'What was handed in came back. A note says what is missing.',
        'Please complete it and hand it in again.',
      ],
      action: 'Read the note',
    },
  },
  'milestone.accepted': {
    notice:
      '{titled, select, yes {What was handed in for the project “{title}” is accepted.} other {What was handed in for your project is accepted.}}',
  },
  'milestone.day-asked': {
    notice:
      '{titled, select, yes {Another day is asked for in the project “{title}”.} other {Another day is asked for in a project of your call.}}',
    mail: {
      subject:
        '{titled, select, yes {Another day is asked for: “{title}”} other {Another day is asked for in a project}}',
      body: [
        '{titled, select, yes {For a milestone or a report of the project “{title}” another day is asked for, with a reason.} other {For a milestone or a report of a project of your call another day is asked for, with a reason.}}',
        'Please approve or decline it.',
      ],
      action: 'Answer',
    },
  },
  'milestone.day-approved': {
    notice:
      '{titled, select, yes {Another day was set in the project “{title}”, as asked for.} other {Another day was set in your project, as asked for.}}',
  },
  'milestone.day-declined': {
    notice:
      '{titled, select, yes {The day stays as it is in the project “{title}”.} other {The day stays as it is in your project.}}',
    mail: {
      subject:
        '{titled, select, yes {The day stays as it is: “{title}”} other {The day stays as it is in your project}}',
      body: ['The wish for another day was declined. A note says why.'],
      action: 'Read the note',
    },
  },
} satisfies EventTemplates;
