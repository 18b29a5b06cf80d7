import type { FieldError } from '#libs/kernel';
import type { Call } from './call.js';
import { isSame } from './call-content.js';
import type { CallContent, StageContent } from './call-terms.js';

/** Terms that reviewers already work by. */
const FIXED_IN_REVIEW = ['criteria', 'quorum', 'spreadLimit', 'conflictRule', 'isBlind'] as const;

/**
 * What of a published call may not change any more: a stage that opened keeps its beginning, one that is over all of
 * it; the rules of review stand once reviewing has begun; and who wrote for a blind round stays unseen.
 */
export function checkChange(
  call: Pick<Call, 'state' | 'content'>,
  after: CallContent,
  now: Date,
): FieldError[] {
  const before = call.content;
  const isReviewed = call.state === 'reviewing';
  const fixed = FIXED_IN_REVIEW.filter((field) => isReviewed && !isSame(before[field], after[field]));
  const isUnmasked = before.isBlind && !after.isBlind && before.stages.some((stage) => hasOpened(stage, now));
  return [
    ...checkStagesKept(before.stages, after.stages, now),
    ...fixed.map((field) => ({ pointer: `/${field}`, code: 'call/fixed-in-review' })),
    ...(isUnmasked && !isReviewed ? [{ pointer: '/isBlind', code: 'call/stays-blind' }] : []),
  ];
}

function checkStagesKept(
  before: readonly StageContent[],
  after: readonly StageContent[],
  now: Date,
): FieldError[] {
  return before.flatMap((stage) => {
    if (!hasOpened(stage, now)) return [];
    const place = after.findIndex(({ key }) => key === stage.key);
    const kept = after[place];
    if (!kept) return [{ pointer: '/stages', code: 'call/stage-has-opened' }];
    if (isOver(stage, now)) {
      return isSame(kept, stage) ? [] : [{ pointer: `/stages/${place}`, code: 'call/stage-is-over' }];
    }
    return kept.opensAt === stage.opensAt
      ? []
      : [{ pointer: `/stages/${place}/opensAt`, code: 'call/stage-has-opened' }];
  });
}

function hasOpened({ opensAt }: StageContent, now: Date): boolean {
  return opensAt !== null && Date.parse(opensAt) <= now.getTime();
}

export function isOver({ closesAt }: StageContent, now: Date): boolean {
  return closesAt !== null && Date.parse(closesAt) <= now.getTime();
}
