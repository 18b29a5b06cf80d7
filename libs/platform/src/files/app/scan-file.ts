import { Injectable } from '@nestjs/common';
import { nextState, systemActor } from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import { FileRepository } from '../data/file.repository.js';
import { fileTransitions } from '../domain/stored-file.js';
import { MalwareScanner } from '../scanning/malware-scanner.js';
import { contentKey, FileStorage } from '../storage/file-storage.js';

/**
 * Has a file looked at and says in its row what was found. Nothing happens to a file that does not wait for that.
 *
 * @throws Error when the scanner gives no verdict; the file goes on waiting
 */
@Injectable()
export class ScanFile {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileRepository,
    private readonly storage: FileStorage,
    private readonly scanner: MalwareScanner,
  ) {}

  async execute(id: string, requestId: string): Promise<void> {
    const file = await this.files.find(this.database, id);
    if (file?.state !== 'scanning') return;
    const verb = await this.verbFor(contentKey(file.sha256));

    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      const state = nextState(fileTransitions, file.state, verb);
      const version = await this.files.move(tx, id, file.state, state);
      if (version === undefined) return;
      const { organizationId } = file;
      tx.audit({
        action: 'file.scan',
        entityType: 'file',
        entityId: id,
        organizationId,
        fromState: file.state,
        toState: state,
      });
      if (verb !== 'quarantine') return;
      const source = { aggregateType: 'file', aggregateId: id, seq: version, organizationId };
      tx.emit('file.quarantined', source, { uploaderId: file.createdBy });
    });
  }

  private async verbFor(key: string): Promise<'pass' | 'quarantine' | 'skip'> {
    if (!this.scanner.active) return 'skip';
    return (await this.scanner.scan(await this.storage.read(key))) === 'clean' ? 'pass' : 'quarantine';
  }
}
