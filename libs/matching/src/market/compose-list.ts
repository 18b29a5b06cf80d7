import { amount, probability } from '../assign/bad-numbers.js';
import { Tally, type Belonging, type Most } from './tally.js';

/** A candidate for a list, as scored, and what the market says of it. */
export interface ListCandidate extends Belonging {
  readonly id: string;
  /** 0..1, as shown and explained. */
  readonly score: number;
  /** Probability, 0..1, that the reader of the list answers when it looks at it. */
  readonly wants: number;
  /** Probability, 0..1, that the candidate accepts that answer. */
  readonly welcomes: number;
  /** See `priceOf`; default 0. */
  readonly price?: number;
  /** Answers it can still be promised, see `roomOf`; default without limit. */
  readonly room?: number;
  readonly isSme: boolean;
  /** Joined so recently that nobody could know it. */
  readonly isNew: boolean;
  /** The reader's text names it, or its text the reader: stands in the list whatever the market says. */
  readonly isNamed?: boolean;
}

export interface ListRules {
  readonly length: number;
  /** The most entries of one owner, city or sector. */
  readonly most: Most;
  /** Places that would stay empty are filled beyond `most`, as in a market with few owners or one city; default no. */
  readonly fillsUp?: boolean;
  /** Places kept for SMEs and for new members, if there are any that are good enough. */
  readonly floors: { readonly sme: number; readonly isNew: number };
  /** Nobody is listed for a floor below this score. */
  readonly floorMinimum: number;
  /** What the list is shown in the order of. The market decides who is in it either way. */
  readonly shownBy: 'score' | 'worth';
}

export const DEFAULT_LIST_RULES: ListRules = {
  length: 20,
  most: { owner: 2, city: 8, sector: 10 },
  floors: { sme: 6, isNew: 2 },
  floorMinimum: 0.4,
  shownBy: 'score',
};

/** Why somebody is in a list that score alone would have kept out. */
export type MoveIn =
  /** Would be there by score alone. */
  | 'none'
  | 'named'
  /** Fewer look at it, so an answer is worth more there. */
  | 'less_crowded'
  /** Others had too many of one owner, city or sector. */
  | 'more_diverse'
  | 'place_for_sme'
  | 'place_for_new_member';

/** Why somebody whom score alone would have listed is not there. */
export type MoveOut = 'crowded' | 'no_room' | 'same_owner' | 'same_city' | 'same_sector' | 'made_place';

export interface ListPosition<Item extends ListCandidate = ListCandidate> {
  readonly item: Item;
  /** 1 for the top. */
  readonly position: number;
  /** The place it would have by score alone. */
  readonly positionByScore: number;
  /** Chance that showing it makes a match, at the price. */
  readonly worth: number;
  readonly price: number;
  readonly move: MoveIn;
}

export interface LeftOut<Item extends ListCandidate = ListCandidate> {
  readonly item: Item;
  readonly positionByScore: number;
  readonly price: number;
  readonly move: MoveOut;
}

export interface ComposedList<Item extends ListCandidate = ListCandidate> {
  readonly positions: readonly ListPosition<Item>[];
  /** Those whom score alone would have listed, best first. */
  readonly leftOut: readonly LeftOut<Item>[];
}

interface Entry<Item> {
  readonly item: Item;
  readonly worth: number;
  readonly price: number;
  positionByScore: number;
  positionByWorth: number;
  in?: MoveIn;
  out?: MoveOut;
}

/**
 * One list at the prices of the market: named ones first, then those of whom showing is worth most (the chance of
 * a match, times e to the price taken negative), but nobody who has no room for the answer, not too many of one
 * owner, city or sector, and with places for SMEs and new members. Whoever enters for a floor takes the place of the
 * least worthy whom no floor needs. Without prices this is the ranking by the chance of a match.
 *
 * Deterministic: of equals the smaller id; of an id named twice the more worthy. The order of the candidates does not
 * matter. A score, probability or room that is no number counts as 0, so such a candidate is not listed.
 */
export function composeList<Item extends ListCandidate>(
  candidates: readonly Item[],
  rules: ListRules = DEFAULT_LIST_RULES,
): ComposedList<Item> {
  const length = Math.floor(amount(rules.length));
  const ordered = orderedByWorth(candidates);
  const draft = new Draft<Item>(length, rules);
  for (const entry of ordered) draft.consider(entry);
  draft.raise(ordered, 'isNew');
  draft.raise(ordered, 'isSme');
  if (rules.fillsUp === true) draft.fill(ordered);
  return shown(ordered, draft.entries, length, rules);
}

function orderedByWorth<Item extends ListCandidate>(candidates: readonly Item[]): Entry<Item>[] {
  const best = new Map<string, Entry<Item>>();
  for (const item of candidates) {
    const price = Number.isFinite(item.price) ? item.price! : 0;
    const worth = probability(item.wants) * probability(item.welcomes) * Math.exp(-price);
    const entry = { item, worth, price, positionByScore: 0, positionByWorth: 0 };
    const known = best.get(item.id);
    if (isPossible(entry) && (known === undefined || worth > known.worth)) best.set(item.id, entry);
  }
  const entries = [...best.values()];
  for (const [at, entry] of entries.sort(byScore).entries()) entry.positionByScore = at + 1;
  for (const [at, entry] of entries.sort(byWorth).entries()) entry.positionByWorth = at + 1;
  return entries;
}

const isPossible = ({ item, worth }: Entry<ListCandidate>): boolean =>
  probability(item.score) > 0 && (worth > 0 || item.isNamed === true);

const isNamed = ({ item }: Entry<ListCandidate>): boolean => item.isNamed === true;
const byId = (a: Entry<ListCandidate>, b: Entry<ListCandidate>): number =>
  a.item.id < b.item.id ? -1 : a.item.id > b.item.id ? 1 : 0;
const byScore = (a: Entry<ListCandidate>, b: Entry<ListCandidate>): number =>
  b.item.score - a.item.score || byId(a, b);
const byWorth = (a: Entry<ListCandidate>, b: Entry<ListCandidate>): number =>
  Number(isNamed(b)) - Number(isNamed(a)) || b.worth - a.worth || byId(a, b);

const MADE_FOR = { isSme: 'place_for_sme', isNew: 'place_for_new_member' } as const;
const TOO_MANY = { owner: 'same_owner', city: 'same_city', sector: 'same_sector' } as const;
type Floor = keyof typeof MADE_FOR;

/** The list while it is made. */
class Draft<Item extends ListCandidate> {
  readonly entries: Entry<Item>[] = [];
  private readonly tally: Tally;
  private readonly least: Readonly<Record<Floor, number>>;

  constructor(
    private readonly length: number,
    private readonly rules: ListRules,
  ) {
    this.tally = new Tally(rules.most);
    this.least = { isSme: Math.min(length, rules.floors.sme), isNew: Math.min(length, rules.floors.isNew) };
  }

  consider(entry: Entry<Item>): void {
    const obstacle = this.obstacleTo(entry);
    if (obstacle !== undefined) entry.out = obstacle;
    else if (this.entries.length >= this.length) entry.out = 'crowded';
    else this.enter(entry, moveOf(entry, this.length));
  }

  /** Fills the places kept for some with the worthiest of them that are good enough. */
  raise(ordered: readonly Entry<Item>[], floor: Floor): void {
    for (const entry of ordered) {
      if (this.countOf(floor) >= this.least[floor]) return;
      if (!entry.item[floor] || entry.in !== undefined || entry.item.score < this.rules.floorMinimum)
        continue;
      const leaving = this.entries.length < this.length ? undefined : this.leastMissed(floor);
      if (this.entries.length >= this.length && leaving === undefined) return;
      if (leaving !== undefined) this.leave(leaving);
      if (this.obstacleTo(entry) === undefined) this.enter(entry, MADE_FOR[floor]);
      else if (leaving !== undefined) this.enter(leaving, moveOf(leaving, this.length));
    }
  }

  /** Gives places that nobody else wants to the worthiest of those of whom there are enough already. */
  fill(ordered: readonly Entry<Item>[]): void {
    for (const entry of ordered) {
      if (this.entries.length >= this.length) return;
      if (entry.in === undefined && hasRoom(entry)) this.enter(entry, moveOf(entry, this.length));
    }
  }

  private obstacleTo(entry: Entry<Item>): MoveOut | undefined {
    const { item } = entry;
    if (item.isNamed === true) return undefined;
    if (!hasRoom(entry)) return 'no_room';
    const full = this.tally.fullOf(item);
    return full === undefined ? undefined : TOO_MANY[full];
  }

  private enter(entry: Entry<Item>, move: MoveIn): void {
    entry.in = move;
    delete entry.out;
    this.entries.push(entry);
    this.tally.add(entry.item);
  }

  private leave(entry: Entry<Item>): void {
    delete entry.in;
    entry.out = 'made_place';
    this.entries.splice(this.entries.indexOf(entry), 1);
    this.tally.add(entry.item, -1);
  }

  private countOf(floor: Floor): number {
    return this.entries.filter(({ item }) => item[floor]).length;
  }

  /** The least worthy entry that nobody named and that neither this floor nor another one would miss. */
  private leastMissed(floor: Floor): Entry<Item> | undefined {
    const isSpare = (other: Floor, { item }: Entry<Item>): boolean =>
      !item[other] || this.countOf(other) > this.least[other];
    return this.entries
      .filter((entry) => !isNamed(entry) && !entry.item[floor])
      .filter((entry) => isSpare('isSme', entry) && isSpare('isNew', entry))
      .sort(byWorth)
      .at(-1);
  }
}

const hasRoom = ({ item: { room, wants } }: Entry<ListCandidate>): boolean =>
  room === undefined || probability(wants) <= room;

function moveOf(entry: Entry<ListCandidate>, length: number): MoveIn {
  if (entry.positionByScore <= length) return 'none';
  if (isNamed(entry)) return 'named';
  return entry.positionByWorth <= length ? 'less_crowded' : 'more_diverse';
}

function shown<Item extends ListCandidate>(
  ordered: readonly Entry<Item>[],
  entries: readonly Entry<Item>[],
  length: number,
  { shownBy }: ListRules,
): ComposedList<Item> {
  const inOrder = [...entries].sort(shownBy === 'score' ? byScore : byWorth);
  const missing = ordered.filter((entry) => entry.in === undefined && entry.positionByScore <= length);
  return {
    positions: inOrder.map(({ item, positionByScore, worth, price, in: move }, at) => ({
      item,
      position: at + 1,
      positionByScore,
      worth,
      price,
      move: move ?? 'none',
    })),
    leftOut: missing.sort(byScore).map(({ item, positionByScore, price, out }) => ({
      item,
      positionByScore,
      price,
      move: out ?? 'crowded',
    })),
  };
}
