import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { FileRepository, type Upload } from '../data/file.repository.js';
import { VARIANT_WIDTHS } from '../domain/pictures.js';
import { contentKey, FileStorage, variantKey } from '../storage/file-storage.js';

/** Why a file goes: its uploader wants it so, its content is refused, or its time is over. */
export type RemovalReason = 'discard' | 'refuse' | 'expire';

/**
 * Deletes a file that belongs to nothing, its row and its bytes; content that other files have too stays. Answers
 * whether there was one. The bytes go first: what a crash leaves is a row, which the sweep finds.
 */
@Injectable()
export class RemoveFile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileRepository,
    private readonly storage: FileStorage,
  ) {}

  async execute(
    actor: Actor,
    { id, sha256, state, organizationId }: Upload,
    reason: RemovalReason,
  ): Promise<boolean> {
    return this.unitOfWork.run(actor, async (tx) => {
      if (sha256) await this.files.lockContent(tx, sha256);
      if (!(await this.files.delete(tx, id, reason === 'expire'))) return false;
      await this.storage.discardUpload(id);
      if (sha256 && !(await this.files.isWanted(tx, sha256))) {
        await this.storage.remove([
          contentKey(sha256),
          ...VARIANT_WIDTHS.map((width) => variantKey(sha256, width)),
        ]);
      }
      const action = `file.${reason}`;
      tx.audit({ action, entityType: 'file', entityId: id, organizationId, fromState: state });
      return true;
    });
  }
}

/** A refusal of the content itself, which another try cannot change. */
export const isRefusal = (error: unknown): error is DomainError =>
  error instanceof DomainError && (error.kind === 'invalid' || error.kind === 'unsupported-media-type');
