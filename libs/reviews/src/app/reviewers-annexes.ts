import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CallTermsReader } from '#libs/calls';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { type AnnexOf, AnnexReader, AnnexReaders, SubmittedVersions } from '#libs/proposals';
import { ReviewRepository } from '../data/review.repository.js';

const GIVEN_BACK: readonly string[] = ['declined', 'conflicted', 'expired'];

/**
 * Who reviews a proposal reads the annexes of the versions under review. In a blind round nobody does: a file may say
 * anything.
 */
@Injectable()
export class ReviewersAnnexes extends AnnexReader implements OnModuleInit {
  constructor(
    private readonly readers: AnnexReaders,
    private readonly database: Database,
    private readonly reviews: ReviewRepository,
    private readonly calls: CallTermsReader,
    private readonly versions: SubmittedVersions,
  ) {
    super();
  }

  onModuleInit(): void {
    this.readers.register(this);
  }

  async mayRead(actor: Actor, { proposalId, fileId }: AnnexOf): Promise<boolean> {
    const { id: organizationId } = actingOrganization(actor);
    const own = await this.reviews.ofReviewer(this.database, proposalId, actor.personId, organizationId);
    const standing = own.filter(({ state }) => !GIVEN_BACK.includes(state));
    const [{ callId } = {}] = standing;
    if (callId === undefined || !actor.permissions.has('review.read')) return false;
    const terms = await this.calls.newest(this.database, callId);
    if (!terms || terms.isBlind) return false;
    const seen = new Set(standing.map(({ versionNumber }) => versionNumber));
    const versions = await this.versions.all(this.database, proposalId);
    return versions.some(
      ({ number, content }) =>
        seen.has(number) && content.dossier?.annexes.some((annex) => annex.fileId === fileId) === true,
    );
  }
}
