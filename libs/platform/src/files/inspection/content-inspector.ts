import { fileTypeFromFile } from 'file-type/node';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { TtnConfig } from '#libs/platform/config';
import { FileTypeNotAllowed } from '../domain/file.errors.js';
import { isPicture } from '../domain/pictures.js';
import { checkArchive } from './check-archive.js';
import { encodePicture } from './encode-picture.js';
import { Turns } from './turns.js';

/** A file that was looked at, ready to be kept. */
export interface InspectedContent {
  /** Where its bytes lie for the time of the inspection. */
  readonly path: string;
  readonly mediaType: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** Decoding takes memory by the picture, so one content is looked at at a time in a process. */
const AT_ONCE = 1;

const PLAIN_TEXT = 'text/plain';
/** All control characters but tabs and ends of lines and pages. */
const CONTROLS = /[^\P{Cc}\t\n\f\r\u0085]/u;
/** Markup begins at the beginning. */
const MARKUP_WITHIN = 1_024;

/** Tells what bytes are, from the bytes alone, and makes them fit to be kept. */
@Injectable()
export class ContentInspector {
  private readonly turns = new Turns(AT_ONCE);

  constructor(private readonly config: TtnConfig) {}

  /**
   * Runs `keep` on the content of the file `path`: pictures encoded anew, everything else as it is.
   *
   * @throws FileTypeNotAllowed 415; ArchiveSuspicious, PictureTooLarge, PictureDamaged 422
   */
  inspect<Result>(
    path: string,
    mediaTypes: readonly string[],
    keep: (content: InspectedContent) => Promise<Result>,
  ): Promise<Result> {
    return this.turns.take(async () => {
      if (await isArchive(path)) {
        if (!mediaTypes.some(isArchiveType)) throw new FileTypeNotAllowed(mediaTypes);
        await checkArchive(path);
      }
      const known = (await fileTypeFromFile(path))?.mime;
      const mediaType = known ?? ((await isPlainText(path)) ? PLAIN_TEXT : '');
      if (!mediaTypes.includes(mediaType)) throw new FileTypeNotAllowed(mediaTypes);
      if (!isPicture(mediaType)) return keep(await described(path, mediaType, null));
      const encoded = join(tmpdir(), `ttn-picture-${randomUUID()}`);
      try {
        const sides = await encodePicture(path, encoded, mediaType, this.config.PICTURE_MEGAPIXELS);
        return await keep(await described(encoded, mediaType, sides));
      } finally {
        await rm(encoded, { force: true });
      }
    });
  }
}

/**
 * Text has no mark of its own: UTF-8 without the control characters that no text needs. What looks like a page or a
 * picture in markup is not taken for text.
 */
async function isPlainText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = '';
  try {
    for await (const piece of createReadStream(path)) {
      const words = decoder.decode(piece as Buffer, { stream: true });
      if (CONTROLS.test(words)) return false;
      if (start.length < MARKUP_WITHIN) start += words.slice(0, MARKUP_WITHIN);
    }
    decoder.decode();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    return false;
  }
  return start.trim() !== '' && !/^\s*</.test(start);
}

/** ZIP, and the office formats that are ZIP inside. */
const isArchiveType = (mediaType: string): boolean => /[/+.]zip$|officedocument|opendocument/.test(mediaType);

/** Archives are checked before anything else reads in them. */
async function isArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, 2).toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}

async function described(
  path: string,
  mediaType: string,
  sides: { width: number; height: number } | null,
): Promise<InspectedContent> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const { size } = await stat(path);
  return {
    path,
    mediaType,
    size,
    sha256: hash.digest('hex'),
    width: sides?.width ?? null,
    height: sides?.height ?? null,
  };
}
