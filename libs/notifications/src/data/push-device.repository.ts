import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { PushTarget } from '#libs/platform/push';

export interface PushDevice extends PushTarget {
  readonly id: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly label: string;
  readonly createdAt: Date;
}

@Injectable()
export class PushDeviceRepository {
  /** Oldest first. */
  async ofPersons(reads: Reads, personIds: readonly string[]): Promise<PushDevice[]> {
    return reads.rows<PushDevice>(`${SELECT} where person_id = any($1::uuid[]) order by created_at, id`, [
      personIds,
    ]);
  }

  async find(reads: Reads, id: string): Promise<PushDevice | undefined> {
    return reads.row<PushDevice>(`${SELECT} where id = $1`, [id]);
  }

  /** The same browser is one device, whoever signs in there last. Answers its id. */
  async save(tx: Transaction, device: Omit<PushDevice, 'createdAt'>): Promise<string> {
    const { id, personId, sessionId, endpoint, p256dh, auth, label } = device;
    const row = await tx.row<{ id: string }>(SAVE, [id, personId, sessionId, endpoint, p256dh, auth, label]);
    return row?.id ?? id;
  }

  /** Answers false when it is gone, or somebody else's. */
  async remove(tx: Transaction, id: string, personId: string): Promise<boolean> {
    return (await tx.execute('delete from push_device where id = $1 and person_id = $2', [id, personId])) === 1;
  }

  /** Keeps the latest `most` of a person. */
  async keepLatest(tx: Transaction, personId: string, most: number): Promise<void> {
    await tx.execute(KEEP_LATEST, [personId, most]);
  }
}

const SELECT = `
  select id, person_id as "personId", session_id as "sessionId", endpoint, p256dh, auth, label,
         created_at as "createdAt"
  from push_device`;

const SAVE = `
  insert into push_device (id, person_id, session_id, endpoint, p256dh, auth, label)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (endpoint) do update set person_id = $2, session_id = $3, p256dh = $5, auth = $6, label = $7,
    created_at = now()
  returning id`;

const KEEP_LATEST = `
  delete from push_device where person_id = $1 and id not in (
    select id from push_device where person_id = $1 order by created_at desc, id desc limit $2)`;
