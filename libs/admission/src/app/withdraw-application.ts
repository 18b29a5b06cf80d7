import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import type { Application } from '../domain/application.js';
import { ApplicationAccess } from './application-access.js';
import { ApplicationMoves, sourceOf } from './application-moves.js';
import { RecommendationRequests } from './recommendation-requests.js';

/**
 * The applicant takes its application back; it may begin another one. Nobody is asked for it any more.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ApplicationAccess,
    private readonly moves: ApplicationMoves,
    private readonly requests: RecommendationRequests,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Application> {
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.access.lock(tx, 'withdraw', id);
      const withdrawn = await this.moves.make(tx, application, 'withdraw');
      assertVersion(application.version, version);
      await this.requests.cancel(tx, withdrawn);
      // What was never sent, nobody waits for.
      if (application.state !== 'draft') tx.emit('application.withdrawn', sourceOf(withdrawn), {});
      return withdrawn;
    });
  }
}
