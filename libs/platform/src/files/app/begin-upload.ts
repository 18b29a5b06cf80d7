import { Injectable } from '@nestjs/common';
import { actingOrganization, type Actor } from '#libs/kernel';
import { TtnConfig } from '#libs/platform/config';
import { newId, UnitOfWork } from '#libs/platform/database';
import { FileRepository } from '../data/file.repository.js';
import { FileEmpty, FileTooLarge, QuotaExceeded, UnknownPurpose } from '../domain/file.errors.js';
import { tidyFileName } from '../domain/file-name.js';
import { FilePurposes } from './file-purposes.js';

const MEBIBYTE = 1024 * 1024;

export interface AnnouncedFile {
  readonly purpose: string;
  readonly name: string;
  readonly bytes: number;
}

export interface BegunUpload {
  readonly id: string;
  readonly bytes: number;
  /** Until when it must be finished. */
  readonly expiresAt: Date;
}

/**
 * Reserves a place for a file of the acting organization, before a byte of it is taken.
 *
 * @throws UnknownPurpose, FileNameInvalid, FileEmpty, QuotaExceeded 422; FileTooLarge 413
 */
@Injectable()
export class BeginUpload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileRepository,
    private readonly purposes: FilePurposes,
    private readonly config: TtnConfig,
  ) {}

  async execute(actor: Actor, { purpose: named, name: given, bytes }: AnnouncedFile): Promise<BegunUpload> {
    const organizationId = actingOrganization(actor).id;
    const purpose = this.purposes.find(named);
    if (!purpose) throw new UnknownPurpose(this.purposes.all().map(({ name }) => name));
    const name = tidyFileName(given);
    if (bytes === 0) throw new FileEmpty();
    if (bytes > purpose.maxBytes) throw new FileTooLarge(purpose.maxBytes);

    return this.unitOfWork.run(actor, async (tx) => {
      await this.files.lockQuota(tx, organizationId);
      const usage = await this.files.usage(tx, organizationId);
      const full = usage.bytes + bytes > this.config.FILES_QUOTA_MIB * MEBIBYTE;
      if (full || usage.files >= this.config.FILES_QUOTA_COUNT) throw new QuotaExceeded();

      const id = newId();
      const upload = { id, purpose: purpose.name, name, announcedBytes: bytes };
      const expiresAt = await this.files.begin(tx, upload, organizationId, this.config.UPLOAD_HOURS);
      tx.audit({ action: 'file.begin', entityType: 'file', entityId: id, toState: 'uploading' });
      return { id, bytes, expiresAt };
    });
  }
}
