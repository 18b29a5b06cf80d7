import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { defineJob, Timers } from '#libs/platform/queue';
import { RatingRepository } from '../data/rating.repository.js';
import { areAllIn, RATING_DAYS } from '../domain/closing.js';
import type { Project, ProjectPartner } from '../domain/project.js';

/** Opens what partners said of each other when the time for it is over. */
export const OPEN_RATINGS = defineJob<{ projectId: string }>({ name: 'open-ratings', queue: 'default' });

const DAY = 86_400_000;

/** Ratings nobody reads before all are in, or fourteen days of closing are over. */
@Injectable()
export class SealedRatings {
  constructor(private readonly ratings: RatingRepository) {}

  async areOpen(
    reads: Reads,
    { id }: Pick<Project, 'id'>,
    partners: readonly ProjectPartner[],
  ): Promise<boolean> {
    return areAllIn(partners, await this.ratings.of(reads, id)) || (await this.ratings.isOver(reads, id));
  }

  async wait(tx: Transaction, { id, closingSince }: Project): Promise<void> {
    if (closingSince === null) return;
    const dueAt = new Date(closingSince.getTime() + RATING_DAYS * DAY);
    await Timers.set(tx, OPEN_RATINGS, { key: keyOf(id), dueAt, payload: { projectId: id } });
  }

  async stopWaiting(tx: Transaction, projectId: string): Promise<void> {
    await Timers.drop(tx, keyOf(projectId));
  }
}

const keyOf = (projectId: string): string => `project-ratings:${projectId}`;
