import { Metadata } from '@tus/server';
import type { AnnouncedFile } from '../app/begin-upload.js';
import { DomainError } from '#libs/kernel';
import { LengthRequired } from '../domain/file.errors.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * What the headers of a new upload say: `Upload-Length`, and `purpose` and `filename` in `Upload-Metadata`, each as
 * base64 of UTF-8.
 *
 * @throws LengthRequired 400; DomainError file/metadata-malformed 400
 */
export function announcedFile(headers: Headers): AnnouncedFile {
  const length = headers['upload-length'];
  if (typeof length !== 'string' || !/^\d{1,15}$/.test(length)) throw new LengthRequired();
  const { purpose, filename } = metadataOf(headers['upload-metadata']);
  return { purpose: purpose ?? '', name: filename ?? '', bytes: Number(length) };
}

function metadataOf(header: string | string[] | undefined): Record<string, string | null> {
  try {
    return Metadata.parse(typeof header === 'string' ? header : undefined);
  } catch (cause) {
    throw new DomainError('file/metadata-malformed', 'malformed', {
      detail: 'Upload-Metadata lists keys with values in base64: purpose …,filename …',
      cause,
    });
  }
}
