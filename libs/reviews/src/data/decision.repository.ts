import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { PastProject } from '../domain/conflict.js';
import type { BatchState, Verdict } from '../domain/decision-batch.js';
import type { DecisionBatch, ProposalDecision, StageKey } from '../domain/review.js';

/** SQL of decisions and the batch in which they are told. */
@Injectable()
export class DecisionRepository {
  async batch(reads: Reads, callId: string, stage: StageKey): Promise<DecisionBatch | undefined> {
    return reads.row<DecisionBatch>(`${BATCH} where call_id = $1 and stage = $2`, [callId, stage]);
  }

  /** The batch, locked until `tx` ends; begun by the organization that comes first. */
  async lockBatch(
    tx: Transaction,
    callId: string,
    stage: StageKey,
    organizationId: string,
  ): Promise<DecisionBatch> {
    await tx.execute(
      `insert into decision_batch (id, call_id, stage, organization_id) values ($1, $2, $3, $4)
       on conflict (call_id, stage) do nothing`,
      [newId(), callId, stage, organizationId],
    );
    const batch = await tx.row<DecisionBatch>(`${BATCH} where call_id = $1 and stage = $2 for update`, [
      callId,
      stage,
    ]);
    if (!batch) throw new Error('A batch vanished inside its transaction.');
    return batch;
  }

  /** Moves the version that was read. */
  async moveBatch(tx: Transaction, current: DecisionBatch, to: BatchState): Promise<void> {
    const changed = await tx.execute(MOVE_BATCH, [
      current.id,
      current.version,
      current.state,
      to,
      tx.actor.personId,
    ]);
    if (changed === 0) throw new StaleVersion(current.version);
  }

  async ofStage(reads: Reads, callId: string, stage: StageKey): Promise<ProposalDecision[]> {
    return reads.rows<ProposalDecision>(
      `${DECISION} where stage = $2 and batch_id = (select id from decision_batch where call_id = $1 and stage = $2)`,
      [callId, stage],
    );
  }

  async ofProposal(reads: Reads, proposalId: string): Promise<ProposalDecision[]> {
    return reads.rows<ProposalDecision>(`${DECISION} where proposal_id = $1 order by stage`, [proposalId]);
  }

  /** Writes or replaces a decision; answers its version. */
  async save(
    tx: Transaction,
    decision: Pick<ProposalDecision, 'proposalId' | 'stage' | 'batchId'> & Verdict,
  ): Promise<number> {
    const row = await tx.row<{ version: number }>(SAVE, [
      decision.proposalId,
      decision.stage,
      decision.batchId,
      decision.outcome,
      decision.reasons,
      [...decision.conditions],
      decision.language,
      tx.actor.personId,
    ]);
    return row?.version ?? 0;
  }

  /** Marks all decisions of a batch as told, with who was behind each proposal. */
  async release(
    tx: Transaction,
    batchId: string,
    parties: ReadonlyMap<string, readonly string[]>,
  ): Promise<void> {
    await tx.execute(
      `update proposal_decision d
       set released_at = now(), updated_at = now(), version = d.version + 1,
         party_ids = array(select jsonb_array_elements_text($2::jsonb -> d.proposal_id::text)::uuid)
       where batch_id = $1`,
      [batchId, JSON.stringify(Object.fromEntries(parties))],
    );
  }

  /** Who won together, of the last `years`. */
  async pastProjects(reads: Reads, years: number): Promise<PastProject[]> {
    return reads.rows<PastProject>(
      `select party_ids as "organizationIds", released_at as at from proposal_decision
       where outcome in ('accepted', 'conditional') and released_at > now() - make_interval(years => $1)
         and cardinality(party_ids) > 1`,
      [years],
    );
  }
}

const BATCH = `
  select id, call_id as "callId", stage, organization_id as "organizationId", state, agreed_at as "agreedAt",
    released_at as "releasedAt", version
  from decision_batch`;

const MOVE_BATCH = `
  update decision_batch
  set state = $4,
    agreed_by = case $4 when 'agreed' then $5::uuid when 'draft' then null else agreed_by end,
    agreed_at = case $4 when 'agreed' then now() when 'draft' then null else agreed_at end,
    released_by = case $4 when 'released' then $5::uuid end,
    released_at = case $4 when 'released' then now() end,
    version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and version = $2 and state = $3`;

const DECISION = `
  select proposal_id as "proposalId", stage, batch_id as "batchId", outcome, reasons, conditions, language, version,
    released_at as "releasedAt"
  from proposal_decision`;

const SAVE = `
  insert into proposal_decision (proposal_id, stage, batch_id, outcome, reasons, conditions, language, decided_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (proposal_id, stage) do update
    set outcome = excluded.outcome, reasons = excluded.reasons, conditions = excluded.conditions,
      language = excluded.language, decided_by = excluded.decided_by, version = proposal_decision.version + 1,
      updated_at = now()
  returning version`;
