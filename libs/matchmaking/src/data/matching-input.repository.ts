import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** SQL of what scores were computed from. */
@Injectable()
export class MatchingInputRepository {
  /** `content` is JSON. What is there already is marked as used. */
  async insert(tx: Transaction, inputs: readonly { hash: string; content: string }[]): Promise<void> {
    await tx.execute(INSERT, [inputs.map(({ hash }) => hash), inputs.map(({ content }) => content)]);
  }

  /** By hash; what is not kept is left out. */
  async byHashes(reads: Reads, hashes: readonly string[]): Promise<Map<string, object>> {
    const rows = await reads.rows<{ hash: string; content: object }>(FIND, [[...new Set(hashes)]]);
    return new Map(rows.map(({ hash, content }) => [hash, content]));
  }

  /**
   * Forgets what no match and no answer was computed from and nobody has used for so many days; answers how many.
   * Whoever computes marks what it uses once a day, so that nothing goes that is about to be written about.
   */
  async forgetUnused(tx: Transaction, days: number): Promise<number> {
    return tx.execute(FORGET_UNUSED, [days]);
  }
}

const INSERT = `
  insert into matching_input (hash, content) select * from unnest($1::text[], $2::jsonb[])
  on conflict (hash) do update set used_at = now() where matching_input.used_at < now() - interval '1 hour'`;

const FIND = 'select hash, content from matching_input where hash = any($1::text[])';

const INPUTS = ['left_input', 'right_input', 'spec_input', 'graph_input'];
const USED = ['match', 'match_answer']
  .flatMap((table) => INPUTS.map((input) => `select ${input} from ${table} where ${input} is not null`))
  .join(' union ');
const FORGET_UNUSED = `
  delete from matching_input
  where used_at < now() - make_interval(days => $1) and hash not in (${USED})`;
