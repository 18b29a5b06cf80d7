import {
  chanceAt,
  composeList,
  type ConceptGraph,
  DEFAULT_LIST_RULES,
  KeptSearches,
  type ListCandidate,
  type ListRules,
  type MarketCandidate,
  type MarketIndex,
  type MatchParty,
  type MoveIn,
  type PairScore,
  type PartyKind,
  PARTY_KINDS,
  scorePair,
} from '#libs/matching';
import { type MarketTerms, type Promised, promisedBy } from '../../domain/market-terms.js';
import { type Comparison, type MatchSide, type Pair, standsLeft } from '../../domain/match.js';
import type { Accounts } from '../balance/accounts.js';
import type { Standings } from '../balance/newcomers.js';
import { type ModelInUse, PairSpecs } from '../model/pair-specs.js';
import { POOLS } from '../pools.js';

/** What lists are drawn from, as it stands at one moment. */
export interface Searchable {
  readonly index: MarketIndex;
  /** Those who have just joined, once more; undefined where they are many. */
  readonly newcomers: MarketIndex | undefined;
  readonly standings: Standings;
  readonly vocabulary: ConceptGraph;
  readonly model: ModelInUse;
}

/** Somebody who was considered for a list. */
export interface Scored {
  readonly party: MatchParty;
  /** 0–1, by the weights of the two. */
  readonly score: number;
}

export interface ListEntry extends Scored {
  /** Why it is there, if not by score alone. */
  readonly move: MoveIn;
}

/** The list of one subject, pool by pool. */
export interface DrawnList {
  readonly entries: readonly ListEntry[];
  /** For each pool the score somebody must reach to be considered for it; 0 while there is room. */
  readonly floors: readonly number[];
  /** What it promises those in it. */
  readonly promised: readonly Promised[];
}

/** Who was considered for one pool of a list. */
export interface ConsideredPool {
  readonly scored: readonly Scored[];
  readonly floor: number;
}

/** A list as it stands, and the kinds of those who have changed since it was drawn. */
export interface StandingList {
  readonly changed: ReadonlySet<PartyKind>;
  readonly entries: readonly ListEntry[];
  readonly floors: readonly number[];
}

/** What a pool is drawn by: the pools of the list that stand before it, who is left out, and what showing costs. */
interface PoolDrawing {
  readonly before: readonly (readonly ListEntry[])[];
  readonly unwanted: ReadonlySet<string>;
  readonly accounts: Accounts;
}

/** How many of a pool are listed, and of how many they are chosen. */
const LISTED = 20;
const CONSIDERED = 50;
const NEWCOMERS = 5;
/** Scores below it are not worth showing. */
const MINIMUM = 0.2;
/** One change is told to the best lists it could enter, and no more at once; the nightly run sees the rest. */
const MOST_LISTS = 5_000;
/** Newcomers have places of their own below the floor of a list: in the best of them. */
const MOST_LISTS_OF_NEWCOMERS = 50;

const RULES: ListRules = { ...DEFAULT_LIST_RULES, length: LISTED, fillsUp: true };

/** The kinds of subjects in whose pools a kind stands, each with the numbers of those pools. */
const LISTING: Readonly<Record<PartyKind, readonly { readonly kind: PartyKind; readonly pool: number }[]>> =
  Object.fromEntries(
    PARTY_KINDS.map((listed) => [
      listed,
      PARTY_KINDS.flatMap((kind) =>
        POOLS[kind].flatMap((kinds, pool) => (kinds.includes(listed) ? [{ kind, pool }] : [])),
      ),
    ]),
  ) as unknown as Readonly<Record<PartyKind, readonly { kind: PartyKind; pool: number }[]>>;

/** Draws lists. The same market with the same accounts gives the same lists, whoever asks and in whatever order. */
export class ListMaker {
  private readonly specs: PairSpecs;
  private readonly searches: KeptSearches;

  constructor(private readonly from: Searchable) {
    this.specs = new PairSpecs(from.model);
    this.searches = new KeptSearches(from.index, from.vocabulary, from.model.spec);
  }

  /**
   * The list that is worth most at the prices of the moment, without those whose ids are unwanted. It takes the place
   * of the one before in `accounts`.
   *
   * @param kept the list as it stands; its pools in which none of the kinds stands that have changed stay as they are
   */
  draw(party: MatchParty, unwanted: ReadonlySet<string>, accounts: Accounts, kept?: StandingList): DrawnList {
    accounts.replace(party.id, []);
    const lists: ListEntry[][] = [];
    const floors: number[] = [];
    for (const [pool, kinds] of POOLS[party.kind].entries()) {
      const { list, floor } =
        keptPool(kept, pool, kinds) ?? this.drawnPool(party, kinds, { before: lists, unwanted, accounts });
      lists.push(list);
      floors.push(floor);
    }
    const promised = promisesOf(lists, accounts.terms);
    accounts.replace(party.id, promised);
    return { entries: lists.flat(), floors, promised };
  }

  /** A list as it was planned, without those who are gone; it takes the place of the one before in `accounts`. */
  adopt(
    party: MatchParty,
    planned: { readonly entries: readonly ListEntry[]; readonly floors: readonly number[] },
    accounts: Accounts,
  ): DrawnList {
    const lists = POOLS[party.kind].map((kinds) =>
      planned.entries.filter((entry) => kinds.includes(entry.party.kind)),
    );
    const promised = promisesOf(lists, accounts.terms);
    accounts.replace(party.id, promised);
    return { entries: lists.flat(), floors: planned.floors, promised };
  }

  /** Those from whom a list is composed, pool by pool, best first. */
  considered(party: MatchParty, unwanted: ReadonlySet<string>): ConsideredPool[] {
    return POOLS[party.kind].map((kinds) => this.consideredIn(party, this.from.index, kinds, unwanted));
  }

  /** Those who were considered as the market looks at them. */
  candidatesOf(
    party: MatchParty,
    scored: readonly Scored[],
    { answers, welcomes }: Pick<MarketTerms, 'answers' | 'welcomes'>,
  ): (MarketCandidate & { readonly party: MatchParty })[] {
    return scored.map((each) => this.candidateOf(party, each, { answers, welcomes }));
  }

  /** Whose lists the party could enter: ids of subjects with the pool it would stand in and its score there, best first. */
  prospects(party: MatchParty): {
    readonly id: string;
    readonly pool: number;
    readonly score: number;
    /** By a place that is kept for newcomers, though others fit better. */
    readonly isKeptFor: boolean;
  }[] {
    const isNew = this.from.standings.get(party.organizationId)?.isNew ?? false;
    return LISTING[party.kind].flatMap(({ kind, pool }) =>
      this.from.index
        .find(party, { kinds: [kind], limit: MOST_LISTS, minimum: MINIMUM })
        .map(({ id, score }, at) => {
          const isKeptFor = isNew && at < MOST_LISTS_OF_NEWCOMERS && score >= RULES.floorMinimum;
          return { id, pool, score, isKeptFor };
        }),
    );
  }

  /** Scored from the left, so that both sides' lists hold the same numbers to the last digit. */
  explain(a: MatchParty, b: MatchParty): Pair {
    const [left, right] = standsLeft(sideOf(a), sideOf(b)) ? [a, b] : [b, a];
    const score = scorePair(left, right, this.from.vocabulary, this.specs.of(left, right));
    return { left: sideOf(left), right: sideOf(right), comparison: comparisonOf(score) };
  }

  /** By which numbers the two are compared. */
  specOf(a: MatchParty, b: MatchParty): ReturnType<PairSpecs['of']> {
    return this.specs.of(a, b);
  }

  /** A pool drawn anew, after those before it have promised what they promise. */
  private drawnPool(
    party: MatchParty,
    kinds: readonly PartyKind[],
    { before, unwanted, accounts }: PoolDrawing,
  ): { list: ListEntry[]; floor: number } {
    if (before.length > 0) accounts.replace(party.id, promisesOf(before, accounts.terms));
    const { scored, floor } = this.consideredIn(party, this.searches, kinds, unwanted);
    const candidates = scored.map((each) => {
      const { price, room } = accounts.costOf(each.party.organizationId);
      return this.candidateOf(party, each, accounts.terms, price, room);
    });
    const { positions } = composeList(candidates, rulesFor(candidates));
    return {
      floor,
      list: positions.map(({ item, move }) => ({ party: item.party, score: item.score, move })),
    };
  }

  /** One literal: they are made by the thousand with every change. */
  private candidateOf(
    party: MatchParty,
    { party: candidate, score }: Scored,
    { answers, welcomes }: Pick<MarketTerms, 'answers' | 'welcomes'>,
    price?: number,
    room?: number,
  ): ListCandidate & { readonly party: MatchParty } {
    const standing = this.from.standings.get(candidate.organizationId);
    return {
      id: candidate.id,
      owner: candidate.organizationId,
      city: candidate.city,
      sector: candidate.concepts.sectors[0]?.id,
      score,
      party: candidate,
      wants: chanceAt(answers, score),
      welcomes: chanceAt(welcomes, score),
      price,
      room,
      isSme: standing?.isSme ?? false,
      isNew: standing?.isNew ?? false,
      isNamed: names(party, candidate) || names(candidate, party),
    };
  }

  private consideredIn(
    party: MatchParty,
    searched: Pick<MarketIndex, 'find'> | KeptSearches,
    kinds: readonly PartyKind[],
    unwanted: ReadonlySet<string>,
  ): ConsideredPool {
    const options = { kinds, minimum: MINIMUM, without: unwanted };
    const best = searched.find(party, { ...options, limit: CONSIDERED });
    const known = new Set(best.map(({ id }) => id));
    const newcomers = this.from.newcomers?.find(party, { ...options, limit: NEWCOMERS }) ?? [];
    const scoredOf = ({ party: candidate, score }: Scored): Scored => ({
      party: candidate,
      score: this.scoreOf(party, candidate, score),
    });
    const scored = best.map(scoredOf);
    const floor = scored.length < CONSIDERED ? 0 : Math.min(...scored.map(({ score }) => score));
    const others = newcomers.filter(({ id }) => !known.has(id)).map(scoredOf);
    return { scored: [...scored, ...others].sort(byScore), floor };
  }

  /** That of the index, unless one of the two has taught the model otherwise. */
  private scoreOf(party: MatchParty, candidate: MatchParty, score: number): number {
    const spec = this.specs.of(party, candidate);
    return spec === this.from.model.spec ? score : this.explain(party, candidate).comparison.score;
  }
}

/** Nobody whom the text names is left out, however many they are. */
export function rulesFor(candidates: readonly Pick<MarketCandidate, 'isNamed'>[]): ListRules {
  const named = candidates.filter(({ isNamed }) => isNamed).length;
  return named > LISTED ? { ...RULES, length: named } : RULES;
}

function keptPool(
  kept: StandingList | undefined,
  pool: number,
  kinds: readonly PartyKind[],
): { list: ListEntry[]; floor: number } | undefined {
  const floor = kept?.floors[pool];
  if (!kept || floor === undefined || kinds.some((kind) => kept.changed.has(kind))) return undefined;
  return { floor, list: kept.entries.filter(({ party }) => kinds.includes(party.kind)).sort(byScore) };
}

const byScore = (a: Scored, b: Scored): number => b.score - a.score || (a.party.id < b.party.id ? -1 : 1);

function promisesOf(lists: readonly (readonly ListEntry[])[], terms: MarketTerms): Promised[] {
  const shown = lists.map((list) =>
    list.map(({ party, score }) => ({ organizationId: party.organizationId, score })),
  );
  return promisedBy(shown, terms);
}

function names({ namedPlaces = [] }: MatchParty, { organizationId }: MatchParty): boolean {
  return namedPlaces.some(({ id }) => id === organizationId);
}

function comparisonOf({ score, fit, left, right, reasons, unmet, notStated }: PairScore): Comparison {
  return { score, fit, ourScore: left ?? null, theirScore: right ?? null, reasons, unmet, notStated };
}

/** How a party is kept in matches. */
export function sideOf({ id, organizationId, kind }: MatchParty): MatchSide {
  const isThing = kind === 'proposal' || kind === 'opportunity' || kind === 'consulting_request';
  return { type: isThing ? kind : 'organization', id, organizationId };
}
