import { ApiProperty } from '@nestjs/swagger';
import { type Actor, possibleVerbs } from '#libs/kernel';
import type { MatchReplay } from '../app/learning/match-replay.reader.js';
import {
  type MatchingRun,
  type MatchingRunState,
  matchingRunTransitions,
  RUN_REASONS,
  RUN_STATES,
  type RunReason,
} from '../domain/matching-run.js';

export class MatchingRunAbilitiesResponse {
  cancel: boolean;

  /** To be tried: only the last finished run can be taken back. */
  withdraw: boolean;
}

/** One comparison of everybody with everybody. */
export class MatchingRunResponse {
  id: string;

  /** Why: every night, on demand, for new words, for new weights, or to take back the one before. */
  @ApiProperty({ enum: RUN_REASONS })
  reason: RunReason;

  @ApiProperty({ enum: RUN_STATES })
  state: MatchingRunState;

  /** Whose lists are drawn anew. */
  @ApiProperty({ type: 'integer' })
  subjects: number;

  @ApiProperty({ type: 'integer' })
  shards: number;

  @ApiProperty({ type: 'integer' })
  shardsDone: number;

  /** Entries of all lists so far. */
  @ApiProperty({ type: 'integer' })
  listed: number;

  /** Of those, the ones that were not listed before. */
  @ApiProperty({ type: 'integer' })
  entered: number;

  /** Subjects that could not be compared; their lists stay as they were. */
  @ApiProperty({ type: 'integer' })
  failed: number;

  /** RFC 3339, UTC: when all its lists were drawn up together, to be written shard by shard; null before. */
  plannedAt: string | null;

  /** By which numbers and words. */
  specVersion: string;
  vocabularyVersion: string;

  /** SHA-256 over all lists; equal for equal input, however often the run was interrupted. Null until it is done. */
  resultHash: string | null;

  /** RFC 3339, UTC. */
  startedAt: string;
  endedAt: string | null;

  /** When it last got further; one that stands still waits for a worker and goes on where it stopped. RFC 3339, UTC. */
  movedAt: string;

  /** Also the ETag. */
  version: number;
  abilities: MatchingRunAbilitiesResponse;
}

export class MatchingRunPageResponse {
  items: MatchingRunResponse[];
  nextCursor: string | null;
}

/** A score, and what its inputs give when they are computed again. */
export class MatchReplayResponse {
  matchId: string;

  /** As it was shown, 0 to 1. */
  score: number;

  /** Computed again from what is kept; null where an input is not kept. */
  replayedScore: number | null;

  /** True when both are the same to the last digit. */
  same: boolean;
  specVersion: string;
  vocabularyVersion: string;

  /** RFC 3339, UTC. */
  computedAt: string;
}

export function toRunOfAllResponse(actor: Actor, run: MatchingRun): MatchingRunResponse {
  const { id, reason, state, subjects, shards, shardsDone, listed, entered, failed } = run;
  const { specVersion, vocabularyVersion, resultHash, startedAt, endedAt, movedAt, version } = run;
  const can = (verb: 'cancel' | 'withdraw'): boolean =>
    possibleVerbs(matchingRunTransitions, state).includes(verb) && actor.permissions.has('matching.manage');
  return {
    ...{ id, reason, state, subjects, shards, shardsDone, listed, entered, failed },
    ...{ specVersion, vocabularyVersion, resultHash, version },
    startedAt: startedAt.toISOString(),
    plannedAt: run.plannedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    movedAt: movedAt.toISOString(),
    abilities: { cancel: can('cancel'), withdraw: can('withdraw') },
  };
}

export function toReplayResponse(replay: MatchReplay): MatchReplayResponse {
  const { id, score, replayedScore, specVersion, vocabularyVersion, computedAt } = replay;
  return {
    matchId: id,
    score,
    replayedScore,
    same: score === replayedScore,
    specVersion,
    vocabularyVersion,
    computedAt: computedAt.toISOString(),
  };
}
