import { Injectable, Logger } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { Database, type Transaction, UnitOfWork } from '#libs/platform/database';
import { MatchingRunRepository } from '../../data/matching-run.repository.js';
import { type MatchingRun, matchingRunTransitions, RUNS_KEPT } from '../../domain/matching-run.js';
import { DrawTurns } from '../live/draw-turns.js';
import { PlanRun } from './plan-run.js';
import { type DrawnShard, ShardLists } from './shard-lists.js';

/**
 * Plans the lists of a run together, then goes through its shards, one transaction each: whatever interrupts it, it goes on with the first shard
 * that is not done. Of everything a shard finds only what has changed is written.
 */
@Injectable()
export class RunMatching {
  private readonly logger = new Logger(RunMatching.name);

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: MatchingRunRepository,
    private readonly plans: PlanRun,
    private readonly lists: ShardLists,
    private readonly turns: DrawTurns,
  ) {}

  /** Resolves when the run has ended; rejects when `signal` is aborted, after the shard under way. */
  async execute(runId: string, requestId: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const run = await this.runs.find(this.database, runId);
      if (run?.state !== 'running') return;
      if (run.plannedAt === null) {
        await this.plans.execute(run, requestId, signal);
        continue;
      }
      const shard = await this.runs.nextShard(this.database, runId);
      if (!shard) return this.finish(run, requestId);
      await this.turns.take(async () => {
        const drawn = await this.lists.draw(run, shard);
        await this.unitOfWork.run(systemActor(requestId), (tx) => this.write(tx, run, drawn));
      });
    }
  }

  private async write(tx: Transaction, run: MatchingRun, drawn: DrawnShard): Promise<void> {
    if (!(await this.runs.finishShard(tx, run.id, drawn.result))) return;
    await this.lists.write(tx, run, drawn);
  }

  private async finish(run: MatchingRun, requestId: string): Promise<void> {
    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      await this.runs.end(tx, run, 'finished');
      await this.runs.prune(tx, RUNS_KEPT);
      const { version, resultHash } = await this.runs.get(tx, run.id);
      tx.audit({
        action: 'matching-run.finish',
        entityType: 'matching-run',
        entityId: run.id,
        fromState: run.state,
        toState: matchingRunTransitions.transitions.finish.to,
      });
      tx.emit(
        'matching-run.finished',
        { aggregateType: 'matching-run', aggregateId: run.id, seq: version },
        {},
      );
      this.logger.log({ msg: 'Everybody was compared', run: run.id, subjects: run.subjects, resultHash });
    });
  }
}
