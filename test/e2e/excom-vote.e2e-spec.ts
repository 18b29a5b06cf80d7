import { ActorSession } from '../support/actor-session.js';
import { ownerOf } from '../support/city-owners.js';
import { accountOf, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

const FEES = {
  admissionFee: { amountMinor: 500_000, currency: 'KRW' },
  annualFee: { amountMinor: 1_000_000, currency: 'KRW' },
};
/** Seats by the 112 member cities of the list; each other country has one. */
const TWO_SEATS = ['CN', 'ID', 'KR', 'MY'];
const today = new Date().toISOString().slice(0, 10);

let system: RunningSystem;
let url: string;
let secretariat: ActorSession;
let applicant: ActorSession;
let membershipId: string;
let voteId: string;
/** One owner for each city that sits, by its slug. */
const voters = new Map<string, ActorSession>();

jest.setTimeout(60_000);

beforeAll(async () => {
  system = await startSystem();
  url = system.apis[0]?.url ?? '';
  secretariat = await signIn('Tourism Promotion Organization for Global Cities');
  applicant = await signIn('Badaon Lab');
}, 180_000);
afterAll(async () => {
  await system?.stop();
}, 60_000);

const signIn = (organization: string): Promise<ActorSession> =>
  ActorSession.signIn(url, accountOf(organization, system.accounts));

const committee = async () => {
  const { data } = await secretariat.api.GET('/api/v1/excom-seats');
  if (!data) throw new Error('No committee.');
  return data;
};
const membership = async (as = applicant) => {
  const { data } = await as.api.GET('/api/v1/memberships/{id}', { params: { path: { id: membershipId } } });
  return data;
};
const vote = async (as = secretariat) => {
  const { data } = await as.api.GET('/api/v1/votes/{id}', { params: { path: { id: voteId } } });
  return data;
};
const cast = (voter: ActorSession, choice: 'yes' | 'no' | 'abstain') =>
  voter.api.POST('/api/v1/votes/{id}/cast', { params: { path: { id: voteId } }, body: { choice } });
const become = (state: string) =>
  waitFor(`the membership to be ${state}`, async () => (await membership())?.state === state, {
    timeoutMs: 30_000,
    dump: () => system.logs(),
  });
/** Moves the clock of one row: it is due now, and so is its timer. */
async function due(table: string, condition: string, key: string): Promise<void> {
  await system.database.query(`update ${table} set due_at = now() where ${condition}`);
  await system.database.query('update timer set due_at = now() where key = $1', [key]);
}

describe('ExCom vote with the electorate computed from the real member list', () => {
  it('computes 17 seats of 13 countries, two where a country has more than ten member cities', async () => {
    const { seats, items } = await committee();
    expect([seats, items.length]).toEqual([17, 13]);
    for (const { country, memberCities, seats: held } of items) {
      expect([country, held.length]).toEqual([country, TWO_SEATS.includes(country) ? 2 : 1]);
      expect(memberCities > 10).toBe(held.length === 2);
    }
    const cities = items.reduce((sum, { memberCities }) => sum + memberCities, 0);
    expect(cities).toBe(112);
    expect(items.find(({ country }) => country === 'KR')?.memberCities).toBe(36);
  });

  it('lets the secretariat fill vacant seats with member cities, and their owners sign in', async () => {
    for (const { country, seats } of (await committee()).items) {
      const { data } = await secretariat.api.GET('/api/v1/organizations', {
        params: { query: { kind: ['city'], country: [country], limit: 100 } },
      });
      const taken = new Set(seats.map(({ holder }) => holder?.city.id));
      const free = data?.items.filter(
        ({ id, tpoMembership }) => tpoMembership === 'city_member' && !taken.has(id),
      );
      for (const { number, holder } of seats) {
        // Nepal's seat stays vacant.
        if (holder || country === 'NP') continue;
        const { response } = await secretariat.api.POST('/api/v1/excom-seats', {
          body: {
            organizationId: free?.shift()?.id ?? '',
            number: number as 1 | 2,
            termFrom: '2026-01-01',
            termTo: '2027-12-31',
          },
        });
        expect(response.status).toBe(201);
      }
    }
    const now = await committee();
    expect([now.vacant, now.quorum]).toEqual([1, 9]);
    for (const { city } of now.items.flatMap(({ seats }) => seats.flatMap(({ holder }) => holder ?? [])))
      voters.set(city.slug, await ActorSession.signIn(url, await ownerOf(city, system, secretariat)));
    expect(voters.size).toBe(16);
  });

  it('takes a request to the vote, with the seat of the applicant’s own city in conflict', async () => {
    const applied = await applicant.api.POST('/api/v1/memberships', {
      body: { statement: '부산의 스마트 관광 기업으로서 공동 홍보에 참여하고자 합니다.', language: 'ko' },
    });
    expect(applied.data).toMatchObject({ state: 'requested', category: 'industry_member' });
    membershipId = applied.data?.id ?? '';
    const put = await secretariat.api.POST('/api/v1/memberships/{id}/put-to-vote', {
      params: { path: { id: membershipId } },
      body: { secrecy: 'open', ...FEES },
    });
    expect(put.data).toMatchObject({ state: 'excom_vote' });
    voteId = put.data?.voteId ?? '';

    const opened = await vote();
    expect(opened?.turnout).toEqual({ seats: 17, voting: 15, vacant: 1, conflicts: 1, quorum: 9, cast: 0 });
    const days = (Date.parse(opened?.closesAt ?? '') - Date.parse(opened?.opensAt ?? '')) / 86_400_000;
    expect(days).toBe(14);
    const standing = (slug: string) => opened?.electorate.find(({ city }) => city?.slug === slug)?.standing;
    expect([standing('busan'), standing('gimhae'), standing('ho-chi-minh-city')]).toEqual([
      'conflict',
      'voting',
      'voting',
    ]);
    expect(opened?.electorate.find(({ country }) => country === 'NP')?.standing).toBe('vacant');
    expect(
      (await applicant.api.GET('/api/v1/votes/{id}', { params: { path: { id: voteId } } })).response.status,
    ).toBe(404);
  });

  it('tells every city that may vote, by notice and by mail', async () => {
    const hcmc = voters.get('ho-chi-minh-city');
    if (!hcmc) throw new Error('Ho Chi Minh City does not sit.');
    const notice = await waitFor(
      'the notice of the vote',
      async () => {
        const { data } = await hcmc.api.GET('/api/v1/notices', { params: { query: {} } });
        return data?.items.find(({ type, text }) => type === 'vote.opened' && text.includes('Badaon'));
      },
      { timeoutMs: 30_000, dump: () => system.logs() },
    );
    expect(notice.text).toContain('Ho Chi Minh City');
    await waitFor('the mail of the vote', async () => {
      const { data } = await hcmc.api.GET('/api/v1/captured-mails', { params: { query: {} } });
      return data?.items.some(({ subject }) => subject.includes('Badaon'));
    });
  });

  it('closes with the last ballot and approves provisionally, with the reasons in the minutes', async () => {
    expect((await cast(voters.get('busan') ?? applicant, 'yes')).error).toMatchObject({
      code: 'vote/conflict',
    });
    const voting = [...voters.keys()].filter((slug) => slug !== 'busan');
    for (const [index, slug] of voting.entries()) {
      const voter = voters.get(slug) ?? applicant;
      if (index === 0) expect((await cast(voter, 'no')).response.status).toBe(200);
      const { response, data } = await cast(voter, index < 2 ? 'abstain' : index < 5 ? 'no' : 'yes');
      expect([slug, response.status]).toEqual([slug, 200]);
      if (index < voting.length - 1)
        expect(data?.electorate.every(({ choice }) => choice === null)).toBe(true);
    }
    expect(await vote()).toMatchObject({
      state: 'closed',
      closedBecause: 'all-voted',
      result: {
        cast: 15,
        yes: 10,
        no: 3,
        abstain: 2,
        outcome: 'accepted',
        reasons: ['quorum-reached', 'more-yes-than-no'],
      },
    });
    expect(await membership()).toMatchObject({
      state: 'approved_unpaid',
      toBeRatified: true,
      feeDue: { amountMinor: 1_500_000, currency: 'KRW' },
    });
  });

  it('becomes a member with the fee, and provisional no more by the General Assembly', async () => {
    const path = { params: { path: { id: membershipId } } };
    const paid = await secretariat.api.POST('/api/v1/memberships/{id}/receive-fee', {
      ...path,
      body: {
        amount: { amountMinor: 1_500_000, currency: 'KRW' },
        receivedOn: today,
        reference: '부산은행 42',
      },
    });
    expect(paid.data).toMatchObject({ state: 'active', toBeRatified: true });
    const organization = await applicant.api.GET('/api/v1/organizations/{id}', {
      params: { path: { id: applicant.organizationId } },
    });
    expect(organization.data?.tpoMembership).toBe('industry_member');
    const ratified = await secretariat.api.POST('/api/v1/memberships/{id}/ratify', {
      ...path,
      body: { ratified: true, decidedOn: today, reference: '13th General Assembly, item 4' },
    });
    expect(ratified.data).toMatchObject({ state: 'active', toBeRatified: false, ratification: 'ratified' });
    expect(ratified.data?.history.map(({ verb }) => verb)).toEqual([
      'apply',
      'put-to-vote',
      'approve',
      'activate',
      'ratify',
    ]);
  });
});

describe('what time does', () => {
  it('suspends a membership whose term was not renewed, and lets it expire', async () => {
    const condition = `id = '${membershipId}'`;
    await due('tpo_membership', condition, `membership:${membershipId}`);
    await become('suspended');
    await due('tpo_membership', condition, `membership:${membershipId}`);
    await become('expired');
    await waitFor('the notice that it expired', async () => {
      const { data } = await applicant.api.GET('/api/v1/notices', { params: { query: {} } });
      return data?.items.some(({ type }) => type === 'membership.expired');
    });
  });

  it('hides a participant that does not confirm, keeps its data, and shows it again once it does', async () => {
    const id = applicant.organizationId;
    const other = await signIn('Da Nang');
    const seenByOther = async () =>
      (await other.api.GET('/api/v1/organizations/{id}', { params: { path: { id } } })).response.status;
    await waitFor('the year of the participant to begin', async () => {
      return (await applicant.api.GET('/api/v1/participation')).response.status === 200;
    });
    await due('participation', `organization_id = '${id}'`, `participation:${id}`);
    await waitFor('the participant to be hidden', async () => (await seenByOther()) === 404, {
      timeoutMs: 30_000,
      dump: () => system.logs(),
    });
    const { data } = await applicant.api.GET('/api/v1/participation');
    expect(data?.lapsedAt).toEqual(expect.any(String));
    const confirmed = await applicant.api.POST('/api/v1/participation/confirm');
    expect(confirmed.data).toMatchObject({ lapsedAt: null });
    expect(await seenByOther()).toBe(200);
  });
});
