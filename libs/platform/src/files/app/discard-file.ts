import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { FileAttached } from '../domain/file.errors.js';
import { UploadLeases } from '../uploads/upload-leases.js';
import { FileAccess } from './file-access.js';
import { RemoveFile } from './remove-file.js';

/**
 * Gives up an upload of one's own, or deletes the file that came of it while it belongs to nothing.
 *
 * @throws NotFound; FileAttached, UploadBusy 409
 */
@Injectable()
export class DiscardFile {
  constructor(
    private readonly access: FileAccess,
    private readonly leases: UploadLeases,
    private readonly removeFile: RemoveFile,
  ) {}

  async execute(actor: Actor, id: string): Promise<void> {
    await this.access.loadUpload(actor, id);
    await this.leases.hold(id, async () => {
      const upload = await this.access.loadUpload(actor, id);
      const attached = upload.ownerId !== null || !(await this.removeFile.execute(actor, upload, 'discard'));
      if (attached) throw new FileAttached();
    });
  }
}
