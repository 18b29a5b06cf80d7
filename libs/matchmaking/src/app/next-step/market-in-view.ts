import { Injectable } from '@nestjs/common';
import { type Market, MarketLoader } from '../market.loader.js';

/** What others offer and want need not be newer than this to advise somebody. */
const KEPT_MS = 30_000;

/** The market as it was a moment ago, read once for everybody who asks in between. */
@Injectable()
export class MarketInView {
  private seen: { readonly at: number; readonly market: Promise<Market> } | undefined;

  constructor(private readonly market: MarketLoader) {}

  /** With that organization in it, unless it takes no part today either. */
  async with(organizationId: string): Promise<Market> {
    const market = await this.load();
    if (market.organizations.some(({ id }) => id === organizationId)) return market;
    this.forget();
    return this.load();
  }

  /** The next one who asks sees the market as it is then. */
  forget(): void {
    this.seen = undefined;
  }

  private async load(): Promise<Market> {
    const now = Date.now();
    if (!this.seen || now - this.seen.at > KEPT_MS) {
      const market = this.market.load();
      this.seen = { at: now, market };
      // What failed is not kept.
      market.catch(() => {
        this.forget();
      });
    }
    return this.seen.market;
  }
}
