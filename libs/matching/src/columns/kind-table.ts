import type { MatchParty } from '../party.js';
import { clearBit, hasBit, setBit, wordsFor, type Bits } from './bitmaps.js';
import type { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import { Columns } from './columns.js';
import { LOOK, LOOK_AT } from './row-facts.js';

const FIRST_ROWS = 64;
const SHARE_OF_DEAD_ROWS = 0.25;
const FEWEST_DEAD_ROWS = 1024;

/**
 * Parties of one kind as columns of numbers: a row each, never changed. A changed party gets a new row and its old one
 * dies. Nothing of a party is lost that its score depends on.
 */
export class KindTable {
  columns: Columns;
  parties: (MatchParty | undefined)[] = [];
  /** Of each row, beside the parties: they lie far apart in memory. */
  ids: string[] = [];
  alive: Bits = new Uint32Array(wordsFor(FIRST_ROWS));
  private readonly rowById = new Map<string, number>();
  /** Rows by the organizations that their texts name, and what each row names. */
  private naming = new Map<number, number[]>();
  private capacity = FIRST_ROWS;
  private readonly hidden: number[] = [];

  constructor(
    private readonly codes: Codebook,
    parties: readonly MatchParty[] = [],
  ) {
    this.columns = new Columns(codes);
    this.fill(parties);
  }

  /** Parties that can be found. */
  get size(): number {
    return this.rowById.size;
  }

  /** Rows ever given, the dead ones included. */
  get rows(): number {
    return this.parties.length;
  }

  rowOf(id: string): number | undefined {
    return this.rowById.get(id);
  }

  /** The party in numbers as it stands here; undefined when it does not, or not exactly so. */
  codedParty(party: MatchParty): CodedParty | undefined {
    const row = this.rowById.get(party.id);
    return row !== undefined && this.parties[row] === party ? this.columns.read(row) : undefined;
  }

  /** Adds a party, or puts it in the place of the one with its id. */
  upsert(party: MatchParty): void {
    const coded = this.codes.code(party);
    this.remove(party.id);
    this.rowById.set(party.id, this.append(party, coded));
    this.compactIfWorthwhile();
  }

  /** The party is found no more; unknown ids are ignored. */
  remove(id: string): void {
    const row = this.rowById.get(id);
    if (row === undefined) return;
    clearBit(this.alive, row);
    this.parties[row] = undefined;
    this.rowById.delete(id);
  }

  /** Leaves a row out until `showAll`; answers whether it was to be found. */
  hide(row: number | undefined): boolean {
    if (row === undefined || !hasBit(this.alive, row)) return false;
    clearBit(this.alive, row);
    this.hidden.push(row);
    return true;
  }

  showAll(): void {
    for (const row of this.hidden) setBit(this.alive, row);
    this.hidden.length = 0;
  }

  /** Rows of these organizations, the dead ones included. */
  rowsOf(organizations: readonly number[]): number[] {
    const rows: number[] = [];
    const { look } = this.columns;
    for (let row = 0; row < this.rows; row += 1)
      if (organizations.includes(look[row * LOOK + LOOK_AT.organization]!)) rows.push(row);
    return rows;
  }

  /** Rows whose text names the organization, the dead ones included. */
  rowsNaming(organization: number): readonly number[] {
    return this.naming.get(organization) ?? [];
  }

  /** Bytes of the columns, without the parties themselves. */
  get bytes(): number {
    return this.columns.bytes + this.alive.byteLength;
  }

  private append(party: MatchParty, coded: CodedParty): number {
    const row = this.rows;
    if (row >= this.capacity) this.grow();
    this.columns.append(coded);
    this.parties.push(party);
    this.ids.push(party.id);
    for (const organization of this.codes.namedLists.of(coded.named)) {
      const rows = this.naming.get(organization);
      if (rows === undefined) this.naming.set(organization, [row]);
      else rows.push(row);
    }
    setBit(this.alive, row);
    return row;
  }

  private grow(): void {
    this.capacity *= 2;
    const words = wordsFor(this.capacity);
    const alive = new Uint32Array(words);
    alive.set(this.alive);
    this.alive = alive;
  }

  private fill(parties: readonly MatchParty[]): void {
    const { runs } = this.columns;
    const entries = inOrder(parties).map((party) => {
      const coded = this.codes.code(party);
      return { party, coded, rowClass: runs.classOf(coded) };
    });
    entries.sort(
      (a, b) => a.coded.gives - b.coded.gives || a.coded.wants - b.coded.wants || a.rowClass - b.rowClass,
    );
    for (const { party, coded } of entries) {
      this.remove(party.id);
      this.rowById.set(party.id, this.append(party, coded));
    }
  }

  /** Dead rows cost a little in every search, so they are dropped when they are many. */
  private compactIfWorthwhile(): void {
    const dead = this.rows - this.size;
    if (dead < FEWEST_DEAD_ROWS || dead < this.rows * SHARE_OF_DEAD_ROWS) return;
    const living = [...this.rowById.values()].map((row) => this.parties[row]!);
    this.columns = new Columns(this.codes);
    this.parties = [];
    this.ids = [];
    this.alive = new Uint32Array(wordsFor(FIRST_ROWS));
    this.capacity = FIRST_ROWS;
    this.naming = new Map();
    this.rowById.clear();
    this.fill(living);
  }
}

/**
 * Parties of one country and of the same languages stand together, so that a class of them is read from neighbouring
 * memory. The order is total: the index does not depend on the order it was given.
 */
function inOrder(parties: readonly MatchParty[]): MatchParty[] {
  const key = ({ country = '', city = '', languages, id }: MatchParty): string =>
    `${country}\0${[...languages].sort().join()}\0${city}\0${id}`;
  return parties
    .map((party) => ({ party, key: key(party) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ party }) => party);
}
