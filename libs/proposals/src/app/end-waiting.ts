import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { DossierRepository } from '../data/dossier.repository.js';
import { ProposalRepository } from '../data/proposal.repository.js';
import { proposalTransitions } from '../domain/proposal-states.js';
import { ProposalSteps } from './proposal-steps.js';

/** What was asked for was awaited until a moment that is over: the assessment goes on with what was handed in. */
@Injectable()
export class EndWaiting {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly dossiers: DossierRepository,
    private readonly steps: ProposalSteps,
  ) {}

  async execute(tx: Transaction, proposalId: string): Promise<void> {
    const proposal = await this.proposals.lockAny(tx, proposalId);
    if (!proposal || !(await this.dossiers.isOverdue(tx, proposalId))) return;
    const verb = proposal.state === 'more_info' ? 'readmit' : 'lapse';
    await this.steps.make(tx, proposal, [verb, proposalTransitions.transitions[verb].to]);
  }
}
