import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM_PERSON } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { MatchingRunRepository } from '../../data/matching-run.repository.js';
import { RunUnderWay } from '../../domain/matching.errors.js';
import {
  type MatchingRun,
  matchingRunTransitions,
  type RunReason,
  shardsOf,
} from '../../domain/matching-run.js';
import { sideOf } from '../live/list-maker.js';
import { LiveMarket, type MarketNow } from '../live/live-market.js';

/**
 * Begins to compare everybody with everybody anew. Whom it is about is written down when it begins, shard by shard;
 * the worker goes through the shards. One run at a time.
 */
@Injectable()
export class StartRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: MatchingRunRepository,
    private readonly live: LiveMarket,
  ) {}

  /** @throws RunUnderWay 409 */
  async execute(actor: Actor, reason: RunReason = 'asked'): Promise<MatchingRun> {
    const market = await this.live.now();
    return this.unitOfWork.run(actor, async (tx) => {
      const run = await this.begin(tx, market, reason);
      if (!run) throw new RunUnderWay();
      return run;
    });
  }

  /** What the market holds now; for {@link begin}, before its transaction. */
  async market(): Promise<MarketNow> {
    return this.live.now();
  }

  /** That of the night, unless one is under way. */
  async nightly(tx: Transaction, market: MarketNow): Promise<void> {
    await this.begin(tx, market, 'nightly');
  }

  /** One under way compares by numbers that are out of use: it ends, and another begins. */
  async instead(tx: Transaction, market: MarketNow, reason: RunReason): Promise<void> {
    await this.runs.holdAll(tx);
    const running = await this.runs.running(tx);
    if (running) await this.runs.end(tx, running, 'cancelled');
    await this.begin(tx, market, reason);
  }

  /** One that draws again what another has found. @throws RunUnderWay 409 */
  async rollback(tx: Transaction, market: MarketNow): Promise<MatchingRun> {
    const run = await this.begin(tx, market, 'rollback');
    if (!run) throw new RunUnderWay();
    return run;
  }

  /** One by the words of today, if the last one read texts by others. */
  async forNewWords(tx: Transaction, market: MarketNow): Promise<void> {
    const [last] = await this.runs.slice(tx, undefined, 1);
    if (last && last.vocabularyVersion !== market.vocabulary.version)
      await this.begin(tx, market, 'vocabulary');
  }

  /** Undefined when one is under way. */
  private async begin(
    tx: Transaction,
    market: MarketNow,
    reason: RunReason,
  ): Promise<MatchingRun | undefined> {
    await this.runs.holdAll(tx);
    if (await this.runs.running(tx)) return undefined;
    const id = newId();
    const subjects = market
      .parties()
      .map(sideOf)
      .map(({ type, id: subject }) => [type, subject] as const);
    const askedBy = tx.actor.personId === SYSTEM_PERSON ? null : tx.actor.personId;
    const run = {
      ...{ id, reason, askedBy, subjects: subjects.length },
      specVersion: market.model.version,
      vocabularyVersion: market.vocabulary.version,
    };
    await this.runs.insert(tx, run, shardsOf(subjects));
    tx.audit({
      action: 'matching-run.start',
      entityType: 'matching-run',
      entityId: id,
      toState: matchingRunTransitions.initial,
    });
    tx.emit('matching-run.started', { aggregateType: 'matching-run', aggregateId: id, seq: 1 }, {});
    return this.runs.get(tx, id);
  }
}
