import type { Filters } from './entry.js';

/** When the owner is told of what a saved search finds: never, once a day, or as soon as it is found. */
export const ALERTS = ['off', 'daily', 'at-once'] as const;
export type Alert = (typeof ALERTS)[number];

/** What is searched for. */
export interface SavedQuery extends Filters {
  readonly q?: string;
  readonly sort?: string;
  /** See `readArea`. */
  readonly area?: string;
}

/** A search that a person keeps while acting for one organization. */
export interface SavedSearch {
  readonly id: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly name: string;
  readonly query: SavedQuery;
  readonly alert: Alert;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
