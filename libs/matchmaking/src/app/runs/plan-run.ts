import { Injectable, Logger } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { MatchingPlanRepository } from '../../data/matching-plan.repository.js';
import type { MatchingRun } from '../../domain/matching-run.js';
import { LiveMarket } from '../live/live-market.js';
import { MarketPlanner } from '../plan/market-planner.js';

/**
 * Draws up all lists of a run at once, so that they fit together, and keeps them with the terms they were drawn by.
 * What is planned is written shard by shard afterwards; a run that is interrupted before it is planned is planned anew.
 */
@Injectable()
export class PlanRun {
  private readonly logger = new Logger(PlanRun.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly live: LiveMarket,
    private readonly planner: MarketPlanner,
    private readonly plans: MatchingPlanRepository,
  ) {}

  /** Rejects when `signal` is aborted. */
  async execute(run: MatchingRun, requestId: string, signal: AbortSignal): Promise<void> {
    const started = performance.now();
    const plan = await this.planner.plan(await this.live.now(), signal);
    await this.unitOfWork.run(systemActor(requestId), (tx) => this.plans.insert(tx, run.id, plan));
    const milliseconds = Math.round(performance.now() - started);
    this.logger.log({ msg: 'All lists were planned', run: run.id, lists: plan.lists.length, milliseconds });
  }
}
