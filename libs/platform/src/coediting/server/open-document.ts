import type * as Y from 'yjs';
import type { Database } from '#libs/platform/database';
import { applyMissing } from '../content/merged-document.js';
import type {
  Appended,
  CoeditedDocumentRepository,
  WrittenUpdate,
} from '../data/coedited-document.repository.js';

const MAX_UPDATES_A_STATEMENT = 200;

interface WaitingUpdate extends WrittenUpdate {
  readonly settle: (outcome: Appended['outcome']) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * One document as this process has it open: writes what its people write before anybody is told, and reads by number
 * what other processes wrote. One statement at a time; what arrives meanwhile goes into the next one together.
 */
export class OpenDocument {
  /** Everything up to this number is here, or is on its way from the very frames that brought it. */
  private seen = 0;
  private known = 0;
  private readonly waiting: WaitingUpdate[] = [];
  private working: Promise<void> | undefined;

  constructor(
    readonly id: string,
    readonly content: Y.Doc,
    private readonly database: Database,
    private readonly documents: CoeditedDocumentRepository,
    private readonly report: (message: string, error?: unknown) => void,
  ) {}

  /** Reads all there is. */
  async load(): Promise<void> {
    await this.readOn();
  }

  /** Resolves when the update is durable, or refused. */
  append(update: WrittenUpdate): Promise<Appended['outcome']> {
    return new Promise((settle, fail) => {
      this.waiting.push({ ...update, settle, fail });
      this.work();
    });
  }

  /** Somebody has written this number; whoever lacks it reads on. */
  noticed(number: number): void {
    this.known = Math.max(this.known, number);
    if (this.known > this.seen) this.work();
  }

  /** Resolves when nothing is on its way to the database. */
  async idle(): Promise<void> {
    while (this.working) await this.working;
  }

  private work(): void {
    this.working ??= this.workOff()
      .catch((error: unknown) => {
        // Looked after again with the next notice, or the next round that compares numbers.
        this.report('A co-edited document could not be read on', error);
      })
      .finally(() => {
        this.working = undefined;
        if (this.waiting.length > 0) this.work();
      });
  }

  private async workOff(): Promise<void> {
    while (this.waiting.length > 0 || this.known > this.seen) {
      if (this.waiting.length > 0) await this.write(this.waiting.splice(0, MAX_UPDATES_A_STATEMENT));
      if (this.known > this.seen) await this.readOn();
    }
  }

  private async write(updates: readonly WaitingUpdate[]): Promise<void> {
    try {
      const appended = await this.documents.append(this.database, this.id, updates);
      if (appended.outcome === 'full' && updates.length > 1) {
        // Together they are too much; those that fit go in.
        for (const update of updates) await this.write([update]);
        return;
      }
      if (appended.outcome === 'appended') this.wrote(appended);
      for (const { settle } of updates) settle(appended.outcome);
    } catch (error) {
      for (const { fail } of updates) fail(error);
    }
  }

  /** With others' updates in between there is a gap, which is read. */
  private wrote({ first, last }: { first: number; last: number }): void {
    this.known = Math.max(this.known, last);
    if (first <= this.seen + 1) this.seen = Math.max(this.seen, last);
  }

  private async readOn(): Promise<void> {
    const missing = await this.documents.missingSince(this.database, this.id, this.seen);
    if (!missing) return;
    const unreadable = applyMissing(this.content, missing);
    if (unreadable > 0) this.report(`${unreadable} updates of a co-edited document cannot be read`);
    this.seen = Math.max(this.seen, missing.lastNumber);
    this.known = Math.max(this.known, this.seen);
  }
}
