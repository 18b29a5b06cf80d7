import { Injectable, Logger } from '@nestjs/common';
import { type CoeditingLine, type Ending, ENDINGS } from './coediting-line.js';
import { LineGate } from './line-gate.js';
import { OpenDocuments } from './open-documents.js';

/** Lines a process holds open. */
const MAX_LINES = 2_000;
/** Every line is held against the rights of its person, and every document against the database, this often. */
const ROUND_EVERY_MS = 4_000;

/** The lines of this process, and the end of each when its session, its seat or its right ends. */
@Injectable()
export class OpenLines {
  private readonly logger = new Logger(OpenLines.name);
  private readonly lines = new Set<CoeditingLine>();
  private rounds: NodeJS.Timeout | undefined;
  private looking = false;

  constructor(
    private readonly gate: LineGate,
    private readonly documents: OpenDocuments,
  ) {}

  get isFull(): boolean {
    return this.lines.size >= MAX_LINES;
  }

  add(line: CoeditingLine): void {
    this.lines.add(line);
    line.once('close', () => this.lines.delete(line));
  }

  startRounds(): void {
    this.rounds = setInterval(() => void this.round(), ROUND_EVERY_MS);
    this.rounds.unref();
  }

  /** Everything received is stored, everybody is sent away. */
  async stop(): Promise<void> {
    clearInterval(this.rounds);
    await this.documents.idle();
    this.endAll(() => true, ENDINGS.restarting);
  }

  endSession(sessionId: string): void {
    this.endAll(({ admission }) => admission?.identity.sessionId === sessionId, ENDINGS.signedOut);
  }

  /** Sealed or opened again: whoever has it open comes back and is told what they may do now. */
  endDocument(documentId: string): void {
    this.endAll(({ admission }) => admission?.documentId === documentId, ENDINGS.rightsChanged);
  }

  /** Looks again at whoever may have lost an organization, a role or a right. */
  async recheckPerson(personId: string): Promise<void> {
    await this.recheck(({ admission }) => admission?.identity.personId === personId);
  }

  private async round(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      await this.recheck(() => true);
      await this.documents.readOn();
    } finally {
      this.looking = false;
    }
  }

  private async recheck(concerned: (line: CoeditingLine) => boolean): Promise<void> {
    for (const line of [...this.lines]) {
      if (!line.admission || !concerned(line)) continue;
      try {
        const reason = await this.gate.reasonToEnd(line.admission);
        if (reason) line.end(reason);
      } catch (error) {
        // Who cannot be asked about cannot have been refused either: nothing was committed meanwhile.
        this.logger.warn({ msg: 'A line could not be checked again', err: error });
        return;
      }
    }
  }

  private endAll(concerned: (line: CoeditingLine) => boolean, ending: Ending): void {
    for (const line of [...this.lines]) if (concerned(line)) line.end(ending);
  }
}
