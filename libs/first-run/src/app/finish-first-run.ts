import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { FirstRunRepository } from '../data/first-run.repository.js';
import { type FirstRun, firstRunTransitions } from '../domain/first-run.js';
import { FirstRunsReader } from './first-runs.reader.js';

/**
 * Ends the first run; its answers are blanked, since what counted was saved where it belongs.
 *
 * @throws NotFound when it never began, WrongState 409 when it is over, StaleVersion 412
 */
@Injectable()
export class FinishFirstRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly firstRuns: FirstRunRepository,
    private readonly reader: FirstRunsReader,
  ) {}

  async execute(actor: Actor, version?: number): Promise<FirstRun> {
    await this.unitOfWork.run(actor, async (tx) => {
      const current = await this.firstRuns.lock(tx, actor.personId);
      if (!current) throw new NotFound();
      const state = nextState(firstRunTransitions, current.state, 'finish');
      assertVersion(current.version, version);

      await this.firstRuns.finish(tx, actor.personId);
      tx.audit({
        action: 'first-run.finish',
        entityType: 'person',
        entityId: actor.personId,
        fromState: current.state,
        toState: state,
      });
    });
    return this.reader.own(actor);
  }
}
