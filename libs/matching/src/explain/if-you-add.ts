import type { MatchParty } from '../party.js';
import { suppose, type Supposition } from './suppose.js';

/** One entry of a list of matches. */
export interface ListedMatch {
  readonly id: string;
  readonly score: number;
}

/** What a list would gain if one more fact were stated. */
export interface Prospect {
  readonly facts: readonly Supposition[];
  /** Who would newly stand in the list, best first. */
  readonly entering: readonly ListedMatch[];
  /** Sum of what the scores of the whole list would rise by. */
  readonly lift: number;
}

/**
 * "If you add X": the party's list is drawn up again for each fact by the caller's search (an index, or a comparison
 * with everybody). Most entering first, then most lift. The search is asked once more than there are suppositions.
 */
export function ifYouAdd(
  party: MatchParty,
  suppositions: readonly (readonly Supposition[])[],
  search: (party: MatchParty) => readonly ListedMatch[],
): Prospect[] {
  const before = new Map(search(party).map(({ id, score }) => [id, score]));
  return suppositions
    .map((facts): Prospect => {
      const after = search(suppose(party, ...facts));
      return {
        facts,
        entering: after.filter(({ id }) => !before.has(id)),
        lift: after.reduce((sum, { id, score }) => sum + score - (before.get(id) ?? 0), 0),
      };
    })
    .sort((a, b) => b.entering.length - a.entering.length || b.lift - a.lift);
}
