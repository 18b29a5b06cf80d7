import { Answers } from './answers.js';
import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import { beginOf, LISTS, type RowLists } from './lists.js';
import { CLASS_AT, RUN_AT, Runs } from './runs.js';

const FIRST_ROWS = 64;
const FIRST_WORDS = 1024;

/** What a first look at a row reads, side by side: `row · LOOK + …`. */
export const LOOK = 4;
export const LOOK_AT = { place: 0, capacity: 1, season: 2, sought: 3 } as const;

/** What else is known of a row: `row · FACTS + …`. */
export const FACTS = 11;
export const FACT_AT = {
  organization: 0,
  from: 1,
  to: 2,
  requiredMonths: 3,
  certificates: 4,
  requiredCertificates: 5,
  modes: 6,
  requiredMode: 7,
  budget: 8,
  kind: 9,
  named: 10,
} as const;

const words = (length: number): Uint32Array => new Uint32Array(length);
const doubles = (length: number): Float64Array => new Float64Array(length);

function doubled<A extends Uint32Array | Float64Array>(values: A, make: (length: number) => A): A {
  const twice = make(values.length * 2);
  twice.set(values);
  return twice;
}

/** The rows of one table as typed columns, what is read together standing together; see `CodedParty`. */
export class Columns implements RowLists {
  readonly runs: Runs;
  readonly answers: Answers;
  look = words(FIRST_ROWS * LOOK);
  facts = words(FIRST_ROWS * FACTS);
  capacityMin = doubles(FIRST_ROWS);
  /** Where a row's lists begin in `lists`. */
  begins = words(FIRST_ROWS);
  /** Of each row: where each of its lists ends, and then the mentions of all its lists. */
  lists = words(FIRST_WORDS);
  rows = 0;
  private used = 0;

  constructor(private readonly codes: Codebook) {
    this.runs = new Runs(codes);
    this.answers = new Answers(codes, this);
  }

  get bytes(): number {
    const inRows = this.rows * (LOOK * 4 + FACTS * 4 + 8 + 4) + this.used * 4;
    return inRows + this.answers.bytes + this.runs.bytes;
  }

  append(party: CodedParty): void {
    if (this.rows >= this.begins.length) this.grow();
    this.writeFacts(party);
    this.writeLists(party.lists);
    this.runs.append(party);
    this.rows += 1;
    this.answers.append(this.rows - 1);
  }

  /** A row as it was written. */
  read(row: number): CodedParty {
    const { codes, runs } = this;
    const look = (name: keyof typeof LOOK_AT): number => this.look[row * LOOK + LOOK_AT[name]]!;
    const fact = (name: keyof typeof FACT_AT): number => this.facts[row * FACTS + FACT_AT[name]]!;
    return {
      kind: fact('kind'),
      organization: fact('organization'),
      from: fact('from'),
      to: fact('to'),
      place: look('place'),
      sought: look('sought'),
      languages: runs.factOf(row, RUN_AT.languages),
      requiredLanguages: runs.factOf(row, RUN_AT.requiredLanguages),
      certificates: fact('certificates'),
      requiredCertificates: fact('requiredCertificates'),
      modes: fact('modes'),
      requiredMode: fact('requiredMode'),
      months: codes.seasons.of(look('season')),
      requiredMonths: fact('requiredMonths'),
      season: look('season'),
      capacityMax: codes.capacities.of(look('capacity')),
      capacity: look('capacity'),
      capacityMin: this.capacityMin[row]!,
      budget: fact('budget'),
      gives: runs.classFactOf(row, CLASS_AT.gives),
      wants: runs.classFactOf(row, CLASS_AT.wants),
      lists: LISTS.map((_, list) => this.readList(row, list)),
      named: fact('named'),
    };
  }

  private readList(row: number, list: number): readonly number[] {
    const { lists } = this;
    const begin = this.begins[row]!;
    return [...lists.subarray(beginOf(lists, begin, list), lists[begin + list])];
  }

  private writeFacts(party: CodedParty): void {
    const { place, capacity, season, sought } = party;
    this.look.set([place, capacity, season, sought], this.rows * LOOK);
    const facts = Object.keys(FACT_AT) as (keyof typeof FACT_AT)[];
    for (const fact of facts) this.facts[this.rows * FACTS + FACT_AT[fact]] = party[fact];
    this.capacityMin[this.rows] = party.capacityMin;
  }

  private writeLists(lists: readonly (readonly number[])[]): void {
    const begin = this.used;
    const length = lists.reduce((sum, list) => sum + list.length, LISTS.length);
    while (begin + length > this.lists.length) this.lists = doubled(this.lists, words);
    this.begins[this.rows] = begin;
    let at = begin + LISTS.length;
    for (const [number, list] of lists.entries()) {
      this.lists.set(list, at);
      at += list.length;
      this.lists[begin + number] = at;
    }
    this.used = at;
  }

  private grow(): void {
    this.look = doubled(this.look, words);
    this.facts = doubled(this.facts, words);
    this.capacityMin = doubled(this.capacityMin, doubles);
    this.begins = doubled(this.begins, words);
  }
}
