import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import type { LexemeQuery } from '../domain/lexemes.js';

/** What an organization agreed to; version 0: it has never said. */
export interface Consent {
  readonly export: boolean;
  readonly version: number;
}

/** SQL of what organizations agreed to. */
@Injectable()
export class ConsentRepository {
  async of(reads: Reads, organizationId: string): Promise<Consent> {
    const row = await reads.row<Consent>(OF, [organizationId]);
    return row ?? { export: false, version: 0 };
  }

  /** @throws StaleVersion when it is not the version that was seen */
  async save(tx: Transaction, organizationId: string, version: number, agrees: boolean): Promise<Consent> {
    const row = await tx.row<Consent>(SAVE, [organizationId, version, agrees]);
    if (!row) throw new StaleVersion((await this.of(tx, organizationId)).version);
    return row;
  }

  /** Organizations among the found that agreed to be exported, in order of their names. */
  async exportable(reads: Reads, found: LexemeQuery | undefined, limit: number): Promise<string[]> {
    const rows = await (found === undefined
      ? reads.rows<{ id: string }>(EXPORTABLE, [limit])
      : reads.rows<{ id: string }>(EXPORTABLE_AMONG, [limit, found]));
    return rows.map(({ id }) => id);
  }
}

const OF = 'select export, version from directory_consent where organization_id = $1';

const SAVE = `
  insert into directory_consent as c (organization_id, export)
  select $1::uuid, $3::boolean where $2::int = 0 or exists (select 1 from directory_consent where organization_id = $1)
  on conflict (organization_id) do update set export = excluded.export, version = c.version + 1, updated_at = now()
    where c.version = $2
  returning export, version`;

const exportable = (where: string): string => `
  select e.id from directory_entry e
    join directory_consent c on c.organization_id = e.id and c.export
  where e.type = 'organization' and ${where} order by e.name_folded, e.id limit $1`;

const EXPORTABLE = exportable('e.visible');
const EXPORTABLE_AMONG = exportable(
  'e.ord in (select ord from directory_lexeme where lexemes @@ $2::tsquery)',
);
