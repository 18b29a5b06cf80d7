import {
  type MarketIndex,
  type MatchParty,
  type PairScore,
  type PartyKind,
  PARTY_KINDS,
  scorePair,
} from '#libs/matching';
import type { Vocabulary } from '#libs/taxonomy';
import { type Comparison, type MatchSide, type Pair, standsLeft } from '../../domain/match.js';
import { type ModelInUse, PairSpecs } from '../model/pair-specs.js';
import { POOLS } from '../pools.js';

/** What lists are drawn from, as it stands at one moment. */
export interface Searchable {
  readonly index: MarketIndex;
  readonly vocabulary: Vocabulary;
  readonly model: ModelInUse;
}

export interface ListEntry {
  readonly party: MatchParty;
  /** 0–1, by the weights of the two. */
  readonly score: number;
}

/** The list of one subject, pool by pool. */
export interface DrawnList {
  readonly entries: readonly ListEntry[];
  /** For each pool the score somebody must reach to be considered for it; 0 while there is room. */
  readonly floors: readonly number[];
}

/** How many of a pool are listed, and of how many the best are chosen. */
const LISTED = 20;
const CONSIDERED = 40;
/** Scores below it are not worth showing. */
const MINIMUM = 0.2;
/** One change is told to the best lists it could enter, and no more at once; the nightly run sees the rest. */
const MOST_LISTS = 5_000;

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

/** Draws lists. Pure: the same market gives the same lists, whoever asks and in whatever order. */
export class ListMaker {
  private readonly specs: PairSpecs;

  constructor(private readonly from: Searchable) {
    this.specs = new PairSpecs(from.model);
  }

  /** The best of every pool, without those whose ids are unwanted. */
  draw(party: MatchParty, unwanted: ReadonlySet<string>): DrawnList {
    const drawn = POOLS[party.kind].map((kinds) => this.drawPool(party, kinds, unwanted));
    return {
      entries: drawn.flatMap(({ entries }) => entries),
      floors: drawn.map(({ floor }) => floor),
    };
  }

  /** Whose lists the party could enter: ids of subjects with the pool it would stand in and its score there. */
  prospects(party: MatchParty): { readonly id: string; readonly pool: number; readonly score: number }[] {
    return LISTING[party.kind].flatMap(({ kind, pool }) =>
      this.from.index
        .find(party, { kinds: [kind], limit: MOST_LISTS, minimum: MINIMUM })
        .map(({ id, score }) => ({ id, pool, score })),
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

  private drawPool(
    party: MatchParty,
    kinds: readonly PartyKind[],
    unwanted: ReadonlySet<string>,
  ): { entries: ListEntry[]; floor: number } {
    const found = this.from.index.find(party, {
      kinds,
      limit: CONSIDERED,
      minimum: MINIMUM,
      without: unwanted,
    });
    const scored = found
      .map(({ party: candidate, score }) => ({
        party: candidate,
        score: this.scoreOf(party, candidate, score),
      }))
      .sort((a, b) => b.score - a.score || (a.party.id < b.party.id ? -1 : 1));
    const floor = scored.length < CONSIDERED ? 0 : Math.min(...scored.map(({ score }) => score));
    return { entries: shown(party, scored), floor };
  }

  /** That of the index, unless one of the two has taught the model otherwise. */
  private scoreOf(party: MatchParty, candidate: MatchParty, score: number): number {
    const spec = this.specs.of(party, candidate);
    return spec === this.from.model.spec ? score : this.explain(party, candidate).comparison.score;
  }
}

/** The best, but never at the cost of somebody whom the text names. */
function shown(party: MatchParty, scored: readonly ListEntry[]): ListEntry[] {
  const named = scored.filter((entry) => names(party, entry.party) || names(entry.party, party));
  const others = scored.filter((entry) => !named.includes(entry));
  const room = Math.max(0, LISTED - named.length);
  return [...named, ...others.slice(0, room)].sort(
    (a, b) => b.score - a.score || (a.party.id < b.party.id ? -1 : 1),
  );
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
