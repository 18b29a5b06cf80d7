import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { MatchingRunRepository } from '../../data/matching-run.repository.js';
import { type MatchingRun, matchingRunTransitions } from '../../domain/matching-run.js';

/**
 * Ends a run before it is done. The lists it has drawn stay: each is right by itself.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class CancelRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: MatchingRunRepository,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<MatchingRun> {
    return this.unitOfWork.run(actor, async (tx) => {
      const run = await this.runs.find(tx, id);
      if (!run) throw new NotFound();
      const state = nextState(matchingRunTransitions, run.state, 'cancel');
      assertVersion(run.version, version);

      await this.runs.end(tx, run, 'cancelled');
      tx.audit({
        action: 'matching-run.cancel',
        entityType: 'matching-run',
        entityId: id,
        fromState: run.state,
        toState: state,
      });
      return this.runs.get(tx, id);
    });
  }
}
