import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import type { Review } from '../domain/review.js';
import { AfterReview } from './after-review.js';
import { DeskAccess } from './desk-access.js';
import { ReviewAccess } from './review-access.js';
import { ReviewMoves } from './review-moves.js';

/** Why a review is given back. */
export interface GivenBack {
  readonly reason: string;
  /** BCP 47 of the reason. */
  readonly language: string;
}

/**
 * A reviewer takes the duty on, or gives it back: a conflict of interest, or no time.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class AnswerReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly access: ReviewAccess,
    private readonly desk: DeskAccess,
    private readonly moves: ReviewMoves,
    private readonly after: AfterReview,
  ) {}

  async accept(actor: Actor, id: string, version?: number): Promise<Review> {
    const { callId } = await this.access.load(actor, id);
    const { terms } = await this.desk.call(this.database, callId);
    return this.unitOfWork.run(actor, async (tx) => {
      const { review } = await this.access.lock(tx, id);
      return this.moves.make(tx, review, 'accept', terms.organizationId, { version });
    });
  }

  async giveBack(
    actor: Actor,
    verb: 'decline' | 'declare-conflict',
    id: string,
    { reason, language }: GivenBack,
    version?: number,
  ): Promise<Review> {
    const seen = await this.access.load(actor, id);
    const follow = await this.after.prepare(seen);
    return this.unitOfWork.run(actor, async (tx) => {
      const { review, proposal } = await this.access.lock(tx, id);
      const { organizationId } = follow.call.terms;
      // What was written so far goes: nobody is to read the opinion of somebody who had better not have one.
      const given = await this.moves.make(tx, review, verb, organizationId, {
        version,
        reason,
        reasonLanguage: language,
        scores: {},
        comment: null,
        note: null,
      });
      await follow.within(tx, proposal);
      return given;
    });
  }
}
