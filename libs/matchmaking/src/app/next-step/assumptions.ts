import type { MatchParty, Weighted } from '#libs/matching';
import type { MatchedField, ProfileRecord } from '#libs/profiles';

/** A profile with one more field filled in, and what was assumed to stand there. */
export interface Assumption {
  readonly field: MatchedField;
  /** Codes, languages, months, or a number of guests. */
  readonly values: readonly (string | number)[];
  readonly profile: ProfileRecord;
}

type Wanted = (candidate: MatchParty) => readonly (string | number)[];

interface Rule {
  /** What a candidate would like to find in the field. */
  readonly wanted: Wanted;
  /** How many of the most frequent values are assumed. */
  readonly most: number;
}

const EVERY_MONTH = 12;
const MANY_THEMES = 3;
const SEVERAL = 2;

const idsOf = (concepts: readonly Weighted[] | undefined): string[] => (concepts ?? []).map(({ id }) => id);

/** Fields of which the candidates say what they would like. A text has no such value: nobody can guess its words. */
const RULES: Readonly<Partial<Record<MatchedField, Rule>>> = {
  themes: { wanted: ({ concepts }) => idsOf(concepts.themes), most: MANY_THEMES },
  offers: { wanted: ({ concepts }) => idsOf(concepts.seeks), most: SEVERAL },
  seeks: { wanted: ({ concepts }) => idsOf(concepts.offers), most: SEVERAL },
  markets: { wanted: ({ concepts }) => idsOf(concepts.markets), most: SEVERAL },
  consultingAreas: { wanted: ({ concepts }) => idsOf(concepts.areas), most: SEVERAL },
  sectors: { wanted: ({ sought }) => idsOf(sought?.sectors), most: 1 },
  languages: { wanted: ({ requiredLanguages, languages }) => requiredLanguages ?? languages, most: SEVERAL },
  operatingMonths: { wanted: ({ requiredMonths }) => requiredMonths ?? [], most: EVERY_MONTH },
  modes: { wanted: ({ requiredMode }) => (requiredMode === undefined ? [] : [requiredMode]), most: 1 },
  capacity: { wanted: ({ capacity }) => (capacity?.min ? [capacity.min] : []), most: 1 },
};

/**
 * `profile` with `field` holding what the candidates want most often. Undefined where nobody wants anything of it.
 * Deterministic: of values wanted as often, the smaller one stands first.
 */
export function assume(
  field: MatchedField,
  profile: ProfileRecord,
  candidates: readonly MatchParty[],
): Assumption | undefined {
  const rule = RULES[field];
  if (!rule) return undefined;
  const values = mostFrequent(candidates.flatMap(rule.wanted), rule.most);
  if (values.length === 0) return undefined;
  const filled = field === 'capacity' ? { ...profile.capacity, maxGroup: Number(values[0]) } : values;
  return { field, values, profile: { ...profile, [field]: filled } };
}

function mostFrequent(values: readonly (string | number)[], most: number): (string | number)[] {
  const counts = new Map<string | number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a, often], [b, oftener]) => oftener - often || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([value]) => value);
}
