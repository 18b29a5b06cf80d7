import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, type ChangesOf, patched, saidOrNull } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { Files } from '#libs/platform/files';
import { ProposalsReader } from '#libs/proposals';
import { ApplicationRepository } from '../data/application.repository.js';
import type { Application, ApplicationContent } from '../domain/application.js';
import {
  ApplicationNotEditable,
  EntryProposalRefused,
  RecommenderRefused,
} from '../domain/application.errors.js';
import { ApplicationAccess } from './application-access.js';
import { REGISTRATION_DOCUMENT } from './registration-document.js';
import { Stakes } from './stakes.js';

/** Fields as they are sent: left out is unchanged, null is cleared. */
export type ApplicationChanges = ChangesOf<ApplicationContent, 'language'>;

/**
 * Replaces the sent fields of a draft; null clears a field. What is named is checked at once, so that nobody learns
 * at the end that the recommender cannot recommend.
 *
 * @throws NotFound, ApplicationNotEditable 409, RecommenderRefused, EntryProposalRefused, FileUnusable 422,
 * StaleVersion 412
 */
@Injectable()
export class EditApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ApplicationAccess,
    private readonly applications: ApplicationRepository,
    private readonly stakes: Stakes,
    private readonly proposals: ProposalsReader,
    private readonly files: Files,
  ) {}

  async execute(
    actor: Actor,
    id: string,
    changes: ApplicationChanges,
    version: number,
  ): Promise<Application> {
    const seen = await this.access.load(actor, 'update', id);
    if (seen.state === 'draft') await this.check(seen, changes);
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.access.lock(tx, 'update', id);
      if (application.state !== 'draft') throw new ApplicationNotEditable(application.state);
      assertVersion(application.version, version);

      const content = changedContent(application, changes);
      await this.keepDocument(tx, application, content.documentFileId);
      await this.applications.saveContent(tx, application, content);
      tx.audit({ action: 'application.update', entityType: 'membership-application', entityId: id });
      return this.applications.get(tx, id);
    });
  }

  private async check({ organizationId }: Application, changes: ApplicationChanges): Promise<void> {
    if (changes.recommenderId) {
      const refusal = await this.stakes.ofRecommender(organizationId, changes.recommenderId);
      if (refusal) throw new RecommenderRefused(refusal);
    }
    if (changes.proposalId) {
      const proposal = (await this.proposals.byIds([changes.proposalId])).get(changes.proposalId);
      if (proposal?.organizationId !== organizationId || proposal.state === 'withdrawn')
        throw new EntryProposalRefused();
    }
  }

  private async keepDocument(tx: Transaction, before: Application, fileId: string | null): Promise<void> {
    if (fileId === before.documentFileId) return;
    const owner = { ownerType: REGISTRATION_DOCUMENT.ownerType, ownerId: before.id };
    if (before.documentFileId !== null)
      await this.files.detach(tx, owner.ownerType, owner.ownerId, before.documentFileId);
    if (fileId !== null)
      await this.files.attach(tx, { ...owner, fileId, purpose: REGISTRATION_DOCUMENT.purpose });
  }
}

function changedContent(content: ApplicationContent, changes: ApplicationChanges): ApplicationContent {
  return {
    route: patched(changes.route, content.route, null),
    motivation: saidOrNull(patched(changes.motivation, content.motivation, null)),
    language: patched(changes.language, content.language, content.language),
    recommenderId: patched(changes.recommenderId, content.recommenderId, null),
    proposalId: patched(changes.proposalId, content.proposalId, null),
    documentFileId: patched(changes.documentFileId, content.documentFileId, null),
  };
}
