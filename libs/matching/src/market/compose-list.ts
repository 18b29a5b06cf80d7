/** A ranked candidate, and what lists are balanced by. */
export interface Listed {
  readonly id: string;
  /** 0..1. */
  readonly score: number;
  readonly owner: string;
  readonly city?: string;
  readonly sector?: string;
  readonly isSme: boolean;
  /** Joined so recently that nobody could know it. */
  readonly isNew: boolean;
}

export interface ListRules {
  readonly length: number;
  /** The most entries of one owner, city or sector. */
  readonly most: { readonly owner: number; readonly city: number; readonly sector: number };
  /** Places kept for SMEs and for new members, if there are any that are good enough. */
  readonly floors: { readonly sme: number; readonly isNew: number };
  /** Nobody is listed for a floor below this score. */
  readonly floorMinimum: number;
}

export const DEFAULT_LIST_RULES: ListRules = {
  length: 20,
  most: { owner: 2, city: 8, sector: 10 },
  floors: { sme: 6, isNew: 2 },
  floorMinimum: 0.4,
};

class Tally {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: ListRules['most']) {}

  hasRoom(item: Listed): boolean {
    return this.keys(item).every(([key, most]) => (this.counts.get(key) ?? 0) < most);
  }

  add(item: Listed, by = 1): void {
    for (const [key] of this.keys(item)) this.counts.set(key, (this.counts.get(key) ?? 0) + by);
  }

  private keys({ owner, city, sector }: Listed): [key: string, most: number][] {
    return [
      [`owner ${owner}`, this.most.owner],
      ...(city === undefined ? [] : [[`city ${city}`, this.most.city] as [string, number]]),
      ...(sector === undefined ? [] : [[`sector ${sector}`, this.most.sector] as [string, number]]),
    ];
  }
}

/**
 * The list that is shown: the best by score, but not all of one owner, city or sector, and with places for SMEs and
 * new members. Whoever enters for a floor takes the place of the weakest whom no floor needs. Best first; of equal
 * scores the smaller id.
 */
export function composeList(candidates: readonly Listed[], rules: ListRules = DEFAULT_LIST_RULES): Listed[] {
  const ordered = [...candidates].sort(byScore);
  const tally = new Tally(rules.most);
  const list: Listed[] = [];
  for (const item of ordered) {
    if (list.length >= rules.length) break;
    if (!tally.hasRoom(item)) continue;
    list.push(item);
    tally.add(item);
  }
  const floors: Floor[] = [
    { of: ({ isNew }) => isNew, least: rules.floors.isNew },
    { of: ({ isSme }) => isSme, least: rules.floors.sme },
  ];
  for (const floor of floors) raise(list, ordered, floor, floors, tally, rules);
  return list.sort(byScore);
}

interface Floor {
  readonly of: (item: Listed) => boolean;
  readonly least: number;
}

const countOf = (list: readonly Listed[], { of }: Floor): number => list.filter(of).length;

function raise(
  list: Listed[],
  ordered: readonly Listed[],
  floor: Floor,
  floors: readonly Floor[],
  tally: Tally,
  { length, floorMinimum }: ListRules,
): void {
  const isWanted = (item: Listed): boolean =>
    item.score >= floorMinimum && floor.of(item) && !list.includes(item);
  for (const item of ordered.filter(isWanted)) {
    if (countOf(list, floor) >= Math.min(floor.least, length)) return;
    const leaving = list.length < length ? undefined : weakestSpare(list, floor, floors);
    if (list.length >= length && leaving === undefined) return;
    if (leaving !== undefined) tally.add(leaving, -1);
    const enters = tally.hasRoom(item);
    if (enters && leaving !== undefined) list.splice(list.indexOf(leaving), 1);
    if (enters) list.push(item);
    const counted = enters ? item : leaving;
    if (counted !== undefined) tally.add(counted);
  }
}

/** The weakest entry that neither this floor nor another one would miss. */
function weakestSpare(list: readonly Listed[], floor: Floor, floors: readonly Floor[]): Listed | undefined {
  return [...list]
    .sort(byScore)
    .reverse()
    .find(
      (item) =>
        !floor.of(item) && floors.every((other) => !other.of(item) || countOf(list, other) > other.least),
    );
}

function byScore(a: Listed, b: Listed): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
