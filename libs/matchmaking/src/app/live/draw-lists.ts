import { Injectable } from '@nestjs/common';
import type { MatchParty, MoveIn, PartyKind } from '#libs/matching';
import { Database } from '#libs/platform/database';
import { DrawnListRepository, type ListedPair, moveToKeep } from '../../data/drawn-list.repository.js';
import type { InputsOfPair } from '../../domain/match-inputs.js';
import { keyOf, type MatchSide, type Pair, type SubjectRef } from '../../domain/match.js';
import type { Accounts } from '../balance/accounts.js';
import { MatchingInputs } from '../model/matching-inputs.js';
import { type DrawnList, type ListEntry, type ListMaker, sideOf, type StandingList } from './list-maker.js';
import { LiveMarket, type MarketNow } from './live-market.js';

/** A list that was drawn, and how it differs from the one that stands. */
export interface ListChange {
  readonly subject: MatchSide;
  readonly drawn: DrawnList;
  /** Pairs that are new, or whose score is another one. */
  readonly written: readonly { readonly pair: Pair; readonly move: MoveIn }[];
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

/** A list as it was planned. */
interface PlannedEntries {
  readonly entries: readonly ListEntry[];
  readonly floors: readonly number[];
}

export interface DrawOptions {
  /** Pairs that are explained again though their score may be the same. */
  readonly rewrites?: (party: MatchParty, counterpart: MatchParty) => boolean;
  /** Where only others have changed: their kinds, so that the rest of a list stays as it is. */
  readonly changedOthers?: (party: MatchParty) => ReadonlySet<PartyKind> | undefined;
  /** Lists that were drawn up before, by {@link keyOf}; the others are drawn now. */
  readonly planned?: ReadonlyMap<string, PlannedEntries>;
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
    { rewrites = () => false, changedOthers, planned, failed }: DrawOptions = {},
  ): Promise<DrawnLists> {
    const sides = parties.map(sideOf);
    const [standing, dismissed] = await Promise.all([
      this.lists.standing(this.database, sides),
      this.lists.dismissedBy(this.database, sides),
    ]);
    const changes: ListChange[] = [];
    const inputs = new Map<Pair, InputsOfPair>();
    const accounts = market.accounts.draft();
    const explain = explainedOnce(market);
    const breath = new Breath();
    for (const party of parties) {
      const key = keyOf(sideOf(party));
      try {
        const before = { standing: standing.get(key) ?? [], unwanted: dismissed.get(key) ?? NOBODY };
        const drawn =
          adopted(market, party, planned?.get(key), before, accounts) ??
          market.lists.draw(
            party,
            before.unwanted,
            accounts,
            standingOf(market, party, before, changedOthers?.(party)),
          );
        const change = changeOf(party, drawn, before.standing, { rewrites, explain });
        for (const { pair } of change.written) inputs.set(pair, this.inputs.of(market, pair));
        changes.push(change);
      } catch (error) {
        if (!failed) throw error;
        failed(party, error);
      }
      await breath.ifDue();
    }
    return { market, changes, inputs };
  }
}

/** How a list was left, and whom its organization has put away since. */
interface Before {
  readonly standing: readonly ListedPair[];
  readonly unwanted: ReadonlySet<string>;
}

/** Undefined where nothing was planned, or somebody in it was put away since. */
function adopted(
  { lists }: MarketNow,
  party: MatchParty,
  plan: PlannedEntries | undefined,
  { unwanted }: Before,
  accounts: Accounts,
): DrawnList | undefined {
  if (!plan || plan.entries.some((entry) => unwanted.has(entry.party.id))) return undefined;
  return lists.adopt(party, plan, accounts);
}

function standingOf(
  { index, floors }: MarketNow,
  { id }: MatchParty,
  { standing, unwanted }: Before,
  changed: ReadonlySet<PartyKind> | undefined,
): StandingList | undefined {
  if (!changed) return undefined;
  const entries = standing.flatMap(({ counterpartId, score, move }) => {
    const party = index.get(counterpartId);
    const stays = party && !Number.isNaN(score) && !unwanted.has(counterpartId);
    return stays ? [{ party, score, move: (move ?? 'none') as MoveIn }] : [];
  });
  return { changed, entries, floors: floors.get(id) ?? [] };
}

const NOBODY: ReadonlySet<string> = new Set();

/** A pair that both sides list reads the same in both lists. */
function explainedOnce({ lists }: MarketNow): (a: MatchParty, b: MatchParty) => Pair {
  const known = new Map<string, Pair>();
  return (a, b) => {
    const key = a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
    const pair = known.get(key) ?? lists.explain(a, b);
    known.set(key, pair);
    return pair;
  };
}

/** Other work of the process has its turn after so many milliseconds. */
const LONGEST_BREATH = 5;

class Breath {
  private since = performance.now();

  async ifDue(): Promise<void> {
    if (performance.now() - this.since < LONGEST_BREATH) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.since = performance.now();
  }
}

/** Another score, or another reason to be there. */
function isNews({ score, move }: ListEntry, before: ListedPair | undefined): boolean {
  return before?.score !== score || before.move !== moveToKeep(move);
}

function changeOf(
  party: MatchParty,
  drawn: DrawnList,
  standing: readonly ListedPair[],
  { rewrites, explain }: { rewrites: NonNullable<DrawOptions['rewrites']>; explain: ListMaker['explain'] },
): ListChange {
  const before = new Map(standing.map((pair) => [pair.counterpartId, pair]));
  const now = new Set(drawn.entries.map((entry) => entry.party.id));
  const changed = drawn.entries.filter(
    (entry) => isNews(entry, before.get(entry.party.id)) || rewrites(party, entry.party),
  );
  return {
    subject: sideOf(party),
    drawn,
    written: changed.map(({ party: other, move }) => ({ pair: explain(party, other), move })),
    entered: changed.filter((entry) => Number.isNaN(before.get(entry.party.id)?.score ?? NaN)).length,
    dropped: standing
      .filter(({ counterpartId }) => !now.has(counterpartId))
      .map(({ counterpartType, counterpartId }) => ({ type: counterpartType, id: counterpartId })),
  };
}
