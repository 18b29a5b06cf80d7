import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { FileStorage } from '../storage/file-storage.js';
import { UploadLeases } from '../uploads/upload-leases.js';
import { FileAccess } from './file-access.js';
import { KeepContent } from './keep-content.js';
import { isRefusal, RemoveFile } from './remove-file.js';

/**
 * Finishes an upload of which all bytes have arrived. Refused content leaves nothing behind; anything else that
 * fails leaves the upload as it is, and asking how far it got (HEAD) finishes it. Finished before: nothing happens.
 *
 * @throws NotFound; UploadBusy 409; FileTypeNotAllowed 415; ArchiveSuspicious, PictureTooLarge, PictureDamaged 422
 */
@Injectable()
export class FinishUpload {
  constructor(
    private readonly access: FileAccess,
    private readonly leases: UploadLeases,
    private readonly keepContent: KeepContent,
    private readonly removeFile: RemoveFile,
    private readonly storage: FileStorage,
  ) {}

  async execute(actor: Actor, id: string): Promise<void> {
    await this.leases.hold(id, async () => {
      const upload = await this.access.loadUpload(actor, id);
      if (upload.state !== 'uploading') return;
      try {
        await this.keepContent.execute(actor, upload);
      } catch (error) {
        if (isRefusal(error)) await this.removeFile.execute(actor, upload, 'refuse');
        throw error;
      }
      await this.storage.discardUpload(id);
    });
  }
}
