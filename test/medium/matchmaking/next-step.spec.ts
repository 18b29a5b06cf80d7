import { newId } from '#libs/platform/database';
import { MarketInView } from '../../../libs/matchmaking/src/app/next-step/market-in-view.js';
import { DA_NANG, Market, type Member, NIGHT_GUIDES, NIGHT_TOURS_WANTED, seen } from './market.js';

interface Progress {
  readonly percent: number;
  readonly next: {
    readonly action: string;
    readonly field: string | null;
    readonly assumed: readonly { readonly value: string; readonly label: string }[];
    readonly unlocks: readonly {
      readonly organization: { readonly id: string };
      readonly change: string;
      readonly fitAfter: string;
    }[];
    readonly unlockedCount: number;
    readonly compared: number;
  } | null;
}

const { themes: _themes, summary: _summary, offerText: _offerText, ...WITHOUT_THEMES } = NIGHT_GUIDES;

let market: Market;
let city: Member;

beforeAll(async () => {
  market = await Market.open();
  city = await market.member('city', 'owner', DA_NANG);
  await market.saveProfile(city, { themes: ['thm.night', 'thm.smart'], seeks: ['col.product_codev'] });
  await market.publish(city, { ...NIGHT_TOURS_WANTED, themes: ['thm.night', 'thm.smart'] });
  await market.organization('city', { slug: 'aktau', name: 'Aktau', country: 'KZ', languages: ['kk'] });
});
afterAll(() => market.close());

const path = (id: string): string => `/organizations/${id}/profile/next-step`;
async function progressOf(member: Member): Promise<Progress> {
  const answer = await market.ask(member, 'GET', path(member.organizationId), undefined, {
    'accept-language': 'ko',
  });
  expect(answer.status).toBe(200);
  return answer.body as unknown as Progress;
}

describe('the next step of a profile', () => {
  it('is the gap that would bring the most matches, with what they want filled in, and who would enter', async () => {
    const firm = await market.member('sme', 'owner', { country: 'KR' });
    await market.saveProfile(firm, { ...WITHOUT_THEMES, offers: [], markets: [] });
    const { percent, next } = await progressOf(firm);
    expect(percent).toBeGreaterThan(0);
    expect(percent).toBeLessThan(100);
    expect(next).toMatchObject({ action: 'state' });
    expect(next?.compared).toBeGreaterThanOrEqual(3);
    expect(next?.unlockedCount).toBeGreaterThanOrEqual(1);
    expect(next?.unlocks.map(({ organization }) => organization.id)).toContain(city.organizationId);
    for (const { label, value } of next?.assumed ?? []) expect(label).not.toBe(value);
    // The same records, the same answer.
    expect(await progressOf(firm)).toEqual({ percent, next });
  });

  it('promises what filling it in then does, and names another one at once', async () => {
    const firm = await market.member('sme', 'owner', { country: 'KR' });
    await market.saveProfile(firm, {
      ...WITHOUT_THEMES,
      offers: [],
      seeks: [],
      markets: [],
      languages: ['ko'],
    });
    await market.refresh('organization', firm.organizationId);
    const before = await market.matches(firm);
    const { percent, next } = await progressOf(firm);
    const field = String(next?.field);
    const values = next?.assumed.map(({ value }) => value) ?? [];
    const entering = next?.unlocks.filter(({ change }) => change === 'enters') ?? [];
    expect(entering.length).toBeGreaterThan(0);

    const { headers } = await market.ask(firm, 'GET', `/organizations/${firm.organizationId}/profile`);
    const began = Date.now();
    await market.done(
      firm,
      'PATCH',
      `/organizations/${firm.organizationId}/profile`,
      { [field]: values },
      {
        'if-match': String(headers.etag),
      },
    );
    const after = await progressOf(firm);
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(after.percent).toBeGreaterThan(percent);
    expect(after.next?.field).not.toBe(field);

    await market.refresh('organization', firm.organizationId);
    const now = await market.matches(firm);
    for (const { organization, fitAfter } of entering) {
      expect(before.map(({ counterpart }) => counterpart.id)).not.toContain(organization.id);
      expect(now.find(({ counterpart }) => counterpart.id === organization.id)?.fit).toBe(fitAfter);
    }
  });

  it('promises nothing where nothing would change, and ends at 100 with what matching uses', async () => {
    const firm = await market.member('sme', 'owner', { country: 'KR' });
    const whole = { ...NIGHT_GUIDES, operatingMonths: [1, 2, 3], seekText: 'Partners in Viet Nam.' };
    await market.saveProfile(firm, whole);
    // Nobody asks for a number of guests, so nothing is assumed of it.
    expect((await progressOf(firm)).next).toMatchObject({
      field: 'capacity',
      assumed: [],
      unlocks: [],
      unlockedCount: 0,
    });
    await market.saveProfile(firm, { ...whole, capacity: { maxGroup: 40 } });
    expect(await progressOf(firm)).toEqual({ percent: 100, next: null });

    await market.database.query(
      `update profile set checked_at = now() - interval '13 months' where organization_id = $1`,
      [firm.organizationId],
    );
    expect(await progressOf(firm)).toMatchObject({ percent: 100, next: { action: 'confirm', field: null } });
  });

  it('is there before the first word is written', async () => {
    const firm = await market.member('sme', 'viewer', { country: 'KR' });
    expect(await progressOf(firm)).toMatchObject({ percent: 0, next: { action: 'state' } });
  });

  it('names nobody to an applicant, and leaves out whom the organization has put away', async () => {
    const firm = await market.member('sme', 'owner', { country: 'KR' });
    await market.saveProfile(firm, { ...NIGHT_GUIDES, themes: [], summary: null, offerText: null });
    await market.refresh('organization', firm.organizationId);
    for (const match of await market.matches(firm)) {
      await market.done(firm, 'POST', `/matches/${match.id}/dismiss`, { reason: 'other' });
    }
    market.app.get(MarketInView).forget();
    const named = (await progressOf(firm)).next?.unlocks ?? [];
    expect(named.filter(({ change }) => change === 'rises')).toEqual([]);

    const applicant = await market.member('sme', 'owner', { country: 'KR' });
    await market.saveProfile(applicant, { ...WITHOUT_THEMES });
    await market.database.query(`update organization set state = 'applicant' where id = $1`, [
      applicant.organizationId,
    ]);
    market.app.get(MarketInView).forget();
    expect((await progressOf(applicant)).next).toMatchObject({ unlocks: [], compared: 0 });
  });

  it('is for its own people: another organization is no other than a random id', async () => {
    const random = seen(await market.ask(city, 'GET', path(newId())));
    const firm = await market.member('sme', 'owner', { country: 'KR' });
    expect(random).toMatchObject({ status: 404 });
    expect(seen(await market.ask(city, 'GET', path(firm.organizationId)))).toEqual(random);
  });
});
