import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** Which organizations are told what happens to a call. */
@Injectable()
export class CallFollowerRepository {
  /** Adding again changes nothing, but that who is concerned stays so. */
  async add(tx: Transaction, callId: string, organizationId: string, isConcerned: boolean): Promise<void> {
    await tx.execute(ADD, [callId, organizationId, isConcerned]);
  }

  /** Takes away who only follows. */
  async remove(tx: Transaction, callId: string, organizationId: string): Promise<void> {
    await tx.execute(REMOVE, [callId, organizationId]);
  }

  async idsOf(reads: Reads, callId: string): Promise<string[]> {
    const rows = await reads.rows<{ organizationId: string }>(IDS, [callId]);
    return rows.map(({ organizationId }) => organizationId);
  }

  async count(reads: Reads, callId: string): Promise<{ followers: number; concerned: number }> {
    const row = await reads.row<{ followers: number; concerned: number }>(COUNT, [callId]);
    return row ?? { followers: 0, concerned: 0 };
  }

  /** How an organization stands to a call; null when it does not follow. */
  async standing(
    reads: Reads,
    callId: string,
    organizationId: string,
  ): Promise<{ isConcerned: boolean } | null> {
    return (await reads.row<{ isConcerned: boolean }>(STANDING, [callId, organizationId])) ?? null;
  }

  async moveAll(tx: Transaction, fromId: string, intoId: string): Promise<void> {
    await tx.execute(COPY_ALL, [fromId, intoId]);
    await tx.execute('delete from call_follower where organization_id = $1', [fromId]);
  }
}

const CONCERN = `on conflict (call_id, organization_id)
  do update set is_concerned = call_follower.is_concerned or excluded.is_concerned`;

const ADD = `
  insert into call_follower (call_id, organization_id, is_concerned) values ($1, $2, $3) ${CONCERN}`;

const REMOVE = `
  delete from call_follower where call_id = $1 and organization_id = $2 and not is_concerned`;

const IDS = `
  select organization_id as "organizationId" from call_follower where call_id = $1 order by organization_id`;

const COUNT = `
  select count(*)::int as followers, count(*) filter (where is_concerned)::int as concerned
  from call_follower where call_id = $1`;

const STANDING = `
  select is_concerned as "isConcerned" from call_follower where call_id = $1 and organization_id = $2`;

const COPY_ALL = `
  insert into call_follower (call_id, organization_id, is_concerned)
  select call_id, $2::uuid, is_concerned from call_follower where organization_id = $1 ${CONCERN}`;
