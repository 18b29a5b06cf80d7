import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor } from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import { FileRepository } from '../data/file.repository.js';
import { isPicture, VARIANT_TYPE, VARIANT_WIDTHS } from '../domain/pictures.js';
import { shrinkPicture } from '../inspection/encode-picture.js';
import { contentKey, FileStorage, variantKey } from '../storage/file-storage.js';

/** Makes the smaller versions of a picture, for every file with this content. Making them again changes nothing. */
@Injectable()
export class MakePictureVariants {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileRepository,
    private readonly storage: FileStorage,
  ) {}

  async execute(id: string, requestId: string): Promise<void> {
    const file = await this.files.find(this.database, id);
    if (!file || !isPicture(file.mediaType)) return;
    const widths = VARIANT_WIDTHS.filter((width) => width < (file.width ?? 0));
    try {
      for (const width of widths) await this.make(file.sha256, width);
    } catch (error) {
      if (await this.clearAway(file.sha256, widths, requestId)) return;
      throw error;
    }
    if (await this.clearAway(file.sha256, widths, requestId)) return;
    await this.unitOfWork.run(systemActor(requestId), (tx) =>
      this.files.addVariants(tx, file.sha256, widths),
    );
  }

  /** Whether the last file with this content went while its smaller versions were made; then they go too. */
  private async clearAway(sha256: string, widths: readonly number[], requestId: string): Promise<boolean> {
    return this.unitOfWork.run(systemActor(requestId), async (tx) => {
      await this.files.lockContent(tx, sha256);
      if (await this.files.isWanted(tx, sha256)) return false;
      await this.storage.remove(widths.map((width) => variantKey(sha256, width)));
      return true;
    });
  }

  private async make(sha256: string, width: number): Promise<void> {
    const key = variantKey(sha256, width);
    if (await this.storage.has(key)) return;
    const smaller = join(tmpdir(), `ttn-variant-${randomUUID()}`);
    try {
      await this.storage.withLocal(contentKey(sha256), (path) => shrinkPicture(path, smaller, width));
      await this.storage.keep(key, smaller, VARIANT_TYPE);
    } finally {
      await rm(smaller, { force: true });
    }
  }
}
