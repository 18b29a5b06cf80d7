import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, NotFound } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { ProposalRepository } from '../data/proposal.repository.js';
import { canonicalJson } from '../domain/canonical-json.js';
import { contentOf, missingForSubmission, type Proposal } from '../domain/proposal.js';
import { ownNextState } from '../domain/proposal-states.js';
import { ProposalIncomplete } from '../domain/proposal.errors.js';
import { ProposalAccess } from './proposal-access.js';
import { ProposalSteps, sourceOf } from './proposal-steps.js';

/**
 * Hands a draft in: its content is frozen as a version, and the receipt names that version by the SHA-256 of its
 * canonical JSON. Matching starts from the event.
 *
 * @throws NotFound, WrongState 409, ProposalIncomplete 422, StaleVersion 412
 */
@Injectable()
export class SubmitProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly proposals: ProposalRepository,
    private readonly steps: ProposalSteps,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) =>
      this.freeze(tx, await this.access.lock(tx, 'submit', id), version),
    );
  }

  /**
   * The same as part of a step of a higher feature, which has decided that `organizationId` may hand it in; what was
   * handed in before stays as it is.
   *
   * @throws NotFound, WrongState 409, ProposalIncomplete 422
   */
  async within(tx: Transaction, organizationId: string, id: string): Promise<Proposal> {
    const proposal = await this.proposals.lock(tx, id, organizationId);
    if (!proposal) throw new NotFound();
    return proposal.state === 'submitted' ? proposal : this.freeze(tx, proposal);
  }

  private async freeze(tx: Transaction, draft: Proposal, version?: number): Promise<Proposal> {
    const state = ownNextState(draft, 'submit');
    const missing = missingForSubmission(draft);
    if (missing.length > 0) throw new ProposalIncomplete(missing);
    assertVersion(draft.version, version);

    const number = (draft.receipt?.number ?? 0) + 1;
    const canonical = canonicalJson(contentOf(draft));
    const sha256 = createHash('sha256').update(canonical).digest('hex');
    const versionId = await this.proposals.freeze(tx, draft, { number, canonical, sha256 });
    const submitted = await this.steps.make(tx, draft, ['submit', state], {}, { submissions: number });
    tx.emit('proposal.submitted', sourceOf(submitted), { versionId });
    return submitted;
  }
}
