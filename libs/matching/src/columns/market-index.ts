import { PARTY_KINDS, type ConceptGraph, type MatchParty, type PartyKind } from '../party.js';
import { byScore, TopList } from '../rank/top-list.js';
import { isWorthShowing, DEFAULT_LIMIT, DEFAULT_MINIMUM } from '../rank/worth.js';
import { DEFAULT_SPEC, isDemand, type MatchSpec } from '../spec.js';
import { clearBit, eachInBoth, hasBit, intersection, type Bits } from './bitmaps.js';
import { boxesOf } from './boxes.js';
import { LIST } from './lists.js';
import { PartyTable, kindCode } from './party-table.js';
import { kindOf, RowScorer, settingOf, type Setting } from './row-scorer.js';

/** A candidate that the index found. */
export interface Found {
  readonly party: MatchParty;
  readonly id: string;
  /** That of `scorePair(subject, party)`, to the last digit. */
  readonly score: number;
}

export interface FindOptions {
  /** Kinds of the candidates; default all. */
  readonly kinds?: readonly PartyKind[];
  /** Most to return; default 20. */
  readonly limit?: number;
  /** Scores below it are not worth showing; default 0.2. A named city is shown all the same. */
  readonly minimum?: number;
  /** Candidates to leave out, by id. */
  readonly without?: ReadonlySet<string>;
}

/** What a search cost; the same input costs the same, always. */
export interface Counters {
  /** Classes of candidates that were looked into, of all there were. */
  readonly classesOpened: number;
  readonly classes: number;
  /** Candidates whose score was asked for, and those that got one (the others were clearly too low). */
  readonly rowsVisited: number;
  readonly rowsScored: number;
}

const SHARE_OF_DEAD_ROWS = 0.25;
const FEWEST_DEAD_ROWS = 1024;

/**
 * All parties of a market in columns. It finds for a subject exactly what comparing it with everybody would find, but
 * looks only at classes of candidates that could still enter the list: candidates are parted by bitmaps (languages,
 * place, shared themes, offered collaborations), each class has a bound, the best bound is opened first, and the rest
 * stays closed once the list is better than any bound left. A changed party is added anew and its old row dies.
 */
export class MarketIndex {
  private table = new PartyTable();
  private scorer: RowScorer;
  private readonly rowById = new Map<string, number>();
  private spent = { classesOpened: 0, classes: 0, rowsVisited: 0, rowsScored: 0 };

  constructor(
    parties: readonly MatchParty[],
    private readonly graph: ConceptGraph,
    private readonly spec: MatchSpec = DEFAULT_SPEC,
  ) {
    this.scorer = new RowScorer(this.table, spec, graph);
    this.fill(parties);
  }

  get size(): number {
    return this.rowById.size;
  }

  /** Bytes of the index itself; the parties belong to the caller. */
  get bytes(): number {
    return this.table.bytes;
  }

  /** What all searches since the last reset cost. */
  get counters(): Counters {
    return { ...this.spent };
  }

  resetCounters(): void {
    this.spent = { classesOpened: 0, classes: 0, rowsVisited: 0, rowsScored: 0 };
  }

  get(id: string): MatchParty | undefined {
    const row = this.rowById.get(id);
    return row === undefined ? undefined : this.table.parties[row];
  }

  /** Adds a party, or puts it in the place of the one with its id. */
  upsert(party: MatchParty): void {
    const row = this.table.append(party);
    this.remove(party.id);
    this.rowById.set(party.id, row);
    this.compactIfWorthwhile();
  }

  /** Unknown ids are ignored. */
  remove(id: string): void {
    const row = this.rowById.get(id);
    if (row === undefined) return;
    this.table.forget(row);
    this.rowById.delete(id);
  }

  /** The best candidates for a subject, best first; the subject need not be in the index itself. */
  find(subject: MatchParty, options: FindOptions = {}): Found[] {
    const { limit = DEFAULT_LIMIT, minimum = DEFAULT_MINIMUM, kinds } = options;
    const own = this.rowById.get(subject.id);
    const isIndexed = own !== undefined && this.table.parties[own] === subject;
    const row = isIndexed ? own : this.table.append(subject);
    this.scorer.prepare();
    const search: Search = { row, minimum, others: new TopList<Found>(limit), named: [] };
    for (const kind of kinds ?? PARTY_KINDS) this.findAmong(kind, search, options.without);
    if (!isIndexed) this.table.dropLast();
    const { named, others } = search;
    const room = Math.max(0, limit - named.length);
    return [...named, ...others.sorted().slice(0, room)].sort(byScore);
  }

  private findAmong(kind: PartyKind, search: Search, without: ReadonlySet<string> | undefined): void {
    const setting = settingOf(kindOf(this.table, search.row), kind, this.spec);
    const ofKind = this.table.kinds.of(kindCode(kind));
    if (setting === undefined || ofKind === undefined) return;
    const rows = intersection(ofKind, this.table.alive);
    clearBit(rows, search.row);
    for (const id of without ?? []) this.leaveOut(id, rows);
    this.openNamed(rows, search, setting);
    this.openClasses(rows, kind, search, setting);
  }

  private leaveOut(id: string, rows: Bits): void {
    const row = this.rowById.get(id);
    if (row !== undefined) clearBit(rows, row);
  }

  /** Those whom the subject's text names, and those who name it, are looked at in any case. */
  private openNamed(rows: Bits, search: Search, setting: Setting): void {
    const { table } = this;
    const judgement = this.scorer.prepared;
    const named = judgement.codesOf(LIST.namedPlaces, search.row).flatMap((code) => table.rowsOf(code));
    const naming = table.rowsNaming(table.scalars.organization[search.row]!);
    for (const row of new Set([...named, ...naming])) {
      if (!hasBit(rows, row)) continue;
      clearBit(rows, row);
      this.look(row, search, setting, Number.NEGATIVE_INFINITY);
    }
  }

  private openClasses(rows: Bits, kind: PartyKind, search: Search, setting: Setting): void {
    const { table, spec, scorer } = this;
    const boxes = boxesOf({
      table,
      judgement: scorer.prepared,
      subject: search.row,
      rows,
      setting,
      spec,
      candidatesAsk: isDemand(kind),
    });
    this.spent.classes += boxes.length;
    for (const box of boxes) {
      if (box.bound < this.least(search)) return;
      this.spent.classesOpened += 1;
      eachInBoth(box.conditions(), box.concepts(), (row) =>
        this.look(row, search, setting, this.least(search)),
      );
    }
  }

  private least({ others, minimum }: Search): number {
    return Math.max(minimum, others.least);
  }

  private look(row: number, search: Search, setting: Setting, least: number): void {
    const { scorer, spent } = this;
    spent.rowsVisited += 1;
    const score = scorer.score(search.row, row, setting, least);
    if (score < 0) return;
    spent.rowsScored += 1;
    if (!isWorthShowing({ ...scorer.verdict, score }, search.minimum)) return;
    const party = this.table.parties[row]!;
    const found = { party, id: party.id, score };
    if (scorer.verdict.isNamed) search.named.push(found);
    else search.others.offer(found);
  }

  private fill(parties: readonly MatchParty[]): void {
    for (const party of inOrder(parties)) {
      const row = this.table.append(party);
      this.remove(party.id);
      this.rowById.set(party.id, row);
    }
  }

  /** Dead rows cost a little in every search, so they are dropped when they are many. */
  private compactIfWorthwhile(): void {
    const dead = this.table.rows - this.size;
    if (dead < FEWEST_DEAD_ROWS || dead < this.table.rows * SHARE_OF_DEAD_ROWS) return;
    const living = [...this.rowById.values()].map((row) => this.table.parties[row]!);
    this.table = new PartyTable();
    this.scorer = new RowScorer(this.table, this.spec, this.graph);
    this.rowById.clear();
    this.fill(living);
  }
}

/**
 * Parties of one kind and place stand together, so that a class of them is read from neighbouring memory. The order
 * is total: the index does not depend on the order it was given.
 */
function inOrder(parties: readonly MatchParty[]): MatchParty[] {
  const key = ({ kind, country = '', city = '', id }: MatchParty): string =>
    `${kind}\0${country}\0${city}\0${id}`;
  return parties
    .map((party) => ({ party, key: key(party) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ party }) => party);
}

interface Search {
  readonly row: number;
  readonly minimum: number;
  readonly others: TopList<Found>;
  readonly named: Found[];
}
