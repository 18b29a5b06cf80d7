import { Injectable } from '@nestjs/common';
import type { Corrections, LearnedModel } from '#libs/matching';
import type { Reads, Transaction } from '#libs/platform/database';
import type { OrganizationLearning } from '../domain/learning.js';

/** One nightly fold of answers. */
export interface Fold {
  readonly model: LearnedModel;
  readonly answers: number;
  readonly promoted: boolean;
  readonly replay: object;
}

/** SQL of what answers have taught. */
@Injectable()
export class LearningRepository {
  /** Changes whenever weights are activated, a fold is promoted, or an organization's part changes. */
  async stateOfModel(reads: Reads): Promise<string> {
    const row = await reads.row<{ state: string }>(STATE);
    return row?.state ?? '';
  }

  /** Of everybody; holds no organization. */
  async lastPromoted(reads: Reads): Promise<LearnedModel | undefined> {
    const row = await reads.row<Omit<LearnedModel, 'organizations'>>(LAST_PROMOTED);
    return row && { ...row, organizations: {} };
  }

  /** Of every organization of which anything was learnt, or forgotten. */
  async versions(reads: Reads): Promise<Map<string, number>> {
    const rows = await reads.rows<{ id: string; version: number }>(VERSIONS);
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  /** Of every organization of which anything was learnt. */
  async corrections(reads: Reads): Promise<Map<string, Corrections>> {
    const rows = await reads.rows<{ id: string; corrections: Corrections }>(CORRECTIONS);
    return new Map(rows.map(({ id, corrections }) => [id, corrections]));
  }

  async find(reads: Reads, organizationId: string): Promise<OrganizationLearning | undefined> {
    return reads.row<OrganizationLearning>(FIND, [organizationId]);
  }

  /** Forgets what was learnt of one organization; answers up to now teach nothing any more. */
  async reset(tx: Transaction, organizationId: string): Promise<void> {
    await tx.execute(RESET, [organizationId]);
  }

  /** Folds are made one after the other; answers the version of the next. */
  async nextVersion(tx: Transaction): Promise<number> {
    await tx.rows(`select pg_advisory_xact_lock(hashtextextended('matching_model', 0))`);
    const row = await tx.row<{ next: number }>('select coalesce(max(version), 0) + 1 as next from matching_model');
    return row?.next ?? 1;
  }

  async insertFold(tx: Transaction, { model, answers, promoted, replay }: Fold): Promise<void> {
    const { version, bias, everybody } = model;
    const values = [version, bias, JSON.stringify(everybody), answers, promoted, JSON.stringify(replay)];
    await tx.execute(INSERT_FOLD, values);
  }

  /**
   * What a promoted fold has learnt of single organizations, and from how many answers. Nothing of one that has forgotten
   * meanwhile: it is not of that `version` any more.
   */
  async saveOrganizations(
    tx: Transaction,
    learned: readonly { id: string; corrections: Corrections; answers: number; version: number }[],
  ): Promise<void> {
    await tx.execute(SAVE_ORGANIZATIONS, [
      learned.map(({ id }) => id),
      learned.map(({ corrections }) => JSON.stringify(corrections)),
      learned.map(({ answers }) => answers),
      learned.map(({ version }) => version),
    ]);
  }
}

const STATE = `
  select concat_ws(' ', (select number from matching_weights where state = 'live'),
    (select max(version) from matching_model where promoted),
    (select sum(version) from organization_learning)) as state`;

const LAST_PROMOTED = `
  select version, bias, everybody from matching_model where promoted order by version desc limit 1`;

const VERSIONS = 'select organization_id as id, version from organization_learning';

const CORRECTIONS = `
  select organization_id as id, corrections from organization_learning where corrections <> '{}'`;

const FIND = `
  select organization_id as "organizationId", corrections, answers, learned_at as "learnedAt",
    reset_at as "resetAt", version
  from organization_learning where organization_id = $1`;

const RESET = `
  insert into organization_learning as l (organization_id, reset_at) values ($1, now())
  on conflict (organization_id) do update
  set corrections = '{}', answers = 0, learned_at = null, reset_at = now(), version = l.version + 1,
    updated_at = now(), changed_xid = pg_current_xact_id()`;

const INSERT_FOLD = `
  insert into matching_model (version, bias, everybody, answers, promoted, replay)
  values ($1, $2, $3::jsonb, $4, $5, $6::jsonb)`;

const SAVE_ORGANIZATIONS = `
  insert into organization_learning as l (organization_id, corrections, answers, version, learned_at)
  select id, corrections, answers, version + 1, now()
  from unnest($1::uuid[], $2::jsonb[], $3::int[], $4::int[]) as t (id, corrections, answers, version)
  on conflict (organization_id) do update
  set corrections = excluded.corrections, answers = l.answers + excluded.answers, learned_at = now(),
    version = excluded.version, updated_at = now(), changed_xid = pg_current_xact_id()
  where l.version = excluded.version - 1`;
