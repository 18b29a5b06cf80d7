import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { type AnswerCounts, AnswerCountsRepository } from '../data/answer-counts.repository.js';

/** How many answer to the opportunities of the acting organization. */
@Injectable()
export class AnswerCountsReader {
  constructor(
    private readonly database: Database,
    private readonly answers: AnswerCountsRepository,
  ) {}

  /** One for each of its opportunities that stands in a match; those of others are left out like unknown ids. */
  async of(actor: Actor, opportunityIds: readonly string[]): Promise<AnswerCounts[]> {
    return this.answers.of(this.database, actingOrganization(actor).id, opportunityIds);
  }
}
