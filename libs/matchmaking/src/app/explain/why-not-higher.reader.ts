import { Injectable } from '@nestjs/common';
import type { Fit } from '#libs/contracts';
import type { Actor } from '#libs/kernel';
import {
  type Improvement,
  type MatchParty,
  type Supposition,
  type Weighted,
  whyNotHigher,
} from '#libs/matching';
import { type Lift, liftOf } from '../../domain/lift.js';
import { FactWords } from '../fact-words.js';
import { MatchAccess } from '../match-access.js';
import type { SpokenFact } from '../match-details.js';
import { MarketInView } from '../next-step/market-in-view.js';
import { supposedFact } from './supposed-fact.js';

/** What would lift a match, and how far. */
export interface PossibleLift {
  /** Who would have to say so. */
  readonly side: Improvement['side'];
  /** One fact, or several of a kind that only count together. */
  readonly facts: readonly SpokenFact[];
  /** Already read out of a text of that side; it would count more if it were declared. */
  readonly isRead: boolean;
  readonly lift: Lift;
  /** What the fit would be called then. */
  readonly fit: Fit;
}

export interface WhyNotHigher {
  /** False when one of the two takes no part any more, so that nothing would help. */
  readonly isComparable: boolean;
  readonly fit: Fit;
  /** Of each side up to five, the greatest first. */
  readonly lifts: readonly PossibleLift[];
}

const MOST_A_SIDE = 5;
const NOBODY = new Map();

/**
 * Says why a match does not fit better: both sides are compared again, as they are today, once with each fact that
 * either could add.
 */
@Injectable()
export class WhyNotHigherReader {
  constructor(
    private readonly access: MatchAccess,
    private readonly market: MarketInView,
    private readonly words: FactWords,
  ) {}

  /**
   * @param language one of those there are words in
   * @throws NotFound
   */
  async of(actor: Actor, matchId: string, language: string): Promise<WhyNotHigher> {
    const match = await this.access.load(actor, 'read', matchId);
    if (!match.isOpen) return { isComparable: false, fit: match.fit, lifts: [] };
    const { market, parties } = await this.market.parties(
      [match.subject, match.counterpart],
      match.computedAt,
    );
    const [ours, theirs] = parties;
    if (!ours || !theirs) return { isComparable: false, fit: match.fit, lifts: [] };

    const improvements = whyNotHigher(ours, theirs, market.vocabulary, market.specs.of(ours, theirs));
    const say = await this.words.in(language, NOBODY);
    const of = (side: Improvement['side']): PossibleLift[] =>
      improvements
        .filter((improvement) => improvement.side === side)
        .slice(0, MOST_A_SIDE)
        .map(({ facts, gain, fit }) => ({
          side,
          facts: facts.map((fact) => supposedFact(fact, say)),
          isRead: facts.every((fact) => isRead(side === 'ours' ? ours : theirs, fact)),
          lift: liftOf(gain),
          fit,
        }));
    return { isComparable: true, fit: match.fit, lifts: [...of('ours'), ...of('theirs')] };
  }
}

function isRead({ concepts }: MatchParty, { value }: Supposition): boolean {
  return Object.values(concepts).some((list: readonly Weighted[]) => list.some(({ id }) => id === value));
}
