import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState, StaleVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { FirstRunRepository } from '../data/first-run.repository.js';
import { type FirstRun, type FirstRunAnswers, firstRunTransitions, NOT_BEGUN } from '../domain/first-run.js';
import { FirstRunsReader } from './first-runs.reader.js';

/**
 * Keeps how far a person came, so that another device goes on there. The first keeping begins it. Only the
 * beginning is audited: what is typed later is a draft until it reaches the account or the profile.
 *
 * @throws WrongState 409 when it is finished, StaleVersion 412
 */
@Injectable()
export class KeepFirstRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly firstRuns: FirstRunRepository,
    private readonly reader: FirstRunsReader,
  ) {}

  async execute(actor: Actor, version: number, step: number, answers: FirstRunAnswers): Promise<FirstRun> {
    const { personId } = actor;
    await this.unitOfWork.run(actor, async (tx) => {
      const current = (await this.firstRuns.lock(tx, personId)) ?? NOT_BEGUN;
      nextState(firstRunTransitions, current.state, 'keep');
      assertVersion(current.version, version);

      if (current.version > 0) {
        await this.firstRuns.save(tx, personId, step, answers);
        return;
      }
      // Two devices began at once: the second one reads what the first wrote.
      if (!(await this.firstRuns.insert(tx, personId, step, answers))) throw new StaleVersion(1);
      tx.audit({
        action: 'first-run.begin',
        entityType: 'person',
        entityId: personId,
        toState: firstRunTransitions.initial,
      });
    });
    return this.reader.own(actor);
  }
}
