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
    for (const width of widths) await this.make(file.sha256, width);

    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      await this.files.lockContent(tx, file.sha256);
      if ((await this.files.addVariants(tx, file.sha256, widths)) > 0) return;
      await this.storage.remove(widths.map((width) => variantKey(file.sha256, width)));
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
