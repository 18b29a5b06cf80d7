import type { components } from '#libs/api-client';
import type { Feature, Relation, RelationWeights, Side } from './weights-requests.js';
import { FEATURES, RELATIONS, SIDES } from './weights.js';

type Draft = components['schemas']['DraftWeightsDto'];

/** As they are written in the fields; an empty one is nothing. */
export interface WrittenRelation {
  readonly demandShare: string;
  readonly demand: Readonly<Record<Feature, string>>;
  readonly supply: Readonly<Record<Feature, string>>;
}
export type WrittenWeights = Readonly<Record<Relation, WrittenRelation>>;

export interface WeightsFault {
  /** Id of the field. */
  readonly field: string;
  readonly code: 'note' | 'nothing' | 'number' | 'sum';
  readonly relation?: Relation;
  readonly side?: Side;
}

export const fieldOf = (relation: Relation, side: Side, feature: Feature): string =>
  `${relation}-${side}-${feature}`;
export const shareField = (relation: Relation): string => `${relation}-decides`;

const EMPTY = Object.fromEntries(FEATURES.map((feature) => [feature, ''])) as Record<Feature, string>;

/** The fields as the weights in use fill them. */
export function writtenWeights(relations: readonly RelationWeights[]): WrittenWeights {
  const written = (weights: RelationWeights['demand']) => ({
    ...EMPTY,
    ...Object.fromEntries(weights.map(({ code, weight }) => [code, String(weight)])),
  });
  return Object.fromEntries(
    relations.map(({ relation, demandShare, demand, supply }) => [
      relation,
      { demandShare: String(demandShare), demand: written(demand), supply: written(supply) },
    ]),
  ) as WrittenWeights;
}

/** Undefined when it is no number from 0 to 1. */
export function readWeight(written: string): number | undefined {
  if (written.trim() === '') return 0;
  const weight = Number(written.trim().replace(',', '.'));
  return weight >= 0 && weight <= 1 ? weight : undefined;
}

/** A side as the API has it; what counts nothing is left out. */
export function readSide(side: Readonly<Record<Feature, string>>): RelationWeights['demand'] {
  return FEATURES.flatMap((code) => {
    const weight = readWeight(side[code]) ?? 0;
    return weight > 0 ? [{ code, weight }] : [];
  });
}

export function readRelation(relation: Relation, written: WrittenRelation): RelationWeights {
  return {
    relation,
    demandShare: readWeight(written.demandShare) ?? 0,
    demand: readSide(written.demand),
    supply: readSide(written.supply),
  };
}

/** Relations that are written otherwise than they are in use. */
export function changedRelations(used: WrittenWeights, written: WrittenWeights): Relation[] {
  return RELATIONS.filter(
    (relation) =>
      JSON.stringify(readRelation(relation, used[relation])) !==
      JSON.stringify(readRelation(relation, written[relation])),
  );
}

/** The request that says what is written, or all that keeps it from being sent. */
export function readDraft(
  used: WrittenWeights,
  written: WrittenWeights,
  note: string,
): { draft: Draft } | { faults: WeightsFault[] } {
  const changed = changedRelations(used, written);
  const faults: WeightsFault[] = RELATIONS.flatMap((relation) => faultsOf(relation, written[relation]));
  if (changed.length === 0 && faults.length === 0) faults.push({ field: 'relation', code: 'nothing' });
  if (note.trim() === '') faults.push({ field: 'note', code: 'note' });
  if (faults.length > 0) return { faults };
  const relations = changed.map((relation) => readRelation(relation, written[relation]));
  return { draft: { note: note.trim(), relations } };
}

function faultsOf(relation: Relation, written: WrittenRelation): WeightsFault[] {
  const share = readWeight(written.demandShare);
  const isShare = share !== undefined && written.demandShare.trim() !== '';
  return [
    ...(isShare ? [] : [{ field: shareField(relation), code: 'number', relation } as const]),
    ...SIDES.flatMap((side): WeightsFault[] => {
      const wrong = FEATURES.filter((feature) => readWeight(written[side][feature]) === undefined);
      if (wrong.length > 0) {
        return wrong.map((feature) => ({
          ...{ field: fieldOf(relation, side, feature), relation, side },
          code: 'number' as const,
        }));
      }
      if (readSide(written[side]).length > 0) return [];
      return [{ field: fieldOf(relation, side, FEATURES[0]), code: 'sum' as const, relation, side }];
    }),
  ];
}
