import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import type { DataExport } from '../domain/data-export.js';

@Injectable()
export class DataExportRepository {
  /** Answers false when the person has one that is younger than `minutes`. */
  async insert(tx: Transaction, id: string, personId: string, days: number, minutes: number): Promise<boolean> {
    await tx.rows('select from person where id = $1 for update', [personId]);
    return (await tx.execute(INSERT, [id, personId, days, minutes])) === 1;
  }

  /** Those of a person that can still be had, newest first. */
  async list(reads: Reads, personId: string): Promise<DataExport[]> {
    return reads.rows<DataExport>(`${EXPORT} where person_id = $1 and ${LIVE} order by id desc`, [personId]);
  }

  async one(reads: Reads, personId: string, id: string): Promise<DataExport | undefined> {
    return reads.row<DataExport>(`${EXPORT} where person_id = $1 and id = $2 and ${LIVE}`, [personId, id]);
  }

  /** Whose copy is to be prepared; undefined when it is prepared, or gone. */
  async waiting(reads: Reads, id: string): Promise<string | undefined> {
    return (await reads.row<{ personId: string }>(WAITING, [id]))?.personId;
  }

  async insertPart(tx: Transaction, exportId: string, source: string, content: string): Promise<void> {
    await tx.execute('insert into data_export_part (export_id, source, content) values ($1, $2, $3)', [
      exportId,
      source,
      content,
    ]);
  }

  async complete(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.execute(COMPLETE, [id])) === 1;
  }

  async sources(reads: Reads, id: string): Promise<string[]> {
    const rows = await reads.rows<{ source: string }>(SOURCES, [id]);
    return rows.map(({ source }) => source);
  }

  async part(reads: Reads, id: string, source: string): Promise<string | undefined> {
    return (await reads.row<{ content: string }>(PART, [id, source]))?.content;
  }
}

const LIVE = 'expires_at > now()';

const INSERT = `
  insert into data_export (id, person_id, expires_at)
  select $1, $2, now() + make_interval(days => $3)
  where not exists (
    select from data_export where person_id = $2 and created_at > now() - make_interval(mins => $4))`;

const EXPORT = `
  select id, state, bytes::float8 as bytes, created_at as "createdAt", ready_at as "readyAt", expires_at as "expiresAt"
  from data_export`;

const WAITING = `select person_id as "personId" from data_export where id = $1 and state = 'preparing'`;

const COMPLETE = `
  update data_export set state = 'ready', ready_at = now(),
    bytes = (select coalesce(sum(octet_length(content)), 0) from data_export_part where export_id = $1)
  where id = $1 and state = 'preparing'`;

const SOURCES = `select source from data_export_part where export_id = $1 order by source`;

const PART = `select content from data_export_part where export_id = $1 and source = $2`;
