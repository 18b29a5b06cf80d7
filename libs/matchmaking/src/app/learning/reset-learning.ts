import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { LearningRepository } from '../../data/learning.repository.js';
import { MatchAnswerRepository } from '../../data/match-answer.repository.js';
import { type OrganizationLearning, unlearned } from '../../domain/learning.js';

/**
 * Forgets what answers have taught of the acting organization: its lists are drawn as everybody's from now on, and
 * answers up to now teach nothing any more.
 *
 * @throws NotFound, StaleVersion 412
 */
@Injectable()
export class ResetLearning {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly learning: LearningRepository,
    private readonly answers: MatchAnswerRepository,
  ) {}

  async execute(actor: Actor, organizationId: string, version?: number): Promise<OrganizationLearning> {
    if (actor.organization?.id !== organizationId) throw new NotFound();
    return this.unitOfWork.run(actor, async (tx) => {
      const before = (await this.learning.find(tx, organizationId)) ?? unlearned(organizationId);
      assertVersion(before.version, version);

      await this.learning.reset(tx, organizationId);
      await this.answers.dropUnfolded(tx, organizationId);
      const after = (await this.learning.find(tx, organizationId)) ?? before;

      tx.audit({ action: 'learning.reset', entityType: 'organization', entityId: organizationId });
      const source = { aggregateType: 'learning', aggregateId: organizationId, seq: after.version };
      tx.emit('learning.reset', source, {});
      return after;
    });
  }
}
