import type { Wording } from './template.js';

/** What is told of admission. */
export const admissionEn = {
  'application.submitted': {
    notice: '{counterpart} applied for participation.',
  },
  'application.info-requested': {
    notice: 'The secretariat has a question about the application of {organization}.',
    mail: {
      subject: 'A question about your application',
      body: [
        'The secretariat has a question about the application of {organization} to the TPO Tourism Network.',
        'Your application goes on as soon as you have answered.',
      ],
      action: 'Read and answer',
    },
  },
  'application.answered': {
    notice: '{counterpart} answered the question about its application.',
  },
  'application.reviewed': {
    notice: 'The entry proposal of {counterpart} has been reviewed and waits for a decision.',
    mail: {
      subject: 'Reviewed: the entry proposal of {counterpart}',
      body: [
        'All reviews of the entry proposal of {counterpart} are in.',
        'The application waits for a decision of the secretariat.',
      ],
      action: 'Open the application',
    },
  },
  'application.accepted': {
    notice: '{organization} has been admitted to the network.',
    mail: {
      subject: 'Welcome: {organization} has been admitted',
      body: [
        '{organization} now takes part in the TPO Tourism Network. Others can find you, and your first matches are being prepared.',
        'In the first 60 days you can show interest in five matches a week.',
      ],
      action: 'Open the network',
    },
  },
  'application.rejected': {
    notice: 'The application of {organization} was not accepted.',
    mail: {
      subject: 'Your application was not accepted',
      body: [
        'The secretariat has not accepted the application of {organization}.',
        'The reason is stated in your application. You may appeal once; another officer will then look at it again.',
      ],
      action: 'Read the reason',
    },
  },
  'application.appealed': {
    notice: '{counterpart} appealed against the decision on its application.',
    mail: {
      subject: 'Appeal of {counterpart}',
      body: [
        '{counterpart} appealed against the decision on its application.',
        'An officer who has not decided on it before has to look at it again.',
      ],
      action: 'Open the appeal',
    },
  },
  'application.withdrawn': {
    notice: '{counterpart} withdrew its application.',
  },
  'application-review.assigned': {
    notice: 'You are asked to review the entry proposal of {counterpart}.',
    mail: {
      subject: 'Please review the entry proposal of {counterpart}',
      body: [
        'The secretariat asks you to review the entry proposal of {counterpart}.',
        'If you have a stake in it, or no time, please decline soon so that somebody else can be asked.',
      ],
      action: 'Open the review',
    },
  },
  'application-review.declined': {
    notice: 'The entry proposal of {counterpart} needs another reviewer: one declined or has left.',
  },
  'recommendation.requested': {
    notice: '{counterpart} asks {organization} for a recommendation.',
    mail: {
      subject: '{counterpart} asks for your recommendation',
      body: [
        '{counterpart} applies to the TPO Tourism Network and asks {organization} to recommend it.',
        'Please recommend it or decline within 14 days. Other members will read your recommendation.',
      ],
      action: 'Read and answer',
    },
  },
  'recommendation.reminded': {
    notice: '{counterpart} still waits for your answer to its request for a recommendation.',
    mail: {
      subject: 'Reminder: {counterpart} asks for your recommendation',
      body: [
        '{counterpart} asked {organization} for a recommendation a week ago and still waits for the answer.',
        'The request ends in seven days.',
      ],
      action: 'Read and answer',
    },
  },
  'recommendation.given': {
    notice: '{counterpart} recommends {organization}. The secretariat decides next.',
  },
  'recommendation.declined': {
    notice: '{counterpart} declined to recommend {organization}.',
    mail: {
      subject: '{counterpart} declined to recommend you',
      body: [
        '{counterpart} declined to recommend {organization}.',
        'The reason is stated in your application. You can ask another member.',
      ],
      action: 'Open my application',
    },
  },
  'recommendation.expired': {
    notice: '{counterpart} did not answer your request for a recommendation in time.',
    mail: {
      subject: 'No answer from {counterpart}',
      body: [
        '{counterpart} did not answer your request for a recommendation within 14 days.',
        'You can ask another member, or the same one again.',
      ],
      action: 'Open my application',
    },
  },
  'recommendation.revoked': {
    notice: '{counterpart} took back a recommendation.',
    mail: {
      subject: '{counterpart} took back a recommendation',
      body: [
        '{counterpart} took back a recommendation that it had given.',
        'The organization still takes part. Please look at whether anything has to follow.',
      ],
      action: 'Open the application',
    },
  },
} satisfies Wording['events'];
