import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { WrittenDossier } from '../domain/dossier.js';
import type { CallOfProposal, Proposal } from '../domain/proposal.js';

/** SQL of what a proposal holds beyond what every proposal has. */
@Injectable()
export class DossierRepository {
  async of(reads: Reads, proposalId: string): Promise<WrittenDossier> {
    const row = await reads.row<WrittenDossier>(SELECT, [proposalId]);
    if (!row) throw new Error('A proposal vanished while its dossier was read.');
    return row;
  }

  /** Replaces the dossier of the version that was read. */
  async save(tx: Transaction, { id, version, state }: Proposal, dossier: WrittenDossier): Promise<void> {
    const { answers, workPlan, budgetLines, leadTask } = dossier;
    const content = [answers, workPlan, budgetLines].map((part) => JSON.stringify(part));
    if ((await tx.execute(SAVE, [id, version, state, ...content, leadTask])) === 0) throw new StaleVersion(version);
  }

  /** Counts a change that stands in another table as one of the proposal. */
  async touch(tx: Transaction, { id, version, state }: Proposal): Promise<void> {
    if ((await tx.execute(TOUCH, [id, version, state])) === 0) throw new StaleVersion(version);
  }

  /** The call it answers, and the version of its terms that was seen. */
  async setCall(tx: Transaction, { id, version, state }: Proposal, call: CallOfProposal): Promise<void> {
    const { callId, callVersion, callOrganizationId, stage } = call;
    const values = [id, version, state, callId, callVersion, callOrganizationId, stage];
    if ((await tx.execute(SET_CALL, values)) === 0) throw new StaleVersion(version);
  }

  /** Whether the waiting for what was asked for is over, by the clock of the database at this moment. */
  async isOverdue(tx: Transaction, proposalId: string): Promise<boolean> {
    const row = await tx.row<{ over: boolean }>(IS_OVERDUE, [proposalId]);
    return row?.over ?? false;
  }
}

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;
const SEEN = `where id = $1 and version = $2 and state = $3`;

const SELECT = `
  select answers, work_plan as "workPlan", budget_lines as "budgetLines", lead_task as "leadTask"
  from proposal where id = $1`;

const SAVE = `
  update proposal
  set answers = $4::jsonb, work_plan = $5::jsonb, budget_lines = $6::jsonb, lead_task = $7, ${CHANGED}
  ${SEEN}`;

const TOUCH = `update proposal set ${CHANGED} ${SEEN}`;

const SET_CALL = `
  update proposal
  set call_id = $4, call_version = $5, call_organization_id = $6, stage = $7, ${CHANGED}
  ${SEEN}`;

const IS_OVERDUE = `select coalesce(due_at <= clock_timestamp(), false) as over from proposal where id = $1`;
