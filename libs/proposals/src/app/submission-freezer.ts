import { Injectable } from '@nestjs/common';
import { canonicalJson } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { LetterRepository } from '../data/letter.repository.js';
import { ProposalRepository } from '../data/proposal.repository.js';
import type { FrozenDossier, FrozenLetter, SignedDossier, SignOff } from '../domain/dossier.js';
import { isBlankDossier } from '../domain/dossier.js';
import { ProposalIncomplete } from '../domain/proposal.errors.js';
import { contentOf, type FrozenContent, type Proposal } from '../domain/proposal.js';
import { hashOf, type SignedContent, SignedContents } from './signed-contents.js';
import { SubmissionCheck } from './submission-check.js';

/** Makes of what is written a version that never changes. */
@Injectable()
export class SubmissionFreezer {
  constructor(
    private readonly contents: SignedContents,
    private readonly check: SubmissionCheck,
    private readonly letters: LetterRepository,
    private readonly proposals: ProposalRepository,
  ) {}

  /**
   * Everything that is handed in, once nothing is missing. From here on nobody writes its sections.
   *
   * @throws ProposalIncomplete 422, with all that is missing
   */
  async complete(
    tx: Transaction,
    proposal: Proposal,
  ): Promise<{ dossier: SignedDossier; complete: FrozenContent }> {
    await this.contents.seal(tx, proposal.id);
    const content = await this.contents.of(tx, proposal);
    const terms = await this.check.termsFor(tx, proposal);
    const missing = await this.check.missing(tx, proposal, content, terms);
    if (missing.length > 0) throw new ProposalIncomplete(missing);
    const letters = await this.frozenLetters(tx, proposal.id);
    const { dossier } = content;
    // What says no more than every proposal does is kept as it always was.
    if (isBlankDossier(dossier) && letters.length === 0) return { dossier, complete: contentOf(proposal) };
    return { dossier, complete: { ...contentOf(proposal), dossier: frozenDossier(content, letters) } };
  }

  async freeze(
    tx: Transaction,
    proposal: Proposal,
    content: FrozenContent,
  ): Promise<{ versionId: string; number: number }> {
    const number = (proposal.receipt?.number ?? 0) + 1;
    const frozen = { number, canonical: canonicalJson(content), sha256: hashOf(content) };
    return { versionId: await this.proposals.freeze(tx, proposal, frozen), number };
  }

  private async frozenLetters(tx: Transaction, proposalId: string): Promise<FrozenLetter[]> {
    const letters = await this.letters.of(tx, proposalId);
    return letters.flatMap(({ state, organizationId, dated, body, language, signedBy, sha256 }) => {
      if (state !== 'given' || !dated || !body || !language || !signedBy || !sha256) return [];
      return [{ organizationId, dated, body, language, signedBy, sha256 }];
    });
  }
}

function frozenDossier({ dossier, sha256, partners }: SignedContent, letters: FrozenLetter[]): FrozenDossier {
  const signOffs: SignOff[] = partners.flatMap(({ organizationId, signedSha256, signedBy, signedAt }) => {
    if (!signedSha256 || !signedBy || !signedAt) return [];
    return [{ organizationId, personId: signedBy, sha256: signedSha256, at: signedAt.toISOString() }];
  });
  return { ...dossier, signedSha256: sha256, signOffs, letters };
}
