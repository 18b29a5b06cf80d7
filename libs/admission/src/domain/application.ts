import { defineTransitions } from '#libs/kernel';

/** How an applicant is vouched for: by a member that knows it, or by what it proposes. */
export const ADMISSION_ROUTES = ['recommendation', 'entry_proposal'] as const;
export type AdmissionRoute = (typeof ADMISSION_ROUTES)[number];

/** Kinds of organization that may apply; the secretariat is not one of them. */
export const APPLICANT_KINDS = ['city', 'sme', 'consultancy', 'partner'] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'awaiting_recommendation',
  'entry_proposal_review',
  'info_requested',
  'secretariat_review',
  'accepted',
  'rejected',
  'appealed',
  'withdrawn',
  'superseded',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** States in which the secretariat may put a question; the answer leads back to the one that asked. */
export const ASKING_STATES = ['entry_proposal_review', 'secretariat_review', 'appealed'] as const;
export type AskingState = (typeof ASKING_STATES)[number];

export type ApplicationVerb =
  | 'submit'
  | 'ask-recommender'
  | 'open-review'
  | 'name-recommender'
  | 'decline-recommendation'
  | 'expire-recommendation'
  | 'recommend'
  | 'finish-review'
  | 'request-info'
  | 'answer-to-review'
  | 'answer-to-secretariat'
  | 'answer-to-appeal'
  | 'accept'
  | 'reject'
  | 'appeal'
  | 'withdraw'
  | 'begin-anew';

const APPLICANT = 'an owner of the applicant';
const RECOMMENDER = 'an officer of the named recommender';
const SECRETARIAT = 'an officer of the secretariat without a stake';
const SYSTEM = 'the system';

/**
 * Becoming a participant of TTN. A submission passes `submitted` within its own transaction, where duplicates are
 * looked for; what follows depends on the route.
 */
export const applicationTransitions = defineTransitions<ApplicationState, ApplicationVerb>({
  feature: 'application',
  initial: 'draft',
  states: APPLICATION_STATES,
  transitions: {
    submit: { from: ['draft'], to: 'submitted', actor: APPLICANT, event: 'application.submitted' },
    'ask-recommender': { from: ['submitted'], to: 'awaiting_recommendation', actor: SYSTEM },
    'open-review': { from: ['submitted'], to: 'entry_proposal_review', actor: SYSTEM },
    'name-recommender': {
      from: ['awaiting_recommendation'],
      to: 'awaiting_recommendation',
      actor: APPLICANT,
      event: 'recommendation.requested',
    },
    'decline-recommendation': {
      from: ['awaiting_recommendation'],
      to: 'awaiting_recommendation',
      actor: RECOMMENDER,
      event: 'recommendation.declined',
    },
    'expire-recommendation': {
      from: ['awaiting_recommendation'],
      to: 'awaiting_recommendation',
      actor: SYSTEM,
      event: 'recommendation.expired',
    },
    recommend: {
      from: ['awaiting_recommendation'],
      to: 'secretariat_review',
      actor: RECOMMENDER,
      event: 'recommendation.given',
    },
    'finish-review': {
      from: ['entry_proposal_review'],
      to: 'secretariat_review',
      actor: SYSTEM,
      event: 'application.reviewed',
    },
    'request-info': {
      from: ASKING_STATES,
      to: 'info_requested',
      actor: SECRETARIAT,
      event: 'application.info-requested',
    },
    'answer-to-review': {
      from: ['info_requested'],
      to: 'entry_proposal_review',
      actor: APPLICANT,
      event: 'application.answered',
    },
    'answer-to-secretariat': {
      from: ['info_requested'],
      to: 'secretariat_review',
      actor: APPLICANT,
      event: 'application.answered',
    },
    'answer-to-appeal': {
      from: ['info_requested'],
      to: 'appealed',
      actor: APPLICANT,
      event: 'application.answered',
    },
    accept: {
      from: ['secretariat_review', 'appealed'],
      to: 'accepted',
      actor: SECRETARIAT,
      event: 'application.accepted',
    },
    reject: {
      from: ['secretariat_review', 'appealed'],
      to: 'rejected',
      actor: SECRETARIAT,
      event: 'application.rejected',
    },
    appeal: { from: ['rejected'], to: 'appealed', actor: APPLICANT, event: 'application.appealed' },
    withdraw: {
      from: [
        'draft',
        'awaiting_recommendation',
        'entry_proposal_review',
        'info_requested',
        'secretariat_review',
        'appealed',
      ],
      to: 'withdrawn',
      actor: APPLICANT,
      event: 'application.withdrawn',
    },
    'begin-anew': {
      from: ['rejected'],
      to: 'superseded',
      actor: `${APPLICANT}, 180 days after the rejection`,
    },
  },
});

/** Days after a rejection, or after that of the appeal, before the same organization may apply anew. */
export const DAYS_BEFORE_ANEW = 180;

/** From when a rejected applicant may begin anew; null when there is nothing to wait for, or nothing to begin. */
export function anewFrom({ state, decidedAt }: Pick<Application, 'state' | 'decidedAt'>): Date | null {
  if (state !== 'rejected' || decidedAt === null) return null;
  return new Date(decidedAt.getTime() + DAYS_BEFORE_ANEW * 86_400_000);
}

/** The verb by which an answer leads back to who asked. */
export function answerVerb(askedFrom: AskingState): ApplicationVerb {
  return ANSWERS[askedFrom];
}

const ANSWERS: Readonly<Record<AskingState, ApplicationVerb>> = {
  entry_proposal_review: 'answer-to-review',
  secretariat_review: 'answer-to-secretariat',
  appealed: 'answer-to-appeal',
};

/** What an applicant fills in; all of it may be open while the application is a draft. */
export interface ApplicationContent {
  readonly route: AdmissionRoute | null;
  /** Why it wants to take part, in its own words. */
  readonly motivation: string | null;
  /** BCP 47 of the motivation. */
  readonly language: string;
  /** The organization asked to recommend it; route `recommendation`. */
  readonly recommenderId: string | null;
  /** A proposal of the applicant; route `entry_proposal`. */
  readonly proposalId: string | null;
  /** The registration document. */
  readonly documentFileId: string | null;
}

export interface Application extends ApplicationContent {
  readonly id: string;
  /** The applicant. */
  readonly organizationId: string;
  readonly createdBy: string;
  readonly state: ApplicationState;
  /** While information is asked for: the state that asked. */
  readonly askedFrom: AskingState | null;
  /** Since when it is in its state; what queues count the age from. */
  readonly stateSince: Date;
  readonly submittedAt: Date | null;
  readonly appealedAt: Date | null;
  /** When it was decided, and the decision had come into effect. */
  readonly decidedAt: Date | null;
  /** Rejected, and {@link DAYS_BEFORE_ANEW} are over by the clock of the database. */
  readonly mayGiveWay: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One line of the story of an application, never changed. */
export interface ApplicationStep {
  readonly id: string;
  readonly applicationId: string;
  readonly verb: ApplicationVerb | 'start';
  readonly fromState: ApplicationState | null;
  readonly toState: ApplicationState;
  readonly actorId: string;
  readonly actorOrganizationId: string | null;
  /** Why, in words, where the verb asks for it. */
  readonly reason: string | null;
  /** BCP 47 of the reason. */
  readonly language: string | null;
  readonly at: Date;
}

/** A field a submission needs and what is the matter with it. */
export interface Gap {
  readonly field: keyof ApplicationContent;
  readonly code: 'application/missing';
}

/** What still has to be filled in before an application can be sent. */
export function gapsOf(content: ApplicationContent): Gap[] {
  const needed: (keyof ApplicationContent)[] = ['route', 'motivation', 'documentFileId'];
  if (content.route === 'recommendation') needed.push('recommenderId');
  if (content.route === 'entry_proposal') needed.push('proposalId');
  return needed
    .filter((field) => content[field] === null)
    .map((field) => ({ field, code: 'application/missing' }));
}
