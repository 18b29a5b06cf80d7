import { PARTY_KINDS, type PartyKind } from '../party.js';
import { sidesOf } from '../score/sides.js';
import { FEATURE_CODES, isDemand, relationOf, type FeatureWeights, type MatchSpec } from '../spec.js';
import { askedBetween } from './statements.js';

/** How a subject of one kind and candidates of another judge each other. */
export interface Setting {
  /** By `FEATURE_CODES`. */
  readonly subjectWeights: Float64Array;
  readonly candidateWeights: Float64Array;
  readonly subjectShare: number;
  readonly candidateShare: number;
  /** Features that are asked whatever the parties state, as bits. */
  readonly subjectAsks: number;
  readonly candidateAsks: number;
  /** Candidates are asks: where they want their counterpart is a condition. */
  readonly candidatesAreAsks: boolean;
  readonly subjectIsAsk: boolean;
  /** How far the subject's text lifts a candidate it names, and the reverse. */
  readonly subjectNames: number;
  readonly candidateNames: number;
  /** One of the two is an organization, so a name in a text means it. */
  readonly meansOrganization: boolean;
}

const weightsOf = (weights: FeatureWeights): Float64Array =>
  Float64Array.from(FEATURE_CODES, (code) => weights[code] ?? 0);

/** Undefined when the two kinds have nothing to say to each other. */
export function settingOf(subject: PartyKind, candidate: PartyKind, spec: MatchSpec): Setting | undefined {
  const relation = relationOf(subject, candidate);
  if (relation === undefined) return undefined;
  const { left, right } = sidesOf(subject, candidate, relation, spec);
  const { organization, published } = spec.namedLift;
  const [ours, theirs] = [PARTY_KINDS.indexOf(subject), PARTY_KINDS.indexOf(candidate)];
  return {
    subjectWeights: weightsOf(left.weights),
    candidateWeights: weightsOf(right.weights),
    subjectShare: left.share,
    candidateShare: right.share,
    subjectAsks: askedBetween(ours, theirs),
    candidateAsks: askedBetween(theirs, ours),
    candidatesAreAsks: isDemand(candidate),
    subjectIsAsk: isDemand(subject),
    subjectNames: isDemand(candidate) ? published : organization,
    candidateNames: isDemand(subject) ? published : organization,
    meansOrganization: !isDemand(subject) || !isDemand(candidate),
  };
}
