import { FileStore } from '@tus/file-store';
import type { DataStore } from '@tus/server';
import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { access, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStorage, uploadKey } from './file-storage.js';

/** A folder that every process of the installation shares. */
export class DiskStorage extends FileStorage {
  readonly uploads: DataStore;

  /** @param expiresMs what clients are told of unfinished uploads; deleting them is the sweep's work */
  constructor(
    private readonly root: string,
    expiresMs: number,
  ) {
    super();
    for (const folder of ['uploads', 'contents']) {
      mkdirSync(join(root, folder), { recursive: true, mode: 0o700 });
    }
    this.uploads = new FileStore({ directory: root, expirationPeriodInMilliseconds: expiresMs });
  }

  withLocal<Result>(key: string, work: (path: string) => Promise<Result>): Promise<Result> {
    return work(this.pathOf(key));
  }

  async keep(key: string, path: string): Promise<void> {
    const place = this.pathOf(key);
    const arriving = `${place}.${randomUUID()}`;
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    try {
      await copyFile(path, arriving);
      const handle = await open(arriving, 'r+');
      await handle.sync().finally(() => handle.close());
      await rename(arriving, place);
    } catch (error) {
      await rm(arriving, { force: true });
      throw error;
    }
  }

  has(key: string): Promise<boolean> {
    return access(this.pathOf(key)).then(
      () => true,
      () => false,
    );
  }

  async read(key: string): Promise<Readable> {
    const handle = await open(this.pathOf(key));
    return createReadStream('', { fd: handle });
  }

  async remove(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => rm(this.pathOf(key), { force: true })));
  }

  discardUpload(fileId: string): Promise<void> {
    return this.remove([uploadKey(fileId), `${uploadKey(fileId)}.json`]);
  }

  private pathOf(key: string): string {
    return join(this.root, key);
  }
}
