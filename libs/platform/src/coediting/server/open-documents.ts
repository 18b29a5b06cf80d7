import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Document } from '@hocuspocus/server';
import { Database, Listener } from '#libs/platform/database';
import { CoeditedDocumentRepository, DOCUMENT_CHANGED } from '../data/coedited-document.repository.js';
import { OpenDocument } from './open-document.js';

/** The documents this process has open, kept up with what other processes write. */
@Injectable()
export class OpenDocuments implements OnModuleInit {
  private readonly logger = new Logger(OpenDocuments.name);
  /** By document of Hocuspocus: while one is being put away, another of its name may already be open. */
  private readonly open = new Map<Document, OpenDocument>();

  constructor(
    private readonly database: Database,
    private readonly listener: Listener,
    private readonly documents: CoeditedDocumentRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    this.listener.onReconnect(() => void this.readOn());
    await this.listener.listen(DOCUMENT_CHANGED, (payload) => {
      const [id, number] = payload.split(' ');
      for (const document of this.of(id)) document.noticed(Number(number));
    });
  }

  /** Registered first and read then, so that no notice falls in between. */
  async load(id: string, content: Document): Promise<void> {
    this.putAway();
    const document = new OpenDocument(id, content, this.database, this.documents, (message, error) => {
      this.logger.warn({ msg: message, documentId: id, err: error });
    });
    this.open.set(content, document);
    try {
      await document.load();
    } catch (error) {
      this.open.delete(content);
      throw error;
    }
  }

  find(content: Document): OpenDocument | undefined {
    return this.open.get(content);
  }

  /** Those with this id; none when this process has not opened it. */
  contentOf(id: string): Document[] {
    return [...this.open].filter(([, document]) => document.id === id).map(([content]) => content);
  }

  /** Compares numbers with the database: the net under the notices. */
  async readOn(): Promise<void> {
    const ids = [...new Set([...this.open.values()].map(({ id }) => id))];
    if (ids.length === 0) return;
    try {
      const numbers = await this.documents.lastNumbers(this.database, ids);
      for (const document of this.open.values()) document.noticed(numbers.get(document.id) ?? 0);
    } catch (error) {
      this.logger.warn({ msg: 'Co-edited documents could not be compared', err: error });
    }
  }

  /** Forgets what Hocuspocus has put away. */
  putAway(): void {
    for (const content of this.open.keys()) if (content.isDestroyed) this.open.delete(content);
  }

  /** Resolves when nothing is on its way to the database. */
  async idle(): Promise<void> {
    await Promise.all([...this.open.values()].map((document) => document.idle()));
  }

  private of(id: string | undefined): OpenDocument[] {
    return [...this.open.values()].filter((document) => document.id === id);
  }
}
