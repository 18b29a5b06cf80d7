import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { FilePurpose, FilePurposes, type StoredFile } from '#libs/platform/files';
import { EntryRepository } from '../data/entry.repository.js';
import { PICTURE, PROOF } from './entry-files.js';
import { ProfileAccess } from './profile-access.js';

const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];
const MEGABYTE = 1024 * 1024;

/** A file of a profile is read by whoever may read the profile. */
class EntryFilePurpose extends FilePurpose {
  constructor(
    readonly name: string,
    readonly mediaTypes: readonly string[],
    readonly maxBytes: number,
    readonly mayRead: (actor: Actor, file: StoredFile) => Promise<boolean>,
  ) {
    super();
  }
}

/** Says what files profiles take. */
@Injectable()
export class EntryFilePurposes implements OnModuleInit {
  constructor(
    private readonly purposes: FilePurposes,
    private readonly database: Database,
    private readonly entries: EntryRepository,
    private readonly access: ProfileAccess,
  ) {}

  onModuleInit(): void {
    const mayRead = this.mayRead.bind(this);
    this.purposes.register(new EntryFilePurpose(PICTURE, PICTURES, 10 * MEGABYTE, mayRead));
    this.purposes.register(
      new EntryFilePurpose(PROOF, [...PICTURES, 'application/pdf'], 10 * MEGABYTE, mayRead),
    );
  }

  private async mayRead(actor: Actor, { ownerId }: StoredFile): Promise<boolean> {
    const entry = ownerId === null ? undefined : await this.entries.find(this.database, ownerId);
    return entry !== undefined && this.access.mayRead(actor, entry.organizationId);
  }
}
