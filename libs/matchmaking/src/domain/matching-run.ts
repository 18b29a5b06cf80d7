import type { MatchSubject } from '#libs/contracts';
import { defineTransitions } from '#libs/kernel';

export const RUN_STATES = ['running', 'finished', 'cancelled', 'withdrawn'] as const;
export type MatchingRunState = (typeof RUN_STATES)[number];

/** Why everybody is compared again. */
export const RUN_REASONS = ['nightly', 'asked', 'vocabulary', 'weights', 'rollback'] as const;
export type RunReason = (typeof RUN_REASONS)[number];

export const matchingRunTransitions = defineTransitions<MatchingRunState, 'finish' | 'cancel' | 'withdraw'>({
  feature: 'matching-run',
  initial: 'running',
  states: RUN_STATES,
  transitions: {
    finish: {
      from: ['running'],
      to: 'finished',
      actor: 'the matching worker',
      event: 'matching-run.finished',
    },
    cancel: { from: ['running'], to: 'cancelled', actor: 'an administrator of the secretariat' },
    withdraw: {
      from: ['finished'],
      to: 'withdrawn',
      actor: 'an administrator of the secretariat',
      event: 'matching-run.withdrawn',
    },
  },
});

/** Subjects of one shard: as many as are compared and written at once. */
export const SHARD_SIZE = 250;

/** Results of so many finished runs are kept. */
export const RUNS_KEPT = 2;

export interface MatchingRun {
  readonly id: string;
  readonly reason: RunReason;
  readonly state: MatchingRunState;
  /** The administrator who asked for it. */
  readonly askedBy: string | null;
  readonly subjects: number;
  readonly shards: number;
  readonly shardsDone: number;
  /** Entries of all lists so far, and those that were not listed before. */
  readonly listed: number;
  readonly entered: number;
  /** Subjects that could not be compared; their lists stay as they were. */
  readonly failed: number;
  readonly specVersion: string;
  readonly vocabularyVersion: string;
  /** SHA-256 over all lists in their order; equal for equal input, however often the run was interrupted. */
  readonly resultHash: string | null;
  readonly startedAt: Date;
  /** When all its lists were drawn up; null before. */
  readonly plannedAt: Date | null;
  readonly endedAt: Date | null;
  /** When it last got further: began, did a shard, or ended. */
  readonly movedAt: Date;
  readonly version: number;
}

/** A part of a run that is done at once, or not at all. */
export interface MatchingShard {
  readonly number: number;
  readonly subjects: readonly (readonly [type: MatchSubject, id: string])[];
}

/** Cuts subjects into shards; what is cut in the same order gives the same shards. */
export function shardsOf(subjects: readonly (readonly [type: MatchSubject, id: string])[]): MatchingShard[] {
  const count = Math.ceil(subjects.length / SHARD_SIZE);
  return Array.from({ length: count }, (_, number) => ({
    number,
    subjects: subjects.slice(number * SHARD_SIZE, (number + 1) * SHARD_SIZE),
  }));
}
