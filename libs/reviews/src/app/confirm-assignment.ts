import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { AssignmentChanged } from '../domain/reviews.errors.js';
import { AskReviewers } from './ask-reviewers.js';
import { AssignmentReader, plan } from './assignment.reader.js';
import { DeskAccess } from './desk-access.js';
import { TiesLoader } from './ties.loader.js';

/**
 * Does what the preview showed: all its reviewers are asked in one transaction. Two at the same time: the first wins,
 * for the other the plan is another one.
 *
 * @throws NotFound, AssignmentChanged 409
 */
@Injectable()
export class ConfirmAssignment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: DeskAccess,
    private readonly assignment: AssignmentReader,
    private readonly ties: TiesLoader,
    private readonly askReviewers: AskReviewers,
  ) {}

  /** Answers how many were asked. */
  async execute(actor: Actor, callId: string, planHash: string): Promise<number> {
    const call = await this.access.desk(actor, callId);
    const seen = await this.assignment.preview(actor, callId);
    const between = await this.ties.between(call.terms, seen.pool);
    return this.unitOfWork.run(actor, async (tx) => {
      await tx.execute(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`assignment:${callId}`]);
      const current = plan(call, await this.assignment.facts(tx, call), between);
      if (current.planHash !== planHash) throw new AssignmentChanged(current.planHash);
      const pool = new Map(current.pool.map((reviewer) => [reviewer.id, reviewer]));
      const proposals = new Map(current.proposals.map((proposal) => [proposal.id, proposal]));
      const asked = current.assigned.flatMap(({ proposalId, reviewerId }) => {
        const reviewer = pool.get(reviewerId);
        const proposal = proposals.get(proposalId);
        if (!reviewer || !proposal) return [];
        const { personId, organizationId } = reviewer;
        const { versionNumber } = proposal;
        const round = current.rounds.get(proposalId) ?? 1;
        const because = 'quorum' as const;
        return [{ proposalId, reviewerId, personId, organizationId, versionNumber, round, because }];
      });
      await this.askReviewers.ask(tx, call, asked);
      return asked.length;
    });
  }
}
