import { Injectable } from '@nestjs/common';
import type { MatchParty } from '#libs/matching';
import { keyOf, type SubjectRef } from '../../domain/match.js';
import { type Market, MarketLoader } from '../market.loader.js';
import { sideOf } from '../live/list-maker.js';
import { ModelsReader } from '../model/models.reader.js';
import { PairSpecs } from '../model/pair-specs.js';

/** A market, and by which numbers its parties are compared. */
export interface MarketSeen extends Market {
  readonly specs: PairSpecs;
}

/** By what parties are compared. */
export type Yardstick = Pick<MarketSeen, 'vocabulary' | 'specs'>;

/** Some parties and the market they stand in. */
export interface PartiesInView {
  readonly market: MarketSeen;
  readonly parties: readonly (MatchParty | undefined)[];
}

/** What others offer and want need not be newer than this to advise somebody. */
const KEPT_MS = 30_000;

/** The market as it was a moment ago, read once for everybody who asks in between. */
@Injectable()
export class MarketInView {
  private seen: { readonly at: number; readonly market: Promise<MarketSeen> } | undefined;

  constructor(
    private readonly market: MarketLoader,
    private readonly models: ModelsReader,
  ) {}

  /** With that organization in it, unless it takes no part today either. */
  async with(organizationId: string): Promise<MarketSeen> {
    const market = await this.load();
    if (market.organizations.some(({ id }) => id === organizationId)) return market;
    this.forget();
    return this.load();
  }

  /**
   * As it was at `since` or later, with those things in it; what takes no part today is undefined there, in the order
   * of `refs`.
   */
  async parties(refs: readonly SubjectRef[], since = new Date(0)): Promise<PartiesInView> {
    if (this.seen && this.seen.at <= since.getTime()) this.forget();
    const known = partiesIn(await this.load(), refs);
    if (!known.parties.includes(undefined)) return known;
    this.forget();
    return partiesIn(await this.load(), refs);
  }

  /** The next one who asks sees the market as it is then. */
  forget(): void {
    this.seen = undefined;
  }

  private async load(): Promise<MarketSeen> {
    const now = Date.now();
    if (!this.seen || now - this.seen.at > KEPT_MS) {
      const market = this.read();
      this.seen = { at: now, market };
      // What failed is not kept.
      market.catch(() => {
        this.forget();
      });
    }
    return this.seen.market;
  }

  private async read(): Promise<MarketSeen> {
    const model = await this.models.current();
    return { ...(await this.market.load()), specs: new PairSpecs(model) };
  }
}

function partiesIn(market: MarketSeen, refs: readonly SubjectRef[]): PartiesInView {
  const wanted = new Map(refs.map((ref) => [keyOf(ref), undefined as MatchParty | undefined]));
  for (const party of market.parties) {
    const key = keyOf(sideOf(party));
    if (wanted.has(key)) wanted.set(key, party);
  }
  return { market, parties: refs.map((ref) => wanted.get(keyOf(ref))) };
}
