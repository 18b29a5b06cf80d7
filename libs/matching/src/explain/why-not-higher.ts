import { DEFAULT_SPEC, type MatchSpec } from '../spec.js';
import type { ConceptGraph, MatchParty, Weighted } from '../party.js';
import { scorePair, type Fit } from '../score/score-pair.js';
import { suppose, type Supposition } from './suppose.js';

/** Something that would raise a score, and by how much: found by scoring the pair again as if it were so. */
export interface Improvement {
  /** Who would have to be or say so. */
  readonly side: 'ours' | 'theirs';
  /** One fact, or several of a kind that only count together (all months of a season). */
  readonly facts: readonly Supposition[];
  /** By how much the score would rise, above 0. */
  readonly gain: number;
  readonly score: number;
  readonly fit: Fit;
}

/** Smaller gains are noise to a reader. */
const LEAST_GAIN = 0.005;

const single = (facts: readonly Supposition[]): Supposition[][] => facts.map((fact) => [fact]);
const missing = <Value>(wanted: readonly Value[], has: readonly Value[]): Value[] =>
  wanted.filter((value) => !has.includes(value));
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

/** What a party could state so that it answers the other one better; several facts where only all of them count. */
function answersTo(asker: MatchParty, answerer: MatchParty): Supposition[][] {
  return [
    ...conditionsMet(asker, answerer),
    ...atLeast('capacity', asker.capacity?.min, answerer.capacity?.max),
    ...atLeast('budget', asker.budget?.minMinor, answerer.budget?.maxMinor),
    ...conceptsShared(asker, answerer),
  ];
}

function conditionsMet(asker: MatchParty, answerer: MatchParty): Supposition[][] {
  const { requiredLanguages = [], requiredMonths = [], requiredCertifications = [], requiredMode } = asker;
  const languages = requiredLanguages.length > 0 ? requiredLanguages : asker.languages;
  const modes = requiredMode === undefined ? [] : [requiredMode];
  const held = ids(answerer.concepts.certifications);
  const months = missing(requiredMonths, answerer.months ?? []);
  return [
    ...single(missing(languages, answerer.languages).map((value) => ({ kind: 'language', value }))),
    ...(months.length === 0 ? [] : [months.map((value): Supposition => ({ kind: 'month', value }))]),
    ...single(missing(modes, answerer.modes ?? []).map((value) => ({ kind: 'mode', value }))),
    ...single(missing(requiredCertifications, held).map((value) => ({ kind: 'certification', value }))),
  ];
}

function atLeast(kind: 'capacity' | 'budget', needed = 0, available = 0): Supposition[][] {
  return needed > available ? [[{ kind, value: needed }]] : [];
}

function conceptsShared(asker: MatchParty, { concepts }: MatchParty): Supposition[][] {
  const wanted = asker.concepts;
  const lacking = (
    kind: 'offer' | 'theme' | 'market' | 'area' | 'sector',
    wishes: readonly Weighted[],
    has: readonly Weighted[],
  ): Supposition[][] => single(certainlyMissing(wishes, has).map((value) => ({ kind, value })));
  return [
    ...lacking('offer', wanted.seeks, concepts.offers),
    ...lacking('theme', wanted.themes, concepts.themes),
    ...lacking('market', wanted.markets, concepts.markets),
    ...lacking('area', wanted.areas, concepts.areas),
    ...lacking('sector', asker.sought?.sectors ?? [], concepts.sectors),
  ];
}

/** Wanted, and not stated outright: what was only read between the lines would count more if it were declared. */
function certainlyMissing(wanted: readonly Weighted[], has: readonly Weighted[]): string[] {
  return missing(ids(wanted), ids(has.filter(({ weight }) => weight >= 1)));
}

/**
 * Why a score is not higher: every fact that either side could add, tried one after the other by scoring the pair
 * again, the greatest gain first. Where a party is cannot be changed and is not tried. Empty for a pair that cannot be.
 */
export function whyNotHigher(
  left: MatchParty,
  right: MatchParty,
  graph: ConceptGraph,
  spec: MatchSpec = DEFAULT_SPEC,
): Improvement[] {
  const now = scorePair(left, right, graph, spec);
  if (now.excluded !== undefined) return [];
  const tried = [
    ...answersTo(right, left).map((facts) => ({ side: 'ours' as const, facts })),
    ...answersTo(left, right).map((facts) => ({ side: 'theirs' as const, facts })),
  ].map(({ side, facts }) => {
    const then =
      side === 'ours'
        ? scorePair(suppose(left, ...facts), right, graph, spec)
        : scorePair(left, suppose(right, ...facts), graph, spec);
    return { side, facts, gain: then.score - now.score, score: then.score, fit: then.fit };
  });
  const key = ({ side, facts }: Improvement): string => JSON.stringify([side, facts]);
  return tried
    .filter(({ gain }) => gain >= LEAST_GAIN)
    .sort((a, b) => b.gain - a.gain || (key(a) < key(b) ? -1 : 1));
}
