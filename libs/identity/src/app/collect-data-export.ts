import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#libs/platform/database';
import { DataExportRepository } from '../data/data-export.repository.js';
import { PersonalData } from './personal-data.js';

/** What every feature holds of one person, ready to be written. */
export interface Collected {
  readonly personId: string;
  readonly parts: readonly { readonly source: string; readonly content: string }[];
}

/** Collects the copy that a person asked for: every feature gives its part, and the person is told. */
@Injectable()
export class CollectDataExport {
  constructor(
    private readonly database: Database,
    private readonly exports: DataExportRepository,
    private readonly personalData: PersonalData,
  ) {}

  /** Reads everything, one feature after the other; undefined when the copy is ready, or not wanted any more. */
  async collect(exportId: string, signal: AbortSignal): Promise<Collected | undefined> {
    const personId = await this.exports.waiting(this.database, exportId);
    if (personId === undefined) return undefined;
    const parts: { source: string; content: string }[] = [];
    for (const source of this.personalData.sources()) {
      signal.throwIfAborted();
      const content = JSON.stringify(await source.collect(personId), null, 2);
      parts.push({ source: source.name, content });
    }
    return { personId, parts };
  }

  async write(tx: Transaction, exportId: string, { personId, parts }: Collected): Promise<void> {
    for (const { source, content } of parts) await this.exports.insertPart(tx, exportId, source, content);
    if (!(await this.exports.complete(tx, exportId))) return;
    tx.audit({
      action: 'data-export.complete',
      entityType: 'data_export',
      entityId: exportId,
      fromState: 'preparing',
      toState: 'ready',
    });
    const source = { aggregateType: 'person', aggregateId: personId, seq: 2 };
    tx.emit('data-export.ready', source, { exportId });
  }
}
