import { newId } from '#libs/platform/database';
import { CommitteeRoom, type Member } from './committee.js';

let room: CommitteeRoom;
let busan: Member;

beforeAll(async () => {
  room = await CommitteeRoom.open();
  [busan] = room.seated as [Member];
});
afterAll(async () => {
  await room?.close();
});

const nextYear = `${new Date().getUTCFullYear() + 1}-12-31`;
const entry = (organizationId: string, changes: object = {}) => ({
  organizationId,
  annualFee: { amountMinor: 100_000, currency: 'USD' },
  paidUntil: nextYear,
  memberSince: '2002-08-26',
  reference: 'List of members of 2026-01-01',
  note: 'Member of the founding assembly.',
  language: 'en',
  ...changes,
});
const enter = (body: object, by = room.secretariat) => room.ask(by, 'POST', '/memberships/enter', { body });
const unentered = async () =>
  (await room.ask(room.secretariat, 'GET', '/memberships/unentered')).body.items.map(({ id }) => id);

describe('a member of the list', () => {
  it('is on the desk until its fee book is opened, then lives by its term like every other', async () => {
    const city = await room.memberCity('ID');
    const before = await unentered();
    expect(before).toContain(city);
    const { status, body } = await enter(entry(city));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'active',
      category: 'city_member',
      ratification: 'ratified',
      toBeRatified: false,
      feeDue: { amountMinor: 100_000, currency: 'USD' },
      termEndsAt: `${Number(nextYear.slice(0, 4)) + 1}-01-01T00:00:00.000Z`,
      history: [{ verb: 'enter', fromState: null, toState: 'active', dated: '2002-08-26' }],
    });
    expect(await unentered()).toEqual(before.filter((id) => id !== city));
    const timers = await room.database.query<{ job: string; days: number }>(
      `select job, (extract(epoch from $2::timestamptz - due_at) / 86400)::int as days from timer
       where key like '%' || $1 order by job`,
      [body.id, `${Number(nextYear.slice(0, 4)) + 1}-01-01T00:00:00Z`],
    );
    expect(timers).toEqual([
      { job: 'move-due-membership', days: 0 },
      { job: 'remind-of-fee', days: 30 },
    ]);
    const today = new Date().toISOString().slice(0, 10);
    const paid = await room.ask(room.secretariat, 'POST', `/memberships/${body.id}/receive-fee`, {
      body: { amount: { amountMinor: 100_000, currency: 'USD' }, receivedOn: today, reference: 'Bank 7' },
    });
    expect(paid.body).toMatchObject({
      state: 'active',
      termEndsAt: `${Number(nextYear.slice(0, 4)) + 2}-01-01T00:00:00.000Z`,
    });
    expect(await room.events(body.id)).toEqual(['membership.entered', 'membership.renewed']);
  });

  it('is entered once, by the secretariat, only while it is shown as a member, and for days that can be', async () => {
    const city = await room.memberCity('ID');
    const applicant = await room.applicant();
    for (const id of [applicant.organizationId, newId(), room.secretariat.organizationId])
      expect((await enter(entry(id))).body.errors).toEqual([
        { pointer: '/organizationId', code: 'membership/not-on-the-list' },
      ]);
    expect((await enter(entry(city, { paidUntil: '2020-12-31' }))).body.errors).toEqual([
      { pointer: '/paidUntil', code: 'membership/term-over' },
    ]);
    expect((await enter(entry(city, { memberSince: '2999-01-01' }))).body.errors).toEqual([
      { pointer: '/memberSince', code: 'membership/day-to-come' },
    ]);
    expect((await enter(entry(city), busan)).status).toBe(403);
    expect((await room.ask(busan, 'GET', '/memberships/unentered')).status).toBe(403);
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter(entry(city))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
  });
});

describe('due confirmations', () => {
  const list = async (query = '') => {
    const { status, body } = await room.ask(room.secretariat, 'GET', `/participations?limit=100${query}`);
    expect(status).toBe(200);
    return (body.items as unknown as { organization: { id: string }; lapsedAt: string | null }[]).map(
      ({ organization, lapsedAt }) => [organization.id, lapsedAt !== null],
    );
  };
  const plant = (id: string, dueInDays: number, hidden = false) =>
    room.database.query(
      `insert into participation (organization_id, confirmed_at, lapsed_at, due_at)
       values ($1, now() - interval '1 year', case when $3 then now() - interval '5 months' end,
               now() + $2 * interval '1 day')`,
      [id, dueInDays, hidden],
    );

  it('are on the desk from the day they are asked for, the first due first, hidden ones beside them', async () => {
    const [soon, sooner, later, hidden] = await Promise.all(
      Array.from({ length: 4 }, async () => (await room.applicant()).organizationId),
    );
    if (!soon || !sooner || !later || !hidden) throw new Error('Not enough organizations.');
    await plant(soon, 29);
    await plant(sooner, 3);
    await plant(later, 31);
    await plant(hidden, 40, true);
    expect(await list()).toEqual([
      [sooner, false],
      [soon, false],
      [hidden, true],
    ]);
    expect(await list('&standing=hidden')).toEqual([[hidden, true]]);
    expect(await list('&standing=due')).toEqual([
      [sooner, false],
      [soon, false],
    ]);
    const first = await room.ask(room.secretariat, 'GET', '/participations?limit=2');
    const { nextCursor } = first.body as unknown as { nextCursor: string };
    const rest = await room.ask(room.secretariat, 'GET', `/participations?limit=2&cursor=${nextCursor}`);
    expect(rest.body.items).toHaveLength(1);
    expect((await room.ask(room.secretariat, 'GET', '/participations?standing=late')).status).toBe(422);
    expect((await room.ask(busan, 'GET', '/participations')).status).toBe(403);
  });
});
