import { Injectable } from '@nestjs/common';
import type { Fit } from '#libs/contracts';
import type { Actor } from '#libs/kernel';
import { ifYouAdd, type MatchParty, rankMatches, scorePair, suppose, type Supposition } from '#libs/matching';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { MatchListRepository } from '../../data/match-list.repository.js';
import { keyOf, type SubjectRef } from '../../domain/match.js';
import { FactWords } from '../fact-words.js';
import { ofKinds } from '../market.loader.js';
import { MatchAccess } from '../match-access.js';
import type { SpokenFact } from '../match-details.js';
import { MarketInView, type MarketSeen } from '../next-step/market-in-view.js';
import { POOLS } from '../pools.js';
import { sideOf } from '../live/list-maker.js';
import type { Subject } from '../subjects.reader.js';
import { supposedFact } from './supposed-fact.js';
import { type Pools, wantedOf } from './wanted.js';

/** Somebody who would newly stand in the list. */
export interface Newcomer {
  readonly organization: OrganizationCard;
  readonly fit: Fit;
}

/** One fact more, and whom it would bring. */
export interface ToldProspect {
  readonly facts: readonly SpokenFact[];
  /** Up to three, best first. */
  readonly entering: readonly Newcomer[];
  readonly enteringCount: number;
}

export interface Prospects {
  /** Those that would bring somebody, most first. */
  readonly prospects: readonly ToldProspect[];
  /** How many candidates were compared. */
  readonly compared: number;
}

/** The newest candidates of each pool that are compared again with every fact that is tried. */
const MOST_CANDIDATES = 300;
const NAMED = 3;
const NONE: Prospects = { prospects: [], compared: 0 };

/** "If you add this": whom a list of matches would gain by one fact more about what it starts from. */
@Injectable()
export class ProspectsReader {
  constructor(
    private readonly access: MatchAccess,
    private readonly market: MarketInView,
    private readonly organizations: OrganizationsReader,
    private readonly words: FactWords,
    private readonly database: Database,
    private readonly lists: MatchListRepository,
  ) {}

  /**
   * Of one's own profile, proposal, opportunity or request; the secretariat sees anybody's.
   *
   * @param language one of those there are words in
   * @throws NotFound
   */
  async of(actor: Actor, ref: SubjectRef, language: string): Promise<Prospects> {
    const subject = await this.access.subject(actor, ref);
    if (!subject.isOpen) return NONE;
    const { market, parties } = await this.market.parties([ref]);
    const party = parties[0];
    if (!party) return NONE;
    const pools = await this.poolsOf(subject, party, market);
    const found = prospectsOf(party, pools, market);
    const say = await this.words.in(language, new Map());
    const cards = await this.organizations.cards(
      found.flatMap(({ entering }) => entering.map(({ candidate }) => candidate.organizationId)),
    );
    return {
      compared: pools.flat().length,
      prospects: found.map(({ facts, entering, enteringCount }) => ({
        facts: facts.map((fact) => supposedFact(fact, say)),
        enteringCount,
        entering: entering.flatMap(({ candidate, fit }) => {
          const organization = cards.get(candidate.organizationId);
          return organization ? [{ organization, fit }] : [];
        }),
      })),
    };
  }

  private async poolsOf(subject: Subject, party: MatchParty, market: MarketSeen): Promise<Pools> {
    const dismissed = await this.lists.dismissed(this.database, subject);
    const unwanted = new Set(dismissed.map(keyOf));
    return POOLS[party.kind].map((kinds) =>
      ofKinds(market, kinds)
        .filter(
          (candidate) =>
            candidate.organizationId !== party.organizationId && !unwanted.has(keyOf(sideOf(candidate))),
        )
        // Ids are ordered by time.
        .sort((a, b) => (a.id > b.id ? -1 : 1))
        .slice(0, MOST_CANDIDATES),
    );
  }
}

interface Found {
  readonly facts: readonly Supposition[];
  readonly entering: readonly { readonly candidate: MatchParty; readonly fit: Fit }[];
  readonly enteringCount: number;
}

/** An organization that would enter with several things counts once, and not at all where it stands there already. */
function prospectsOf(party: MatchParty, pools: Pools, market: MarketSeen): Found[] {
  const { vocabulary, specs } = market;
  const candidates = new Map(pools.flat().map((candidate) => [candidate.id, candidate]));
  const search = (supposed: MatchParty): { id: string; score: number }[] =>
    pools.flatMap((pool) =>
      rankMatches(supposed, pool, vocabulary, { spec: (candidate) => specs.of(supposed, candidate) }).map(
        ({ candidate, score }) => ({ id: candidate.id, score }),
      ),
    );
  const organizationOf = (id: string): string => candidates.get(id)?.organizationId ?? id;
  const listed = new Set(search(party).map(({ id }) => id));
  const present = new Set([...listed].map(organizationOf));
  return ifYouAdd(party, wantedOf(party, pools, listed, market), search)
    .map(({ facts, entering }): Found => {
      const byOrganization = new Map<string, MatchParty>();
      for (const { id } of entering) {
        const candidate = candidates.get(id);
        if (!candidate || present.has(candidate.organizationId)) continue;
        if (!byOrganization.has(candidate.organizationId))
          byOrganization.set(candidate.organizationId, candidate);
      }
      const supposed = suppose(party, ...facts);
      const fitWith = (candidate: MatchParty): Fit =>
        scorePair(supposed, candidate, vocabulary, specs.of(supposed, candidate)).fit;
      const newcomers = [...byOrganization.values()];
      return {
        facts,
        enteringCount: newcomers.length,
        entering: newcomers.slice(0, NAMED).map((candidate) => ({ candidate, fit: fitWith(candidate) })),
      };
    })
    .filter(({ enteringCount }) => enteringCount > 0)
    .sort((a, b) => b.enteringCount - a.enteringCount);
}
