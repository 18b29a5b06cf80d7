import { LRUCache } from 'lru-cache';

/** Enough for every record of a network many times the size of today's. */
const PLACES = 200_000;

/**
 * Keeps what was read out of a record for as long as the record stays as it is. Reading texts is the costly
 * part of a comparison, and between two runs hardly any text changes.
 */
export class PartyShelf {
  private readonly kept = new LRUCache<string, { readonly version: string; readonly read: object }>({
    max: PLACES,
  });

  /** `version` names everything `read` looks at; another one reads anew. */
  get<Reading extends object>(id: string, version: string | number, read: () => Reading): Reading {
    const known = this.kept.get(id);
    if (known?.version === String(version)) return known.read as Reading;
    const reading = read();
    this.kept.set(id, { version: String(version), read: reading });
    return reading;
  }
}
