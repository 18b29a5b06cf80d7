import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { MarketTermsRepository } from '../../data/market-terms.repository.js';
import {
  type Capacities,
  capacityOf,
  FIRST_TERMS,
  type MarketTerms,
  termsFrom,
} from '../../domain/market-terms.js';

export interface TermsInForce {
  readonly terms: MarketTerms;
  readonly capacities: Capacities;
}

/** By what lists are balanced: what the last run has agreed on, and what the next one would. */
@Injectable()
export class MarketTermsReader {
  private seen: { readonly runId: string | null; readonly agreed: TermsInForce } = {
    runId: null,
    agreed: { terms: FIRST_TERMS, capacities: new Map() },
  };

  constructor(
    private readonly database: Database,
    private readonly repository: MarketTermsRepository,
  ) {}

  /** The same object for as long as it is up to date. */
  async current(): Promise<TermsInForce> {
    const runId = await this.repository.inForce(this.database);
    if (runId !== null && runId !== this.seen.runId) {
      const terms = (await this.repository.termsOf(this.database, runId)) ?? FIRST_TERMS;
      const capacities = await this.repository.capacitiesOf(this.database, runId);
      this.seen = { runId, agreed: { terms, capacities } };
    }
    return this.seen.agreed;
  }

  /** As people have answered until now. */
  async fresh(): Promise<Pick<MarketTerms, 'answers' | 'welcomes'> & { readonly capacities: Capacities }> {
    const shown = await this.repository.shown(this.database);
    const written = await this.repository.written(this.database);
    const letters = await this.repository.letters(this.database);
    const capacities = new Map(letters.map((of) => [of.organizationId, capacityOf(of)]));
    return { ...termsFrom(shown, written), capacities };
  }
}
