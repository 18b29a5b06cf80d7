import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { RATING_DAYS } from '../domain/closing.js';
import type { Rating } from '../domain/project.js';

/** SQL of what partners say of each other. */
@Injectable()
export class RatingRepository {
  async of(reads: Reads, projectId: string): Promise<Rating[]> {
    return reads.rows<Rating>(OF, [projectId]);
  }

  /** Answers false where this one was given already. */
  async add(tx: Transaction, projectId: string, rating: Rating): Promise<boolean> {
    const { byOrganizationId, aboutOrganizationId, cooperation, wouldAgain, words, language } = rating;
    const values = [projectId, byOrganizationId, aboutOrganizationId, cooperation, wouldAgain, words];
    return (await tx.execute(ADD, [...values, words === null ? null : language, tx.actor.personId])) > 0;
  }

  /** Whether the time in which partners rate each other is over, by the clock of the database. */
  async isOver(reads: Reads, projectId: string): Promise<boolean> {
    const row = await reads.row<{ over: boolean }>(IS_OVER, [projectId, RATING_DAYS]);
    return row?.over ?? false;
  }
}

const OF = `
  select by_organization_id as "byOrganizationId", about_organization_id as "aboutOrganizationId", cooperation,
    would_again as "wouldAgain", words, language
  from project_rating where project_id = $1 order by created_at, by_organization_id`;

const ADD = `
  insert into project_rating (project_id, by_organization_id, about_organization_id, cooperation, would_again, words,
    language, person_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`;

const IS_OVER = `
  select coalesce(closing_since + make_interval(days => $2) <= now(), false) as over from project where id = $1`;
