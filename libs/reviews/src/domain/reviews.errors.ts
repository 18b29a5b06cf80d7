import { DomainError, type FieldError, InvalidInput } from '#libs/kernel';
import type { DeciderRefusal } from './decision-batch.js';

/** 409: the assignment that was looked at is not the one that would be made now. */
export class AssignmentChanged extends DomainError {
  /** @param planHash of the plan as it would be now */
  constructor(planHash: string) {
    super('review/assignment-changed', 'conflict', {
      detail: 'Proposals, reviewers or conflicts changed since the preview. Look at the new one.',
      extra: { planHash },
    });
  }
}

/** 409: a person reviews for a call once. */
export class AlreadyInPool extends DomainError {
  constructor() {
    super('review/already-in-pool', 'conflict', { detail: 'The person reviews for this call already.' });
  }
}

/** 422: why somebody cannot be a reviewer of the call. */
export class ReviewerRefused extends InvalidInput {
  constructor(code: 'review/reviewer-unknown' | 'review/runs-the-call') {
    super([{ pointer: '/personId', code }], code);
  }
}

/** 422: a review is handed in with a score for every criterion. */
export class ReviewIncomplete extends InvalidInput {
  constructor(missing: readonly string[]) {
    super(
      missing.map((key): FieldError => ({ pointer: `/scores/${key}`, code: 'review/missing' })),
      'review/incomplete',
    );
  }
}

export function wrongScores(keys: readonly string[]): InvalidInput {
  return new InvalidInput(keys.map((key) => ({ pointer: `/scores/${key}`, code: 'review/wrong-score' })));
}

/** 409: the proposal is past the point where reviews are written. */
export class ReviewingOver extends DomainError {
  constructor(state: string) {
    super('review/reviewing-over', 'conflict', {
      detail: 'The proposal is not being reviewed any more.',
      extra: { state },
    });
  }
}

/** 403: the acting organization is not the one to decide. */
export class DeciderRefused extends DomainError {
  constructor(code: DeciderRefusal) {
    super(code, 'forbidden', { detail: 'Your organization does not decide on this proposal.' });
  }
}

/** 409: proposals that wait for a decision, or for its rest, keep the others from being told. */
export class DecisionsMissing extends DomainError {
  constructor(missing: number) {
    super('decision/missing', 'conflict', {
      detail: 'Not every proposal has a decision, or some are still being reviewed.',
      extra: { missing },
    });
  }
}

/** 409: somebody else has written the first decision meanwhile; it says which, and its version. */
export class DecisionWritten extends DomainError {
  constructor(state: string, currentVersion: number) {
    super('decision/already-written', 'conflict', {
      detail:
        'There is a decision on this proposal already. Read it, and change it if it has to be another one.',
      extra: { state, currentVersion },
    });
  }
}

/** 409: decisions are written while the batch is a draft. */
export class BatchClosed extends DomainError {
  constructor(state: string) {
    super('decision/wrong-state', 'conflict', {
      detail: 'Decisions can be changed before they are agreed on.',
      extra: { state },
    });
  }
}
