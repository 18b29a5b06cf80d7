import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import type { OpportunityStep, OpportunityVersion } from '../domain/opportunity-history.js';
import type { Opportunity, OpportunityContent } from '../domain/opportunity.js';

/** The story of an opportunity: its steps, and what others could read of it when. Rows are only ever added. */
@Injectable()
export class OpportunityHistoryRepository {
  async addStep(
    tx: Transaction,
    { opportunityId, verb, fromState, toState, code, note, language }: Omit<OpportunityStep, StepMarks>,
  ): Promise<void> {
    const { personId, organization } = tx.actor;
    const words = [code, note, note === null ? null : language];
    await tx.execute(ADD_STEP, [
      ...[newId(), opportunityId, verb, fromState, toState, personId, organization?.id ?? null],
      ...words,
    ]);
  }

  /** Keeps what others can read from now on. */
  async addVersion(tx: Transaction, opportunity: Opportunity): Promise<void> {
    const { id, version } = opportunity;
    await tx.execute(ADD_VERSION, [id, version, JSON.stringify(contentOf(opportunity)), tx.actor.personId]);
  }

  /** Newest first. */
  async steps(reads: Reads, opportunityId: string, limit: number): Promise<OpportunityStep[]> {
    return reads.rows(STEPS, [opportunityId, limit]);
  }

  /** Newest first. */
  async versions(reads: Reads, opportunityId: string, limit: number): Promise<OpportunityVersion[]> {
    return reads.rows(VERSIONS, [opportunityId, limit]);
  }
}

type StepMarks = 'id' | 'actorId' | 'actorOrganizationId' | 'at';

function contentOf(opportunity: Opportunity): OpportunityContent {
  const { title, language, text, collaboration, themes, markets, requirements, deadline, period } = opportunity;
  return { title, language, text, collaboration, themes, markets, requirements, deadline, period };
}

const ADD_STEP = `
  insert into opportunity_step
    (id, opportunity_id, verb, from_state, to_state, actor_id, actor_organization_id, code, note, language)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const ADD_VERSION = `
  insert into opportunity_version (opportunity_id, version, content, saved_by) values ($1, $2, $3::jsonb, $4)`;

const STEPS = `
  select id, opportunity_id as "opportunityId", verb, from_state as "fromState", to_state as "toState",
    actor_id as "actorId", actor_organization_id as "actorOrganizationId", code, note, language, at
  from opportunity_step where opportunity_id = $1 order by id desc limit $2`;

const VERSIONS = `
  select opportunity_id as "opportunityId", version, content, saved_by as "savedBy", saved_at as "savedAt"
  from opportunity_version where opportunity_id = $1 order by version desc limit $2`;
