import { Injectable } from '@nestjs/common';
import type { Database } from '#libs/platform/database';

/** Removes up to `limit` rows; answers how many. */
export type Removal = (database: Database, limit: number) => Promise<number>;

/** What leaves the tables by itself, and when. */
@Injectable()
export class HousekeepingRepository {
  removals(): readonly Removal[] {
    return OVER.map(
      ([table, key, over]): Removal =>
        (database, limit) =>
          database.execute(removal(table, key, over), [limit]),
    );
  }
}

const OVER = [
  ['session', 'id', `least(ended_at, expires_at) < now() - interval '7 days'`],
  ['email_confirmation', 'id', `expires_at < now() - interval '7 days'`],
  ['known_device', 'person_id, device_hash', `last_seen_at < now() - interval '1 year'`],
  ['pending_sign_in', 'token_hash', 'expires_at < now()'],
  ['passkey_challenge', 'id', 'expires_at < now()'],
  ['account_link', 'id', 'expires_at < now()'],
  ['data_export', 'id', 'expires_at < now()'],
] as const;

const removal = (table: string, key: string, over: string): string =>
  `delete from ${table} where (${key}) in (select ${key} from ${table} where ${over} limit $1)`;
