import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Database } from '#libs/platform/database';
import { isPicture, VARIANT_TYPE } from '../domain/pictures.js';
import { isReady } from '../domain/stored-file.js';
import { contentKey, FileStorage, variantKey } from '../storage/file-storage.js';
import { Files } from './files.js';

/** Bytes of a picture with their media type. */
export interface ShownPicture {
  readonly mediaType: string;
  readonly bytes: Readable;
}

/** Pictures on pages that everybody may read. Asks nobody for leave: the caller knows that the page is public. */
@Injectable()
export class PublicPictures {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly storage: FileStorage,
  ) {}

  /** The version of that width, else the picture itself; undefined for what is no picture, or not fit to be shown. */
  async open(fileId: string, width: number): Promise<ShownPicture | undefined> {
    const file = (await this.files.describe(this.database, [fileId])).get(fileId);
    if (!file || !isPicture(file.mediaType) || !isReady(file.state)) return undefined;
    const { sha256, mediaType } = file;
    return file.variants.includes(width)
      ? { mediaType: VARIANT_TYPE, bytes: await this.storage.read(variantKey(sha256, width)) }
      : { mediaType, bytes: await this.storage.read(contentKey(sha256)) };
  }
}
