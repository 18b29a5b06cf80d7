import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { FileRepository, type Upload } from '../data/file.repository.js';
import type { StoredFile } from '../domain/stored-file.js';
import { FilePurposes } from './file-purposes.js';

/** The only way to a file for a person. */
@Injectable()
export class FileAccess {
  constructor(
    private readonly database: Database,
    private readonly files: FileRepository,
    private readonly purposes: FilePurposes,
  ) {}

  /**
   * A file this actor may read: what is attached, if the feature that owns it says so; before that, one's own.
   *
   * @throws NotFound
   */
  async load(actor: Actor, id: string): Promise<StoredFile> {
    const file = await this.files.find(this.database, id);
    if (!file || !(await this.mayRead(actor, file))) throw new NotFound();
    return file;
  }

  /** An upload of one's own, or the file that came of it. @throws NotFound */
  async loadUpload(actor: Actor, id: string): Promise<Upload> {
    const upload =
      actor.organization &&
      (await this.files.findUpload(this.database, id, actor.personId, actor.organization.id));
    if (!upload) throw new NotFound();
    return upload;
  }

  private async mayRead(actor: Actor, file: StoredFile): Promise<boolean> {
    if (file.ownerId === null) {
      return file.createdBy === actor.personId && file.organizationId === actor.organization?.id;
    }
    return (await this.purposes.find(file.purpose)?.mayRead(actor, file)) ?? false;
  }
}
