import type { S3 } from '@aws-sdk/client-s3';
import { DataStore, Upload } from '@tus/server';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NotFound } from '#libs/kernel';

const OFFSET_DIGITS = 15;

interface Part {
  readonly key: string;
  readonly bytes: number;
}

/**
 * Unfinished uploads in a bucket: what one request brought is one object, `<key>/<offset>`, beside `<key>/info`.
 * Needs nothing of the store but to put, get, list and delete, and a process that dies takes nothing along but
 * what it was just receiving. (Multipart uploads have a least size of parts, and not every store lists them.)
 */
export class S3Parts extends DataStore {
  constructor(
    private readonly client: S3,
    private readonly bucket: string,
    private readonly expiresMs: number,
  ) {
    super();
    this.extensions = ['creation', 'expiration'];
  }

  override async create(upload: Upload): Promise<Upload> {
    const { id, size, metadata, creation_date } = upload;
    const Body = JSON.stringify({ size, metadata, creation_date });
    await this.client.putObject({ Bucket: this.bucket, Key: `${id}/info`, Body });
    return upload;
  }

  /** Answers where the upload stands afterwards. */
  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    const path = join(tmpdir(), `ttn-part-${randomUUID()}`);
    try {
      await pipeline(bytes, createWriteStream(path, { mode: 0o600 }));
      const { size } = await stat(path);
      if (size === 0) return offset;
      const Key = `${id}/${String(offset).padStart(OFFSET_DIGITS, '0')}`;
      const Body = createReadStream(path);
      await this.client.putObject({ Bucket: this.bucket, Key, Body, ContentLength: size });
      return offset + size;
    } finally {
      await rm(path, { force: true });
    }
  }

  override async getUpload(id: string): Promise<Upload> {
    const info = await this.client
      .getObject({ Bucket: this.bucket, Key: `${id}/info` })
      .then(({ Body }) => Body?.transformToString())
      .catch((error: unknown) => {
        if ((error as Error).name === 'NoSuchKey') return undefined;
        throw error;
      });
    if (info === undefined) throw new NotFound();
    const facts = JSON.parse(info) as Pick<Upload, 'size' | 'metadata' | 'creation_date'>;
    const offset = (await this.parts(id)).reduce((sum, { bytes }) => sum + bytes, 0);
    return new Upload({ id, offset, ...facts });
  }

  override getExpiration(): number {
    return this.expiresMs;
  }

  /** All bytes that have arrived, in order. */
  async *read(id: string): AsyncIterable<Uint8Array> {
    for (const { key } of await this.parts(id)) {
      const { Body } = await this.client.getObject({ Bucket: this.bucket, Key: key });
      yield* Body as Readable as AsyncIterable<Uint8Array>;
    }
  }

  /** Keys of everything an upload left in the bucket. */
  async keysOf(id: string): Promise<string[]> {
    return [`${id}/info`, ...(await this.parts(id)).map(({ key }) => key)];
  }

  private async parts(id: string): Promise<Part[]> {
    const parts: Part[] = [];
    let token: string | undefined;
    do {
      const page = await this.client.listObjectsV2({
        Bucket: this.bucket,
        Prefix: `${id}/0`,
        ...(token !== undefined && { ContinuationToken: token }),
      });
      for (const { Key = '', Size = 0 } of page.Contents ?? []) parts.push({ key: Key, bytes: Size });
      token = page.NextContinuationToken;
    } while (token !== undefined);
    return parts.sort((one, other) => (one.key < other.key ? -1 : 1));
  }
}
