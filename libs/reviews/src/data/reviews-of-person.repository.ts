import { Injectable } from '@nestjs/common';
import type { Reads } from '#libs/platform/database';

/** Everything of a person in the tables of reviews, for the copy of one's data. */
@Injectable()
export class ReviewsOfPersonRepository {
  async duties(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select call_id, organization_id, languages, expertise, review_limit, created_at, ended_at
       from call_reviewer where person_id = $1 order by id`,
      [personId],
    );
  }

  async reviews(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select id, call_id, stage, round, state, reason, scores, total, comment, note, language, created_at, submitted_at
       from proposal_review where person_id = $1 order by id`,
      [personId],
    );
  }

  async comments(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select id, call_id, body, language, created_at from review_comment where author_id = $1 order by id`,
      [personId],
    );
  }

  async steps(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select id, call_id, verb, words, language, at from review_step where actor_id = $1 order by id`,
      [personId],
    );
  }

  async decisions(reads: Reads, personId: string): Promise<object[]> {
    return reads.rows(
      `select proposal_id, stage, outcome, reasons, conditions, language, created_at
       from proposal_decision where decided_by = $1 order by proposal_id`,
      [personId],
    );
  }
}
