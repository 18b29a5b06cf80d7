import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, saidOrNull, WrongState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { RatingRepository } from '../data/rating.repository.js';
import { areAllIn, unratedBy } from '../domain/closing.js';
import type { Rating } from '../domain/project.js';
import { AlreadyRated, NotAPartner, RatingsOpen } from '../domain/projects.errors.js';
import { ProjectAccess } from './project-access.js';
import { ProjectRecords } from './project-records.js';
import { SealedRatings } from './sealed-ratings.js';

/**
 * What the acting organization says of a partner, once and for good, and before it can read the others. The last one of
 * all opens them.
 *
 * @throws NotFound, WrongState 409, RatingsOpen 409, AlreadyRated 409, NotAPartner 422
 */
@Injectable()
export class RatePartners {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly ratings: RatingRepository,
    private readonly seal: SealedRatings,
    private readonly records: ProjectRecords,
  ) {}

  async execute(actor: Actor, id: string, given: Omit<Rating, 'byOrganizationId'>): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { project, partners } = await this.access.lock(tx, 'submit', id);
      if (project.state !== 'closing') throw new WrongState('project', 'rate', project.state);
      const byOrganizationId = actingOrganization(actor).id;
      const others = partners.filter(({ organizationId }) => organizationId !== byOrganizationId);
      if (!others.some(({ organizationId }) => organizationId === given.aboutOrganizationId))
        throw new NotAPartner();
      if (await this.seal.areOpen(tx, project, partners)) throw new RatingsOpen();
      const rating = { ...given, words: saidOrNull(given.words), byOrganizationId };
      if (!(await this.ratings.add(tx, id, rating))) throw new AlreadyRated();
      await this.records.changed(tx, project, 'rate', 'project.rated');
      const all = await this.ratings.of(tx, id);
      if (unratedBy(byOrganizationId, partners, all).length === 0)
        this.records.announceRatings(tx, project, byOrganizationId);
      if (!areAllIn(partners, all)) return;
      await this.seal.stopWaiting(tx, id);
      const told = [...partners.map(({ organizationId }) => organizationId), project.runnerId];
      this.records.tell(tx, 'project.ratings-opened', project, told);
    });
  }
}
