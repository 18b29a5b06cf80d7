import { Injectable } from '@nestjs/common';
import { ConsultingDeskReader, ConsultingRequestsReader, type ExpertStanding } from '#libs/consulting';
import type { Fit } from '#libs/contracts';
import { type Actor, NotFound } from '#libs/kernel';
import { type PairScore, type Reason, scorePair } from '#libs/matching';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { ProfilesReader } from '#libs/profiles';
import type { MatchFact } from '../domain/match.js';
import { FactWords, organizationsIn, type SayFact } from './fact-words.js';
import { ofKinds } from './market.loader.js';
import type { SpokenReason } from './match-details.js';
import { MarketInView } from './next-step/market-in-view.js';
import { requestParty } from './parties/request-party.js';

/** A consultancy with everything that speaks for and against asking it. */
export interface RankedExpert {
  readonly organization: OrganizationCard;
  readonly score: number;
  readonly fit: Fit;
  readonly reasons: readonly SpokenReason[];
  readonly unmet: readonly SpokenReason[];
  /** It sits where the request comes from. */
  readonly isSameCountry: boolean;
  readonly standing: ExpertStanding;
  /** Requests it takes at one time, by its profile. */
  readonly loadLimit: number | null;
  readonly isFull: boolean;
}

/**
 * Who could take a request, best first; whoever has a conflict or no room comes after the others. Compared when it is
 * asked for, so that what the committee is asked stands in nobody's list of matches.
 */
@Injectable()
export class ExpertsForRequestReader {
  constructor(
    private readonly requests: ConsultingRequestsReader,
    private readonly desk: ConsultingDeskReader,
    private readonly market: MarketInView,
    private readonly organizations: OrganizationsReader,
    private readonly profiles: ProfilesReader,
    private readonly words: FactWords,
  ) {}

  /**
   * For the secretariat, and for whoever asks consultants by name.
   *
   * @param language one of those there are words in
   * @throws NotFound
   */
  async of(actor: Actor, requestId: string, language: string, limit: number): Promise<RankedExpert[]> {
    const { request, abilities } = await this.requests.withAbilities(actor, requestId);
    if (!abilities.invite && !abilities.name) {
      // The desk reads every request, and of one that is settled nobody could take anything.
      if (actor.organization?.kind === 'secretariat') return [];
      throw new NotFound();
    }
    const { market } = await this.market.parties([]);
    const party = requestParty(request, market.vocabulary);
    const found = ofKinds(market, ['consultancy'])
      .filter(({ organizationId }) => organizationId !== request.organizationId)
      .map((candidate) => ({
        id: candidate.organizationId,
        pair: scorePair(party, candidate, market.vocabulary, market.specs.of(party, candidate)),
      }))
      .filter(({ pair }) => pair.excluded === undefined)
      .sort((a, b) => b.pair.score - a.pair.score || (a.id < b.id ? -1 : 1));
    const ids = found.map(({ id }) => id);
    const facts = found.flatMap(({ pair }) => factsOf(pair));
    const named = [request.organizationId, ...ids, ...organizationsIn(facts)];
    const [cards, profiles, standings] = await Promise.all([
      this.organizations.cards(named),
      this.profiles.byOrganizations(ids),
      this.desk.standings(request, ids),
    ]);
    const say = await this.words.in(language, cards);
    const country = cards.get(request.organizationId)?.country;
    const ranked = found.flatMap(({ id, pair }): RankedExpert[] => {
      const [organization, standing] = [cards.get(id), standings.get(id)];
      if (!organization || !standing) return [];
      const loadLimit = profiles.get(id)?.loadLimit ?? null;
      return [
        {
          organization,
          ...{ score: pair.score, fit: pair.fit, standing, loadLimit },
          reasons: pair.reasons.map((reason) => spoken(reason, say)),
          unmet: pair.unmet.map((reason) => spoken(reason, say)),
          isSameCountry: organization.country === country,
          isFull: loadLimit !== null && standing.open + standing.engaged >= loadLimit,
        },
      ];
    });
    return ranked.sort((a, b) => hindrance(a) - hindrance(b) || b.score - a.score).slice(0, limit);
  }
}

/** The greater, the less it can be asked. */
function hindrance({ standing, isFull }: RankedExpert): number {
  return (standing.conflicts.length > 0 ? 2 : 0) + (isFull ? 1 : 0);
}

function factsOf({ reasons, unmet }: PairScore): MatchFact[] {
  return [...reasons, ...unmet].flatMap(({ facts: { ours, theirs } }) => [...ours, ...theirs]);
}

function spoken({ facts, ...reason }: Reason, say: SayFact): SpokenReason {
  const label = (fact: MatchFact) => ({ ...fact, label: say(fact) });
  return { ...reason, facts: { ours: facts.ours.map(label), theirs: facts.theirs.map(label) } };
}
