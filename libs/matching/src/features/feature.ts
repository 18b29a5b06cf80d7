import type { ConceptGraph, MatchParty } from '../party.js';
import type { Facts } from '../reasons.js';
import type { FeatureCode, MatchSpec } from '../spec.js';

/** Seen from one side: what the seeker wants and what the giver has. */
export interface View {
  readonly seeker: MatchParty;
  readonly giver: MatchParty;
  readonly graph: ConceptGraph;
  readonly spec: MatchSpec;
}

/** The answer of one feature. `ours` are the seeker's facts. */
export interface Finding {
  readonly code: FeatureCode;
  /** 0..1. */
  readonly value: number;
  readonly facts: Facts;
}

/** A fact that is missing, and on which side. */
export interface NotStated {
  readonly side: 'seeker' | 'giver';
  readonly what: string;
}

/** A feature answers, says what is missing, or is silent because nobody asked. */
export type FeatureResult = Finding | NotStated | undefined;

export type Feature = (view: View) => FeatureResult;

export const isFinding = (result: FeatureResult): result is Finding =>
  result !== undefined && 'code' in result;
