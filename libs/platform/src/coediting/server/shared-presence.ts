import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Document } from '@hocuspocus/server';
import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { Database, Listener, newId } from '#libs/platform/database';
import { OpenDocuments } from './open-documents.js';

const CHANNEL = 'document_presence';
const ASK = '?';
/** Carets move with every key: several moves are told together. */
const TELL_EVERY_MS = 150;
/** A notification of PostgreSQL holds less than 8,000 bytes. */
const MAX_PAYLOAD = 7_800;

interface PresenceChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/**
 * Who is writing, told to the other processes. It is a hint and lives in memory alone: what is lost is said again
 * within fifteen seconds, and who says nothing for thirty is gone.
 */
@Injectable()
export class SharedPresence implements OnModuleInit {
  private readonly logger = new Logger(SharedPresence.name);
  private readonly processId = newId();

  constructor(
    private readonly database: Database,
    private readonly listener: Listener,
    private readonly open: OpenDocuments,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.listener.listen(CHANNEL, (payload) => {
      const [processId, id, update] = payload.split(' ');
      if (processId === this.processId || id === undefined || update === undefined) return;
      for (const document of this.open.contentOf(id)) this.heard(id, document, update);
    });
  }

  /** Tells of this document from now on, and asks who is there. */
  follow(id: string, document: Document): void {
    const changed = new Set<number>();
    let pending: NodeJS.Timeout | undefined;
    document.awareness.on('update', ({ added, updated, removed }: PresenceChange, origin: unknown) => {
      if (origin === this) return;
      for (const client of [...added, ...updated, ...removed]) changed.add(client);
      pending ??= setTimeout(() => {
        pending = undefined;
        this.tell(id, document, [...changed]);
        changed.clear();
      }, TELL_EVERY_MS).unref();
    });
    this.notify(id, ASK);
  }

  private heard(id: string, document: Document, update: string): void {
    if (update === ASK) {
      this.tell(id, document, [...document.awareness.getStates().keys()]);
      return;
    }
    applyAwarenessUpdate(document.awareness, Buffer.from(update, 'base64'), this);
  }

  private tell(id: string, document: Document, clients: readonly number[]): void {
    const known = clients.filter((client) => document.awareness.meta.has(client));
    if (known.length === 0) return;
    this.notify(id, Buffer.from(encodeAwarenessUpdate(document.awareness, known)).toString('base64'));
  }

  private notify(id: string, said: string): void {
    const payload = `${this.processId} ${id} ${said}`;
    if (payload.length > MAX_PAYLOAD) return;
    this.database.execute('select pg_notify($1, $2)', [CHANNEL, payload]).catch((error: unknown) => {
      this.logger.debug({ msg: 'Presence was not told', err: error });
    });
  }
}
