import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { DataExportRepository } from '../data/data-export.repository.js';
import type { DataExport } from '../domain/data-export.js';
import { ExportNotReady } from '../domain/identity.errors.js';

/** The copies a person can still have. */
@Injectable()
export class DataExportsReader {
  constructor(
    private readonly database: Database,
    private readonly exports: DataExportRepository,
  ) {}

  /** Newest first. */
  async list(personId: string): Promise<DataExport[]> {
    return this.exports.list(this.database, personId);
  }

  /** @throws NotFound also for somebody else's */
  async one(personId: string, id: string): Promise<DataExport> {
    const found = await this.exports.one(this.database, personId, id);
    if (!found) throw new NotFound();
    return found;
  }

  /**
   * One JSON object with a key per feature, piece by piece: no more than one part is in memory.
   *
   * @throws NotFound, ExportNotReady before the first piece
   */
  async content(personId: string, id: string): Promise<AsyncGenerator<string>> {
    const { state } = await this.one(personId, id);
    if (state !== 'ready') throw new ExportNotReady();
    return this.pieces(id, await this.exports.sources(this.database, id));
  }

  private async *pieces(id: string, sources: readonly string[]): AsyncGenerator<string> {
    yield '{';
    let comma = '\n';
    for (const source of sources) {
      yield `${comma}${JSON.stringify(source)}: `;
      yield (await this.exports.part(this.database, id, source)) ?? 'null';
      comma = ',\n';
    }
    yield '\n}\n';
  }
}
