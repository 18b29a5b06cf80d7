import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { MatchAnswerRepository } from '../../data/match-answer.repository.js';

/** How long what was shown is gathered before it is written. */
const GATHER_MS = 1_000;

/**
 * Notes which matches an organization has seen, and where they stood, beside the answer and not in its way. What a
 * dying process loses is a look of somebody at a list.
 */
@Injectable()
export class ShownMatches implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ShownMatches.name);
  private gathered = new Map<string, Map<string, number>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly answers: MatchAnswerRepository,
  ) {}

  /** @param from the place of the first one in its list, 1 for the top */
  note(organizationId: string, matchIds: readonly string[], from = 1): void {
    const shown = this.gathered.get(organizationId) ?? new Map<string, number>();
    this.gathered.set(organizationId, shown);
    for (const [at, id] of matchIds.entries()) shown.set(id, from + at);
    this.timer ??= setTimeout(() => void this.write(), GATHER_MS).unref();
  }

  /** Writes what was gathered. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { gathered } = this;
    this.gathered = new Map();
    for (const [organizationId, shown] of gathered) {
      const rows = [...shown].map(([matchId, position]) => ({ matchId, position }));
      await this.answers.noteShown(this.database, organizationId, rows).catch((error: unknown) => {
        this.logger.warn({ msg: 'What was shown could not be noted', organizationId, err: error });
      });
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.write();
  }
}
