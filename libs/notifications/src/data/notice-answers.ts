import type { Transaction } from '#libs/platform/database';
import type { Settlement } from '../domain/settlements.js';

/** What was answered when, for questions that are worked after their answers. */
export class NoticeAnswers {
  /** Until the end of the transaction nobody else tells or answers anything about these objects. */
  static async lock(tx: Transaction, objectIds: readonly string[]): Promise<void> {
    for (const id of [...new Set(objectIds)].sort()) await tx.rows(LOCK, [id]);
  }

  static async keep(
    tx: Transaction,
    { types, objectId, organizationId, personId }: Settlement,
    moment: string,
  ): Promise<void> {
    await tx.execute(KEEP, [objectId, [...types], personId ?? organizationId ?? objectId, moment]);
  }

  /** Who need not answer what was asked at `moment`: organizations, persons, or the object itself for everybody. */
  static async answeredBy(
    tx: Transaction,
    { type, objectId, moment }: { type: string; objectId: string; moment: string },
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.rows<{ whose: string }>(ANSWERED_BY, [objectId, type, moment]);
    return new Set(rows.map(({ whose }) => whose));
  }
}

const LOCK = `select pg_advisory_xact_lock(hashtextextended('answers about ' || $1, 0))`;

const KEEP = `
  insert into notice_answer (object_id, type, whose, moment)
  select $1, type, $3, $4 from unnest($2::text[]) as type
  on conflict (object_id, type, whose) do update
    set moment = greatest(notice_answer.moment collate "C", excluded.moment collate "C")`;

const ANSWERED_BY = `
  select whose from notice_answer where object_id = $1 and type = $2 and moment collate "C" > $3`;
