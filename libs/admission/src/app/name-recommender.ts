import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { ApplicationRepository } from '../data/application.repository.js';
import type { Application } from '../domain/application.js';
import { RecommenderRefused, RecommenderStillAsked } from '../domain/application.errors.js';
import { ApplicationAccess } from './application-access.js';
import { ApplicationMoves } from './application-moves.js';
import { RecommendationRequests } from './recommendation-requests.js';
import { Stakes } from './stakes.js';

/**
 * The applicant asks another organization to recommend it, or the same one again once its time was over. Who was
 * asked before is asked no longer.
 *
 * @throws NotFound, WrongState, RecommenderStillAsked 409, RecommenderRefused 422, StaleVersion 412
 */
@Injectable()
export class NameRecommender {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ApplicationAccess,
    private readonly moves: ApplicationMoves,
    private readonly requests: RecommendationRequests,
    private readonly repositories: ApplicationRepository,
    private readonly stakes: Stakes,
  ) {}

  async execute(actor: Actor, id: string, recommenderId: string, version?: number): Promise<Application> {
    const seen = await this.access.load(actor, 'name-recommender', id);
    const refusal = await this.stakes.ofRecommender(seen.organizationId, recommenderId);
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.access.lock(tx, 'name-recommender', id);
      const moved = await this.moves.make(tx, application, 'name-recommender');
      if (refusal) throw new RecommenderRefused(refusal);
      assertVersion(application.version, version);

      if (await this.requests.isAsked(tx, moved, recommenderId)) throw new RecommenderStillAsked();
      await this.requests.cancel(tx, moved);
      await this.repositories.saveContent(tx, moved, { ...moved, recommenderId });
      await this.requests.open(tx, moved, recommenderId);
      return this.repositories.get(tx, id);
    });
  }
}
