import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, InvalidInput } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { type Proposal, ProposalMoves } from '#libs/proposals';
import { PanelRepository } from '../data/panel.repository.js';
import { DeskAccess } from './desk-access.js';

export interface RevisionAsked {
  /** What is to be changed, for the proposing side. */
  readonly words: string;
  readonly language: string;
  readonly dueAt: Date;
}

interface Place {
  readonly callId: string;
  readonly proposalId: string;
}

/**
 * The chair ends the discussion of a proposal: it is ready for the decision, or is to be revised first.
 *
 * @throws NotFound, WrongState 409, InvalidInput 422, StaleVersion 412
 */
@Injectable()
export class LeadPanel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: DeskAccess,
    private readonly panel: PanelRepository,
    private readonly moves: ProposalMoves,
  ) {}

  /** Opens the proposal again until `dueAt`; what comes back goes to the same reviewers. */
  async requestRevision(actor: Actor, at: Place, asked: RevisionAsked, version?: number): Promise<Proposal> {
    const { terms, stage } = await this.access.desk(actor, at.callId);
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lockProposal(tx, at.callId, at.proposalId);
      const { words, language, dueAt } = asked;
      const moved = await this.moves.requestRevision(tx, proposal.id, {
        note: words,
        language,
        dueAt,
        version,
      });
      const clock = await tx.row<{ isPast: boolean }>('select $1::timestamptz <= now() as "isPast"', [dueAt]);
      if (clock?.isPast) throw new InvalidInput([{ pointer: '/dueAt', code: 'request/past' }]);
      const step = {
        verb: 'request-revision' as const,
        ruleNumber: null,
        fields: [],
        words,
        language,
        dueAt,
      };
      await this.panel.record(tx, { ...at, stage: stage.key }, terms.organizationId, step);
      return moved;
    });
  }

  async makeReady(actor: Actor, at: Place, version?: number): Promise<Proposal> {
    const { terms, stage } = await this.access.desk(actor, at.callId);
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lockProposal(tx, at.callId, at.proposalId);
      const moved = await this.moves.readyForDecision(tx, proposal.id);
      // Asked last: an older version must not hide that the step was taken by somebody else.
      assertVersion(proposal.version, version);
      const nothing = { ruleNumber: null, fields: [], words: null, language: null, dueAt: null };
      await this.panel.record(tx, { ...at, stage: stage.key }, terms.organizationId, {
        verb: 'ready',
        ...nothing,
      });
      return moved;
    });
  }
}
