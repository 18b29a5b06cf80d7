import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { SeatTenure } from '../domain/excom-seat.js';

@Injectable()
export class ExcomSeatRepository {
  /** Changes of the committee happen one after the other. */
  async lockAll(tx: Transaction): Promise<void> {
    await tx.execute(`select pg_advisory_xact_lock(hashtext('ttn excom seats'))`);
  }

  /** Every tenure, newest first: holders and those before them. */
  async all(reads: Reads): Promise<SeatTenure[]> {
    return reads.rows<SeatTenure>(`${SELECT} order by country, number, id desc`);
  }

  /** Who holds a seat today. */
  async holders(reads: Reads): Promise<SeatTenure[]> {
    return reads.rows<SeatTenure>(`${SELECT} where ended_at is null`);
  }

  async lock(tx: Transaction, id: string): Promise<SeatTenure | undefined> {
    return tx.row<SeatTenure>(`${SELECT} where id = $1 for update`, [id]);
  }

  /** Ends the tenure of whoever holds the seat; answers it. */
  async vacate(tx: Transaction, country: string, number: number): Promise<SeatTenure | undefined> {
    const [ended] = await tx.rows<SeatTenure>(VACATE, [country, number]);
    return ended;
  }

  async end(tx: Transaction, id: string): Promise<void> {
    await tx.execute(END, [id]);
  }

  async insert(
    tx: Transaction,
    tenure: Pick<SeatTenure, 'id' | 'country' | 'number' | 'organizationId' | 'termFrom' | 'termTo' | 'note'>,
  ): Promise<void> {
    const { id, country, number, organizationId, termFrom, termTo, note } = tenure;
    const values = [id, country, number, organizationId, termFrom, termTo, note, tx.actor.personId];
    await tx.execute(INSERT, values);
  }
}

const COLUMNS = `
  id, country, number, organization_id as "organizationId", term_from::text as "termFrom",
  term_to::text as "termTo", note, ended_at as "endedAt", version, created_at as "createdAt"`;

const SELECT = `select ${COLUMNS} from excom_seat`;

const END_NOW = `
  update excom_seat
  set ended_at = now(), version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const VACATE = `${END_NOW} where country = $1 and number = $2 and ended_at is null returning ${COLUMNS}`;

const END = `${END_NOW} where id = $1 and ended_at is null`;

const INSERT = `
  insert into excom_seat (id, country, number, organization_id, term_from, term_to, note, assigned_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
