import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** SQL of what scores were computed from. */
@Injectable()
export class MatchingInputRepository {
  /** `content` is JSON. */
  async insert(tx: Transaction, inputs: readonly { hash: string; content: string }[]): Promise<void> {
    await tx.execute(INSERT, [inputs.map(({ hash }) => hash), inputs.map(({ content }) => content)]);
  }

  /** By hash; what is not kept is left out. */
  async byHashes(reads: Reads, hashes: readonly string[]): Promise<Map<string, object>> {
    const rows = await reads.rows<{ hash: string; content: object }>(FIND, [[...new Set(hashes)]]);
    return new Map(rows.map(({ hash, content }) => [hash, content]));
  }
}

const INSERT = `
  insert into matching_input (hash, content) select * from unnest($1::text[], $2::jsonb[])
  on conflict (hash) do nothing`;

const FIND = 'select hash, content from matching_input where hash = any($1::text[])';
