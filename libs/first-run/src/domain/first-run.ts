import { defineTransitions } from '#libs/kernel';

/** You · organization · goals · languages and hours. */
export const FIRST_RUN_STEPS = 4;

export const FIRST_RUN_STATES = ['open', 'finished'] as const;
export type FirstRunState = (typeof FIRST_RUN_STATES)[number];

/** Answers may change as long as it is open; each step can be skipped, so it can be finished from any. */
export const firstRunTransitions = defineTransitions<FirstRunState, 'keep' | 'finish'>({
  feature: 'first-run',
  initial: 'open',
  states: FIRST_RUN_STATES,
  transitions: {
    keep: { from: ['open'], to: 'open', actor: 'the person' },
    finish: { from: ['open'], to: 'finished', actor: 'the person' },
  },
});

/** What was answered so far, as it was typed; what is absent was not asked yet. */
export interface FirstRunAnswers {
  readonly displayName?: string;
  readonly summary?: string;
  /** Taxonomy codes. */
  readonly sectors?: readonly string[];
  readonly themes?: readonly string[];
  readonly seeks?: readonly string[];
  readonly seekText?: string;
  /** BCP 47. */
  readonly languages?: readonly string[];
  /** IANA. */
  readonly timeZone?: string;
  /** `09:00`, by the wall clock of the time zone. */
  readonly worksFrom?: string;
  readonly worksUntil?: string;
}

export interface FirstRun {
  readonly step: number;
  readonly answers: FirstRunAnswers;
  readonly state: FirstRunState;
  /** 0 before it began. */
  readonly version: number;
}

/** The first run of a person who never began one. */
export const NOT_BEGUN: FirstRun = { step: 1, answers: {}, state: 'open', version: 0 };
