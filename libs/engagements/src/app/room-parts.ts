import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { CaseNoteRepository } from '../data/case-note.repository.js';
import { DeliverableRepository } from '../data/deliverable.repository.js';
import { DisputeRepository } from '../data/dispute.repository.js';
import { LedgerRepository } from '../data/ledger.repository.js';
import { SessionRepository } from '../data/session.repository.js';

/** The rows that make up a room. */
@Injectable()
export class RoomParts {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly deliverables: DeliverableRepository,
    private readonly ledger: LedgerRepository,
    private readonly disputes: DisputeRepository,
    private readonly notes: CaseNoteRepository,
  ) {}

  async read(id: string, isInside: boolean) {
    const { database } = this;
    const [sessions, deliverables, steps, entries, disputes, note] = await Promise.all([
      isInside ? this.sessions.ofEngagement(database, id) : [],
      this.deliverables.ofEngagement(database, id),
      isInside ? this.deliverables.steps(database, id) : [],
      this.ledger.ofEngagement(database, id),
      isInside ? this.disputes.ofEngagement(database, id) : [],
      isInside ? this.notes.find(database, id) : null,
    ]);
    return { sessions, deliverables, steps, entries, disputes, note };
  }
}
