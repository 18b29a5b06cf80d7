import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { ProposalStep } from '../domain/proposal-step.js';

/** The story of a proposal. Rows are only ever added. */
@Injectable()
export class ProposalStepRepository {
  async add(tx: Transaction, step: Omit<ProposalStep, 'id' | 'actorId' | 'actorOrganizationId' | 'at'>): Promise<void> {
    const { personId, organization } = tx.actor;
    await tx.execute(ADD, [
      ...[newId(), step.proposalId, step.verb, step.fromState, step.toState, personId, organization?.id ?? null],
      ...[step.code, step.note, step.note === null ? null : step.language],
      ...[step.fields && [...step.fields], step.dueAt],
    ]);
  }

  /** Oldest first. */
  async of(reads: Reads, proposalId: string, limit: number): Promise<ProposalStep[]> {
    return reads.rows<ProposalStep>(OF, [proposalId, limit]);
  }
}

const ADD = `
  insert into proposal_step (id, proposal_id, verb, from_state, to_state, actor_id, actor_organization_id, code, note,
    language, fields, due_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

const OF = `
  select id, proposal_id as "proposalId", verb, from_state as "fromState", to_state as "toState",
    actor_id as "actorId", actor_organization_id as "actorOrganizationId", code, note, language, fields,
    due_at as "dueAt", at
  from proposal_step where proposal_id = $1 order by id limit $2`;
