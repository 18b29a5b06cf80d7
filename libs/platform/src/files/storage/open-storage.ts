import { join } from 'node:path';
import type { TtnConfig } from '#libs/platform/config';
import { DiskStorage } from './disk-storage.js';
import type { FileStorage } from './file-storage.js';

const HOUR_MS = 3_600_000;

/** The storage that the configuration names. The client of S3, 5 MB of code, is loaded only where it is used. */
export async function openStorage(config: TtnConfig): Promise<FileStorage> {
  const expiresMs = config.UPLOAD_HOURS * HOUR_MS;
  if (!config.S3_BUCKET) return new DiskStorage(join(config.TTN_DATA_DIR, 'files'), expiresMs);
  const { S3Storage } = await import('./s3-storage.js');
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = config;
  const key =
    S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } }
      : {};
  // Bucket names become host names at AWS alone; everywhere else they are part of the path.
  const endpoint = S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {};
  return new S3Storage(config.S3_BUCKET, { region: S3_REGION, ...endpoint, ...key }, expiresMs);
}
