import type { Budget, MatchParty } from '../party.js';
import { PARTY_KINDS } from '../party.js';
import { BitGroup, clearBit, setBit, wordsFor, type Bits } from './bitmaps.js';
import { Dictionary } from './dictionary.js';
import { LIST, LISTS, type Domain, type ListNumber } from './lists.js';
import { Pool } from './pool.js';
import { Scalars } from './scalars.js';

/** What is looked up by bitmap: lists by their number, and where a party is at home. */
const MARKED_LISTS: readonly ListNumber[] = [
  LIST.offers,
  LIST.themes,
  LIST.languages,
  LIST.requiredLanguages,
  LIST.soughtCountries,
  LIST.soughtCities,
];
const SMALLEST = 64;

/**
 * Parties as columns of numbers: a row each, never changed. A changed party gets a new row and its old one dies;
 * rows are given anew only by rebuilding. Nothing of a party is lost that its score depends on.
 */
export class PartyTable {
  readonly dictionaries: Readonly<Record<Domain, Dictionary>> = {
    concept: new Dictionary(),
    country: new Dictionary(),
    city: new Dictionary(),
    language: new Dictionary(),
    mode: new Dictionary(),
    organization: new Dictionary(),
  };
  readonly parties: (MatchParty | undefined)[] = [];
  readonly pool = new Pool(LISTS.length);
  readonly scalars = new Scalars();
  readonly budgets = new Map<number, Budget>();
  readonly marks: ReadonlyMap<ListNumber, BitGroup>;
  readonly countries = new BitGroup(wordsFor(SMALLEST));
  readonly cities = new BitGroup(wordsFor(SMALLEST));
  readonly kinds = new BitGroup(wordsFor(SMALLEST));
  alive: Bits = new Uint32Array(wordsFor(SMALLEST));
  /** Rows by the organization behind them, and by the organizations that their texts name. */
  private readonly owned = new Map<number, number[]>();
  private readonly naming = new Map<number, number[]>();
  private capacity = SMALLEST;

  constructor() {
    this.marks = new Map(MARKED_LISTS.map((list) => [list, new BitGroup(wordsFor(SMALLEST))]));
  }

  /** Rows ever given, the dead ones included. */
  get rows(): number {
    return this.parties.length;
  }

  get words(): number {
    return wordsFor(this.rows);
  }

  /** Adds a party and returns its row. */
  append(party: MatchParty): number {
    const lists = LISTS.map(({ domain, of }) =>
      of(party).map(({ id, weight }) => ({ code: this.dictionaries[domain].code(id), weight })),
    );
    const row = this.rows;
    // These two refuse what they cannot hold before anything is written.
    this.scalars.append(row, party, this.dictionaries);
    this.pool.append(lists);
    this.parties.push(party);
    if (row >= this.capacity) this.grow();
    if (party.budget !== undefined) this.budgets.set(row, party.budget);
    for (const [list, group] of this.marks) for (const { code } of lists[list] ?? []) group.mark(code, row);
    for (const { code } of lists[LIST.namedPlaces] ?? []) push(this.naming, code, row);
    this.markPlace(row);
    push(this.owned, this.scalars.organization[row]!, row);
    setBit(this.alive, row);
    return row;
  }

  /** The row is found no more, and its party not kept. */
  forget(row: number): void {
    clearBit(this.alive, row);
    this.parties[row] = undefined;
  }

  /** Takes the last row back as if it had never been, but for the names it brought. */
  dropLast(): void {
    const row = this.rows - 1;
    const party = this.parties.pop();
    if (party === undefined) return;
    const codesOf = (list: ListNumber): number[] => {
      const { domain, of } = LISTS[list]!;
      return of(party).map(({ id }) => this.dictionaries[domain].find(id));
    };
    for (const [list, group] of this.marks) for (const code of codesOf(list)) group.unmark(code, row);
    for (const code of codesOf(LIST.namedPlaces)) this.naming.get(code)?.pop();
    const { country, city, kind, organization } = this.scalars;
    this.countries.unmark(country[row]!, row);
    this.cities.unmark(city[row]!, row);
    this.kinds.unmark(kind[row]!, row);
    this.owned.get(organization[row]!)?.pop();
    this.budgets.delete(row);
    clearBit(this.alive, row);
    this.pool.dropLast();
  }

  rowsOf(organization: number): readonly number[] {
    return this.owned.get(organization) ?? [];
  }

  rowsNaming(organization: number): readonly number[] {
    return this.naming.get(organization) ?? [];
  }

  /** Bytes of the columns and bitmaps, without the parties themselves. */
  get bytes(): number {
    const groups = [...this.marks.values(), this.countries, this.cities, this.kinds];
    return groups.reduce((sum, group) => sum + group.bytes, this.pool.bytes + this.scalars.bytes);
  }

  private markPlace(row: number): void {
    const { country, city, kind } = this.scalars;
    if (country[row] !== 0) this.countries.mark(country[row]!, row);
    if (city[row] !== 0) this.cities.mark(city[row]!, row);
    this.kinds.mark(kind[row]!, row);
  }

  private grow(): void {
    this.capacity *= 2;
    const words = wordsFor(this.capacity);
    for (const group of [...this.marks.values(), this.countries, this.cities, this.kinds]) group.grow(words);
    const alive = new Uint32Array(words);
    alive.set(this.alive);
    this.alive = alive;
  }
}

export const kindCode = (kind: MatchParty['kind']): number => PARTY_KINDS.indexOf(kind);

function push(map: Map<number, number[]>, key: number, row: number): void {
  const rows = map.get(key);
  if (rows === undefined) map.set(key, [row]);
  else rows.push(row);
}
