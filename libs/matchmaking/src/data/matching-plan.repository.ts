import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { keyOf, type SubjectRef } from '../domain/match.js';
import type { MarketTerms } from '../domain/market-terms.js';
import { type AccountOfRun, MarketTermsRepository } from './market-terms.repository.js';

/** The list that a run has planned for one subject. */
export interface StoredPlan {
  readonly counterparts: readonly string[];
  readonly scores: readonly number[];
  readonly moves: readonly string[];
  readonly floors: readonly number[];
}

export interface NewPlan {
  /** Changes of transactions from this one on are not in it. */
  readonly horizon: string;
  readonly terms: MarketTerms;
  readonly accounts: readonly AccountOfRun[];
  readonly lists: readonly (SubjectRef & StoredPlan)[];
}

/** Lists of one statement. */
const ROWS = 250;

/** SQL of what runs have planned. */
@Injectable()
export class MatchingPlanRepository {
  constructor(private readonly terms: MarketTermsRepository) {}

  /** Nothing is kept of a run that has ended, or was planned, meanwhile. */
  async insert(tx: Transaction, runId: string, { horizon, terms, accounts, lists }: NewPlan): Promise<void> {
    if ((await tx.execute(PLANNED, [runId, horizon, JSON.stringify(terms)])) === 0) return;
    await this.terms.insertAccounts(tx, runId, accounts);
    for (let at = 0; at < lists.length; at += ROWS) {
      await tx.execute(INSERT_LISTS, [runId, JSON.stringify(lists.slice(at, at + ROWS))]);
    }
  }

  /** Plans for a run what another one found, on the same terms. */
  async copy(tx: Transaction, fromId: string, toId: string): Promise<void> {
    await tx.execute(COPY_TERMS, [fromId, toId]);
    await tx.execute(COPY_ACCOUNTS, [fromId, toId]);
    await tx.execute(COPY_LISTS, [fromId, toId]);
  }

  /** By {@link keyOf}; of what the run has not planned there is none. */
  async of(reads: Reads, runId: string, subjects: readonly SubjectRef[]): Promise<Map<string, StoredPlan>> {
    const rows = await reads.rows<StoredPlan & SubjectRef>(OF, [
      runId,
      subjects.map(({ type }) => type),
      subjects.map(({ id }) => id),
    ]);
    return new Map(rows.map((row) => [keyOf(row), row]));
  }

  /** Where the plan of a run ends; null before it is planned. */
  async horizonOf(reads: Reads, runId: string): Promise<string | null> {
    return (await reads.row<{ horizon: string | null }>(HORIZON, [runId]))?.horizon ?? null;
  }
}

const PLANNED = `
  update matching_run
  set planned_at = now(), horizon = $2, terms = $3::jsonb, version = version + 1, updated_at = now(),
    changed_xid = pg_current_xact_id()
  where id = $1 and state = 'running' and planned_at is null`;

const INSERT_LISTS = `
  insert into match_result (run_id, subject_type, subject_id, counterparts, scores, moves, floors)
  select $1::uuid, type, id, counterparts, scores, moves, floors
  from jsonb_to_recordset($2::jsonb) as n (type text, id uuid, counterparts text[], scores double precision[],
    moves text[], floors double precision[])`;

const OF = `
  select subject_type as type, subject_id as id, counterparts, scores, moves, floors
  from unnest($2::text[], $3::uuid[]) as s (type, id)
  join match_result r on r.run_id = $1 and r.subject_type = s.type and r.subject_id = s.id`;

const COPY_TERMS = `
  update matching_run r set planned_at = now(), horizon = f.horizon, terms = f.terms
  from matching_run f where f.id = $1 and r.id = $2`;
const COPY_ACCOUNTS = `
  insert into matching_account (run_id, organization_id, capacity, looks, answers, price)
  select $2::uuid, organization_id, capacity, looks, answers, price from matching_account where run_id = $1`;
const COPY_LISTS = `
  insert into match_result (run_id, subject_type, subject_id, counterparts, scores, moves, floors)
  select $2::uuid, subject_type, subject_id, counterparts, scores, moves, floors
  from match_result where run_id = $1`;

const HORIZON = 'select horizon from matching_run where id = $1';
