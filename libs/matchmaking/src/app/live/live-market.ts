import { Injectable, Logger } from '@nestjs/common';
import { MarketIndex, type MatchParty } from '#libs/matching';
import { Database } from '#libs/platform/database';
import type { Vocabulary } from '#libs/taxonomy';
import { type MarketChanges, MarketFeedRepository } from '../../data/market-feed.repository.js';
import { MatchRunRepository } from '../../data/match-run.repository.js';
import { type Market, MarketLoader } from '../market.loader.js';
import { Accounts } from '../balance/accounts.js';
import {
  newcomersAmong,
  type OrganizationStanding,
  standingOf,
  type Standings,
} from '../balance/newcomers.js';
import type { ModelInUse } from '../model/pair-specs.js';
import { ListMaker } from './list-maker.js';
import { RulesInForce } from './rules-in-force.js';

/** The market as it stands, ready to be searched. */
export interface MarketNow {
  readonly index: MarketIndex;
  /** By subject, see {@link DrawnList.floors}; of what was never compared nothing is known. */
  readonly floors: Map<string, readonly number[]>;
  readonly lists: ListMaker;
  /** What the lists as they stand promise together. */
  readonly accounts: Accounts;
  readonly standings: Standings;
  /** Everybody and everything, in a fixed order. */
  readonly parties: () => MatchParty[];
  /** Everything of one organization that is compared. */
  readonly ofOrganization: (organizationId: string) => MatchParty[];
  /** Changes of transactions from this one on may not be in it. */
  readonly horizon: () => string;
  readonly vocabulary: Vocabulary;
  readonly model: ModelInUse;
}

interface Held extends MarketNow {
  /** UTC. What ends with a day ends without an event. */
  readonly day: string;
  readonly idsOf: Map<string, ReadonlySet<string>>;
  readonly newcomers: MarketIndex | undefined;
  readonly standings: Map<string, OrganizationStanding>;
  /** Everything that was committed by transactions before this one is in the index. */
  seenUpTo: string;
}

/**
 * The one index of this process. It is read from the database once and then follows the changes by the ids of their
 * transactions, whenever it is asked for: no notification has to arrive, and one that comes twice does no harm. New
 * words, new numbers of the model and a new day make it anew.
 */
@Injectable()
export class LiveMarket {
  private readonly logger = new Logger(LiveMarket.name);
  private held: Held | undefined;
  private turn: Promise<MarketNow> | undefined;

  constructor(
    private readonly database: Database,
    private readonly feed: MarketFeedRepository,
    private readonly runs: MatchRunRepository,
    private readonly loader: MarketLoader,
    private readonly rules: RulesInForce,
  ) {}

  /** With everything in it that was committed before the call. */
  async now(): Promise<MarketNow> {
    const before = this.turn;
    const mine = (async () => {
      await before?.catch(() => undefined);
      return this.bringUpToDate();
    })();
    this.turn = mine;
    return mine;
  }

  /** The next who asks reads everything again. */
  forget(): void {
    this.held = undefined;
  }

  private async bringUpToDate(): Promise<MarketNow> {
    let { held } = this;
    // Asked for at once: what changes meanwhile is told the next time.
    const [{ vocabulary, model, terms, capacities }, changes] = await Promise.all([
      this.rules.current(),
      held && this.feed.since(this.database, held.seenUpTo),
    ]);
    const day = new Date().toISOString().slice(0, 10);
    if (!changes || held?.vocabulary !== vocabulary || held.model !== model || held.day !== day) {
      held = this.held = await this.read(vocabulary, model, day);
    } else await this.follow(held, changes);
    held.accounts.settle(terms, capacities);
    return held;
  }

  private async read(vocabulary: Vocabulary, model: ModelInUse, day: string): Promise<Held> {
    const started = performance.now();
    const { horizon } = await this.feed.horizon(this.database);
    const { organizations, parties } = await this.loader.load();
    const index = new MarketIndex(parties, vocabulary, model.spec);
    const standings = new Map(organizations.map((of) => [of.id, standingOf(of, Date.parse(day))]));
    const newcomers = newcomersAmong(parties, standings, vocabulary, model.spec);
    const idsOf = new Map<string, ReadonlySet<string>>();
    for (const [organizationId, own] of byOrganization(parties)) {
      idsOf.set(organizationId, new Set(own.map(({ id }) => id)));
    }
    const heads = await this.runs.heads(this.database);
    const accounts = new Accounts();
    for (const [id, { promised }] of heads) if (index.get(id)) accounts.replace(id, promised);
    const ofOrganization = (id: string): MatchParty[] =>
      [...(idsOf.get(id) ?? [])].flatMap((own) => index.get(own) ?? []);
    const everybody = (): MatchParty[] => [...idsOf.keys()].sort().flatMap(ofOrganization).sort(byKind);
    const milliseconds = Math.round(performance.now() - started);
    this.logger.log({ msg: 'The market was read', parties: parties.length, milliseconds });
    const held: Held = {
      ...{ index, newcomers, standings, accounts, vocabulary, model, day, idsOf, ofOrganization },
      floors: new Map([...heads].map(([id, { floors }]) => [id, floors])),
      lists: new ListMaker({ index, newcomers, standings, vocabulary, model }),
      parties: everybody,
      horizon: () => held.seenUpTo,
      seenUpTo: horizon,
    };
    return held;
  }

  private async follow(held: Held, { organizationIds, horizon }: MarketChanges): Promise<void> {
    if (organizationIds.length > 0) {
      replace(held, organizationIds, await this.loader.of(organizationIds, held.vocabulary));
    }
    held.seenUpTo = horizon;
  }
}

function replace(held: Held, organizationIds: readonly string[], { organizations, parties }: Market): void {
  const { standings, day } = held;
  const own = byOrganization(parties);
  for (const of of organizations) standings.set(of.id, standingOf(of, Date.parse(day)));
  for (const id of organizationIds) replaceOwn(held, id, own.get(id) ?? []);
}

/** What stayed as it was is the same object, and is left where it stands. */
function replaceOwn(held: Held, organizationId: string, parties: readonly MatchParty[]): void {
  const { index, idsOf } = held;
  const newcomers = held.standings.get(organizationId)?.isNew ? held.newcomers : undefined;
  const ids = new Set(parties.map(({ id }) => id));
  for (const id of idsOf.get(organizationId) ?? []) {
    if (ids.has(id)) continue;
    index.remove(id);
    newcomers?.remove(id);
  }
  for (const party of parties) {
    if (index.get(party.id) === party) continue;
    index.upsert(party);
    newcomers?.upsert(party);
  }
  if (ids.size > 0) idsOf.set(organizationId, ids);
  else idsOf.delete(organizationId);
}

function byOrganization(parties: readonly MatchParty[]): Map<string, MatchParty[]> {
  const groups = new Map<string, MatchParty[]>();
  for (const party of parties) {
    const group = groups.get(party.organizationId);
    if (group) group.push(party);
    else groups.set(party.organizationId, [party]);
  }
  return groups;
}

function byKind(a: MatchParty, b: MatchParty): number {
  return a.kind === b.kind ? (a.id < b.id ? -1 : 1) : a.kind < b.kind ? -1 : 1;
}
