import { FEATURE_CODES, type FeatureCode, type FeatureWeights } from '../spec.js';
import type { Matrix } from './closeness-matrix.js';
import { LIST, LISTS, type ListNumber } from './lists.js';
import type { PartyTable } from './party-table.js';
import { PARTY_KINDS } from '../party.js';
import { IS_STATED } from './scalars.js';

/** Answers of a feature that are no value: nobody asked, or a side has not stated it. */
const NOT_ASKED = -1;
const NOT_STATED = -2;

const CODE = Object.fromEntries(FEATURE_CODES.map((code, at) => [code, at])) as Readonly<
  Record<FeatureCode, number>
>;
const REQUEST = PARTY_KINDS.indexOf('consulting_request');
const PROPOSAL = PARTY_KINDS.indexOf('proposal');
const CITY = PARTY_KINDS.indexOf('city');
const ALL_MONTHS = 12;
const MONTHS = ~IS_STATED;

export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The weights of one side as numbers, in the order of `FEATURE_CODES`. */
export const weightsOf = (weights: FeatureWeights): Float64Array =>
  Float64Array.from(FEATURE_CODES, (code) => weights[code] ?? 0);

/**
 * What one row thinks of another: `judge` of `score/judgement.ts` in numbers, the same operations in the same order,
 * so that both give the same double. Holds the columns of one table for the length of one query.
 */
export class RowJudgement {
  /** Features whose value was above 0 in the last judgement, as bits in the order of `FEATURE_CODES`. */
  positive = 0;
  private readonly codes: Uint32Array;
  private readonly weightCodes: Uint8Array;
  private readonly weights: Float64Array;
  private readonly starts: Uint32Array;
  private readonly ends: Uint16Array;
  private readonly values = new Float64Array(FEATURE_CODES.length);

  constructor(
    private readonly table: PartyTable,
    readonly concepts: Matrix,
    private readonly languages: Matrix,
    private readonly sameCountry: number,
    private readonly enoughStated: number,
  ) {
    ({ codes: this.codes, weightCodes: this.weightCodes, weights: this.weights } = table.pool);
    ({ starts: this.starts, ends: this.ends } = table.pool);
  }

  /** 0..1, or NaN where nothing could be compared. `mirrored`: the giver's concepts are the ones looked up again and again. */
  judge(seeker: number, giver: number, asked: Float64Array, mirrored: boolean): number {
    const { values } = this;
    let total = 0;
    let stated = 0;
    for (let code = 0; code < asked.length; code += 1) {
      const weight = asked[code]!;
      const value = weight > 0 ? this.feature(code, seeker, giver, mirrored) : NOT_ASKED;
      values[code] = value;
      if (value === NOT_ASKED) continue;
      total += weight;
      if (value !== NOT_STATED) stated += weight;
    }
    const denominator = Math.max(stated, total * this.enoughStated);
    let sum = 0;
    this.positive = 0;
    let isStated = false;
    for (let code = 0; code < asked.length; code += 1) {
      const value = values[code]!;
      if (value < 0) continue;
      isStated = true;
      sum += (asked[code]! * value) / denominator;
      if (value > 0) this.positive |= 1 << code;
    }
    return isStated ? sum : NaN;
  }

  private feature(code: number, seeker: number, giver: number, mirrored: boolean): number {
    switch (code) {
      case CODE.offer_meets_need:
        return this.cover(LIST.seeks, seeker, LIST.offers, giver, mirrored);
      case CODE.themes_in_common:
        return this.cover(LIST.themes, seeker, LIST.themes, giver, mirrored);
      case CODE.markets_in_common:
        return this.cover(LIST.markets, seeker, LIST.markets, giver, mirrored);
      case CODE.sector_sought:
        return this.lengthOf(LIST.soughtSectors, seeker) === 0
          ? NOT_ASKED
          : this.cover(LIST.soughtSectors, seeker, LIST.sectors, giver, mirrored);
      case CODE.areas_covered:
        return this.table.scalars.kind[seeker] === REQUEST
          ? this.cover(LIST.areas, seeker, LIST.areas, giver, mirrored)
          : NOT_ASKED;
      case CODE.place_sought:
        return this.place(seeker, giver);
      case CODE.language_shared:
        return this.language(seeker, giver);
      default:
        return this.condition(code, seeker, giver);
    }
  }

  private condition(code: number, seeker: number, giver: number): number {
    const { capacityMin, capacityMax, kind } = this.table.scalars;
    switch (code) {
      case CODE.capacity_fits: {
        const needed = capacityMin[seeker]!;
        if (!(needed > 0)) return NOT_ASKED;
        const available = capacityMax[giver]!;
        return Number.isNaN(available) ? NOT_STATED : Math.min(1, Math.max(0, available) / needed);
      }
      case CODE.season_fits:
        return this.season(seeker, giver);
      case CODE.certificates_held:
        return this.certificates(seeker, giver);
      default: {
        const kinds = [kind[seeker], kind[giver]];
        return kinds.includes(PROPOSAL) && kinds.includes(CITY) ? 1 : NOT_ASKED;
      }
    }
  }

  private begin(list: ListNumber, row: number): number {
    const at = row * LISTS.length + list;
    return this.starts[row]! + (list === 0 ? 0 : this.ends[at - 1]!);
  }

  private end(list: ListNumber, row: number): number {
    return this.starts[row]! + this.ends[row * LISTS.length + list]!;
  }

  private lengthOf(list: ListNumber, row: number): number {
    return this.end(list, row) - this.begin(list, row);
  }

  private cover(
    wanted: ListNumber,
    seeker: number,
    given: ListNumber,
    giver: number,
    mirrored: boolean,
  ): number {
    const { codes, weightCodes, weights } = this;
    const { width } = this.concepts;
    const from = this.begin(wanted, seeker);
    const to = this.end(wanted, seeker);
    const first = this.begin(given, giver);
    const last = this.end(given, giver);
    if (from === to || first === last) return NOT_STATED;
    const worth = mirrored ? this.concepts.mirrored : this.concepts.values;
    let met = 0;
    let total = 0;
    for (let w = from; w < to; w += 1) {
      const weight = weights[weightCodes[w]!]!;
      const wantedCode = codes[w]!;
      let best = 0;
      for (let g = first; g < last; g += 1) {
        const at = mirrored ? codes[g]! * width + wantedCode : wantedCode * width + codes[g]!;
        const strength = worth[at]! * weights[weightCodes[g]!]!;
        if (strength > best) best = strength;
      }
      total += weight;
      if (best > 0) met += weight * best;
    }
    return total === 0 ? 0 : Math.min(1, met / total);
  }

  private place(seeker: number, giver: number): number {
    const { country, city } = this.table.scalars;
    if (this.lengthOf(LIST.soughtCities, seeker) + this.lengthOf(LIST.soughtCountries, seeker) === 0)
      return NOT_ASKED;
    if (city[giver] === 0 && country[giver] === 0) return NOT_STATED;
    const byCity = this.weightOf(LIST.soughtCities, seeker, city[giver]!);
    const byCountry = this.weightOf(LIST.soughtCountries, seeker, country[giver]!) * this.sameCountry;
    return byCity >= byCountry ? byCity : byCountry;
  }

  /** The weight of the first entry with this code; 0 when there is none. */
  weightOf(list: ListNumber, row: number, code: number): number {
    if (code === 0) return 0;
    for (let at = this.begin(list, row); at < this.end(list, row); at += 1)
      if (this.codes[at] === code) return this.weights[this.weightCodes[at]!]!;
    return 0;
  }

  has(list: ListNumber, row: number, code: number): boolean {
    for (let at = this.begin(list, row); at < this.end(list, row); at += 1)
      if (this.codes[at] === code) return true;
    return false;
  }

  private language(seeker: number, giver: number): number {
    const required = this.lengthOf(LIST.requiredLanguages, seeker);
    const wanted = required > 0 ? LIST.requiredLanguages : LIST.languages;
    if (this.lengthOf(wanted, seeker) === 0 || this.lengthOf(LIST.languages, giver) === 0) return NOT_STATED;
    return required > 0
      ? this.servedSum(seeker, giver, wanted) / required
      : this.servedBest(seeker, giver, wanted);
  }

  /** How many of the required languages are served, halves counted; NaN when none is required or none stated. */
  servedRequired(seeker: number, giver: number): number {
    const required = this.lengthOf(LIST.requiredLanguages, seeker);
    if (required === 0 || this.lengthOf(LIST.languages, giver) === 0) return NaN;
    return this.servedSum(seeker, giver, LIST.requiredLanguages) / required;
  }

  private servedSum(seeker: number, giver: number, wanted: ListNumber): number {
    let sum = 0;
    for (let at = this.begin(wanted, seeker); at < this.end(wanted, seeker); at += 1)
      sum += this.served(this.codes[at]!, giver);
    return sum;
  }

  private servedBest(seeker: number, giver: number, wanted: ListNumber): number {
    let best = 0;
    for (let at = this.begin(wanted, seeker); at < this.end(wanted, seeker); at += 1)
      best = Math.max(best, this.served(this.codes[at]!, giver));
    return best;
  }

  /** How well a language serves where another one is wanted, 0..1. */
  serves(wanted: number, given: number): number {
    return this.languages.values[wanted * this.languages.width + given]!;
  }

  private served(language: number, giver: number): number {
    let best = 0;
    for (let at = this.begin(LIST.languages, giver); at < this.end(LIST.languages, giver); at += 1)
      best = Math.max(best, this.serves(language, this.codes[at]!));
    return best;
  }

  private season(seeker: number, giver: number): number {
    const { months, requiredMonths } = this.table.scalars;
    const needed = requiredMonths[seeker]!;
    const count = countBits(needed);
    if (count === 0 || count === ALL_MONTHS) return NOT_ASKED;
    if (months[giver] === 0) return NOT_STATED;
    return countBits(needed & months[giver]! & MONTHS) / count;
  }

  private certificates(seeker: number, giver: number): number {
    const count = this.lengthOf(LIST.requiredCertifications, seeker);
    return count === 0 ? NOT_ASKED : this.held(seeker, giver) / count;
  }

  /** How many of the required certificates the giver holds. */
  held(seeker: number, giver: number): number {
    let held = 0;
    for (
      let at = this.begin(LIST.requiredCertifications, seeker);
      at < this.end(LIST.requiredCertifications, seeker);
      at += 1
    )
      if (this.has(LIST.certifications, giver, this.codes[at]!)) held += 1;
    return held;
  }

  codesOf(list: ListNumber, row: number): number[] {
    return this.entriesOf(list, row).map(({ code }) => code);
  }

  entriesOf(list: ListNumber, row: number): { code: number; weight: number }[] {
    const entries: { code: number; weight: number }[] = [];
    for (let at = this.begin(list, row); at < this.end(list, row); at += 1)
      entries.push({ code: this.codes[at]!, weight: this.weights[this.weightCodes[at]!]! });
    return entries;
  }

  /** How many entries a list of a row has. */
  count(list: ListNumber, row: number): number {
    return this.lengthOf(list, row);
  }
}
