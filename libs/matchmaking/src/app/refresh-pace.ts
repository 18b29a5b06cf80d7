import { Injectable } from '@nestjs/common';
import type { MatchSubject } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { MatchRunRepository } from '../data/match-run.repository.js';
import { keyOf, type SubjectRef } from '../domain/match.js';

export interface RefreshDue {
  readonly subjectType: MatchSubject;
  readonly subjectId: string;
}

/** Brings matches up to date that were compared a moment before their subject changed again. */
export const REFRESH_AGAIN = defineJob<RefreshDue>({ name: 'refresh-matches-again', queue: 'matching' });

/** Changes of one subject within so many milliseconds are compared once. */
const WINDOW = 2_000;

/**
 * The first change of a subject is compared at once, those that follow within two seconds together at the end of
 * that time. What waits is a timer in the database, one a subject, so that neither a restart nor an emptied queue
 * loses the last change.
 */
@Injectable()
export class RefreshPace {
  constructor(
    private readonly database: Database,
    private readonly runs: MatchRunRepository,
  ) {}

  /** When the subject may be compared again; undefined for at once. */
  async dueAt(subject: SubjectRef): Promise<Date | undefined> {
    return this.runs.pausedUntil(this.database, subject, WINDOW);
  }

  /** Compares the subject then; whoever asked before is answered along. */
  async postpone(tx: Transaction, subject: SubjectRef, dueAt: Date): Promise<void> {
    const payload = { subjectType: subject.type, subjectId: subject.id };
    await Timers.set(tx, REFRESH_AGAIN, { key: `refresh-matches:${keyOf(subject)}`, dueAt, payload });
  }
}
