import { Injectable } from '@nestjs/common';
import { type Actor, nextState } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { FileRepository, type Upload } from '../data/file.repository.js';
import { fittingName } from '../domain/file-name.js';
import { fileTransitions } from '../domain/stored-file.js';
import { ContentInspector, type InspectedContent } from '../inspection/content-inspector.js';
import { MalwareScanner } from '../scanning/malware-scanner.js';
import { contentKey, FileStorage, uploadKey } from '../storage/file-storage.js';
import { FilePurposes } from './file-purposes.js';

const MAX_ATTEMPTS = 3;

/**
 * Makes a file of an upload that has arrived whole: looks at the bytes, keeps them under their SHA-256 and says in
 * the row what they are. The caller holds the lease of the upload.
 *
 * @throws FileTypeNotAllowed 415; ArchiveSuspicious, PictureTooLarge, PictureDamaged 422
 */
@Injectable()
export class KeepContent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileRepository,
    private readonly purposes: FilePurposes,
    private readonly storage: FileStorage,
    private readonly inspector: ContentInspector,
    private readonly scanner: MalwareScanner,
  ) {}

  async execute(actor: Actor, upload: Upload): Promise<void> {
    const mediaTypes = this.purposes.find(upload.purpose)?.mediaTypes ?? [];
    await this.storage.withLocal(uploadKey(upload.id), (path) =>
      this.inspector.inspect(path, mediaTypes, (content) => this.keep(actor, upload, content)),
    );
  }

  private async keep(actor: Actor, upload: Upload, content: InspectedContent): Promise<void> {
    await this.unitOfWork.run(actor, (tx) => this.files.announce(tx, upload.id, content.sha256));
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      await this.storage.keep(contentKey(content.sha256), content.path, content.mediaType);
      if (await this.unitOfWork.run(actor, (tx) => this.record(tx, upload, content))) return;
    }
    throw new Error('The content of a file vanished each time it was kept.');
  }

  /** False when the same content was deleted for the last file that had it, just after we kept it. */
  private async record(tx: Transaction, upload: Upload, content: InspectedContent): Promise<boolean> {
    await this.files.lockContent(tx, content.sha256);
    if (!(await this.storage.has(contentKey(content.sha256)))) return false;
    const state = nextState(fileTransitions, upload.state, this.scanner.active ? 'keep' : 'keepUnscanned');
    const name = fittingName(upload.name, content.mediaType);
    const version = await this.files.keep(tx, upload.id, { ...content, name, state });
    if (version === undefined) return true;

    tx.audit({
      action: 'file.store',
      entityType: 'file',
      entityId: upload.id,
      fromState: upload.state,
      toState: state,
    });
    tx.emit('file.stored', { aggregateType: 'file', aggregateId: upload.id, seq: version }, {});
    return true;
  }
}
