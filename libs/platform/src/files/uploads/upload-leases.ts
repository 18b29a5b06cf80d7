import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { Lock, Locker, RequestRelease } from '@tus/server';
import { Database, newId } from '#libs/platform/database';
import { UploadBusy } from '../domain/file.errors.js';
import { fileIdOf } from '../storage/file-storage.js';

/** A process that died holds an upload for this long. */
const LEASE_SECONDS = 5;
const RENEW_MS = 1_000;
const ASK_AGAIN_MS = 100;
const PATIENCE_MS = 10_000;

/**
 * One request at a time on an upload, whichever process it reached: leases in the database, renewed while the
 * request is at work. Whoever waits marks the lease as wanted, and the holder, perhaps one whose client is long
 * gone, ends what it does.
 */
@Injectable()
export class UploadLeases implements Locker {
  constructor(private readonly database: Database) {}

  /** For tus, which names uploads by the keys of the storage. */
  newLock(key: string): Lock {
    return new Lease(this.database, fileIdOf(key));
  }

  /** Runs `work` while no request writes to the upload. @throws UploadBusy 409 */
  async hold<Result>(fileId: string, work: () => Promise<Result>): Promise<Result> {
    const lease = new Lease(this.database, fileId);
    await lease.lock(new AbortController().signal, () => undefined);
    try {
      return await work();
    } finally {
      await lease.unlock();
    }
  }
}

class Lease implements Lock {
  private readonly logger = new Logger(UploadLeases.name);
  private readonly holder = newId();
  private renewal: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly fileId: string,
  ) {}

  async lock(signal: AbortSignal, release: RequestRelease): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (!(await this.take())) {
      if (signal.aborted || performance.now() > until) throw new UploadBusy();
      await pause(ASK_AGAIN_MS);
    }
    this.renewal = setInterval(() => {
      this.renew().then(
        (undisturbed) => (undisturbed ? undefined : release()),
        (error: unknown) => {
          this.logger.warn({ msg: 'A lease of an upload could not be renewed', err: error });
        },
      );
    }, RENEW_MS);
  }

  async unlock(): Promise<void> {
    clearInterval(this.renewal);
    await this.database.execute(GIVE_BACK, [this.fileId, this.holder]);
  }

  private async take(): Promise<boolean> {
    const row = await this.database.row<{ mine: boolean }>(TAKE, [this.fileId, this.holder, LEASE_SECONDS]);
    return row?.mine ?? false;
  }

  /** False when somebody waits for the lease, or it is lost. */
  private async renew(): Promise<boolean> {
    const row = await this.database.row<{ wanted: boolean }>(RENEW, [
      this.fileId,
      this.holder,
      LEASE_SECONDS,
    ]);
    return row?.wanted === false;
  }
}

const TAKE = `
  insert into upload_lease as held (file_id, holder, expires_at)
  values ($1, $2, now() + $3 * interval '1 second')
  on conflict (file_id) do update set
    wanted = held.expires_at > now(),
    holder = case when held.expires_at > now() then held.holder else excluded.holder end,
    expires_at = case when held.expires_at > now() then held.expires_at else excluded.expires_at end
  returning holder = $2 as mine`;

const RENEW = `
  update upload_lease set expires_at = now() + $3 * interval '1 second'
  where file_id = $1 and holder = $2 returning wanted`;

const GIVE_BACK = `delete from upload_lease where file_id = $1 and holder = $2`;
