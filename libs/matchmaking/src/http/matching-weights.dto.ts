import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNumber,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { type Actor, possibleVerbs } from '#libs/kernel';
import { type FeatureCode, type Relation, REASON_CODES } from '#libs/matching';
import { IsWritten } from '#libs/platform/fields';
import type { WeightsInUse } from '../app/weights/weights.reader.js';
import {
  type MatchingWeights,
  RELATIONS,
  type RelationWeights,
  WEIGHTS_STATES,
  weightsIn,
  type WeightsState,
  weightsTransitions,
} from '../domain/matching-weights.js';

const FEATURES = REASON_CODES.filter((code): code is FeatureCode => code !== 'named_in_text');
const MAX_NOTE = 1_000;

export class FeatureWeightDto {
  @IsIn(FEATURES)
  @ApiProperty({ enum: FEATURES, example: 'themes_in_common' })
  code: FeatureCode;

  /**
   * 0 to 1; what a side's weights add up to decides how much each of them is of it.
   * @example 0.34
   */
  @IsNumber()
  @Min(0)
  @Max(1)
  weight: number;
}

export class RelationWeightsDto {
  @IsIn(RELATIONS)
  @ApiProperty({ enum: RELATIONS, example: 'trade' })
  relation: Relation;

  /**
   * How much the judgement of who asks weighs in the score, 0 to 1.
   * @example 0.7
   */
  @IsNumber()
  @Min(0)
  @Max(1)
  demandShare: number;

  /** By what who asks judges. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(FEATURES.length)
  @ValidateNested({ each: true })
  @Type(() => FeatureWeightDto)
  demand: FeatureWeightDto[];

  /** By what who answers judges. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(FEATURES.length)
  @ValidateNested({ each: true })
  @Type(() => FeatureWeightDto)
  supply: FeatureWeightDto[];
}

export class DraftWeightsDto {
  /**
   * Why they are changed.
   * @example "Themes decide too much between cities."
   */
  @IsWritten(1, MAX_NOTE)
  note: string;

  /** The relations whose weights change; the others stay as they are in use. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(RELATIONS.length)
  @ValidateNested({ each: true })
  @Type(() => RelationWeightsDto)
  relations: RelationWeightsDto[];
}

export class FeatureWeightResponse {
  @ApiProperty({ enum: FEATURES })
  code: FeatureCode;
  weight: number;
}

export class RelationWeightsResponse {
  @ApiProperty({ enum: RELATIONS })
  relation: Relation;

  /** How much the judgement of who asks weighs in the score, 0 to 1. */
  demandShare: number;
  demand: FeatureWeightResponse[];
  supply: FeatureWeightResponse[];
}

/** How past answers stand by the weights in use and by these. */
export class WeightsReplayResponse {
  /** Answers that were computed again. */
  @ApiProperty({ type: 'integer' })
  answers: number;

  /** Pairs of an accepted and a refused match of one organization. */
  @ApiProperty({ type: 'integer' })
  pairs: number;

  /** Share of those pairs in the right order, 0 to 1; 0.5 where there is none. */
  before: number;
  after: number;
}

/** What the reader may do with weights now. */
export class WeightsAbilitiesResponse {
  activate: boolean;
  discard: boolean;
}

export class MatchingWeightsResponse {
  id: string;

  /** Counts from 1; 0 are the weights TTN came with. */
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ enum: WEIGHTS_STATES })
  state: WeightsState;
  note: string;
  relations: RelationWeightsResponse[];
  replay: WeightsReplayResponse;

  /** RFC 3339, UTC. */
  createdAt: string;

  /** When they were last put to use; null when never. */
  activatedAt: string | null;

  /** Also the ETag. */
  version: number;
  abilities: WeightsAbilitiesResponse;
}

/** The weights everybody is compared by. */
export class WeightsInUseResponse {
  /** 0 are the weights TTN came with. */
  @ApiProperty({ type: 'integer' })
  number: number;
  relations: RelationWeightsResponse[];
}

export class MatchingWeightsPageResponse {
  items: MatchingWeightsResponse[];
  nextCursor: string | null;
  inUse: WeightsInUseResponse;
}

/** Of a code that is named twice, the last counts. */
export function toRelationWeights({
  relation,
  demandShare,
  demand,
  supply,
}: RelationWeightsDto): RelationWeights {
  const of = (side: readonly FeatureWeightDto[]): RelationWeights['demand'] =>
    Object.fromEntries(side.map(({ code, weight }) => [code, weight]));
  return { relation, demandShare, demand: of(demand), supply: of(supply) };
}

export function toWeightsResponse(actor: Actor, weights: MatchingWeights): MatchingWeightsResponse {
  const { id, number, state, note, spec, replay, version } = weights;
  const verbs = possibleVerbs(weightsTransitions, state);
  const can = (verb: 'activate' | 'discard'): boolean =>
    verbs.includes(verb) && actor.permissions.has('matching.manage');
  return {
    id,
    number,
    state,
    note,
    relations: weightsIn(spec).map(toRelationResponse),
    replay: { ...replay },
    createdAt: weights.createdAt.toISOString(),
    activatedAt: weights.activatedAt?.toISOString() ?? null,
    version,
    abilities: { activate: can('activate'), discard: can('discard') },
  };
}

export function toInUseResponse({ number, relations }: WeightsInUse): WeightsInUseResponse {
  return { number, relations: relations.map(toRelationResponse) };
}

function toRelationResponse({
  relation,
  demandShare,
  demand,
  supply,
}: RelationWeights): RelationWeightsResponse {
  const of = (side: RelationWeights['demand']): FeatureWeightResponse[] =>
    FEATURES.flatMap((code) => (side[code] === undefined ? [] : [{ code, weight: side[code] }]));
  return { relation, demandShare, demand: of(demand), supply: of(supply) };
}
