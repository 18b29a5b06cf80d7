import { PARTY_KINDS, type ConceptGraph, type MatchParty, type PartyKind } from '../party.js';
import { sortByScore } from '../rank/top-list.js';
import { isWorthShowing, DEFAULT_LIMIT, DEFAULT_MINIMUM } from '../rank/worth.js';
import { DEFAULT_SPEC, type MatchSpec } from '../spec.js';
import { Codebook } from './codebook.js';
import type { CodedParty } from './coded-party.js';
import { KindTable } from './kind-table.js';
import { Largest } from './largest.js';
import { RowScorer } from './row-scorer.js';
import { settingOf, type Setting } from './settings.js';
import { SLACK } from './slack.js';

/** A candidate that the index found. */
export interface Found {
  readonly party: MatchParty;
  readonly id: string;
  /** That of `scorePair(subject, party)`, to the last digit. */
  readonly score: number;
  /** One of the two is an organization that the other one's text names: found whatever the limit. */
  readonly isNamed: boolean;
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
  /** Answers of candidates to a concept that were added up. */
  readonly answers: number;
  /** Candidates whose promise was worked out by a look at their facts; sums left no hope for the others. */
  readonly rowsSeen: number;
  /** Candidates that were scored exactly, and those whose score was high enough to be offered. */
  readonly rowsJudged: number;
  readonly rowsScored: number;
}

interface Search {
  readonly subject: CodedParty;
  readonly table: KindTable;
  readonly minimum: number;
  /** The scores of the best. */
  readonly best: Largest;
  /** Who may be among them, and who is named. */
  readonly others: Found[];
  readonly named: Found[];
}

/** At least so many of the last changes are known by name. */
const REMEMBERED = 64;

const NOTHING_SPENT = { answers: 0, rowsSeen: 0, rowsJudged: 0, rowsScored: 0 };

/**
 * All parties of a market in columns. It finds for a subject exactly what comparing it with everybody would find, but scores
 * only those who could still enter the list: what they answer is added up many at a time, which bounds every score from
 * above, and the best by that bound come first.
 */
export class MarketIndex {
  private readonly codes: Codebook;
  private readonly scorer: RowScorer;
  private readonly tables: ReadonlyMap<PartyKind, KindTable>;
  private readonly settings: ReadonlyMap<string, Setting | undefined>;
  private spent = { ...NOTHING_SPENT };
  private changes = 0;
  /** Ids of the last that changed, the latest at the end. */
  private readonly changed: string[] = [];

  constructor(parties: readonly MatchParty[], graph: ConceptGraph, spec: MatchSpec = DEFAULT_SPEC) {
    this.settings = new Map(
      PARTY_KINDS.flatMap((subject) =>
        PARTY_KINDS.map((kind) => [`${subject} ${kind}`, settingOf(subject, kind, spec)] as const),
      ),
    );
    this.codes = new Codebook(graph, spec);
    this.scorer = new RowScorer(this.codes, spec);
    const latest = new Map(parties.map((party) => [party.id, party]));
    const byKind = new Map<PartyKind, MatchParty[]>(PARTY_KINDS.map((kind) => [kind, []]));
    for (const party of latest.values()) byKind.get(party.kind)!.push(party);
    this.tables = new Map(PARTY_KINDS.map((kind) => [kind, new KindTable(this.codes, byKind.get(kind))]));
  }

  get size(): number {
    return this.sum(({ size }) => size);
  }

  /** Bytes of the index itself; the parties belong to the caller. */
  get bytes(): number {
    return this.sum(({ bytes }) => bytes);
  }

  /** What all searches since the last reset cost. */
  get counters(): Counters {
    return { ...this.spent };
  }

  resetCounters(): void {
    this.spent = { ...NOTHING_SPENT };
  }

  get(id: string): MatchParty | undefined {
    for (const table of this.tables.values()) {
      const row = table.rowOf(id);
      if (row !== undefined) return table.parties[row];
    }
    return undefined;
  }

  /** Adds a party, or puts it in the place of the one with its id. */
  upsert(party: MatchParty): void {
    this.note(party.id);
    for (const [kind, table] of this.tables) if (kind !== party.kind) table.remove(party.id);
    this.tables.get(party.kind)!.upsert(party);
  }

  /** Unknown ids are ignored. */
  remove(id: string): void {
    this.note(id);
    for (const table of this.tables.values()) table.remove(id);
  }

  /** How often it has changed. */
  get revision(): number {
    return this.changes;
  }

  /** Ids that were put in, replaced or removed since a revision; undefined when there were more than `most`. */
  changedSince(revision: number, most: number): ReadonlySet<string> | undefined {
    const count = this.changes - revision;
    if (count > Math.min(most, this.changed.length)) return undefined;
    return new Set(count === 0 ? [] : this.changed.slice(-count));
  }

  /** The best candidates for a subject, best first; the subject need not be in the index itself. */
  find(party: MatchParty, options: FindOptions = {}): Found[] {
    const { limit = DEFAULT_LIMIT, minimum = DEFAULT_MINIMUM, kinds = PARTY_KINDS } = options;
    const subject = this.tables.get(party.kind)!.codedParty(party) ?? this.codes.code(party);
    const found = { best: new Largest(limit), others: [], named: [] };
    for (const kind of new Set(kinds)) {
      const table = this.tables.get(kind)!;
      const setting = table.size === 0 ? undefined : this.settings.get(`${party.kind} ${kind}`);
      if (setting === undefined) continue;
      table.hide(table.rowOf(party.id));
      for (const id of options.without ?? []) table.hide(table.rowOf(id));
      try {
        this.scorer.fill(subject, table, setting);
        const search = { subject, table, minimum, ...found };
        this.judgeNamed(search);
        this.judgePromising(limit, search);
      } finally {
        table.showAll();
      }
    }
    return bestOf(found, limit);
  }

  /** Those whom the subject's text names, and those who name it, are looked at in any case. */
  private judgeNamed(search: Search): void {
    const { subject, table } = search;
    const named = subject.named === 0 ? [] : table.rowsOf(this.codes.namedLists.of(subject.named));
    const naming = table.rowsNaming(subject.organization);
    for (const row of [...named, ...naming]) {
      if (!table.hide(row)) continue;
      this.spent.rowsJudged += 1;
      this.scorer.compareOne(row);
      const score = this.scorer.scoreNamed(0, named.includes(row), naming.includes(row));
      if (score >= 0) this.take(row, score, search);
    }
  }

  /** Who promises most is scored first; once the list is better than what others promise, those are left alone. */
  private judgePromising(limit: number, search: Search): void {
    const { promises } = this.scorer;
    const { alive } = search.table;
    promises.collect(alive, limit, least(search));
    const { floor, likely } = promises;
    this.judge(likely, Number.POSITIVE_INFINITY, search);
    this.judge(Number.NEGATIVE_INFINITY, likely, search);
    if (least(search) < floor) {
      // The best by promise were not that good after all: the others get their turn.
      promises.collect(alive, 0, least(search));
      this.judge(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, search);
    }
    this.spent.rowsSeen += promises.looks;
    this.spent.answers += this.scorer.answersAdded;
  }

  /** Scores the collected who promise at least `from`, but less than `below`. */
  private judge(from: number, below: number, search: Search): void {
    const { scorer } = this;
    const { table } = search;
    const count = scorer.promises.choose(Math.max(from, least(search) - SLACK), below, scorer.values);
    const { rows, most } = scorer.values;
    table.columns.fetch(rows, count);
    scorer.compare(count);
    for (let each = 0; each < count; each += 1) {
      const needed = least(search);
      if (most[each]! < needed - SLACK || !table.hide(rows[each])) continue;
      this.spent.rowsJudged += 1;
      const score = scorer.score(each, needed);
      if (score >= 0) this.take(rows[each]!, score, search);
    }
  }

  private take(row: number, score: number, { table, minimum, best, named, others }: Search): void {
    this.spent.rowsScored += 1;
    const { verdict } = this.scorer;
    if (!isWorthShowing(score, verdict, minimum)) return;
    const found = { party: table.parties[row]!, id: table.ids[row]!, score, isNamed: verdict.isNamed };
    if (found.isNamed) {
      named.push(found);
      return;
    }
    others.push(found);
    best.offer(score);
  }

  private note(id: string): void {
    this.changes += 1;
    this.changed.push(id);
    if (this.changed.length > 2 * REMEMBERED) this.changed.splice(0, REMEMBERED);
  }

  private sum(of: (table: KindTable) => number): number {
    let sum = 0;
    for (const table of this.tables.values()) sum += of(table);
    return sum;
  }
}

const least = ({ best, minimum }: Search): number => Math.max(minimum, best.least);

/** Whoever is named is in any case in the list; the others as far as there is room, equal scores by id. */
function bestOf({ others, named }: Pick<Search, 'others' | 'named'>, limit: number): Found[] {
  const rest = sortByScore(others);
  if (named.length === 0) return rest.slice(0, limit);
  return sortByScore([...named, ...rest.slice(0, Math.max(0, limit - named.length))]);
}
