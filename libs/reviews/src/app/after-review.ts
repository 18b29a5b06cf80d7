import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#libs/platform/database';
import type { Proposal } from '#libs/proposals';
import type { Review } from '../domain/review.js';
import { AssignmentReader } from './assignment.reader.js';
import { type AssessedCall, DeskAccess } from './desk-access.js';
import { PanelFlow } from './panel-flow.js';

export interface Prepared {
  readonly call: AssessedCall;
  /** The last thing in the transaction: the panel goes on. The proposal is locked. */
  readonly within: (tx: Transaction, proposal: Proposal) => Promise<void>;
}

/**
 * What must be known before the transaction in which a review is settled, by whoever or whatever settles it, and what
 * is done at its end.
 */
@Injectable()
export class AfterReview {
  constructor(
    private readonly database: Database,
    private readonly desk: DeskAccess,
    private readonly assignment: AssignmentReader,
    private readonly flow: PanelFlow,
  ) {}

  async prepare({ callId }: Pick<Review, 'callId'>): Promise<Prepared> {
    const call = await this.desk.call(this.database, callId);
    const successors = await this.assignment.successors(call);
    return {
      call,
      within: (tx, proposal) => this.flow.follow(tx, call, proposal, () => successors(tx, proposal.id)),
    };
  }
}
