import { useCodeText, useText } from '../../i18n/use-text.js';
import type { Feature, Relation, RelationWeights, Side } from './weights-requests.js';

export const SIDES = ['demand', 'supply'] as const satisfies readonly Side[];
/** In the order in which they are shown. */
export const RELATIONS = ['trade', 'project', 'advice', 'partnership'] as const satisfies readonly Relation[];
/** What a side can judge by, what decides most first. */
export const FEATURES = [
  'themes_in_common',
  'offer_meets_need',
  'areas_covered',
  'markets_in_common',
  'place_sought',
  'language_shared',
  'sector_sought',
  'capacity_fits',
  'season_fits',
  'certificates_held',
  'addressed_to',
] as const satisfies readonly Feature[];

type Weights = RelationWeights['demand'];

/** How much a feature is of all that a side judges by, 0 to 1. */
export function shareOf(weights: Weights, code: Feature): number {
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  const own = weights.find((each) => each.code === code)?.weight ?? 0;
  return all === 0 ? 0 : own / all;
}

/** What a change moves: a feature of a side, or how much the side that asks decides. */
export interface MovedShare {
  readonly relation: Relation;
  readonly side: Side;
  /** Null for how much the side that asks decides. */
  readonly feature: Feature | null;
  readonly before: number;
  readonly after: number;
}

/** All shares that are not the same in both, as one reads the table of weights. */
export function movedShares(
  before: readonly RelationWeights[],
  after: readonly RelationWeights[],
): MovedShare[] {
  return after.flatMap((proposed) => {
    const { relation } = proposed;
    const used = before.find((each) => each.relation === relation);
    if (!used) return [];
    const moved: MovedShare[] = SIDES.flatMap((side) =>
      FEATURES.map((feature) => ({
        ...{ relation, side, feature },
        before: shareOf(used[side], feature),
        after: shareOf(proposed[side], feature),
      })),
    );
    moved.unshift({
      ...{ relation, side: 'demand', feature: null },
      before: used.demandShare,
      after: proposed.demandShare,
    });
    return moved.filter((each) => Math.abs(each.after - each.before) > 5e-4);
  });
}

/** The names of what weights are about. */
export function useWeightNames() {
  const text = useText();
  const codeText = useCodeText();
  const feature = (code: Feature): string => codeText('match.topic', code, 'learning.offers');
  const side = (relation: Relation, of: Side): string =>
    text('weights.side', {
      relation: text(`weights.relation.${relation}`),
      side: text(`weights.side.${of}`),
    });
  return { feature, side };
}
