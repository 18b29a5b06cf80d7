import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import { DataExportRepository } from '../data/data-export.repository.js';
import { type DataExport, EXPORT_DAYS, EXPORT_PAUSE_MINUTES } from '../domain/data-export.js';
import { ExportRecent } from '../domain/identity.errors.js';
import { FreshProof } from './fresh-proof.js';

/** A person asks for a copy of their data, which a job then collects. Errors: auth/proof-required, data-export/recent. */
@Injectable()
export class RequestDataExport {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly exports: DataExportRepository,
    private readonly freshProof: FreshProof,
  ) {}

  async execute(actor: Actor): Promise<DataExport> {
    const { personId } = actor;
    const id = newId();
    await this.unitOfWork.run(actor, async (tx) => {
      await this.freshProof.require(tx, actor);
      const added = await this.exports.insert(tx, id, personId, EXPORT_DAYS, EXPORT_PAUSE_MINUTES);
      if (!added) throw new ExportRecent();
      tx.audit({ action: 'data-export.request', entityType: 'data_export', entityId: id });
      const source = { aggregateType: 'person', aggregateId: personId, seq: 1 };
      tx.emit('data-export.requested', source, { exportId: id });
    });
    const added = await this.exports.one(this.database, personId, id);
    if (!added) throw new NotFound();
    return added;
  }
}
