import type { MergeObstacle } from '#libs/contracts';
import { DomainError, InvalidInput } from '#libs/kernel';
import { type Organization, VISIBLE_STATES } from './organization.js';

type Party = Pick<Organization, 'kind' | 'state'>;

/** What the two themselves have against it; features add theirs. */
export function obstaclesBetween(from: Party, into: Party): MergeObstacle[] {
  const obstacles: MergeObstacle[] = [];
  if (from.kind !== into.kind) obstacles.push('other-kind');
  if (from.kind === 'secretariat') obstacles.push('secretariat');
  if (!VISIBLE_STATES.includes(into.state)) obstacles.push('not-taking-part');
  return obstacles;
}

/** Something must be settled before these two can be one; `obstacles` says what. */
export class MergeObstructed extends DomainError {
  constructor(obstacles: readonly MergeObstacle[]) {
    super('organization/merge-obstructed', 'conflict', {
      detail: 'Something must be settled before the two can be merged.',
      extra: { obstacles },
    });
  }
}

/** There is no such organization, it is the same one, or it was merged into another itself. */
export class NoMergeTarget extends InvalidInput {
  constructor() {
    super([{ pointer: '/intoId', code: 'organization/no-merge-target' }]);
  }
}

/** It is part of another one already. */
export class MergedAlready extends DomainError {
  constructor() {
    super('organization/merged-already', 'conflict', { detail: 'It was merged into another organization.' });
  }
}
