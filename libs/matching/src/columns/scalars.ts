import { PARTY_KINDS, type MatchParty } from '../party.js';
import type { Dictionary } from './dictionary.js';
import type { Domain } from './lists.js';

const SMALLEST = 64;
/** Set beside the months, so that "open never" differs from "not stated". */
export const IS_STATED = 1;

/** A date `YYYY-MM-DD` as the number YYYYMMDD: the same order. */
function dayNumber(date: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) throw new RangeError(`Not a date: ${date}`);
  return Number(date.replaceAll('-', ''));
}

/** Months 1..12 as bits 1..12. */
function monthBits(months: readonly number[] | undefined): number {
  return (months ?? []).reduce((bits, month) => bits | (1 << month), 0);
}

/** The single values of every row. 0 (capacities: NaN) means "not stated". */
export class Scalars {
  kind = new Uint8Array(SMALLEST);
  organization = new Uint32Array(SMALLEST);
  country = new Uint16Array(SMALLEST);
  city = new Uint32Array(SMALLEST);
  capacityMax = new Float64Array(SMALLEST);
  capacityMin = new Float64Array(SMALLEST);
  months = new Uint16Array(SMALLEST);
  requiredMonths = new Uint16Array(SMALLEST);
  requiredMode = new Uint16Array(SMALLEST);
  /** 1 when the party says how it works, even if it says "not at all". */
  hasModes = new Uint8Array(SMALLEST);
  from = new Uint32Array(SMALLEST);
  to = new Uint32Array(SMALLEST);
  private rows = 0;

  get bytes(): number {
    return this.rows * (1 + 4 + 2 + 4 + 8 + 8 + 2 + 2 + 2 + 1 + 4 + 4);
  }

  append(row: number, party: MatchParty, dictionaries: Readonly<Record<Domain, Dictionary>>): void {
    const { period } = party;
    const [from, to] = period === undefined ? [0, 0] : [dayNumber(period.from), dayNumber(period.to)];
    if (row >= this.kind.length) this.grow();
    this.rows = row + 1;
    this.kind[row] = PARTY_KINDS.indexOf(party.kind);
    this.organization[row] = dictionaries.organization.code(party.organizationId);
    this.country[row] = party.country === undefined ? 0 : dictionaries.country.code(party.country);
    this.city[row] = party.city === undefined ? 0 : dictionaries.city.code(party.city);
    this.capacityMax[row] = party.capacity?.max ?? NaN;
    this.capacityMin[row] = party.capacity?.min ?? 0;
    this.months[row] = party.months === undefined ? 0 : monthBits(party.months) | IS_STATED;
    this.requiredMonths[row] = monthBits(party.requiredMonths);
    this.requiredMode[row] =
      party.requiredMode === undefined ? 0 : dictionaries.mode.code(party.requiredMode);
    this.hasModes[row] = party.modes === undefined ? 0 : 1;
    this.from[row] = from;
    this.to[row] = to;
  }

  private grow(): void {
    const size = this.kind.length * 2;
    const into = <A extends { set(values: A): void }>(wider: A, values: A): A => {
      wider.set(values);
      return wider;
    };
    this.kind = into(new Uint8Array(size), this.kind);
    this.organization = into(new Uint32Array(size), this.organization);
    this.country = into(new Uint16Array(size), this.country);
    this.city = into(new Uint32Array(size), this.city);
    this.capacityMax = into(new Float64Array(size), this.capacityMax);
    this.capacityMin = into(new Float64Array(size), this.capacityMin);
    this.months = into(new Uint16Array(size), this.months);
    this.requiredMonths = into(new Uint16Array(size), this.requiredMonths);
    this.requiredMode = into(new Uint16Array(size), this.requiredMode);
    this.hasModes = into(new Uint8Array(size), this.hasModes);
    this.from = into(new Uint32Array(size), this.from);
    this.to = into(new Uint32Array(size), this.to);
  }
}
