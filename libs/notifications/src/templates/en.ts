import { memberEn } from './member-en.js';
import { accountEn } from './account-en.js';
import { membershipEn } from './membership-en.js';
import { admissionEn } from './admission-en.js';
import { callEn } from './call-en.js';
import { consultingEn } from './consulting-en.js';
import { engagementEn } from './engagement-en.js';
import { opportunityEn } from './opportunity-en.js';
import { projectEn } from './project-en.js';
import { proposalEn } from './proposal-en.js';
import { messagingEn } from './messaging-en.js';
import { reviewEn } from './review-en.js';
import type { Wording } from './template.js';

export const en: Wording = {
  greeting: 'Dear {name},',
  footer: 'The TPO Tourism Network (TTN) sent this mail. It is run by {operator}.',
  answer: 'You can answer this mail: what you write goes into the conversation. Files are not taken.',
  someOrganization: 'An organization',
  stop: 'Stop mail about {group}',
  groups: {
    security: 'your account',
    messages: 'messages',
    matches: 'matches and interest',
    opportunities: 'opportunities',
    calls: 'calls',
    proposals: 'proposals',
    reviews: 'reviews',
    projects: 'projects',
    consulting: 'consulting',
    membership: 'applications and membership',
    organization: 'your organization',
    digest: 'what is unread',
  },
  digest: {
    subject: '{total, plural, one {# unread notice on TTN} other {# unread notices on TTN}}',
    lead: 'This has come since our last mail and is still unread:',
    more: '{more, plural, one {and # more notice.} other {and # more notices.}}',
    updates: '{count, plural, one {# update} other {# updates}}',
    action: 'Open the inbox',
  },
  events: {
    ...admissionEn,
    ...opportunityEn,
    ...messagingEn,
    ...reviewEn,
    ...callEn,
    ...consultingEn,
    ...projectEn,
    ...engagementEn,
    ...proposalEn,
    'profile.facts-stale': {
      notice: 'Some facts in the profile of {organization} have not been checked for a year or have run out.',
      mail: {
        subject: 'Is the profile of {organization} still right?',
        body: [
          'You answer for facts in the profile of {organization} that have not been checked for a year or have run out.',
          'Please look through them: say that they are still right, or correct them. Partners rely on them, and so do your matches.',
        ],
        action: 'Check the profile',
      },
    },
    ...accountEn,
    'organization.merged': {
      notice: '{counterpart} was a second entry of {organization} and has become part of it.',
      mail: {
        subject: '{counterpart} has become part of {organization}',
        body: [
          '{counterpart} was a second entry of {organization}. The secretariat has made one of the two.',
          'Its people, proposals, opportunities and conversations stand under {organization} from now on. Look through the members and the profile: owners of the second entry have come with the role below.',
        ],
        action: 'See the members',
      },
    },
    'saved-search.found': {
      notice:
        '{titled, select, yes {There are new results for your saved search “{title}”.} other {There are new results for one of your saved searches.}}',
      mail: {
        subject:
          '{titled, select, yes {New results for your saved search “{title}”} other {New results for your saved search}}',
        body: [
          '{titled, select, yes {Something new in the directory fits your saved search “{title}”.} other {Something new in the directory fits one of your saved searches.}}',
          'You can change how often you are told, or switch it off, with the saved search.',
        ],
        action: 'See the directory',
      },
    },
    'matches.refreshed': {
      notice:
        '{titled, select, yes {There are new matches for {subject, select, proposal {the proposal} opportunity {the opportunity} consulting_request {the consulting request} other {}} “{title}”.} other {There are new matches for your organization.}}',
    },
    'interest.sent': {
      notice: '{counterpart} is interested in working with {organization}.',
      mail: {
        subject: '{counterpart} is interested in working with you',
        body: [
          '{counterpart} would like to get in touch with {organization} about a match on the TPO Tourism Network.',
          'Read the message and why you match, then accept or decline. Accepting opens a conversation.',
        ],
        action: 'Read and answer',
      },
    },
    'interest.accepted': {
      notice: '{counterpart} accepted your interest. The conversation is open.',
      mail: {
        subject: '{counterpart} accepted your interest',
        body: [
          '{counterpart} accepted the interest you showed for {organization}.',
          'A conversation between the two of you is open now.',
        ],
        action: 'Go to the conversation',
      },
    },
    'interest.declined': {
      notice: '{counterpart} declined your interest.',
      mail: {
        subject: '{counterpart} declined your interest',
        body: [
          '{counterpart} declined the interest you showed for {organization}.',
          'Your other matches are still there.',
        ],
        action: 'See my matches',
      },
    },
    'interest.withdrawn': {
      notice: '{counterpart} took back the interest shown in {organization}. You need not answer.',
    },
    'interest.reminded': {
      notice: '{counterpart} still waits for the answer of {organization}.',
      mail: {
        subject: '{counterpart} still waits for your answer',
        body: [
          '{counterpart} wrote to {organization} about a match a week ago and still waits for an answer.',
          'Accept or decline within three days: after that the message expires. A short no helps the other side as well.',
        ],
        action: 'Read and answer',
      },
    },
    'interest.expired': {
      notice: '{counterpart} did not answer your interest in time. It has expired.',
      mail: {
        subject: '{counterpart} did not answer in time',
        body: [
          'The interest you showed for {organization} was not answered by {counterpart} within ten days and has expired.',
          'You may write again later, or go on with your other matches.',
        ],
        action: 'See my matches',
      },
    },
    ...memberEn,
    ...membershipEn,
  },
};
