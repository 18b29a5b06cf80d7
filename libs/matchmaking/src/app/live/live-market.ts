import { Injectable, Logger } from '@nestjs/common';
import { MarketIndex, type MatchParty } from '#libs/matching';
import { Database } from '#libs/platform/database';
import type { Vocabulary } from '#libs/taxonomy';
import { MarketFeedRepository } from '../../data/market-feed.repository.js';
import { MatchRunRepository } from '../../data/match-run.repository.js';
import { MarketLoader } from '../market.loader.js';
import { ModelsReader } from '../model/models.reader.js';
import type { ModelInUse } from '../model/pair-specs.js';
import { VocabularyInUse } from '../vocabulary-in-use.js';
import { ListMaker } from './list-maker.js';

/** The market as it stands, ready to be searched. */
export interface MarketNow {
  readonly index: MarketIndex;
  /** By subject, see {@link DrawnList.floors}; of what was never compared nothing is known. */
  readonly floors: Map<string, readonly number[]>;
  readonly lists: ListMaker;
  /** Everybody and everything, in a fixed order. */
  readonly parties: () => MatchParty[];
  /** Everything of one organization that is compared. */
  readonly ofOrganization: (organizationId: string) => MatchParty[];
  readonly vocabulary: Vocabulary;
  readonly model: ModelInUse;
}

interface Held extends MarketNow {
  /** UTC. What ends with a day ends without an event. */
  readonly day: string;
  readonly idsOf: Map<string, ReadonlySet<string>>;
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
    private readonly vocabularies: VocabularyInUse,
    private readonly models: ModelsReader,
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
    const vocabulary = await this.vocabularies.current();
    const model = await this.models.current();
    const day = new Date().toISOString().slice(0, 10);
    const { held } = this;
    if (held?.vocabulary !== vocabulary || held.model !== model || held.day !== day) {
      return (this.held = await this.read(vocabulary, model, day));
    }
    await this.follow(held);
    return held;
  }

  private async read(vocabulary: Vocabulary, model: ModelInUse, day: string): Promise<Held> {
    const started = performance.now();
    const { horizon } = await this.feed.horizon(this.database);
    const { parties } = await this.loader.load();
    const index = new MarketIndex(parties, vocabulary, model.spec);
    const idsOf = new Map<string, ReadonlySet<string>>();
    for (const [organizationId, own] of byOrganization(parties)) {
      idsOf.set(organizationId, new Set(own.map(({ id }) => id)));
    }
    const milliseconds = Math.round(performance.now() - started);
    this.logger.log({ msg: 'The market was read', parties: parties.length, milliseconds });
    const lists = new ListMaker({ index, vocabulary, model });
    const floors = await this.runs.floors(this.database);
    const ofOrganization = (id: string): MatchParty[] =>
      [...(idsOf.get(id) ?? [])].flatMap((own) => index.get(own) ?? []);
    const everybody = (): MatchParty[] => [...idsOf.keys()].sort().flatMap(ofOrganization).sort(byKind);
    return {
      index,
      floors,
      lists,
      parties: everybody,
      ofOrganization,
      vocabulary,
      model,
      day,
      idsOf,
      seenUpTo: horizon,
    };
  }

  private async follow(held: Held): Promise<void> {
    const { organizationIds, horizon } = await this.feed.since(this.database, held.seenUpTo);
    if (organizationIds.length > 0) {
      const own = byOrganization(await this.loader.partiesOf(organizationIds));
      for (const organizationId of organizationIds)
        replace(held, organizationId, own.get(organizationId) ?? []);
    }
    held.seenUpTo = horizon;
  }
}

/** What stayed as it was is the same object, and is left where it stands. */
function replace({ index, idsOf }: Held, organizationId: string, parties: readonly MatchParty[]): void {
  const ids = new Set(parties.map(({ id }) => id));
  for (const id of idsOf.get(organizationId) ?? []) if (!ids.has(id)) index.remove(id);
  for (const party of parties) if (index.get(party.id) !== party) index.upsert(party);
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
