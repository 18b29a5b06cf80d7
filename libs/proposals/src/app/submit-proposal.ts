import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState, NotFound } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { ProposalRepository } from '../data/proposal.repository.js';
import { canonicalJson } from '../domain/canonical-json.js';
import { contentOf, missingForSubmission, type Proposal, proposalTransitions } from '../domain/proposal.js';
import { ProposalIncomplete } from '../domain/proposal.errors.js';
import { ProposalAccess } from './proposal-access.js';

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
    const { id } = draft;
    const state = nextState(proposalTransitions, draft.state, 'submit');
    const missing = missingForSubmission(draft);
    if (missing.length > 0) throw new ProposalIncomplete(missing);
    assertVersion(draft.version, version);

    const number = (draft.receipt?.number ?? 0) + 1;
    const canonical = canonicalJson(contentOf(draft));
    const sha256 = createHash('sha256').update(canonical).digest('hex');
    const versionId = await this.proposals.freeze(tx, draft, { number, canonical, sha256 });
    await this.proposals.move(tx, draft, state, number);
    const submitted = await this.proposals.get(tx, id);

    tx.audit({
      action: 'proposal.submit',
      entityType: 'proposal',
      entityId: id,
      fromState: draft.state,
      toState: state,
    });
    const source = { aggregateType: 'proposal', aggregateId: id, seq: submitted.version };
    tx.emit('proposal.submitted', source, { versionId });
    return submitted;
  }
}
