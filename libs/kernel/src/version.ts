import { StaleVersion } from './domain-error.js';

/**
 * Holds when the caller named no version or the one the row has.
 *
 * @param given the version of `If-Match`, undefined when none was sent
 * @throws StaleVersion 412
 */
export function assertVersion(current: number, given: number | undefined): void {
  if (given !== undefined && given !== current) throw new StaleVersion(current);
}
