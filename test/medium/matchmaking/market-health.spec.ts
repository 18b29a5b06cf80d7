import { ShownMatches } from '#libs/matchmaking';
import { MarketInView } from '../../../libs/matchmaking/src/app/next-step/market-in-view.js';
import { DA_NANG, Market, type Member, NIGHT_GUIDES, NIGHT_TOURS_WANTED } from './market.js';

interface Group {
  readonly organizations: number;
  readonly covered: number;
  readonly shown: number;
  readonly sent: number;
  readonly won: number;
}

interface Health {
  readonly days: number;
  readonly kinds: readonly (Group & { readonly kind: string })[];
  readonly exposure: { gini: number; lorenz: number[]; smeShare: number | null };
  readonly interests: Readonly<Record<string, number | null>>;
  readonly answerTimes: readonly { withinHours: number | null; count: number }[];
  readonly weeks: readonly { from: string; sent: number; accepted: number }[];
  readonly cities: readonly {
    readonly organization: { readonly id: string };
    readonly listed: number;
    readonly shown: number;
    readonly received: number;
    readonly waiting: number;
    readonly accepted: number;
    readonly medianHours: number | null;
  }[];
  readonly sectors: readonly (Group & { readonly code: string; readonly label: string })[];
}

let market: Market;
let office: Member;
let city: Member;
let other: Member;
let firms: Member[];

beforeAll(async () => {
  market = await Market.open();
  office = await market.member('secretariat', 'officer');
  city = await market.member('city', 'owner', DA_NANG);
  other = await market.member('city', 'owner', {
    slug: 'aktau',
    name: 'Aktau',
    country: 'KZ',
    languages: ['kk'],
  });
  await market.saveProfile(city, { themes: ['thm.night', 'thm.smart'], seeks: ['col.product_codev'] });
  const opportunity = await market.publish(city, NIGHT_TOURS_WANTED);
  firms = [];
  for (let at = 0; at < 3; at += 1) {
    const firm = await market.member('sme', 'owner', { country: 'KR' });
    await market.saveProfile(firm, NIGHT_GUIDES);
    await market.refresh('organization', firm.organizationId);
    firms.push(firm);
  }
  await market.refresh('opportunity', opportunity);
  // Everybody looks at their list.
  for (const member of [...firms, city]) await market.matches(member);
  await market.app.get(ShownMatches).write();
  market.app.get(MarketInView).forget();
});
afterAll(() => market.close());

async function health(query = ''): Promise<Health> {
  return (await market.done(office, 'GET', `/market-health${query}`, undefined, {
    'accept-language': 'ko',
  })) as unknown as Health;
}

/** The firm writes to the city, so many hours ago. */
async function write(firm: Member, hoursAgo: number): Promise<string> {
  const match = await market.matchWith(firm, city.organizationId);
  const { id } = await market.done(firm, 'POST', `/matches/${match.id}/interest`, { message: 'Hello' });
  await market.database.query(
    `update interest set created_at = now() - make_interval(hours => $2) where id = $1`,
    [id, hoursAgo],
  );
  return id;
}

describe('the health of the market', () => {
  it('says who is found and how evenly before anybody has written', async () => {
    const { kinds, exposure, interests, sectors, cities, days } = await health();
    expect(days).toBe(90);
    expect(kinds).toEqual([
      expect.objectContaining({ kind: 'sme', organizations: 3, covered: 3, sent: 0 }),
      expect.objectContaining({ kind: 'city', organizations: 2, covered: 1 }),
    ]);
    expect(exposure.gini).toBeGreaterThan(0);
    expect(exposure.gini).toBeLessThan(1);
    expect(exposure.lorenz).toHaveLength(11);
    expect(exposure.smeShare).toBeCloseTo(0.5, 2);
    expect(interests).toMatchObject({ sent: 0, waiting: 0, medianHours: null });
    expect(sectors).toEqual([
      expect.objectContaining({ code: 'sec.travel_agency', organizations: 3, covered: 3 }),
    ]);
    expect(sectors[0]?.label).not.toBe('sec.travel_agency');
    expect(cities.map(({ organization, shown }) => [organization.id, shown > 0])).toEqual([
      [city.organizationId, true],
      [other.organizationId, false],
    ]);
  });

  it('counts a match no more for the side that put it away', async () => {
    const [firm] = firms;
    const before = (await health()).cities[0]?.listed ?? 0;
    const match = await market.matchWith(firm!, city.organizationId);
    await market.done(firm, 'POST', `/matches/${match.id}/dismiss`, { reason: 'other' });
    expect((await health()).cities[0]?.listed).toBe(before - 1);
    await market.done(firm, 'POST', `/matches/${match.id}/restore`);
    expect((await health()).cities[0]?.listed).toBe(before);
  });

  it('says whether those who ask get answers, and how soon', async () => {
    const [quick, slow, silent] = firms;
    await market.done(city, 'POST', `/interests/${await write(quick!, 2)}/accept`);
    await market.done(city, 'POST', `/interests/${await write(slow!, 50)}/decline`, {
      reason: 'no-capacity',
    });
    await write(silent!, 8 * 24);

    const { interests, answerTimes, weeks, cities, kinds } = await health();
    expect(interests).toMatchObject({ sent: 3, accepted: 1, declined: 1, waiting: 1, unanswered: 1 });
    expect(Number(interests.medianHours)).toBeCloseTo(26, 0);
    expect(Number(interests.ninthHours)).toBeCloseTo(45.2, 0);
    expect(answerTimes).toEqual([
      { withinHours: 24, count: 1 },
      { withinHours: 72, count: 1 },
      { withinHours: 168, count: 0 },
      { withinHours: 240, count: 0 },
      { withinHours: null, count: 0 },
    ]);
    expect(weeks).toHaveLength(12);
    expect(weeks.reduce((sum, { sent }) => sum + sent, 0)).toBe(3);
    expect(weeks.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1);
    expect(cities[0]).toMatchObject({ received: 3, accepted: 1, waiting: 1 });
    expect(kinds[0]).toMatchObject({ kind: 'sme', sent: 3, won: 1 });

    // Asked for the last day alone, the others are too old.
    expect((await health('?days=1')).interests).toMatchObject({ sent: 1, accepted: 1, waiting: 0 });
  });

  it('is for the secretariat, and refuses what is no number of days', async () => {
    expect((await market.ask(city, 'GET', '/market-health')).status).toBe(403);
    for (const days of ['0', '366', 'x', '1.5'])
      expect((await market.ask(office, 'GET', `/market-health?days=${days}`)).status).toBe(422);
  });
});
