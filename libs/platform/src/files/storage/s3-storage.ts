import { S3, type S3ClientConfig } from '@aws-sdk/client-s3';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileIdOf, FileStorage, uploadKey } from './file-storage.js';
import { S3Parts } from './s3-parts.js';

/** A bucket of an S3-compatible store. What must be looked at lies in the temporary folder meanwhile. */
export class S3Storage extends FileStorage {
  readonly uploads: S3Parts;
  private readonly client: S3;

  constructor(
    private readonly bucket: string,
    settings: S3ClientConfig,
    expiresMs: number,
  ) {
    super();
    // Stores other than AWS refuse the checksums that the SDK would add by itself.
    this.client = new S3({
      ...settings,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    this.uploads = new S3Parts(this.client, bucket, expiresMs);
  }

  async withLocal<Result>(key: string, work: (path: string) => Promise<Result>): Promise<Result> {
    const path = join(tmpdir(), `ttn-${randomUUID()}`);
    try {
      const bytes = key === uploadKey(fileIdOf(key)) ? this.uploads.read(key) : await this.read(key);
      await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
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

  async discardUpload(fileId: string): Promise<void> {
    await this.remove(await this.uploads.keysOf(uploadKey(fileId)));
  }
}

function isAbsent(error: unknown): boolean {
  return /^(NotFound|NoSuchKey)$/.test((error as Error).name);
}
