import { DomainError } from '#libs/kernel';

const MEBIBYTE = 1024 * 1024;
/** Of a limit that people are told; never more than they may use. */
const mebibytes = (bytes: number): number => Math.floor((bytes / MEBIBYTE) * 10) / 10;

/** 422: absent, of somebody else, for another purpose, attached elsewhere, not ready or quarantined; one answer for all. */
export class FileUnusable extends DomainError {
  constructor(pointer = '/fileId') {
    super('file/unusable', 'invalid', {
      detail: 'This file cannot be used here. Upload it again for this purpose, and wait until it is ready.',
      errors: [{ pointer, code: 'file/unusable' }],
    });
  }
}

/** 422: `Upload-Metadata` names no purpose that files can have. */
export class UnknownPurpose extends DomainError {
  constructor(known: readonly string[]) {
    super('file/purpose-unknown', 'invalid', {
      detail: `Name what the file is for in Upload-Metadata: ${known.join(', ')}.`,
    });
  }
}

/** 422: the name has control characters, turns its direction, names a folder, or nothing of it can be seen. */
export class FileNameInvalid extends DomainError {
  constructor() {
    super('file/name-invalid', 'invalid', {
      detail:
        'A file name is one line of 1 to 200 visible characters, without / and \\ and without control characters.',
    });
  }
}

/** 422: a file of no bytes. */
export class FileEmpty extends DomainError {
  constructor() {
    super('file/empty', 'invalid', { detail: 'The file is empty.' });
  }
}

/** 400: the length of an upload must be said when it begins. */
export class LengthRequired extends DomainError {
  constructor() {
    super('file/length-required', 'malformed', {
      detail: 'Send Upload-Length, the number of bytes to come.',
    });
  }
}

/** 413 */
export class FileTooLarge extends DomainError {
  constructor(maxBytes: number) {
    super('file/too-large', 'too-large', {
      detail: `Such a file may hold ${mebibytes(maxBytes)} MiB.`,
      extra: { maxBytes },
    });
  }
}

/** 413: more bytes came than the upload was announced with. */
export class MoreThanAnnounced extends DomainError {
  constructor(announcedBytes: number) {
    super('file/too-large', 'too-large', {
      detail: `This upload was announced with ${announcedBytes} bytes, and more came.`,
      extra: { maxBytes: announcedBytes },
    });
  }
}

/** 412: the request speaks no tus, or another version of it. */
export class TusVersion extends DomainError {
  constructor() {
    super('file/tus-version', 'precondition-failed', { detail: 'Send Tus-Resumable: 1.0.0.' });
  }
}

/** 415: judged by the content. */
export class FileTypeNotAllowed extends DomainError {
  constructor(mediaTypes: readonly string[]) {
    super('file/type-not-allowed', 'unsupported-media-type', {
      detail: `By its content this is none of ${mediaTypes.join(', ')}.`,
      extra: { allowed: mediaTypes.join(', ') },
    });
  }
}

/** 422: the organization keeps as much as it may, by bytes or by number. */
export class QuotaExceeded extends DomainError {
  constructor() {
    super('file/quota-exceeded', 'invalid', {
      detail: 'Your organization keeps as many files as it may. Remove some first.',
    });
  }
}

/** 422: told from the head of the file; nothing of it was decoded. */
export class PictureTooLarge extends DomainError {
  constructor(megapixels: number, maxSide: number) {
    super('file/picture-too-large', 'invalid', {
      detail: `A picture may have ${megapixels} megapixels and ${maxSide} pixels on a side.`,
      extra: { megapixels, maxSide },
    });
  }
}

/** 422: its head says picture, its body cannot be decoded. */
export class PictureDamaged extends DomainError {
  constructor() {
    super('file/picture-damaged', 'invalid', { detail: 'The picture cannot be read; it may be cut off.' });
  }
}

export type ArchiveSuspicion =
  | 'unreadable'
  | 'encrypted'
  | 'too-many-entries'
  | 'too-large-inside'
  | 'packed-too-tightly'
  | 'overlapping'
  | 'nested'
  | 'wrong-size';

/** 422: a ZIP or office file that could not be unpacked without harm. */
export class ArchiveSuspicious extends DomainError {
  constructor(readonly because: ArchiveSuspicion) {
    super('file/archive-suspicious', 'invalid', {
      detail: 'This archive looks like one made to harm who opens it.',
      extra: { because },
    });
  }
}

/** 409: bytes must continue where the last ones ended; ask with HEAD. */
export class OffsetMismatch extends DomainError {
  constructor() {
    super('file/offset-mismatch', 'conflict', {
      detail: 'Upload-Offset is not where the upload stands. Ask with HEAD and go on from there.',
    });
  }
}

/** 409: another request is writing to this upload; it was asked to end. */
export class UploadBusy extends DomainError {
  constructor() {
    super('file/upload-busy', 'conflict', {
      detail: 'Another request is at work on this upload.',
      retryAfterSeconds: 1,
    });
  }
}

/** 409: it is part of something; remove it there. */
export class FileAttached extends DomainError {
  constructor() {
    super('file/attached', 'conflict', { detail: 'This file is in use. Remove it where it is used.' });
  }
}

/** 409: the scanner has not looked at it yet. */
export class FileNotReady extends DomainError {
  constructor() {
    super('file/not-ready', 'conflict', {
      detail: 'The file is being checked for malware.',
      retryAfterSeconds: 2,
    });
  }
}

/** 409: malware was found in it; nobody gets its bytes. */
export class FileQuarantined extends DomainError {
  constructor() {
    super('file/quarantined', 'conflict', { detail: 'Malware was found in this file.' });
  }
}

/** 403: the link is altered, older than a minute, or its person's session has ended. Says nothing of the file. */
export class FileLinkInvalid extends DomainError {
  constructor() {
    super('file/link-invalid', 'forbidden', {
      detail: 'This link is not valid any more. Read the file again for a new one.',
    });
  }
}
