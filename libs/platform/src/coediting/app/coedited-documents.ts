import { Injectable } from '@nestjs/common';
import type { RichText } from '#libs/contracts';
import type { Reads, Transaction } from '#libs/platform/database';
import * as Y from 'yjs';
import { applyMissing } from '../content/merged-document.js';
import { richTextOf } from '../content/rich-text-of.js';
import { CoeditedDocumentRepository } from '../data/coedited-document.repository.js';

/** What features do with texts that several people write at once, inside their own units of work. */
@Injectable()
export class CoeditedDocuments {
  constructor(private readonly documents: CoeditedDocumentRepository) {}

  /**
   * Makes the document of a row, empty, with these fields; for a row that has one the fields are set anew and what
   * was written stays. Clients open it as `<kind>:<ownerId>`, a field by its name.
   */
  async create(tx: Transaction, kind: string, ownerId: string, fields: readonly string[]): Promise<void> {
    await this.documents.create(tx, kind, ownerId, fields);
  }

  /**
   * Every field as it is stored at this moment, empty where nobody wrote; null when there is no document. After
   * {@link seal} in the same transaction nothing can be written behind it any more.
   */
  async read(reads: Reads, kind: string, ownerId: string): Promise<Record<string, RichText> | null> {
    const head = await this.documents.find(reads, kind, ownerId);
    const stored = head && (await this.documents.missingSince(reads, head.id, 0));
    if (!stored) return null;
    const document = new Y.Doc();
    applyMissing(document, stored);
    return Object.fromEntries(
      head.fields.map((field) => [field, richTextOf(document.getXmlFragment(field))]),
    );
  }

  /**
   * Nobody writes from now on: updates that are under way are in, later ones are refused, and open editors are told.
   * Answers false when there was nothing to seal.
   */
  async seal(tx: Transaction, kind: string, ownerId: string): Promise<boolean> {
    return this.documents.setSealed(tx, kind, ownerId, true);
  }

  /** Those who may edit can write again. */
  async unseal(tx: Transaction, kind: string, ownerId: string): Promise<boolean> {
    return this.documents.setSealed(tx, kind, ownerId, false);
  }
}
