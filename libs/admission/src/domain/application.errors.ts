import { DomainError, InvalidInput } from '#libs/kernel';
import type { Gap } from './application.js';
import type { ReviewerRefusal } from './application-review.js';
import type { OfficerRefusal } from './decision.js';
import type { RecommenderRefusal } from './recommendation.js';

/** 409: only a draft can be edited; what was sent stays as it was. */
export class ApplicationNotEditable extends DomainError {
  constructor(state: string) {
    super('application/not-editable', 'conflict', {
      detail: 'Only a draft can be edited.',
      extra: { state },
    });
  }
}

/** 422: fields a submission needs are empty. */
export class ApplicationIncomplete extends InvalidInput {
  constructor(gaps: readonly Gap[]) {
    super(
      gaps.map(({ field, code }) => ({ pointer: `/${field}`, code })),
      'application/incomplete',
    );
  }
}

/** 409: the organization, or the person, already applies or takes part. */
export class AlreadyApplying extends DomainError {
  constructor() {
    super('application/already-applying', 'conflict', {
      detail: 'You already act for an organization that takes part or has applied.',
    });
  }
}

/** 409: the rejection is too recent for another application of the same organization. */
export class RejectedRecently extends DomainError {
  constructor(from: Date | null) {
    super('application/rejected-recently', 'conflict', {
      detail: 'An organization that was not admitted can apply again after 180 days.',
      ...(from && { extra: { anewFrom: from.toISOString() } }),
    });
  }
}

/** 409: the address of the person who sends the application is not confirmed. */
export class EmailNotConfirmed extends DomainError {
  constructor() {
    super('application/email-not-confirmed', 'conflict', {
      detail: 'Confirm your e-mail address first.',
    });
  }
}

/** 422: this organization may not recommend the applicant. */
export class RecommenderRefused extends InvalidInput {
  constructor(code: RecommenderRefusal) {
    super([{ pointer: '/recommenderId', code }], code);
  }
}

/** 422: there is no proposal of the applicant with this id, or it cannot be handed in any more. */
export class EntryProposalRefused extends InvalidInput {
  constructor() {
    super(
      [{ pointer: '/proposalId', code: 'application/proposal-unusable' }],
      'application/proposal-unusable',
    );
  }
}

/** 409: the recommender that was asked has not answered yet, or has already recommended. */
export class RecommenderStillAsked extends DomainError {
  constructor() {
    super('application/recommender-still-asked', 'conflict', {
      detail: 'This organization has been asked and can still answer.',
    });
  }
}

/** 409: one appeal, and it has been made. */
export class AppealedBefore extends DomainError {
  constructor() {
    super('application/appealed-before', 'conflict', { detail: 'There is one appeal, and it was made.' });
  }
}

/** 409: somebody has just decided; it takes effect within seconds. */
export class DecisionPending extends DomainError {
  constructor() {
    super('application/decision-pending', 'conflict', {
      detail: 'Another decision is about to take effect.',
    });
  }
}

/** 409: the seconds in which a decision can be taken back are over. */
export class DecisionInEffect extends DomainError {
  constructor() {
    super('application/decision-in-effect', 'conflict', {
      detail: 'The decision has taken effect and stands.',
    });
  }
}

/** 409: this officer may not decide this application. */
export class OfficerRefused extends DomainError {
  constructor(code: OfficerRefusal) {
    super(code, 'conflict', { detail: 'Another officer has to decide.' });
  }
}

/** 422: this person may not review. */
export class ReviewerRefused extends InvalidInput {
  constructor(code: ReviewerRefusal) {
    super([{ pointer: '/personId', code }], code);
  }
}

/** 409: the person is a reviewer of this application, or was. */
export class AlreadyAReviewer extends DomainError {
  constructor() {
    super('application/already-a-reviewer', 'conflict', {
      detail: 'This person is already a reviewer of the application.',
    });
  }
}

/** 409: as many reviewers as are needed have been found. */
export class EnoughReviewers extends DomainError {
  constructor() {
    super('application/enough-reviewers', 'conflict', { detail: 'Two reviewers have been found.' });
  }
}

/** 409: the time to answer the request is over. */
export class RequestOver extends DomainError {
  constructor() {
    super('recommendation/request-over', 'conflict', { detail: 'The time to answer is over.' });
  }
}
