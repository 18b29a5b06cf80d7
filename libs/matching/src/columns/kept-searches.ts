import type { ConceptGraph, MatchParty } from '../party.js';
import { rankMatches } from '../rank/rank-matches.js';
import { byScore } from '../rank/top-list.js';
import { DEFAULT_LIMIT, DEFAULT_MINIMUM } from '../rank/worth.js';
import { DEFAULT_SPEC, type MatchSpec } from '../spec.js';
import type { FindOptions, Found, MarketIndex } from './market-index.js';

/** Found beyond what was asked for, so that one who falls out of a list is followed by the next without a search. */
const RESERVE = 14;
/** Of so many changes since a search each is compared by itself; of more, searching again costs less. */
const MOST_COMPARED = 8;
/** Searches that are remembered, those that were asked for last. */
const MOST_KEPT = 5_000;

interface Kept {
  readonly party: MatchParty;
  readonly without: ReadonlySet<string>;
  readonly revision: number;
  /** Whoever is named, and the best of the others, best first. */
  readonly named: readonly Found[];
  readonly others: readonly Found[];
  /** There is nobody else who is worth showing. */
  readonly isAll: boolean;
}

type Options = Required<Omit<FindOptions, 'without'>> & Pick<FindOptions, 'without'>;

/**
 * Remembers what an index found. While the subject stays the same, whoever has changed in the market is compared with
 * it and put in its place among the others, who stand as they stood: the answer is what a search would find.
 */
export class KeptSearches {
  private readonly kept = new Map<string, Kept>();

  /** @param spec that of the index */
  constructor(
    private readonly index: MarketIndex,
    private readonly graph: ConceptGraph,
    private readonly spec: MatchSpec = DEFAULT_SPEC,
    private readonly reserve = RESERVE,
  ) {}

  /** What the index would find. */
  find(
    party: MatchParty,
    { kinds, limit = DEFAULT_LIMIT, minimum = DEFAULT_MINIMUM, without }: Options,
  ): Found[] {
    const options = { kinds, limit, minimum, without };
    const key = `${party.id} ${kinds.join()} ${limit} ${minimum}`;
    const kept = this.followed(this.kept.get(key), party, options) ?? this.searched(party, options);
    this.kept.delete(key);
    this.kept.set(key, kept);
    const [oldest] = this.kept.size > MOST_KEPT ? this.kept.keys() : [];
    if (oldest !== undefined) this.kept.delete(oldest);
    return [...kept.named, ...kept.others.slice(0, placesBeside(kept.named, limit))].sort(byScore);
  }

  private searched(party: MatchParty, { kinds, limit, minimum, without = NOBODY }: Options): Kept {
    const found = this.index.find(party, { kinds, limit: limit + this.reserve, minimum, without });
    return {
      party,
      without,
      revision: this.index.revision,
      named: found.filter(({ isNamed }) => isNamed),
      others: found.filter(({ isNamed }) => !isNamed),
      isAll: found.length < limit + this.reserve,
    };
  }

  /** Undefined where only a search can tell. */
  private followed(before: Kept | undefined, party: MatchParty, options: Options): Kept | undefined {
    if (before?.party !== party || !isSame(before.without, options.without ?? NOBODY)) return undefined;
    const changed = this.index.changedSince(before.revision, MOST_COMPARED);
    if (changed === undefined) return undefined;
    const news = [...changed].flatMap((id) => this.compared(party, id, options));
    const stays = ({ id }: Found): boolean => !changed.has(id);
    const named = [...before.named.filter(stays), ...news.filter(({ isNamed }) => isNamed)];
    const standing = before.others.filter(stays);
    // Beyond the last who is known stand others: who comes after that one may come after them, too.
    const last = standing.at(-1);
    const isKnown = (each: Found): boolean => before.isAll || (last !== undefined && byScore(each, last) < 0);
    const entering = news.filter((each) => !each.isNamed && isKnown(each));
    const others = [...standing, ...entering].sort(byScore);
    if (!before.isAll && others.length < placesBeside(named, options.limit)) return undefined;
    const most = options.limit + this.reserve;
    return {
      ...{ party, without: before.without, revision: this.index.revision, named },
      others: others.slice(0, most),
      isAll: before.isAll && others.length <= most,
    };
  }

  /** Somebody who has changed, if worth showing to the party now. */
  private compared(party: MatchParty, id: string, { kinds, minimum, without }: Options): Found[] {
    const candidate = this.index.get(id);
    if (!candidate || id === party.id || !kinds.includes(candidate.kind) || without?.has(id)) return [];
    return rankMatches(party, [candidate], this.graph, { minimum, spec: this.spec }).map(
      ({ score, isNamed }) => {
        return { party: candidate, id, score, isNamed };
      },
    );
  }
}

const NOBODY: ReadonlySet<string> = new Set();

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a === b || (a.size === b.size && [...a].every((id) => b.has(id)));

const placesBeside = (named: readonly Found[], limit: number): number => Math.max(0, limit - named.length);
