import type { PersonCard } from '#libs/identity';
import { dueAt, type Fact, isStale } from '../domain/fact.js';

export class FactOwnerResponse {
  personId: string;
  displayName: string;
}

/** How far what is stated can be relied upon. */
export class FactResponse {
  /** When it was written, or somebody said that it is still right. */
  checkedAt: string;

  /** From when on it is asked about. */
  dueAt: string;
  stale: boolean;

  /** Who answers for it; told to the people of its organization alone. */
  owner: FactOwnerResponse | null;
}

/** @param runsOut last day on which it holds, where it says so */
export function toFactResponse(
  fact: Fact,
  owner: PersonCard | null,
  runsOut: string | null = null,
): FactResponse {
  return {
    checkedAt: fact.checkedAt.toISOString(),
    dueAt: dueAt(fact, runsOut).toISOString(),
    stale: isStale(fact, new Date(), runsOut),
    owner: owner && { personId: owner.id, displayName: owner.displayName },
  };
}
