import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { TtnConfig } from '#libs/platform/config';
import { MissingGlyph, PdfBusy, PdfTooLarge } from './pdf.errors.js';
import { typesettingOf } from './typesetting.js';
import type { SettingAnswer, SettingRequest } from './typst-worker.js';

/** What a template is filled with. Texts are data: nothing of them is ever part of the source. */
export interface PdfContent {
  readonly title: string;
  /** A line at the foot of every page. */
  readonly footer: string;
  /** BCP 47: hyphenation, the shapes of Han characters, and what readers aloud are told. */
  readonly language: string;
  /** The moment the document says it was made; equal content then has equal bytes. */
  readonly createdAt: Date;
  readonly [further: string]: unknown;
}

const MAX_DATA_CHARACTERS = 4_000_000;
const MAX_WAITING = 20;
/** A document that takes longer is given up, and its thread with it. */
const PATIENCE_MS = 30_000;
/** The thread that knows the fonts ends when nobody has asked for so long. */
const IDLE_MS = 300_000;
/** How the compiler says it; the text within is written as Rust prints it. */
const FONT_MISSING = /the text \\?"(.+?)\\?" could not be displayed with any font/s;

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
  readonly patience: NodeJS.Timeout;
}

/** Sets PDF documents (PDF/A-2b) with Typst, in one thread beside the event loop, begun with the first document. */
@Injectable()
export class PdfRenderer implements OnApplicationShutdown {
  private readonly logger = new Logger(PdfRenderer.name);
  private readonly fontFolders: string[];
  private readonly waiting = new Map<number, Waiting>();
  private thread: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private asked = 0;

  constructor(config: TtnConfig) {
    this.fontFolders = config.PDF_FONT_DIRS.split(':').filter((folder) => folder && existsSync(folder));
  }

  /**
   * `template` is Typst source that begins with TYPST_BASE and is part of the program.
   *
   * @throws MissingGlyph 422 for a character that no font has; PdfTooLarge 422; PdfBusy 503
   */
  async render(template: string, content: PdfContent): Promise<Buffer> {
    const { language, createdAt, ...rest } = content;
    const data = JSON.stringify({ ...rest, setting: typesettingOf(language) });
    if (data.length > MAX_DATA_CHARACTERS) throw new PdfTooLarge();
    if (this.waiting.size >= MAX_WAITING) throw new PdfBusy();
    return this.ask({ template, data, createdAt: Math.floor(createdAt.getTime() / 1_000) });
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.idle);
    await this.thread?.terminate();
  }

  private ask(request: Omit<SettingRequest, 'id'>): Promise<Buffer> {
    clearTimeout(this.idle);
    const id = (this.asked += 1);
    const thread = (this.thread ??= this.start());
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => {
        this.fail(thread, new Error('A document took too long to be set.'));
      }, PATIENCE_MS);
      this.waiting.set(id, { resolve, reject, patience });
      thread.postMessage({ id, ...request });
    });
  }

  private start(): Worker {
    const thread = new Worker(PROGRAM, { workerData: { fontFolders: this.fontFolders } });
    thread.unref();
    thread.on('message', (answer: SettingAnswer) => {
      this.answered(answer);
    });
    thread.on('error', (error: Error) => {
      this.fail(thread, error);
    });
    return thread;
  }

  private answered(answer: SettingAnswer): void {
    const asked = this.waiting.get(answer.id);
    if (!asked) return;
    this.waiting.delete(answer.id);
    clearTimeout(asked.patience);
    if ('pdf' in answer) asked.resolve(Buffer.from(answer.pdf));
    else asked.reject(problemIn(answer.error));
    if (this.waiting.size === 0) this.idle = setTimeout(() => void this.end(), IDLE_MS).unref();
  }

  /** The thread is gone, and with it all that waited for it. */
  private fail(thread: Worker, error: Error): void {
    this.logger.error({ msg: 'The thread that sets documents has failed', err: error });
    if (this.thread === thread) this.thread = undefined;
    void thread.terminate();
    for (const { reject, patience } of this.waiting.values()) {
      clearTimeout(patience);
      reject(error);
    }
    this.waiting.clear();
  }

  private async end(): Promise<void> {
    const { thread } = this;
    this.thread = undefined;
    await thread?.terminate();
  }
}

/** Threads run what was built, also where the sources are run, as in tests. */
const PROGRAM = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, '../../../../dist/libs/platform/src/pdf/typst-worker.js')
  : join(import.meta.dirname, 'typst-worker.js');

function problemIn(diagnostics: string): Error {
  const missing = FONT_MISSING.exec(diagnostics)?.[1];
  if (missing === undefined) return new Error(`Typst: ${diagnostics}`);
  return new MissingGlyph(unescaped(missing));
}

/** The compiler names the text as Rust prints it, twice over. */
function unescaped(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_all, code: string) =>
    String.fromCodePoint(parseInt(code, 16)),
  );
}
