import { S3, type S3ClientConfig } from '@aws-sdk/client-s3';
import { S3Store } from '@tus/s3-store';
import type { DataStore } from '@tus/server';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStorage, uploadKey } from './file-storage.js';

/** tus remembers what it knows of an upload per process; another process may have gone on since. */
const REMEMBER_NOTHING = {
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
};

/** A bucket of an S3-compatible store. What must be looked at lies in the temporary folder meanwhile. */
export class S3Storage extends FileStorage {
  readonly uploads: DataStore;
  private readonly client: S3;

  constructor(
    private readonly bucket: string,
    settings: S3ClientConfig,
    expiresMs: number,
  ) {
    super();
    // Stores other than AWS refuse the checksums that the SDK would add by itself.
    const config = {
      ...settings,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    } satisfies S3ClientConfig;
    this.client = new S3(config);
    this.uploads = new S3Store({
      s3ClientConfig: { ...config, bucket },
      expirationPeriodInMilliseconds: expiresMs,
      useTags: false,
      cache: REMEMBER_NOTHING,
    });
  }

  async withLocal<Result>(key: string, work: (path: string) => Promise<Result>): Promise<Result> {
    const path = join(tmpdir(), `ttn-${randomUUID()}`);
    try {
      await pipeline(await this.read(key), createWriteStream(path, { mode: 0o600 }));
      return await work(path);
    } finally {
      await rm(path, { force: true });
    }
  }

  async keep(key: string, path: string, mediaType: string): Promise<void> {
    const { size } = await stat(path);
    await this.client.putObject({
      Bucket: this.bucket,
      Key: key,
      Body: createReadStream(path),
      ContentLength: size,
      ContentType: mediaType,
    });
  }

  async has(key: string): Promise<boolean> {
    try {
      await this.client.headObject({ Bucket: this.bucket, Key: key });
      return true;
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
  }

  async read(key: string): Promise<Readable> {
    const { Body } = await this.client.getObject({ Bucket: this.bucket, Key: key });
    if (!Body) throw new Error('The store answered without a body.');
    return Body as Readable;
  }

  async remove(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.client.deleteObjects({
      Bucket: this.bucket,
      Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true },
    });
  }

  /** An upload whose parts are all there has no multipart upload any more, and one that never began none yet. */
  async discardUpload(fileId: string): Promise<void> {
    const key = uploadKey(fileId);
    await this.uploads.remove(key).catch((error: unknown) => {
      if (!isAbsent(error)) throw error;
    });
    await this.remove([key, `${key}.info`, `${key}.part`]);
  }
}

function isAbsent(error: unknown): boolean {
  const { name, status_code } = error as { name?: string; status_code?: number };
  return status_code === 404 || /^(NotFound|NoSuchKey|NoSuchUpload)$/.test(name ?? '');
}
