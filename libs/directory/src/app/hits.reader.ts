import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';
import { type Hit, type Place, RANKS, SearchRepository, type Sort } from '../data/search.repository.js';
import { EntrySet } from '../domain/entry-set.js';
import type { Found } from './found.reader.js';

/** A hit and why it is one: index into {@link RANKS}. */
export interface RankedHit extends Hit {
  readonly rank: number;
}

/** So few are read all at once, whatever their ranks. */
const FEW = 300;

/** Puts what was found in order, one page at a time. */
@Injectable()
export class HitsReader {
  constructor(private readonly index: SearchRepository) {}

  /** The first `limit` after a place; by relevance a place begins with the rank. */
  async page(
    reads: Reads,
    found: Found,
    sort: Sort,
    after: Place | undefined,
    limit: number,
  ): Promise<RankedHit[]> {
    if (sort === 'relevance') return this.byRelevance(reads, found.ranks, after, limit);
    const hits = await this.index.inOrder(reads, found.all, sort, after, limit);
    return hits.map((hit) => ({ ...hit, rank: rankOf(found.ranks, hit) }));
  }

  /** Rank by rank, each from its beginning but for the one the last page ended in. */
  private async byRelevance(
    reads: Reads,
    ranks: readonly EntrySet[],
    after: Place | undefined,
    limit: number,
  ): Promise<RankedHit[]> {
    const [begin = 0, ...place] = after ?? [];
    const hits: RankedHit[] = [];
    for (let rank = Number(begin); rank < RANKS.length && hits.length < limit; rank += 1) {
      const isBegun = after !== undefined && rank === begin;
      const rest = EntrySet.union(ranks.slice(rank));
      if (!isBegun && rest.size <= FEW) {
        const all = await this.index.inOrder(reads, rest, 'relevance', undefined, FEW);
        const ranked = all.map((hit) => ({ ...hit, rank: rankOf(ranks, hit) }));
        hits.push(...ranked.sort((a, b) => a.rank - b.rank));
        break;
      }
      const set = ranks[rank] ?? EntrySet.EMPTY;
      if (set.isEmpty) continue;
      const from = isBegun ? place : undefined;
      const here = await this.index.inOrder(reads, set, 'relevance', from, limit - hits.length);
      hits.push(...here.map((hit) => ({ ...hit, rank })));
    }
    return hits.slice(0, limit);
  }
}

const rankOf = (ranks: readonly EntrySet[], { ord }: Hit): number => ranks.findIndex((set) => set.has(ord));

/** What the page after a hit begins with. */
export function placeOf({ rank, standing, nameFolded, listedAt, id }: RankedHit, sort: Sort): Place {
  switch (sort) {
    case 'relevance':
      return [rank, standing, nameFolded, id];
    case 'name':
      return [nameFolded, id];
    case 'newest':
      return [listedAt, id];
  }
}
