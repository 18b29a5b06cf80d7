import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { Application } from '../domain/application.js';
import { AppealedBefore } from '../domain/application.errors.js';
import { type Said, wordsOf } from './answer-question.js';
import { ApplicationAccess } from './application-access.js';
import { ApplicationMoves, sourceOf } from './application-moves.js';

/**
 * The applicant appeals, once: an officer who has not decided before looks at it again.
 *
 * @throws NotFound, WrongState, AppealedBefore 409, StaleVersion 412
 */
@Injectable()
export class AppealRejection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ApplicationAccess,
    private readonly moves: ApplicationMoves,
  ) {}

  async execute(actor: Actor, id: string, said: Said, version?: number): Promise<Application> {
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.access.lock(tx, 'appeal', id);
      const appealed = await this.moves.make(tx, application, 'appeal', wordsOf(said), { appealed: true });
      if (application.appealedAt !== null) throw new AppealedBefore();
      assertVersion(application.version, version);
      tx.emit('application.appealed', sourceOf(appealed), {});
      return appealed;
    });
  }
}
