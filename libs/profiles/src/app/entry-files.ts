import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { Files } from '#libs/platform/files';
import type { EntryKind } from '../domain/entry.js';

/** What the files of entries are for. */
export const PICTURE = 'profile-picture';
export const PROOF = 'certificate-proof';
export const ENTRY_FILE_OWNER = 'profile-entry';

const PURPOSE_OF: Readonly<Partial<Record<EntryKind, string>>> = { picture: PICTURE, certification: PROOF };

interface Held {
  readonly id: string;
  readonly kind: EntryKind;
  readonly fileId: string | null;
}

/** Keeps the file an entry names, and lets go of the one it named before. */
@Injectable()
export class EntryFiles {
  constructor(private readonly files: Files) {}

  /** @throws FileUnusable 422 */
  async follow(tx: Transaction, { id, kind, fileId }: Held, before: string | null): Promise<void> {
    if (fileId === before) return;
    if (before !== null) await this.files.detach(tx, ENTRY_FILE_OWNER, id, before);
    const purpose = PURPOSE_OF[kind];
    if (fileId === null || purpose === undefined) return;
    await this.files.attach(tx, { fileId, purpose, ownerType: ENTRY_FILE_OWNER, ownerId: id });
  }
}
