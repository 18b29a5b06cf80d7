import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#libs/platform/database';
import { MatchListRepository } from '../data/match-list.repository.js';
import { keyOf, type SubjectRef } from '../domain/match.js';
import { SubjectsReader } from './subjects.reader.js';

/**
 * Ends the matches of what time has ended: opportunities whose last day is over, organizations that are not
 * active any more. What is withdrawn or closed by somebody ends by its own event.
 */
@Injectable()
export class RetireMatches {
  constructor(
    private readonly database: Database,
    private readonly lists: MatchListRepository,
    private readonly subjects: SubjectsReader,
  ) {}

  /** What stands in open matches and is not to be had any more; writes nothing. */
  async prepare(): Promise<SubjectRef[]> {
    const sides = await this.lists.openSides(this.database);
    const subjects = await this.subjects.of(sides);
    return sides.filter((side) => !subjects.get(keyOf(side))?.isOpen);
  }

  async write(tx: Transaction, ended: readonly SubjectRef[]): Promise<void> {
    for (const subject of ended) await this.lists.retire(tx, subject);
  }
}
