import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { DeskStep, ReviewComment, StageKey } from '../domain/review.js';

/** Where something is said or done. */
export interface PanelPlace {
  readonly callId: string;
  readonly stage: StageKey;
  readonly proposalId: string;
}

/** SQL of what a panel says and the desk does: never changed, oldest first. */
@Injectable()
export class PanelRepository {
  async comments(reads: Reads, proposalId: string, stage: StageKey): Promise<ReviewComment[]> {
    return reads.rows<ReviewComment>(
      `select id, proposal_id as "proposalId", organization_id as "organizationId", author_id as "authorId",
         reviewer_id as "reviewerId", body, language, created_at as "createdAt"
       from review_comment where proposal_id = $1 and stage = $2 order by id`,
      [proposalId, stage],
    );
  }

  async say(
    tx: Transaction,
    { callId, stage, proposalId }: PanelPlace,
    comment: Pick<ReviewComment, 'organizationId' | 'reviewerId' | 'body' | 'language'>,
  ): Promise<string> {
    const id = newId();
    await tx.execute(
      `insert into review_comment (id, call_id, stage, proposal_id, organization_id, author_id, reviewer_id, body, language)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        callId,
        stage,
        proposalId,
        comment.organizationId,
        tx.actor.personId,
        comment.reviewerId,
        comment.body,
        comment.language,
      ],
    );
    return id;
  }

  async steps(reads: Reads, proposalId: string): Promise<DeskStep[]> {
    return reads.rows<DeskStep>(`${STEPS} where proposal_id = $1 order by id`, [proposalId]);
  }

  /** The newest step of each proposal of a call, by proposal. */
  async newestSteps(reads: Reads, callId: string): Promise<Map<string, DeskStep>> {
    const rows = await reads.rows<DeskStep>(
      `select distinct on ("proposalId") * from (${STEPS} where call_id = $1) step order by "proposalId", id desc`,
      [callId],
    );
    return new Map(rows.map((step) => [step.proposalId, step]));
  }

  async record(
    tx: Transaction,
    { callId, stage, proposalId }: PanelPlace,
    organizationId: string,
    step: Omit<DeskStep, 'id' | 'proposalId' | 'at'>,
  ): Promise<void> {
    await tx.execute(
      `insert into review_step (id, call_id, stage, proposal_id, verb, rule_number, fields, words, language, due_at,
         organization_id, actor_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        newId(),
        callId,
        stage,
        proposalId,
        step.verb,
        step.ruleNumber,
        [...step.fields],
        step.words,
        step.language,
        step.dueAt,
        organizationId,
        tx.actor.personId,
      ],
    );
  }
}

const STEPS = `
  select id, proposal_id as "proposalId", verb, rule_number as "ruleNumber", fields, words, language,
    due_at as "dueAt", at
  from review_step`;
