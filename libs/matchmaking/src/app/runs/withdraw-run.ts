import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { MatchingPlanRepository } from '../../data/matching-plan.repository.js';
import { MatchingRunRepository } from '../../data/matching-run.repository.js';
import { NoRunBefore } from '../../domain/matching.errors.js';
import { type MatchingRun, matchingRunTransitions, RUNS_KEPT } from '../../domain/matching-run.js';
import { StartRun } from './start-run.js';

/**
 * Takes the last finished run back: a new run begins that has planned what the one before found, and turns every list
 * to it. Who takes part no more is left out, whoever has joined since gets a list of today, and scores are those of
 * today. Answers the new run.
 *
 * @throws NotFound, WrongState 409, NoRunBefore 409, RunUnderWay 409, StaleVersion 412
 */
@Injectable()
export class WithdrawRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: MatchingRunRepository,
    private readonly plans: MatchingPlanRepository,
    private readonly startRun: StartRun,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<MatchingRun> {
    const market = await this.startRun.market();
    return this.unitOfWork.run(actor, async (tx) => {
      await this.runs.holdAll(tx);
      const run = await this.runs.find(tx, id);
      if (!run) throw new NotFound();
      const state = nextState(matchingRunTransitions, run.state, 'withdraw');
      assertVersion(run.version, version);
      const [last, before] = await this.runs.lastFinished(tx, RUNS_KEPT);
      if (last?.id !== id || !before) throw new NoRunBefore();

      await this.runs.withdraw(tx, run);
      const again = await this.startRun.rollback(tx, market);
      await this.plans.copy(tx, before.id, again.id);
      const { version: seq } = await this.runs.get(tx, id);
      tx.audit({
        action: 'matching-run.withdraw',
        entityType: 'matching-run',
        entityId: id,
        fromState: run.state,
        toState: state,
      });
      tx.emit('matching-run.withdrawn', { aggregateType: 'matching-run', aggregateId: id, seq }, {});
      return this.runs.get(tx, again.id);
    });
  }
}
