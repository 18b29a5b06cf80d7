import { defineTransitions, InvalidInput } from '#libs/kernel';
import type { FeatureCode, MatchSpec, Relation } from '#libs/matching';

export const WEIGHTS_STATES = ['draft', 'live', 'retired', 'discarded'] as const;
export type WeightsState = (typeof WEIGHTS_STATES)[number];

export const weightsTransitions = defineTransitions<WeightsState, 'activate' | 'retire' | 'discard'>({
  feature: 'matching-weights',
  initial: 'draft',
  states: WEIGHTS_STATES,
  transitions: {
    activate: {
      from: ['draft', 'retired'],
      to: 'live',
      actor: 'an administrator of the secretariat',
      event: 'matching-weights.activated',
    },
    retire: { from: ['live'], to: 'retired', actor: 'who activates others' },
    discard: { from: ['draft'], to: 'discarded', actor: 'an administrator of the secretariat' },
  },
});

export const RELATIONS = ['trade', 'project', 'advice', 'partnership'] as const satisfies readonly Relation[];

type Weights = Readonly<Partial<Record<FeatureCode, number>>>;

/** What an administrator may change of one relation. */
export interface RelationWeights {
  readonly relation: Relation;
  /** How much the judgement of who asks weighs in the score, 0–1. */
  readonly demandShare: number;
  readonly demand: Weights;
  readonly supply: Weights;
}

/** How past answers stand by two sets of weights. */
export interface WeightsReplay {
  /** Answers that were computed again. */
  readonly answers: number;
  /** Pairs of an accepted and a refused match of one organization; only they tell an order. */
  readonly pairs: number;
  /** Share of those pairs in the right order, 0–1; 0.5 is chance, and what is said of none. */
  readonly before: number;
  readonly after: number;
}

export interface MatchingWeights {
  readonly id: string;
  readonly number: number;
  readonly state: WeightsState;
  readonly note: string;
  readonly spec: MatchSpec;
  readonly replay: WeightsReplay;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly activatedAt: Date | null;
  readonly version: number;
}

/** The weights of a specification, in the order in which they are shown. */
export function weightsIn(spec: MatchSpec): RelationWeights[] {
  return RELATIONS.map((relation) => ({ relation, ...spec.relations[relation] }));
}

/**
 * `base` with the weights of the relations that are named. Every other number stays.
 *
 * @throws InvalidInput when the weights of a side add up to nothing, or a relation is named twice
 */
export function specWith(base: MatchSpec, number: number, changed: readonly RelationWeights[]): MatchSpec {
  const errors = changed.flatMap(({ relation, demand, supply }, at) => [
    ...(changed.findIndex((other) => other.relation === relation) === at
      ? []
      : [{ pointer: `/relations/${at}/relation`, code: 'matching-weights/relation-twice' }]),
    ...(sumOf(demand) > 0
      ? []
      : [{ pointer: `/relations/${at}/demand`, code: 'matching-weights/no-weight' }]),
    ...(sumOf(supply) > 0
      ? []
      : [{ pointer: `/relations/${at}/supply`, code: 'matching-weights/no-weight' }]),
  ]);
  if (errors.length > 0) throw new InvalidInput(errors);
  const relations = { ...base.relations };
  for (const { relation, demandShare, demand, supply } of changed) {
    relations[relation] = { demandShare, demand, supply };
  }
  return { ...base, version: `w${number}`, relations };
}

/** Whether past answers stand at least as well by the new weights. */
export function holds({ before, after }: WeightsReplay): boolean {
  return after >= before;
}

function sumOf(weights: Weights): number {
  return Object.values(weights).reduce((sum, weight) => sum + weight, 0);
}
