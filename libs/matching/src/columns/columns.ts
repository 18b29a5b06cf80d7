import type { CodedParty } from './codebook.js';
import { LISTS } from './lists.js';

const FIRST_ROWS = 64;
const FIRST_ENTRIES = 1024;

function doubled<A extends Uint32Array | Uint16Array | Float64Array>(values: A, make: (length: number) => A): A {
  const twice = make(values.length * 2);
  twice.set(values);
  return twice;
}

const words = (length: number): Uint32Array => new Uint32Array(length);
const halves = (length: number): Uint16Array => new Uint16Array(length);
const doubles = (length: number): Float64Array => new Float64Array(length);

/** What is known of each row, as typed columns; see `CodedParty`. */
export class Columns {
  organization = words(FIRST_ROWS);
  from = words(FIRST_ROWS);
  to = words(FIRST_ROWS);
  place = words(FIRST_ROWS);
  sought = words(FIRST_ROWS);
  languages = words(FIRST_ROWS);
  requiredLanguages = words(FIRST_ROWS);
  certificates = words(FIRST_ROWS);
  requiredCertificates = words(FIRST_ROWS);
  modes = words(FIRST_ROWS);
  requiredMode = words(FIRST_ROWS);
  budget = words(FIRST_ROWS);
  months = halves(FIRST_ROWS);
  requiredMonths = halves(FIRST_ROWS);
  gives = halves(FIRST_ROWS);
  wants = halves(FIRST_ROWS);
  capacityMax = doubles(FIRST_ROWS);
  capacityMin = doubles(FIRST_ROWS);
  /** The mentions of all rows, one after the other. */
  entries = words(FIRST_ENTRIES);
  /** Where each list of a row begins in `entries`, and at the end of all where the last one ends: `row · lists + list`. */
  begins = words(FIRST_ROWS * LISTS.length + 1);
  rows = 0;
  private used = 0;

  get bytes(): number {
    return this.rows * (12 * 4 + 4 * 2 + 2 * 8 + LISTS.length * 4) + this.used * 4;
  }

  append(party: CodedParty): void {
    if (this.rows >= this.from.length) this.growRows();
    this.writeFacts(this.rows, party);
    this.writeLists(this.rows, party.lists);
    this.rows += 1;
  }

  private writeFacts(row: number, party: CodedParty): void {
    this.organization[row] = party.organization;
    this.from[row] = party.from;
    this.to[row] = party.to;
    this.place[row] = party.place;
    this.sought[row] = party.sought;
    this.languages[row] = party.languages;
    this.requiredLanguages[row] = party.requiredLanguages;
    this.certificates[row] = party.certificates;
    this.requiredCertificates[row] = party.requiredCertificates;
    this.modes[row] = party.modes;
    this.requiredMode[row] = party.requiredMode;
    this.budget[row] = party.budget;
    this.months[row] = party.months;
    this.requiredMonths[row] = party.requiredMonths;
    this.gives[row] = party.gives;
    this.wants[row] = party.wants;
    this.capacityMax[row] = party.capacityMax;
    this.capacityMin[row] = party.capacityMin;
  }

  private writeLists(row: number, lists: readonly (readonly number[])[]): void {
    for (const [number, list] of lists.entries()) {
      while (this.used + list.length > this.entries.length) this.entries = doubled(this.entries, words);
      for (const mention of list) {
        this.entries[this.used] = mention;
        this.used += 1;
      }
      this.begins[row * LISTS.length + number + 1] = this.used;
    }
  }

  private growRows(): void {
    this.organization = doubled(this.organization, words);
    this.from = doubled(this.from, words);
    this.to = doubled(this.to, words);
    this.place = doubled(this.place, words);
    this.sought = doubled(this.sought, words);
    this.languages = doubled(this.languages, words);
    this.requiredLanguages = doubled(this.requiredLanguages, words);
    this.certificates = doubled(this.certificates, words);
    this.requiredCertificates = doubled(this.requiredCertificates, words);
    this.modes = doubled(this.modes, words);
    this.requiredMode = doubled(this.requiredMode, words);
    this.budget = doubled(this.budget, words);
    this.months = doubled(this.months, halves);
    this.requiredMonths = doubled(this.requiredMonths, halves);
    this.gives = doubled(this.gives, halves);
    this.wants = doubled(this.wants, halves);
    this.capacityMax = doubled(this.capacityMax, doubles);
    this.capacityMin = doubled(this.capacityMin, doubles);
    this.begins = doubled(this.begins, words);
  }
}
