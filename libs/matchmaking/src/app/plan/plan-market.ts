import {
  composeMarket,
  type ConceptGraph,
  MarketIndex,
  type MarketReader,
  type MatchParty,
} from '#libs/matching';
import { type MarketTerms, USUAL_LETTERS } from '../../domain/market-terms.js';
import { ListMaker, rulesFor, type Scored } from '../live/list-maker.js';
import type { ModelInUse } from '../model/pair-specs.js';
import { newcomersAmong, type OrganizationStanding } from '../balance/newcomers.js';

/** Everything a plan is made of; plain data but for the graph. */
export interface PlanInput {
  readonly parties: readonly MatchParty[];
  readonly graph: ConceptGraph;
  readonly model: ModelInUse;
  readonly terms: Pick<MarketTerms, 'answers' | 'welcomes'>;
  readonly standings: ReadonlyMap<string, OrganizationStanding>;
  /** Answers an organization can still look through, by its id. */
  readonly capacities: ReadonlyMap<string, number>;
  /** Ids of those whom a subject has put away, by its own id. */
  readonly unwanted: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The list of one subject, pool by pool, each best first. */
export interface PlannedList {
  readonly id: string;
  readonly counterparts: readonly string[];
  readonly scores: readonly number[];
  /** `MoveIn` each. */
  readonly moves: readonly string[];
  readonly floors: readonly number[];
}

/** What all lists promise an organization, and what it could bear. */
export interface PlannedAccount {
  readonly organizationId: string;
  readonly capacity: number;
  readonly looks: number;
  readonly answers: number;
  readonly price: number;
}

export interface MarketPlan {
  readonly lists: readonly PlannedList[];
  readonly accounts: readonly PlannedAccount[];
  readonly fairLooks: number;
}

/** Who was considered for one pool, as numbers of parties: all pools of a market have to be held at once. */
interface Considered {
  readonly party: MatchParty;
  readonly numbers: Uint32Array;
  readonly scores: Float64Array;
  readonly floor: number;
}

/**
 * Draws up the lists of a whole market at once, so that they fit together. Pure, and long: it is run off the event
 * loop. A party that cannot be compared has no list here and costs the others nothing.
 */
export function planMarket(input: PlanInput): MarketPlan {
  const { parties, graph, model, standings, terms, capacities, unwanted } = input;
  const index = new MarketIndex(parties, graph, model.spec);
  const newcomers = newcomersAmong(parties, standings, graph, model.spec);
  const maker = new ListMaker({ index, newcomers, standings, vocabulary: graph, model });
  const numberOf = new Map(parties.map(({ id }, number) => [id, number]));
  const pools = parties.flatMap((party) => poolsOf(maker, party, unwanted, numberOf));

  const readers = pools.map(({ party, numbers, scores }): MarketReader => {
    const scored = (): Scored[] =>
      [...numbers].map((number, at) => ({ party: parties[number]!, score: scores[at]! }));
    const candidates = () => maker.candidatesOf(party, scored(), terms);
    return { candidates, rules: rulesFor(candidates()) };
  });
  const capacityOf = (owner: string): number => capacities.get(owner) ?? USUAL_LETTERS;
  const { lists, accounts, fairLooks } = composeMarket(readers, capacityOf);
  return {
    fairLooks,
    lists: listsOf(pools, lists),
    accounts: [...accounts].map(([organizationId, { looks, answers, price }]) => {
      return { organizationId, capacity: capacityOf(organizationId), looks, answers, price };
    }),
  };
}

const NOBODY: ReadonlySet<string> = new Set();

function poolsOf(
  maker: ListMaker,
  party: MatchParty,
  unwanted: PlanInput['unwanted'],
  numberOf: ReadonlyMap<string, number>,
): Considered[] {
  try {
    return maker.considered(party, unwanted.get(party.id) ?? NOBODY).map(({ scored, floor }) => ({
      party,
      floor,
      numbers: Uint32Array.from(scored, (each) => numberOf.get(each.party.id)!),
      scores: Float64Array.from(scored, ({ score }) => score),
    }));
  } catch {
    // Its list is drawn by itself when its turn comes, and the error is told there.
    return [];
  }
}

function listsOf(
  pools: readonly Considered[],
  lists: ReturnType<typeof composeMarket>['lists'],
): PlannedList[] {
  const bySubject = new Map<string, { -readonly [Key in keyof PlannedList]: PlannedList[Key] }>();
  for (const [at, { party, floor }] of pools.entries()) {
    const known = bySubject.get(party.id) ?? {
      id: party.id,
      counterparts: [],
      scores: [],
      moves: [],
      floors: [],
    };
    const list = lists[at] ?? [];
    bySubject.set(party.id, {
      id: party.id,
      counterparts: [...known.counterparts, ...list.map(({ id }) => id)],
      scores: [...known.scores, ...list.map(({ score }) => score)],
      moves: [...known.moves, ...list.map(({ move }) => move)],
      floors: [...known.floors, floor],
    });
  }
  return [...bySubject.values()];
}
