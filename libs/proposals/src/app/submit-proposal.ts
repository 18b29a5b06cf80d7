import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, NotFound } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { ProposalRepository } from '../data/proposal.repository.js';
import type { Proposal } from '../domain/proposal.js';
import { handingInVerb, ownNextState } from '../domain/proposal-states.js';
import { CallEntry } from './call-entry.js';
import { ProposalAccess } from './proposal-access.js';
import { ProposalSteps, sourceOf } from './proposal-steps.js';
import { SubmissionFreezer } from './submission-freezer.js';

/**
 * Hands in a draft, or what was asked for: content, dossier, annexes, partners and letters are frozen as a version, and
 * the receipt names that version by the SHA-256 of its canonical JSON. Matching starts from the event.
 *
 * @throws NotFound, WrongState 409, StageClosed 409, WaitingOver 409, CallChanged 409, RunsTheCall 422,
 * ProposalIncomplete 422, StaleVersion 412
 */
@Injectable()
export class SubmitProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProposalAccess,
    private readonly proposals: ProposalRepository,
    private readonly call: CallEntry,
    private readonly freezer: SubmissionFreezer,
    private readonly steps: ProposalSteps,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Proposal> {
    return this.unitOfWork.run(actor, async (tx) =>
      this.handIn(tx, await this.access.lock(tx, 'submit', id), version),
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
    return proposal.state === 'submitted' ? proposal : this.handIn(tx, proposal);
  }

  private async handIn(tx: Transaction, written: Proposal, version?: number): Promise<Proposal> {
    const verb = handingInVerb(written.state);
    const state = ownNextState(written, verb);
    await this.call.assertTakes(tx, written);
    const { dossier, complete } = await this.freezer.complete(tx, written);
    assertVersion(written.version, version);

    const { versionId, number } = await this.freezer.freeze(tx, written, complete);
    const submitted = await this.steps.make(tx, written, [verb, state], {}, { submissions: number });

    const source = sourceOf(submitted);
    if (verb === 'submit') {
      const callId = submitted.call?.callId ?? null;
      tx.emit('proposal.submitted', source, { versionId, callId });
    } else if (submitted.call) {
      const toOrganizationId = submitted.call.callOrganizationId;
      tx.emit('proposal.supplied', source, { versionId, toOrganizationId });
    }
    for (const { organizationId: toOrganizationId } of dossier.partners) {
      tx.emit('proposal.handed-in', source, { toOrganizationId });
    }
    return submitted;
  }
}
