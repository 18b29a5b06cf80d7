import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { ProjectStep } from '../domain/project.js';

/** The story of projects. Rows are only ever added. */
@Injectable()
export class StepRepository {
  async add(tx: Transaction, step: Omit<ProjectStep, 'id' | 'actorId' | 'organizationId' | 'at'>): Promise<void> {
    const { projectId, milestoneId, verb, fromState, toState, words, language } = step;
    const { personId, organization } = tx.actor;
    await tx.execute(ADD, [
      ...[newId(), projectId, milestoneId, verb, fromState, toState, words],
      ...[words === null ? null : language, personId, organization?.id ?? null],
    ]);
  }

  /** Newest first. */
  async of(reads: Reads, projectId: string, limit: number): Promise<ProjectStep[]> {
    return reads.rows<ProjectStep>(OF, [projectId, limit]);
  }
}

const ADD = `
  insert into project_step (id, project_id, milestone_id, verb, from_state, to_state, words, language, actor_id,
    organization_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const OF = `
  select id, project_id as "projectId", milestone_id as "milestoneId", verb, from_state as "fromState",
    to_state as "toState", words, language, actor_id as "actorId", organization_id as "organizationId", at
  from project_step where project_id = $1 order by id desc limit $2`;
