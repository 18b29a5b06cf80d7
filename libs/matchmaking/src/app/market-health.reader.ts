import { Injectable } from '@nestjs/common';
import type { MatchParty } from '#libs/matching';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import {
  type AnswerTime,
  type InterestTotals,
  type InterestWeek,
  MarketHealthRepository,
} from '../data/market-health.repository.js';
import {
  type ExposureHealth,
  exposureHealth,
  type KindHealth,
  kindHealth,
  NO_STANDING,
  type Participation,
  type SectorHealth,
  sectorHealth,
  type Standing,
} from '../domain/market-health.js';
import { FactWords } from './fact-words.js';
import type { Market } from './market.loader.js';
import { MarketInView } from './next-step/market-in-view.js';

export type CityHealth = Standing & { readonly organization: OrganizationCard };

export interface MarketHealth {
  readonly kinds: readonly KindHealth[];
  readonly exposure: ExposureHealth;
  readonly interests: InterestTotals;
  readonly answerTimes: readonly AnswerTime[];
  readonly weeks: readonly InterestWeek[];
  /** The most shown first, up to a hundred. */
  readonly cities: readonly CityHealth[];
  readonly sectors: readonly (SectorHealth & { readonly label: string })[];
}

const MOST_CITIES = 100;
/** What an organization surely is; weaker guesses out of its texts are not counted. */
const SURE = 0.5;
const NOBODY = new Map();

/** How the market does as a whole: who is found, how evenly, and whether those who ask get answers. */
@Injectable()
export class MarketHealthReader {
  constructor(
    private readonly database: Database,
    private readonly health: MarketHealthRepository,
    private readonly market: MarketInView,
    private readonly organizations: OrganizationsReader,
    private readonly words: FactWords,
  ) {}

  /** The BCP 47 languages it has words in. */
  get languages(): readonly string[] {
    return this.words.languages;
  }

  /**
   * @param days how far back interests and what was shown are looked at
   * @param language one of {@link languages}
   */
  async read(days: number, language: string): Promise<MarketHealth> {
    const { market } = await this.market.parties([]);
    const all = participationsOf(market);
    // One after the other: each takes milliseconds, and the connections of the process are few.
    const standings = await this.health.standings(this.database, days);
    const interests = await this.health.totals(this.database, days);
    const answerTimes = await this.health.answerTimes(this.database, days);
    const weeks = await this.health.weeks(this.database);
    const say = await this.words.in(language, NOBODY);
    return {
      kinds: kindHealth(all, standings),
      exposure: exposureHealth(all, standings),
      interests,
      answerTimes,
      weeks,
      cities: await this.citiesOf(all, standings),
      sectors: sectorHealth(all, standings).map((sector) => ({
        ...sector,
        label: say({ type: 'sector', value: sector.code }),
      })),
    };
  }

  private async citiesOf(
    all: readonly Participation[],
    standings: ReadonlyMap<string, Standing>,
  ): Promise<CityHealth[]> {
    const cities = all
      .filter(({ kind }) => kind === 'city')
      .map(({ id }) => ({ id, standing: standings.get(id) ?? NO_STANDING }))
      .sort(
        (a, b) =>
          b.standing.shown - a.standing.shown ||
          b.standing.listed - a.standing.listed ||
          (a.id < b.id ? -1 : 1),
      )
      .slice(0, MOST_CITIES);
    const cards = await this.organizations.cards(cities.map(({ id }) => id));
    return cities.flatMap(({ id, standing }) => {
      const organization = cards.get(id);
      return organization ? [{ organization, ...standing }] : [];
    });
  }
}

function participationsOf({ organizations, parties }: Market): Participation[] {
  const byId = new Map(parties.map((party) => [party.id, party]));
  return organizations
    .filter(({ kind }) => kind !== 'secretariat')
    .map(({ id, kind }) => ({ id, kind, sectors: sectorsOf(byId.get(id)) }));
}

function sectorsOf(party: MatchParty | undefined): string[] {
  return (party?.concepts.sectors ?? []).filter(({ weight }) => weight >= SURE).map(({ id }) => id);
}
