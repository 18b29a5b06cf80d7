import type { Supposition } from '#libs/matching';
import type { MatchFact } from '../../domain/match.js';
import type { SayFact } from '../fact-words.js';
import type { SpokenFact } from '../match-details.js';

/** A fact that is not so yet, in the words by which the facts of matches are told. */
export function supposedFact({ kind, value }: Supposition, say: SayFact): SpokenFact {
  const fact: MatchFact = { type: kind, value };
  return { ...fact, label: say(fact) };
}
