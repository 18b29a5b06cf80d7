import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TtnConfig } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { TooManyFailures } from './auth.errors.js';
import { deriveKey } from './derive-key.js';

/** Something whose failures are counted, e.g. `login/account:<e-mail>`, and how many are allowed in 15 minutes. */
export interface FailureKey {
  readonly key: string;
  readonly limit: number;
}

const WINDOW_SECONDS = 15 * 60;

/**
 * Counts failures per key in one table that all processes share. An attempt is counted as a failure before
 * it is made and taken back when it succeeds, so that attempts in parallel cannot slip past the limit. Keys
 * are stored as keyed hashes: the table holds no addresses.
 */
@Injectable()
export class FailureThrottle {
  private readonly hashKey: Buffer;

  constructor(
    private readonly database: Database,
    config: TtnConfig,
  ) {
    this.hashKey = deriveKey(config.TTN_SECRET, 'failure-count');
  }

  /** Throws auth/too-many-attempts (429 with the seconds to wait) when a key has used up its failures. */
  async check(keys: readonly FailureKey[]): Promise<void> {
    refuseOver(keys, this.hashes(keys), await this.database.rows<Count>(READ, [this.hashes(keys)]));
  }

  /** Counts one failure for each key; throws auth/too-many-attempts when that is one too many. */
  async fail(keys: readonly FailureKey[]): Promise<void> {
    const hashes = this.hashes(keys);
    refuseOver(keys, hashes, await this.database.rows<Count>(COUNT, [hashes, WINDOW_SECONDS]), 1);
  }

  /** Takes one counted failure back: the attempt was none. */
  async forgive(keys: readonly FailureKey[]): Promise<void> {
    await this.database.execute(FORGIVE, [this.hashes(keys)]);
  }

  /** Forgets all failures of the keys. */
  async clear(keys: readonly FailureKey[]): Promise<void> {
    await this.database.execute(CLEAR, [this.hashes(keys)]);
  }

  private hashes(keys: readonly FailureKey[]): string[] {
    return keys.map(({ key }) => createHmac('sha256', this.hashKey).update(key).digest('base64url'));
  }
}

interface Count {
  key: string;
  failures: number;
  seconds: number;
}

/** `own` is 1 when the count already includes the attempt that is being decided. */
function refuseOver(
  keys: readonly FailureKey[],
  hashes: readonly string[],
  counts: readonly Count[],
  own = 0,
): void {
  const over = counts.filter(({ key, failures }) => {
    const limit = keys[hashes.indexOf(key)]?.limit ?? 0;
    return failures - own >= limit;
  });
  if (over.length > 0) throw new TooManyFailures(Math.max(1, ...over.map(({ seconds }) => seconds)));
}

const READ = `
  select key, failures, ceil(extract(epoch from expires_at - now()))::int as seconds
  from failure_count where key = any($1) and expires_at > now()`;

// Every statement takes its rows in the order of their keys, so that two attempts cannot wait for each other.
const LOCKED = `select key from failure_count where key = any($1) order by key for update`;

/** The window starts with the first failure. */
const COUNT = `
  insert into failure_count as c (key, failures, expires_at)
  select key, 1, now() + make_interval(secs => $2) from unnest($1::text[]) as key order by key
  on conflict (key) do update set
    failures = case when c.expires_at > now() then c.failures + 1 else 1 end,
    expires_at = case when c.expires_at > now() then c.expires_at else excluded.expires_at end
  returning key, failures, ceil(extract(epoch from expires_at - now()))::int as seconds`;

const FORGIVE = `
  with locked as materialized (${LOCKED})
  update failure_count set failures = failures - 1 where key in (select key from locked) and failures > 0`;

const CLEAR = `
  with locked as materialized (${LOCKED})
  delete from failure_count where key in (select key from locked)`;
