import type { Weighted } from './party.js';
import type { ReasonCode } from './spec.js';

/** One compared fact. `label` stays empty here: whoever renders it knows the reader's language. */
export interface Fact {
  /** What kind of fact: `offer`, `seek`, `theme`, `sector`, `market`, `area`, `language`, `country`, `city`, … */
  readonly type: string;
  readonly value: string | number;
  readonly label?: string;
  /** The party's own words, in their language. */
  readonly quote?: string;
  readonly language?: string;
}

export interface Facts {
  /** Facts of the left party. */
  readonly ours: readonly Fact[];
  /** Facts of the right party. */
  readonly theirs: readonly Fact[];
}

/** A term of the score. Reasons add, unmet conditions subtract (their contribution is negative). */
export interface Reason {
  readonly code: ReasonCode;
  readonly contribution: number;
  readonly facts: Facts;
}

export const conceptFact = (type: string, concept: Weighted): Fact => {
  const { quote, language } = concept.evidence ?? {};
  return {
    type,
    value: concept.id,
    ...(quote === undefined ? {} : { quote }),
    ...(language === undefined ? {} : { language }),
  };
};

export const fact = (type: string, value: string | number): Fact => ({ type, value });

/** Seen from the other side. */
export const swapFacts = (facts: Facts): Facts => ({ ours: facts.theirs, theirs: facts.ours });
