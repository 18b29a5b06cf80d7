import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Actor } from '#libs/kernel';
import type { ContentLink, ContentLinks } from '../app/content-links.js';
import type { FileLimits } from '../app/file-limits.reader.js';
import { VARIANT_WIDTHS } from '../domain/pictures.js';
import { type FileState, isReady, type ScanVerdict, type StoredFile } from '../domain/stored-file.js';

/** A place for a file, to be filled by PATCH at `Location`. */
export class UploadResponse {
  /** Of the upload, and of the file that comes of it. @example "0199a0f2-7c4e-7b6a-9c53-0d9be1b4f001" */
  id: string;
  /** Bytes that are to come. @example 182044 */
  length: number;
  /** Until when it must be finished. RFC 3339. */
  expiresAt: Date;
}

/** One smaller version of a picture. */
export class PictureVariantResponse {
  /** Pixels. @example 320 */
  width: number;
  /** Works for a minute, for you alone. */
  url: string;
}

/** Where the bytes are. */
export class FileLinkResponse {
  /** Works for a minute, for you alone. */
  url: string;
  /** RFC 3339. */
  expiresAt: Date;
  /** Smaller versions of a picture, as WebP; made shortly after it was uploaded. */
  variants: PictureVariantResponse[];
}

export class FileResponse {
  /** @example "0199a0f2-7c4e-7b6a-9c53-0d9be1b4f001" */
  id: string;
  /** What it was uploaded for. @example "registration-document" */
  purpose: string;
  /** @example "business-registration.pdf" */
  name: string;
  /** Told from the content. @example "application/pdf" */
  mediaType: string;
  /** Bytes. @example 182044 */
  size: number;
  /** Of the bytes, in hexadecimal. */
  sha256: string;
  /** @example "clean" */
  state: FileState;
  /** What is known about malware in it. @example "not_scanned" */
  scanned: ScanVerdict;
  /** Pixels; null unless it is a picture. */
  width: number | null;
  /** Pixels; null unless it is a picture. */
  height: number | null;
  /** RFC 3339. */
  createdAt: Date;
  /** Null until it was checked, and where malware was found. */
  link: FileLinkResponse | null;
}

/** What a file may be uploaded for. */
export class FilePurposeResponse {
  /** @example "registration-document" */
  name: string;
  /** What the content may be. @example ["application/pdf", "image/png"] */
  mediaTypes: string[];
  /** @example 10485760 */
  maxBytes: number;
}

/** Bytes and number of files. */
export class FileUsageResponse {
  /** @example 1073741824 */
  bytes: number;
  /** @example 1000 */
  files: number;
}

export class FileLimitsResponse {
  purposes: FilePurposeResponse[];
  /** What your organization may keep. */
  quota: FileUsageResponse;
  /** What it keeps, unfinished uploads included. */
  used: FileUsageResponse;
}

export class FileContentQuery {
  /** From `link` of the file. */
  @IsString()
  @MaxLength(1_000)
  ticket: string;

  /** Width of a smaller version; the picture itself where there is none. @example 320 */
  @IsOptional()
  @Type(() => Number)
  @IsIn(VARIANT_WIDTHS)
  width?: number;
}

export function toFileResponse(actor: Actor, file: StoredFile, links: ContentLinks): FileResponse {
  const { id, purpose, name, mediaType, size, sha256, state, scanned, createdAt } = file;
  return {
    id,
    purpose,
    name,
    mediaType,
    size,
    sha256,
    state,
    scanned,
    width: file.width ?? null,
    height: file.height ?? null,
    createdAt,
    link: isReady(state) ? toLinkResponse(links.sign(actor, id), file) : null,
  };
}

function toLinkResponse({ url, expiresAt }: ContentLink, { variants }: StoredFile): FileLinkResponse {
  return { url, expiresAt, variants: variants.map((width) => ({ width, url: `${url}&width=${width}` })) };
}

export function toLimitsResponse({ purposes, quota, used }: FileLimits): FileLimitsResponse {
  return {
    purposes: purposes.map(({ name, mediaTypes, maxBytes }) => ({
      name,
      mediaTypes: [...mediaTypes],
      maxBytes,
    })),
    quota: { ...quota },
    used: { ...used },
  };
}
