import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { DrawnListRepository } from '../../data/drawn-list.repository.js';
import type { NewPlan } from '../../data/matching-plan.repository.js';
import { keyOf } from '../../domain/match.js';
import { sideOf } from '../live/list-maker.js';
import type { MarketNow } from '../live/live-market.js';
import { MatchingInputs } from '../model/matching-inputs.js';
import { MarketTermsReader } from '../balance/market-terms.reader.js';
import { planInThread } from './plan-in-thread.js';

/** Draws up all lists of the market as it stands, by terms that follow how people have answered until now. */
@Injectable()
export class MarketPlanner {
  constructor(
    private readonly database: Database,
    private readonly terms: MarketTermsReader,
    private readonly lists: DrawnListRepository,
    private readonly inputs: MatchingInputs,
  ) {}

  /** Writes nothing. Rejects when `signal` is aborted. */
  async plan(market: MarketNow, signal: AbortSignal): Promise<NewPlan> {
    const horizon = market.horizon();
    const parties = market.parties();
    const sides = parties.map(sideOf);
    const dismissed = await this.lists.dismissedBy(this.database, sides);
    const { capacities, ...curves } = await this.terms.fresh();
    const unwanted = sides.flatMap((side) => {
      const others = dismissed.get(keyOf(side));
      return others ? [[side.id, others] as const] : [];
    });
    const { model, standings, vocabulary } = market;
    const graph = this.inputs.graphOf(vocabulary);
    const { lists, accounts, fairLooks } = await planInThread(
      { parties, capacities, model, standings, graph, terms: curves, unwanted: new Map(unwanted) },
      signal,
    );
    const typeOf = new Map(sides.map(({ id, type }) => [id, type]));
    return {
      ...{ horizon, accounts, terms: { ...curves, fairLooks } },
      lists: lists.flatMap((list) => {
        const type = typeOf.get(list.id);
        return type === undefined ? [] : [{ ...list, type }];
      }),
    };
  }
}
