import type { Side } from './engagement.js';

export const RATED = ['quality', 'communication', 'reliability'] as const;
export type Rated = (typeof RATED)[number];

/** What one side says of the other: 1 to 5 for each. */
export interface Rating extends Readonly<Record<Rated, number>> {
  readonly side: Side;
  readonly words: string | null;
  readonly language: string | null;
  readonly createdAt: Date;
}

/** What an engagement that is closed says of its consultant. */
export interface RatedEngagement {
  readonly rating: Readonly<Record<Rated, number>> | null;
  readonly sessionsHeld: number;
  readonly sessionsMissed: number;
  /** Handed over by the day that was agreed on, of those that had one. */
  readonly deliverablesOnTime: number;
  readonly deliverablesWithDay: number;
  readonly revisions: number;
}

/** A reputation made of facts. Averages are null below three ratings: fewer would name who gave them. */
export interface RatingSummary {
  readonly engagements: number;
  readonly ratings: number;
  readonly averages: Readonly<Record<Rated, number>> | null;
  readonly sessionsHeld: number;
  readonly sessionsMissed: number;
  readonly deliverablesOnTime: number;
  readonly deliverablesWithDay: number;
  readonly revisions: number;
}

export const MIN_RATINGS = 3;

export function summaryOf(all: readonly RatedEngagement[]): RatingSummary {
  const sum = (of: (one: RatedEngagement) => number): number =>
    all.reduce((total, one) => total + of(one), 0);
  const ratings = all.flatMap(({ rating }) => (rating ? [rating] : []));
  const average = (rated: Rated): number =>
    Math.round((ratings.reduce((total, rating) => total + rating[rated], 0) / ratings.length) * 10) / 10;
  return {
    engagements: all.length,
    ratings: ratings.length,
    averages:
      ratings.length < MIN_RATINGS
        ? null
        : {
            quality: average('quality'),
            communication: average('communication'),
            reliability: average('reliability'),
          },
    sessionsHeld: sum(({ sessionsHeld }) => sessionsHeld),
    sessionsMissed: sum(({ sessionsMissed }) => sessionsMissed),
    deliverablesOnTime: sum(({ deliverablesOnTime }) => deliverablesOnTime),
    deliverablesWithDay: sum(({ deliverablesWithDay }) => deliverablesWithDay),
    revisions: sum(({ revisions }) => revisions),
  };
}
