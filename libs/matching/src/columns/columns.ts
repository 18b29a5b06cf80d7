import { Answers } from './answers.js';
import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import { beginOf, LISTS, type RowLists } from './lists.js';
import { DESK } from './concept-sums.js';
import { RowBytes } from './row-bytes.js';
import { FACT_AT, FACTS, LOOK, LOOK_AT } from './row-facts.js';
import { Runs } from './runs.js';
import { StatedAnswers } from './stated-answers.js';

const FIRST_ROWS = 64;
const FIRST_WORDS = 1024;
/** So many stand in what memory brings at once. */
const WORDS_IN_LINE = 16;

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
  readonly bytesOfRows = new RowBytes(DESK);
  readonly answers: Answers;
  readonly stated: StatedAnswers;
  look = words(FIRST_ROWS * LOOK);
  facts = words(FIRST_ROWS * FACTS);
  capacityMin = doubles(FIRST_ROWS);
  /** Where a row's lists begin in `lists`. */
  begins = words(FIRST_ROWS);
  /** Of each row: where each of its lists ends, and then the mentions of all its lists. */
  lists = words(FIRST_WORDS);
  rows = 0;
  private used = 0;
  private fetched = 0;

  constructor(private readonly codes: Codebook) {
    this.runs = new Runs(codes);
    this.answers = new Answers(codes, this, this.bytesOfRows);
    this.stated = new StatedAnswers(codes, this, this.bytesOfRows);
  }

  get bytes(): number {
    const inRows = this.rows * (LOOK * 4 + FACTS * 4 + 8 + 4) + this.used * 4;
    return inRows + this.bytesOfRows.bytesOf(this.rows) + this.runs.bytes;
  }

  append(party: CodedParty): void {
    this.bytesOfRows.ensure(this.rows + 1);
    if (this.rows >= this.begins.length) this.grow();
    this.writeFacts(party);
    this.writeLists(party.lists);
    this.runs.append(this.look[this.rows * LOOK + LOOK_AT.class]!);
    this.rows += 1;
    this.answers.append(this.rows - 1);
    this.stated.append(this.rows - 1);
  }

  /** A row as it was written. */
  read(row: number): CodedParty {
    const { codes, runs } = this;
    const look = (name: keyof typeof LOOK_AT): number => this.look[row * LOOK + LOOK_AT[name]]!;
    const fact = (name: keyof typeof FACT_AT): number => this.facts[row * FACTS + FACT_AT[name]]!;
    return {
      kind: fact('kind'),
      organization: look('organization'),
      from: fact('from'),
      to: fact('to'),
      place: look('place'),
      sought: look('sought'),
      languages: look('languages'),
      requiredLanguages: look('requiredLanguages'),
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
      gives: runs.givesOf(look('class')),
      wants: runs.wantsOf(look('class')),
      lists: LISTS.map((_, list) => this.readList(row, list)),
      named: fact('named'),
    };
  }

  /**
   * Reads something of everything that scores of these `rows` will read: memory brings many in the time of one, if all
   * are asked for before the first is needed.
   */
  fetch(rows: Uint32Array, count: number): void {
    const { begins, lists, facts } = this;
    let read = 0;
    for (let each = 0; each < count; each += 1) {
      const row = rows[each]!;
      const begin = begins[row]!;
      read ^= lists[begin]! ^ lists[begin + WORDS_IN_LINE]! ^ facts[row * FACTS]!;
    }
    this.fetched = read;
  }

  private readList(row: number, list: number): readonly number[] {
    const { lists } = this;
    const begin = this.begins[row]!;
    const mentions: number[] = [];
    for (let at = beginOf(lists, begin, list); at < lists[begin + list]!; at += 1) mentions.push(lists[at]!);
    return mentions;
  }

  private writeFacts(party: CodedParty): void {
    const { place, capacity, season, sought, languages, requiredLanguages, organization } = party;
    const rowClass = this.runs.classOf(party);
    this.look.set(
      [place, capacity, season, sought, languages, requiredLanguages, rowClass, organization],
      this.rows * LOOK,
    );
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
