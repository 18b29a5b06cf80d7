import { Injectable } from '@nestjs/common';
import { CallClock, CallFollowers, type CallTerms, CallTermsReader, unmetRules } from '#libs/calls';
import { InvalidInput, NotFound } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { DossierRepository } from '../data/dossier.repository.js';
import { PartnerRepository } from '../data/partner.repository.js';
import {
  CallChanged,
  CallNotOpenToLead,
  RunsTheCall,
  StageClosed,
  WaitingOver,
} from '../domain/proposal.errors.js';
import type { CallOfProposal, Proposal } from '../domain/proposal.js';

/** Where a proposal meets its call. */
@Injectable()
export class CallEntry {
  constructor(
    private readonly clock: CallClock,
    private readonly terms: CallTermsReader,
    private readonly followers: CallFollowers,
    private readonly dossiers: DossierRepository,
    private readonly partners: PartnerRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  /**
   * Begins an answer to a call, in its first stage and while that is open, for whom its rules allow it.
   *
   * @throws InvalidInput 422 for a call that is not there, StageClosed 409, RunsTheCall 422, CallNotOpenToLead 422
   */
  async begin(tx: Transaction, proposal: Proposal, callId: string): Promise<void> {
    const terms = await this.terms.newest(tx, callId);
    if (!terms) throw new InvalidInput([{ pointer: '/callId', code: 'proposal/no-such-call' }]);
    const stage = await this.clock.openStage(tx, callId);
    if (!stage || stage.key !== terms.stages[0]?.key) throw new StageClosed();
    if (terms.organizationId === proposal.organizationId) throw new RunsTheCall('/callId');
    await this.assertOpenTo(tx, terms, proposal.organizationId);
    const call: CallOfProposal = {
      callId,
      callVersion: terms.number,
      callOrganizationId: terms.organizationId,
      stage: stage.key,
    };
    await this.dossiers.setCall(tx, proposal, call);
    await this.followers.addConcerned(tx, callId, proposal.organizationId);
  }

  private async assertOpenTo(tx: Transaction, terms: CallTerms, organizationId: string): Promise<void> {
    const lead = (await this.organizations.cards([organizationId], tx)).get(organizationId);
    const unmet = lead ? unmetRules(terms.eligibility, lead) : [];
    if (unmet.length > 0) throw new CallNotOpenToLead(unmet);
  }

  /** @throws RunsTheCall 422: who judges a proposal has no part in it */
  assertMayJoin({ call }: Proposal, organizationId: string): void {
    if (call?.callOrganizationId === organizationId) throw new RunsTheCall('/organizationId');
  }

  /** Says that an organization is to be told of what happens to the call. */
  async concern(tx: Transaction, { call }: Proposal, organizationId: string): Promise<void> {
    if (call) await this.followers.addConcerned(tx, call.callId, organizationId);
  }

  /** @throws StageClosed 409: its stage is not open, by the clock of the database and without grace */
  async assertOpen(tx: Transaction, { call }: Proposal): Promise<void> {
    if (call && (await this.clock.openStage(tx, call.callId))?.key !== call.stage) throw new StageClosed();
  }

  /**
   * The last word of the call on a submission.
   *
   * @throws StageClosed 409, WaitingOver 409, CallChanged 409, RunsTheCall 422
   */
  async assertTakes(tx: Transaction, proposal: Proposal): Promise<void> {
    const { call, state, id } = proposal;
    if (!call) return;
    if (state !== 'draft') {
      if (await this.dossiers.isOverdue(tx, id)) throw new WaitingOver();
      return;
    }
    await this.assertOpen(tx, proposal);
    const { callOrganizationId } = call;
    if (callOrganizationId === proposal.organizationId) throw new RunsTheCall('/callId');
    // By a merger a partner may have come to run it since.
    const runner = await this.partners.find(tx, id, callOrganizationId);
    if (runner?.state === 'accepted') throw new RunsTheCall(`/partners/${callOrganizationId}`);
    const newest = await this.terms.newest(tx, call.callId);
    if (newest && newest.number !== call.callVersion) throw new CallChanged(newest.number);
  }

  /**
   * Its people have seen the terms with this number. What was written stays as it is.
   *
   * @throws CallChanged 409 when there are newer ones
   */
  async acknowledge(tx: Transaction, proposal: Proposal, number: number): Promise<void> {
    if (!proposal.call) throw new NotFound();
    const newest = await this.terms.newest(tx, proposal.call.callId);
    if (newest?.number !== number) throw new CallChanged(newest?.number ?? 0);
    await this.dossiers.setCall(tx, proposal, { ...proposal.call, callVersion: number });
  }
}
