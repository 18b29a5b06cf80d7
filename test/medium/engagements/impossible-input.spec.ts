import { newId } from '#libs/platform/database';
import { type Answer, type Member, refusal } from '../proposals/marketplace.js';
import { type Cast, EngagementWorld, inHours, said, session } from './engagement-world.js';

let world: EngagementWorld;
let cast: Cast;
let city: Member;

beforeAll(async () => {
  world = await EngagementWorld.open();
  cast = await world.cast();
  city = await world.market.member('city', 'owner');
  await world.market.database.query(`update organization set tpo_membership = 'city_member' where id = $1`, [
    city.organizationId,
  ]);
}, 60_000);
afterAll(async () => {
  await world?.market.close();
});

const WRITTEN = [
  ...['consulting_request', 'consulting_cost_bearer', 'consulting_step', 'expert_invitation'],
  ...['quote', 'quote_version', 'engagement', 'engagement_party', 'engagement_session'],
  ...['engagement_deliverable', 'deliverable_step', 'engagement_dispute', 'engagement_rating'],
  ...['ledger_entry', 'ledger_posting', 'timer', 'outbox_event', 'audit_entry'],
];

/** Everything consulting has ever written, as one number. */
async function everything(): Promise<string> {
  const parts = WRITTEN.map((table) => `select '${table}' || t::text as line from ${table} t`);
  const [row] = await world.market.database.query<{ hash: string }>(
    `select md5(string_agg(line, E'\n' order by line)) as hash from (${parts.join(' union all ')}) as lines`,
  );
  return row?.hash ?? '';
}

const post = (member: Member, path: string, body: object = {}): Promise<Answer> =>
  world.market.ask(member, 'POST', path, { body });

/** Is refused with a problem that says what is wrong and where, and nothing was written. */
async function refused(ask: () => Promise<Answer>, expected: [number, string, string[]]): Promise<void> {
  const before = await everything();
  const answer = await ask();
  const [status, code, pointers] = refusal(answer);
  expect([status, code, [...new Set(pointers)]]).toEqual(expected);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(await everything()).toBe(before);
}

const money = (amountMinor: unknown, currency: unknown = 'KRW'): object => ({ amountMinor, currency });
const DRAFT = {
  ...{ title: 'Blocks behind the pier', language: 'en', text: 'How?', goal: 'A plan' },
  areas: ['con.cruise_port'],
};

describe('a request', () => {
  it.each<[string, object, [number, string, string[]]]>([
    ['negative money', { budget: money(-1) }, [422, 'request/invalid', ['/budget/amountMinor']]],
    ['more than can be counted', { budget: money(1e16) }, [422, 'request/invalid', ['/budget/amountMinor']]],
    ['half a won', { budget: money(0.5) }, [422, 'request/invalid', ['/budget/amountMinor']]],
    ['money of nowhere', { budget: money(1, 'ZZZ') }, [422, 'request/invalid', ['/budget/currency']]],
    ['gold', { budget: money(1, 'XAU') }, [422, 'request/invalid', ['/budget/currency']]],
    ['no currency', { budget: money(1, 'XXX') }, [422, 'request/invalid', ['/budget/currency']]],
    ['money without one', { budget: { amountMinor: 1 } }, [422, 'request/invalid', ['/budget/currency']]],
    [
      'a band of two currencies',
      { budget: money(2), budgetFrom: money(1, 'USD') },
      [422, 'consulting-request/band', ['/budgetFrom']],
    ],
    [
      'a band that ends below its beginning',
      { budget: money(1), budgetFrom: money(2) },
      [422, 'consulting-request/band', ['/budgetFrom']],
    ],
    ['a band without an end', { budgetFrom: money(2) }, [422, 'consulting-request/band', ['/budgetFrom']]],
    [
      'a deadline that has passed',
      { deadline: '2020-02-29' },
      [422, 'consulting-request/day-has-passed', ['/deadline']],
    ],
    ['a day there is not', { deadline: '2099-02-29' }, [422, 'request/invalid', ['/deadline']]],
  ])('is not begun with %s', async (_, changes, expected) => {
    await refused(() => post(city, '/consulting-requests', { ...DRAFT, ...changes }), expected);
  });

  it('is paid by whole shares of those who take part, once each', async () => {
    const bearing = (...shares: [string, number][]): (() => Promise<Answer>) => {
      const costBearers = shares.map(([organizationId, shareBasisPoints]) => ({
        organizationId,
        shareBasisPoints,
      }));
      return () => post(city, '/consulting-requests', { ...DRAFT, costBearers });
    };
    const [own, other] = [city.organizationId, cast.bearer.organizationId];
    const shares: [number, string, string[]] = [422, 'consulting-request/shares', ['/costBearers']];
    await refused(bearing([own, 6_000], [other, 3_999]), shares);
    await refused(bearing([own, 5_000], [own, 5_000]), shares);
    await refused(bearing([own, 10_000], [newId(), 1]), shares);
    await refused(bearing([newId(), 10_000]), [
      ...[422, 'consulting-request/no-such-party'],
      ['/costBearers/0/organizationId'],
    ] as [number, string, string[]]);
    await refused(bearing([own, -1], [other, 10_001]), [
      ...[422, 'request/invalid'],
      ['/costBearers/0/shareBasisPoints', '/costBearers/1/shareBasisPoints'],
    ] as [number, string, string[]]);
  });

  it('whose deadline has passed since it was written is not handed in', async () => {
    const { id } = (await post(city, '/consulting-requests', { ...DRAFT, deadline: '2099-01-01' })).body;
    await world.market.database.query(
      `update consulting_request set deadline = current_date - 2 where id = $1`,
      [id],
    );
    await refused(
      () => post(city, `/consulting-requests/${id}/submit`),
      [422, 'consulting-request/day-has-passed', ['/deadline']],
    );
  });

  it('is not answered by a city, or refused, without a reason', async () => {
    const { id } = (await post(city, '/consulting-requests', { ...DRAFT, kind: 'committee' })).body;
    await post(city, `/consulting-requests/${id}/submit`);
    const desk = (verb: string, body: object): (() => Promise<Answer>) => {
      return () => post(world.secretariat, `/consulting-requests/${id}/${verb}`, body);
    };
    const cityId = cast.requester.organizationId;
    const empty = (pointer: string): [number, string, string[]] => [
      ...([422, 'consulting-request/answer-empty'] as const),
      [pointer],
    ];
    await refused(desk('answer', {}), empty('/caseId'));
    await refused(desk('answer', { cityId }), empty('/said'));
    const wordless = { cityId, said: { words: ' ', language: 'en' } };
    await refused(desk('answer', wordless), [422, 'request/invalid', ['/said/words']]);
    const noCity = { cityId: cast.consultant.organizationId, said: { words: 'They know', language: 'en' } };
    await refused(desk('answer', noCity), [422, 'request/invalid', ['/cityId']]);
    for (const verb of ['refuse', 'ask-information', 'leave-unanswered'])
      await refused(desk(verb, {}), [422, 'request/invalid', ['/words', '/language']]);
    const late = { organizationIds: [cast.consultant.organizationId], quotesCloseAt: inHours(-1) };
    await refused(desk('invite', late), [422, 'request/invalid', ['/quotesCloseAt']]);
  });
});

describe('a quote', () => {
  const QUOTE = {
    ...{ scope: 'A survey and a plan', language: 'en', sessions: 1, validUntil: '2099-04-30' },
    deliverables: [{ title: 'Plan', dueDay: '2099-05-31' }],
    ...{ fee: money(9_000_000), tax: money(900_000) },
  };
  let path: string;

  beforeAll(async () => {
    const created = await post(cast.requester, '/consulting-requests', {
      ...DRAFT,
      namedConsultants: [cast.consultant.organizationId],
    });
    await post(cast.requester, `/consulting-requests/${created.body.id}/submit`);
    const [invited] = await world.market.database.query<{ id: string }>(
      'select id from expert_invitation where request_id = $1',
      [created.body.id],
    );
    const declared = { noConflict: true, confidentiality: true };
    expect((await post(cast.consultant, `/expert-invitations/${invited?.id}/accept`, declared)).status).toBe(
      200,
    );
    path = `/consulting-requests/${created.body.id}/quotes`;
  });

  it.each<[string, object, [number, string, string[]]]>([
    ['negative money', { fee: money(-1) }, [422, 'request/invalid', ['/fee/amountMinor']]],
    ['a fee beyond measure', { fee: money(1e15 + 1) }, [422, 'quote/contradictory', ['/fee/amountMinor']]],
    ['a tax beyond measure', { tax: money(1e15 + 1) }, [422, 'quote/contradictory', ['/tax/amountMinor']]],
    ['what no number holds', { fee: money(1e300) }, [422, 'request/invalid', ['/fee/amountMinor']]],
    ['money in words', { fee: money('many') }, [422, 'request/invalid', ['/fee/amountMinor']]],
    ['money of nowhere', { fee: money(1, 'QQQ') }, [422, 'request/invalid', ['/fee/currency']]],
    ['gold', { fee: money(1, 'XAU'), tax: money(0, 'XAU') }, [422, 'request/invalid', ['/fee/currency']]],
    ['a tax of another currency', { tax: money(1, 'USD') }, [422, 'quote/contradictory', ['/tax/currency']]],
    ['a validity that is over', { validUntil: '2020-01-01' }, [422, 'quote/contradictory', ['/validUntil']]],
    [
      'a result due long ago',
      { deliverables: [{ title: 'Plan', dueDay: '2020-01-01' }] },
      [422, 'quote/contradictory', ['/deliverables/0/dueDay']],
    ],
    ['a day there is not', { validUntil: '2099-13-01' }, [422, 'request/invalid', ['/validUntil']]],
    ['fewer sessions than none', { sessions: -1 }, [422, 'request/invalid', ['/sessions']]],
    [
      'a payer nobody asked',
      { costShares: [{ organizationId: newId(), shareBasisPoints: 10_000 }] },
      [422, 'quote/contradictory', ['/costShares/0/organizationId']],
    ],
  ])('is not taken with %s', async (_, changes, expected) => {
    await refused(() => post(cast.consultant, path, { ...QUOTE, ...changes }), expected);
  });
});

describe('an engagement', () => {
  const wrongSide: [number, string, string[]] = [403, 'engagement/wrong-side', []];

  it('is not signed by who may not, out of turn, twice, or for other terms', async () => {
    const id = await world.started(cast);
    const { termsHash } = await world.room(id, cast.requester);
    const editor = await world.market.member('consultancy', 'editor', cast.consultant.organizationId);
    const sign =
      (member: Member, hash = termsHash) =>
      (): Promise<Answer> =>
        world.act(member, id, 'sign', { termsHash: hash });
    const notYours: [number, string, string[]] = [403, 'engagement/not-yours-to-sign', []];
    const notYet: [number, string, string[]] = [409, 'engagement/not-your-turn', []];
    await refused(sign(editor), notYours);
    await refused(sign(world.secretariat), notYours);
    await refused(sign(cast.requester), notYet);
    await refused(sign(cast.bearer), notYet);
    await refused(sign(cast.consultant, 'a'.repeat(64)), [409, 'engagement/other-terms', []]);
    await refused(sign(cast.consultant, 'none'), [422, 'request/invalid', ['/termsHash']]);
    await refused(sign(city), [404, 'request/not-found', []]);
    expect((await sign(cast.consultant)()).status).toBe(200);
    await refused(sign(cast.consultant), notYet);
    await refused(sign(cast.bearer), notYet);
  });

  it('has no sessions that overlap, are over, too many or without end', async () => {
    const id = await world.begun(cast);
    const propose =
      (body: object, member = cast.consultant) =>
      (): Promise<Answer> =>
        world.act(member, id, 'sessions', { ...session(30), ...body });
    const first = await world.done(cast.consultant, id, 'sessions', session(30));
    const taken = (await world.room(id, cast.requester)).sessions[0];
    const slot = (first as unknown as { sessions: { slots: string[] }[] }).sessions[0]?.slots[0] ?? '';
    await world.done(cast.requester, id, `sessions/${taken?.id}/confirm`, { startsAt: slot });
    const half = new Date(Date.parse(slot) + 30 * 60_000).toISOString();
    const proposed = await world.done(cast.consultant, id, 'sessions', { ...session(), slots: [half] });
    const second = proposed.sessions.find(({ state }) => state === 'proposed');
    const confirm = (member: Member) => (): Promise<Answer> =>
      world.act(member, id, `sessions/${second?.id}/confirm`, { startsAt: half });
    await refused(confirm(cast.requester), [409, 'engagement-session/overlaps', []]);
    await refused(confirm(cast.consultant), wrongSide);
    await refused(propose({ slots: [inHours(-1)] }), [422, 'engagement-session/bad-times', ['/slots/0']]);
    await refused(propose({ slots: [inHours(24 * 400)] }), [
      ...([422, 'engagement-session/bad-times'] as const),
      ['/slots/0'],
    ]);
    await refused(propose({ lengthMinutes: 481 }), [422, 'request/invalid', ['/lengthMinutes']]);
    await refused(propose({ slots: ['soon'] }), [422, 'request/invalid', ['/slots']]);
    await refused(propose({}, cast.bearer), wrongSide);
    await refused(propose({}, world.secretariat), wrongSide);
  });

  it('is not worked on, rated or disputed by another side than may', async () => {
    const id = await world.begun(cast);
    const part = (await world.room(id, cast.requester)).deliverables[0]?.id;
    const act = (member: Member, verb: string, body?: object) => (): Promise<Answer> =>
      world.act(member, id, verb, body);
    const why = { reason: 'Late', language: 'en' };
    await refused(act(cast.requester, `deliverables/${part}/submit`, said('Here')), wrongSide);
    await refused(act(cast.consultant, `deliverables/${part}/accept`), wrongSide);
    await refused(act(cast.bearer, 'dispute', why), wrongSide);
    await refused(act(cast.requester, 'dispute', { language: 'en' }), [422, 'request/invalid', ['/reason']]);
    const scores = { quality: 5, communication: 5, reliability: 5 };
    await refused(act(cast.requester, 'ratings', scores), [409, 'rating/not-open', []]);
    await refused(act(cast.requester, 'ratings', { ...scores, quality: 6 }), [
      ...([422, 'request/invalid'] as const),
      ['/quality'],
    ]);
  });
});
