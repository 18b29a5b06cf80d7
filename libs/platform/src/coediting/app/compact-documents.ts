import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { Database, UnitOfWork } from '#libs/platform/database';
import * as Y from 'yjs';
import { applyMissing } from '../content/merged-document.js';
import { CoeditedDocumentRepository } from '../data/coedited-document.repository.js';

const AT_A_TIME = 20;

/**
 * Puts the updates of documents together to one snapshot each. Whatever is written meanwhile has a higher number and
 * stays as it is; what nobody can read stays too, so that nothing is lost by being put together. Answers how many.
 */
@Injectable()
export class CompactDocuments {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: CoeditedDocumentRepository,
  ) {}

  async execute(requestId: string, signal: AbortSignal): Promise<number> {
    let compacted = 0;
    for (const id of await this.documents.findToCompact(this.database, AT_A_TIME)) {
      if (signal.aborted) break;
      if (await this.compact(id, requestId)) compacted += 1;
    }
    return compacted;
  }

  private async compact(id: string, requestId: string): Promise<boolean> {
    const madeFrom = await this.documents.snapshotNumber(this.database, id);
    const stored = await this.documents.missingSince(this.database, id, 0);
    if (madeFrom === undefined || !stored) return false;
    const document = new Y.Doc();
    if (applyMissing(document, stored) > 0) return false;
    const snapshot = {
      content: Y.encodeStateAsUpdate(document),
      stateVector: Y.encodeStateVector(document),
      number: stored.lastNumber,
      madeFrom,
    };
    return this.unitOfWork.run(systemActor(requestId), (tx) => this.documents.keepSnapshot(tx, id, snapshot));
  }
}
