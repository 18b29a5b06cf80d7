import { Injectable } from '@nestjs/common';
import type { Match, MatchFact, MatchReason } from '../domain/match.js';
import { FactWords, organizationsIn, type SayFact } from './fact-words.js';
import { type MatchContext, MatchContextsReader } from './match-contexts.reader.js';

export type SpokenFact = MatchFact & { readonly label: string };

export interface SpokenReason extends Omit<MatchReason, 'facts'> {
  readonly facts: { readonly ours: readonly SpokenFact[]; readonly theirs: readonly SpokenFact[] };
}

/** A match with everything a reader needs to judge it, in words of their language. */
export interface DetailedMatch extends MatchContext {
  readonly match: Match;
  readonly reasons: readonly SpokenReason[];
  readonly unmet: readonly SpokenReason[];
}

/** Tells matches in words. */
@Injectable()
export class MatchDetails {
  constructor(
    private readonly contexts: MatchContextsReader,
    private readonly words: FactWords,
  ) {}

  /** The BCP 47 languages it can tell them in. */
  get languages(): readonly string[] {
    return this.words.languages;
  }

  /** @param language one of {@link languages} */
  async describe(matches: readonly Match[], language: string): Promise<DetailedMatch[]> {
    const facts = matches.flatMap(({ reasons, unmet }) =>
      [...reasons, ...unmet].flatMap(({ facts: { ours, theirs } }) => [...ours, ...theirs]),
    );
    const contexts = await this.contexts.of(matches, organizationsIn(facts));
    const say = await this.words.in(language, contexts.cards);
    return matches.map((match) => ({
      match,
      ...contexts.of(match),
      reasons: match.reasons.map((reason) => spoken(reason, say)),
      unmet: match.unmet.map((reason) => spoken(reason, say)),
    }));
  }

  async describeOne(match: Match, language: string): Promise<DetailedMatch> {
    const [detailed] = await this.describe([match], language);
    if (!detailed) throw new Error('One match was given, none described.');
    return detailed;
  }
}

function spoken({ facts, ...reason }: MatchReason, say: SayFact): SpokenReason {
  const label = (fact: MatchFact): SpokenFact => ({ ...fact, label: say(fact) });
  return { ...reason, facts: { ours: facts.ours.map(label), theirs: facts.theirs.map(label) } };
}
