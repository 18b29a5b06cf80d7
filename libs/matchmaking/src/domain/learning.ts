import type { DismissalReason } from '#libs/contracts';
import type { Corrections, FeatureCode } from '#libs/matching';

export type AnswerKind = 'accept' | 'decline' | 'ignore';

/** What answers have taught of one organization. */
export interface OrganizationLearning {
  readonly organizationId: string;
  readonly corrections: Corrections;
  /** How many of its answers have been folded in since it was last reset. */
  readonly answers: number;
  readonly learnedAt: Date | null;
  readonly resetAt: Date | null;
  readonly version: number;
}

/** Nothing was learnt yet. */
export function unlearned(organizationId: string): OrganizationLearning {
  return { organizationId, corrections: {}, answers: 0, learnedAt: null, resetAt: null, version: 0 };
}

/** Which feature a reason names; the others name none. */
const NAMED_FEATURE: Readonly<Partial<Record<DismissalReason, FeatureCode>>> = {
  'not-our-field': 'themes_in_common',
  'wrong-region': 'place_sought',
  'wrong-time': 'season_fits',
  'no-capacity': 'capacity_fits',
};

export function featureNamedBy(reason: string | null): FeatureCode | undefined {
  return reason === null ? undefined : NAMED_FEATURE[reason as DismissalReason];
}

/** Shown so often and untouched for so many days, a match counts as ignored. */
export const IGNORED = { times: 3, days: 14 } as const;
