import { Injectable } from '@nestjs/common';
import type { OrganizationCard } from '../domain/organization.js';
import type { Reads, Transaction } from '#libs/platform/database';

/** SQL by which one organization becomes part of another. */
@Injectable()
export class MergerRepository {
  /** Both rows, always in one order, so that two mergers of one pair wait for each other. */
  async lockBoth(tx: Transaction, one: string, other: string): Promise<void> {
    await tx.rows('select id from organization where id = any($1::uuid[]) order by id for update', [[one, other]]);
  }

  /** What is known of one and not of the other becomes known of it. Answers the version it has now. */
  async complete(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return (await tx.row<{ version: number }>(COMPLETE, [fromId, intoId]))?.version ?? 0;
  }

  /** What sat in one city sits in the other. Answers how many did. */
  async relocate(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    return tx.execute(RELOCATE, [fromId, intoId]);
  }

  /** From now on it leads to the other, and so does what led to it. Answers its new version. */
  async point(tx: Transaction, fromId: string, intoId: string): Promise<number> {
    await tx.execute(POINT_FORMER, [fromId, intoId]);
    return (await tx.row<{ version: number }>(POINT, [fromId, intoId]))?.version ?? 0;
  }

  /** Where an id or a slug leads that was merged into another. */
  async successor(reads: Reads, id: string): Promise<Pick<OrganizationCard, 'id' | 'state'> | undefined> {
    return reads.row(SUCCESSOR, [id]);
  }

  /** Those of `ids` that were merged into another, with that one. */
  async merged(reads: Reads, ids: readonly string[]): Promise<{ id: string; intoId: string }[]> {
    return reads.rows(
      `select id, merged_into_id as "intoId" from organization where id = any($1::uuid[]) and merged_into_id is not null`,
      [ids],
    );
  }
}

const TAKEN_OVER = [
  'name_local',
  'admin_region',
  'lat',
  'lon',
  'population_approx',
  'website',
  'registration_number',
  'registration_key',
  'email_domain',
  'email_domain_key',
];

const COMPLETE = `
  update organization i
  set ${TAKEN_OVER.map((column) => `${column} = coalesce(i.${column}, f.${column})`).join(', ')},
    tpo_membership = case when i.tpo_membership = 'none' then f.tpo_membership else i.tpo_membership end,
    version = i.version + 1, updated_at = now()
  from organization f where f.id = $1 and i.id = $2 returning i.version`;

const RELOCATE = `
  update organization set city_id = $2, version = version + 1, updated_at = now() where city_id = $1 and id <> $2`;

const POINT_FORMER = `update organization set merged_into_id = $2 where merged_into_id = $1`;

const POINT = `
  update organization set merged_into_id = $2, version = version + 1, updated_at = now()
  where id = $1 returning version`;

const SUCCESSOR = `
  select s.id, s.state from organization f join organization s on s.id = f.merged_into_id where f.id = $1`;
