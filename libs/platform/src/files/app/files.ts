import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { type Attachment, FileRepository } from '../data/file.repository.js';
import { FileUnusable } from '../domain/file.errors.js';
import type { StoredFile } from '../domain/stored-file.js';

/** What features do with files, inside their own units of work. */
@Injectable()
export class Files {
  constructor(private readonly files: FileRepository) {}

  /**
   * Makes a file part of an owner row: it is kept as long as that row wants it, and its purpose says who may read
   * it. Only its uploader attaches a file, for the organization it was uploaded for; attaching again changes nothing.
   *
   * @throws FileUnusable 422 when it is absent, foreign, for another purpose, attached elsewhere, not ready or quarantined
   */
  async attach(tx: Transaction, attachment: Attachment): Promise<StoredFile> {
    const file = await this.files.attach(tx, attachment);
    if (!file) throw new FileUnusable();
    tx.audit({ action: 'file.attach', entityType: 'file', entityId: file.id });
    return file;
  }

  /** Lets go of a file; a day later it is deleted, unless it was attached again. Nothing happens when it was not there. */
  async detach(tx: Transaction, ownerType: string, ownerId: string, fileId: string): Promise<void> {
    const detached = await this.files.detach(tx, ownerType, ownerId, fileId);
    if (detached) tx.audit({ action: 'file.detach', entityType: 'file', entityId: fileId });
  }

  /** Every file of one organization counts against the share of another from now on. Answers how many there are. */
  async handOver(tx: Transaction, fromOrganizationId: string, toOrganizationId: string): Promise<number> {
    return this.files.handOver(tx, fromOrganizationId, toOrganizationId);
  }

  /** Facts by id. Asks nobody for leave: the caller shows the row they are attached to. */
  async describe(reads: Reads, ids: readonly string[]): Promise<Map<string, StoredFile>> {
    const found = await this.files.findMany(reads, ids);
    return new Map(found.map((file) => [file.id, file]));
  }
}
