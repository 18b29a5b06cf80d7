import type { Budget } from '../party.js';
import { restAfter, squared } from '../score/penalties.js';
import type { MatchSpec } from '../spec.js';
import type { Codebook } from './codebook.js';
import type { Place, SoughtPlaces, Wish } from './coded-party.js';
import type { Memo } from './memo.js';
import { servedBy, type Servants } from './spoken-languages.js';

/* The features and conditions that compare no concepts, in numbers; `features/` and `score/penalties.ts` explain them. */

/** What a judgement by one fact came to: its value 0..1, and what an unmet condition leaves of the score. */
export interface Verdict {
  readonly value: number;
  readonly left: number;
}

const NOTHING: Verdict = { value: 0, left: 1 };

const weightIn = (wishes: readonly Wish[], code: number): number | undefined =>
  code === 0 ? undefined : wishes.find((wish) => wish.code === code)?.weight;

export function judgePlace(sought: SoughtPlaces, place: Place, isAsk: boolean, spec: MatchSpec): Verdict {
  const { cities, countries } = sought;
  if (cities.length + countries.length === 0) return NOTHING;
  const inCity = weightIn(cities, place.city);
  const inCountry = weightIn(countries, place.country);
  const byCity = inCity ?? 0;
  const byCountry = (inCountry ?? 0) * spec.sameCountry;
  const isElsewhere = isAsk && place.country !== 0 && inCity === undefined && inCountry === undefined;
  return {
    value: byCity >= byCountry ? byCity : byCountry,
    left: isElsewhere ? restAfter(spec.penalties.place_elsewhere) : 1,
  };
}

/** `required` or, when none is, `wanted` languages, answered by the given ones. */
export function judgeLanguages(
  { languages }: Codebook,
  required: readonly number[],
  wanted: readonly number[],
  given: readonly number[],
  { penalties }: MatchSpec,
): Verdict {
  if (given.length === 0) return NOTHING;
  if (required.length === 0) {
    let best = 0;
    for (const language of wanted) best = Math.max(best, languages.best(language, given));
    return { value: best, left: 1 };
  }
  const value = languages.served(required, given) / required.length;
  return { value, left: leftBy(penalties.language_missing * squared(1 - value)) };
}

/** What languages a side looks for: those it requires, else those it wants. */
export interface LookedFor {
  readonly required: readonly number[];
  readonly wanted: readonly number[];
}

/** The same for the lists of languages from number `first` on, as far as bits can tell; `worth` counts `weight`. */
export function noteLanguages(
  memo: Memo,
  first: number,
  codes: Codebook,
  { required, wanted }: LookedFor,
  weight: number,
  spec: MatchSpec,
): void {
  const { languageLists, languageBits } = codes;
  const isRequired = required.length > 0;
  const penalty = isRequired ? spec.penalties.language_missing : 0;
  const servants = codes.languages.servants(isRequired ? required : wanted);
  memo.widen(languageLists.size);
  for (let list = first; list < languageLists.size; list += 1) {
    const bits = languageBits[list]!;
    if (servants === undefined) {
      const { value, left } = judgeLanguages(codes, required, wanted, languageLists.of(list), spec);
      memo.note(list, weight * value, left);
    } else if (bits === 0) memo.note(list, 0, 1);
    else {
      const value = isRequired ? servedInAll(bits, servants) / required.length : servedAtBest(bits, servants);
      memo.note(list, weight * value, leftBy(penalty * squared(1 - value)));
    }
  }
}

function servedInAll(bits: number, servants: readonly Servants[]): number {
  let sum = 0;
  for (const each of servants) sum += servedBy(bits, each);
  return sum;
}

function servedAtBest(bits: number, servants: readonly Servants[]): number {
  let best = 0;
  for (const each of servants) best = Math.max(best, servedBy(bits, each));
  return best;
}

export function judgeCertificates(
  needed: readonly number[],
  held: readonly number[],
  { penalties }: MatchSpec,
): Verdict {
  if (needed.length === 0) return NOTHING;
  let count = 0;
  for (const certificate of needed) if (held.includes(certificate)) count += 1;
  const missing = needed.length - count;
  return {
    value: count / needed.length,
    left: leftBy(penalties.certificate_missing * (missing / needed.length)),
  };
}

/** What a way of working that is required, and not among those stated, leaves. */
export const leftByMode = (required: number, modes: readonly number[], { penalties }: MatchSpec): number =>
  required === 0 || modes.length === 0 || modes.includes(required) ? 1 : restAfter(penalties.mode_missing);

export function leftByBudget(
  asks: Budget | undefined,
  gives: Budget | undefined,
  { penalties }: MatchSpec,
): number {
  const least = asks?.minMinor ?? 0;
  const most = gives?.maxMinor;
  if (least <= 0 || most === undefined || asks?.currency !== gives?.currency) return 1;
  return leftBy(penalties.budget_too_small * (1 - Math.min(1, Math.max(0, most) / least)));
}

export const leftBy = (share: number): number => (share > 0 ? restAfter(share) : 1);

export const capacityMet = (needed: number, available: number): number =>
  Math.min(1, Math.max(0, available) / needed);
