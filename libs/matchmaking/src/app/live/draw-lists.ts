import { Injectable } from '@nestjs/common';
import type { MatchParty } from '#libs/matching';
import { Database } from '#libs/platform/database';
import { DrawnListRepository, type ListedPair } from '../../data/drawn-list.repository.js';
import type { InputsOfPair } from '../../domain/match-inputs.js';
import { keyOf, type MatchSide, type Pair, type SubjectRef } from '../../domain/match.js';
import { MatchingInputs } from '../model/matching-inputs.js';
import { type DrawnList, sideOf } from './list-maker.js';
import { LiveMarket, type MarketNow } from './live-market.js';

/** A list that was drawn, and how it differs from the one that stands. */
export interface ListChange {
  readonly subject: MatchSide;
  readonly drawn: DrawnList;
  /** Pairs that are new, or whose score is another one. */
  readonly written: readonly Pair[];
  /** How many of them were not listed before. */
  readonly entered: number;
  /** Other sides that leave the list. */
  readonly dropped: readonly SubjectRef[];
}

/** Lists of one moment, ready to be written. */
export interface DrawnLists {
  readonly market: MarketNow;
  readonly changes: readonly ListChange[];
  readonly inputs: ReadonlyMap<Pair, InputsOfPair>;
}

export interface DrawOptions {
  /** Pairs that are explained again though their score may be the same. */
  readonly rewrites?: (party: MatchParty, counterpart: MatchParty) => boolean;
  /** Hears of a party that cannot be compared, which then costs the others nothing; without it, the error is thrown. */
  readonly failed?: (party: MatchParty, error: unknown) => void;
}

/** Draws lists and compares them with those that stand, so that only what has changed is explained and written. */
@Injectable()
export class DrawLists {
  constructor(
    private readonly database: Database,
    private readonly live: LiveMarket,
    private readonly lists: DrawnListRepository,
    private readonly inputs: MatchingInputs,
  ) {}

  async market(): Promise<MarketNow> {
    return this.live.now();
  }

  /** Of parties that are in the market. */
  async draw(
    market: MarketNow,
    parties: readonly MatchParty[],
    { rewrites = () => false, failed }: DrawOptions = {},
  ): Promise<DrawnLists> {
    const sides = parties.map(sideOf);
    const [standing, dismissed] = await Promise.all([
      this.lists.standing(this.database, sides),
      this.lists.dismissedBy(this.database, sides),
    ]);
    const changes: ListChange[] = [];
    const inputs = new Map<Pair, InputsOfPair>();
    for (const party of parties) {
      const key = keyOf(sideOf(party));
      try {
        const drawn = market.lists.draw(party, dismissed.get(key) ?? new Set());
        const change = changeOf(market, party, drawn, standing.get(key) ?? [], rewrites);
        for (const pair of change.written) inputs.set(pair, this.inputs.of(market, pair));
        changes.push(change);
      } catch (error) {
        if (!failed) throw error;
        failed(party, error);
      }
      await breath();
    }
    return { market, changes, inputs };
  }
}

/** Lets other work of the process have its turn between two lists. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function changeOf(
  { lists }: MarketNow,
  party: MatchParty,
  drawn: DrawnList,
  standing: readonly ListedPair[],
  rewrites: NonNullable<DrawOptions['rewrites']>,
): ListChange {
  const before = new Map(standing.map((pair) => [pair.counterpartId, pair]));
  const now = new Set(drawn.entries.map((entry) => entry.party.id));
  const changed = drawn.entries.filter(
    (entry) => before.get(entry.party.id)?.score !== entry.score || rewrites(party, entry.party),
  );
  return {
    subject: sideOf(party),
    drawn,
    written: changed.map((entry) => lists.explain(party, entry.party)),
    entered: changed.filter((entry) => Number.isNaN(before.get(entry.party.id)?.score ?? NaN)).length,
    dropped: standing
      .filter(({ counterpartId }) => !now.has(counterpartId))
      .map(({ counterpartType, counterpartId }) => ({ type: counterpartType, id: counterpartId })),
  };
}
