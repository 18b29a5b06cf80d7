import { systemActor } from '#libs/kernel';
import { WatchInterests } from '#libs/matchmaking';
import { SetOrganizationState } from '#libs/organizations';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { waitFor } from '../../support/wait.js';
import { gate } from '../queue/queue-harness.js';
import {
  type Answer,
  DA_NANG,
  type Item,
  type Json,
  Market,
  type Member,
  NIGHT_GUIDES,
  NIGHT_TOURS_WANTED,
  NIGHT_WALKS,
  refusal,
  seen,
} from './market.js';

const MESSAGE = '다낭의 밤길을 함께 안내하고 싶습니다.';

let market: Market;
let firm: Member;
let city: Member;

/** A match of a new proposal of the firm with the city. */
async function newMatch(): Promise<string> {
  const id = await market.submitProposal(firm, NIGHT_WALKS);
  await market.refresh('proposal', id);
  return (await market.matchWith(firm, city.organizationId, { type: 'proposal', id })).id;
}

const send = (
  who: Member,
  matchId: string,
  body: object = { message: MESSAGE, language: 'ko' },
  headers = {},
) => market.ask(who, 'POST', `/matches/${matchId}/interest`, body, headers);

/** A new match in which the firm has written to the city. */
async function waiting(): Promise<{ matchId: string; interestId: string }> {
  const matchId = await newMatch();
  const { status, body } = await send(firm, matchId);
  expect(status).toBe(201);
  return { matchId, interestId: body.id };
}

const answer = (who: Member, verb: string, id: string, body?: object, headers = {}): Promise<Answer> =>
  market.ask(who, 'POST', `/interests/${id}/${verb}`, body, headers);
const readMatch = (who: Member, id: string): Promise<Json> => market.done(who, 'GET', `/matches/${id}`);
const listed = async (who: Member, query: string): Promise<readonly Item[]> =>
  (await market.done(who, 'GET', `/interests?limit=100&${query}`)).items;
const rowsOf = (matchId: string) =>
  market.database.query<{ state: string }>('select state from interest where match_id = $1 order by id', [
    matchId,
  ]);

const byTheClock = (work: (watch: WatchInterests, tx: Transaction) => Promise<void>) =>
  market.app.get(UnitOfWork).run(systemActor(newId()), (tx) => work(market.app.get(WatchInterests), tx));

beforeAll(async () => {
  market = await Market.open();
  firm = await market.member('sme', 'owner', { name: 'Badaon Lab' });
  city = await market.member('city', 'officer', DA_NANG);
  await market.saveProfile(firm, NIGHT_GUIDES);
});

afterAll(() => market.close());

describe('showing interest', () => {
  it('is told to the other side, and waits', async () => {
    const matchId = await newMatch();
    const sent = await send(firm, matchId);
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      matchId,
      state: 'sent',
      direction: 'sent',
      message: MESSAGE,
      language: 'ko',
      counterpart: { id: city.organizationId },
      sender: { id: firm.personId },
      conversationId: null,
      version: 1,
      abilities: { accept: false, decline: false, withdraw: true },
    });
    const { id } = sent.body;
    expect(await readMatch(firm, matchId)).toMatchObject({
      state: 'interest-sent',
      interest: { id, direction: 'sent', state: 'sent', message: MESSAGE },
      abilities: { dismiss: false, sendInterest: false, answerInterest: false, withdrawInterest: true },
    });
    expect(await readMatch(city, matchId)).toMatchObject({
      state: 'interest-received',
      interest: { id, direction: 'received', state: 'sent' },
      abilities: { dismiss: false, sendInterest: false, answerInterest: true, withdrawInterest: false },
    });
    expect(await market.done(city, 'GET', `/interests/${id}`)).toMatchObject({
      direction: 'received',
      counterpart: { id: firm.organizationId },
      object: { type: 'proposal', title: NIGHT_WALKS.title },
      abilities: { accept: true, decline: true, withdraw: false },
    });
    expect((await listed(city, 'direction=received&state=sent')).map((item) => item.id)).toContain(id);
    expect((await listed(city, 'direction=sent')).map((item) => item.id)).not.toContain(id);
    expect((await listed(firm, 'direction=sent')).map((item) => item.id)).toContain(id);
    expect((await listed(firm, '')).map((item) => item.id)).toContain(id);
    expect(await market.events(id)).toEqual(['interest.sent']);
    expect(await market.trail(id)).toEqual(['interest.send→sent']);
  });

  it('is refused again, from either side', async () => {
    const { matchId } = await waiting();
    expect(refusal(await send(firm, matchId))).toEqual([409, 'interest/already-sent']);
    expect(refusal(await send(city, matchId))).toEqual([409, 'interest/awaiting-your-answer']);
    expect(
      refusal(await market.ask(city, 'POST', `/matches/${matchId}/dismiss`, { reason: 'other' })),
    ).toEqual([409, 'match/wrong-state']);
    expect(await rowsOf(matchId)).toEqual([{ state: 'sent' }]);
  });

  it('is refused while the other side takes no part, also before a job has ended the match', async () => {
    const matchId = await newMatch();
    const move = (state: string) =>
      market.database.query('update organization set state = $2 where id = $1', [city.organizationId, state]);
    for (const state of ['suspended', 'closed']) {
      await move(state);
      const answer = refusal(await send(firm, matchId));
      await move('active');
      expect([state, ...answer]).toEqual([state, 409, 'match/closed']);
    }
    expect(await rowsOf(matchId)).toEqual([]);
    expect((await send(firm, matchId)).status).toBe(201);
  });

  it('takes 1 to 2,000 code points and the version that was read', async () => {
    const matchId = await newMatch();
    for (const body of [
      {},
      { message: '' },
      { message: '  ' },
      { message: '🏮'.repeat(2_001) },
      { message: 7 },
    ])
      expect((await send(firm, matchId, body)).status).toBe(422);
    expect((await send(firm, matchId, { message: MESSAGE, language: 'ko_KR' })).status).toBe(422);
    const { version } = await readMatch(firm, matchId);
    expect((await send(firm, matchId, { message: MESSAGE }, { 'if-match': `"${version + 1}"` })).status).toBe(
      412,
    );
    const longest = { message: '🏮'.repeat(2_000) };
    expect((await send(firm, matchId, longest, { 'if-match': `"${version}"` })).status).toBe(201);
  });

  it('by both sides and by many at once leaves one that waits', async () => {
    const matchId = await newMatch();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => send(at % 2 === 0 ? firm : city, matchId)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const codes = new Set(answers.flatMap(({ status, body }) => (status === 201 ? [] : [body.code])));
    expect(codes).toEqual(new Set(['interest/already-sent', 'interest/awaiting-your-answer']));
    expect(await rowsOf(matchId)).toEqual([{ state: 'sent' }]);
  });
});

describe('accepting', () => {
  it('opens the conversation of the two, with the text at its head', async () => {
    const { matchId, interestId } = await waiting();
    const accepted = await answer(city, 'accept', interestId);
    expect(accepted).toMatchObject({
      status: 200,
      body: { state: 'accepted', conversationId: expect.any(String) as string, version: 2 },
    });
    const { conversationId } = accepted.body;
    for (const who of [firm, city]) {
      expect(await readMatch(who, matchId)).toMatchObject({ state: 'connected', conversationId });
      expect(await market.done(who, 'GET', `/conversations/${conversationId}`)).toMatchObject({
        about: { type: 'match', id: matchId },
        facts: [
          { code: 'interest.message', text: MESSAGE, language: 'ko', organizationId: firm.organizationId },
        ],
      });
    }
    await market.done(firm, 'POST', `/conversations/${conversationId}/messages`, {
      clientMessageId: 'first',
      body: '안녕하세요',
    });
    expect(refusal(await send(firm, matchId))).toEqual([409, 'match/already-connected']);
    expect(refusal(await send(city, matchId))).toEqual([409, 'match/already-connected']);
    expect(await market.events(interestId)).toEqual(['interest.sent', 'interest.accepted']);
  });

  it('stays on the list though runs find better ones, and when the proposal is withdrawn', async () => {
    const { matchId, interestId } = await waiting();
    await answer(city, 'accept', interestId);
    const { subject } = await readMatch(firm, matchId);
    await market.done(firm, 'POST', `/proposals/${subject.id}/withdraw`);
    await market.refresh('proposal', subject.id);
    expect((await market.matches(city)).map(({ id }) => id)).toContain(matchId);
  });

  it('is for the receiver alone, once', async () => {
    const { interestId } = await waiting();
    expect((await answer(firm, 'accept', interestId)).status).toBe(404);
    expect((await answer(firm, 'decline', interestId)).status).toBe(404);
    expect((await answer(city, 'withdraw', interestId)).status).toBe(404);
    expect((await answer(city, 'accept', interestId, undefined, { 'if-match': '"9"' })).status).toBe(412);
    expect((await answer(city, 'accept', interestId)).status).toBe(200);
    for (const [who, verb] of [
      [city, 'accept'],
      [city, 'decline'],
      [firm, 'withdraw'],
    ] as const) {
      const late = await answer(who, verb, interestId);
      expect(refusal(late)).toEqual([409, 'interest/wrong-state']);
      expect(late.body.state).toBe('accepted');
    }
  });

  it('and withdrawing at once have one winner', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { matchId, interestId } = await waiting();
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          at % 2 === 0 ? answer(city, 'accept', interestId) : answer(firm, 'withdraw', interestId),
        ),
      );
      const won = answers.filter(({ status }) => status === 200);
      const lost = answers.filter(({ status }) => status !== 200);
      expect(won).toHaveLength(1);
      const state = won[0]?.body.state;
      expect(lost.map(({ status, body }) => [status, body.code, body.state])).toEqual(
        lost.map(() => [409, 'interest/wrong-state', state]),
      );
      const conversations = await market.database.query('select id from conversation where about_id = $1', [
        matchId,
      ]);
      expect(conversations).toHaveLength(state === 'accepted' ? 1 : 0);
    }
  });

  it('brings the owner into the conversation when the writer has left', async () => {
    const writer = await market.member('sme', 'editor', firm.organizationId);
    const matchId = await newMatch();
    const { body } = await send(writer, matchId);
    await market.database.query('delete from membership where person_id = $1', [writer.personId]);
    const { conversationId } = (await answer(city, 'accept', body.id)).body;
    const members = await market.database.query(
      'select person_id, organization_id from participant where conversation_id = $1 order by organization_id',
      [conversationId],
    );
    expect(members).toEqual(
      [firm, city]
        .map(({ personId, organizationId }) => ({ person_id: personId, organization_id: organizationId }))
        .sort((a, b) => (a.organization_id < b.organization_id ? -1 : 1)),
    );
  });
});

describe('what has ended before a job has ended its matches', () => {
  const setOrganization = (id: string, state: string) =>
    market.database.query('update organization set state = $2 where id = $1', [id, state]);

  it('cannot be talked about while who wrote is suspended, and can again with them', async () => {
    const { matchId, interestId } = await waiting();
    for (const state of ['suspended', 'closed']) {
      await setOrganization(firm.organizationId, state);
      const refused = refusal(await answer(city, 'accept', interestId));
      await setOrganization(firm.organizationId, 'active');
      expect([state, ...refused]).toEqual([state, 409, 'match/closed']);
    }
    expect(await rowsOf(matchId)).toEqual([{ state: 'sent' }]);
    expect(await market.events(interestId)).toEqual(['interest.sent']);
    expect((await answer(city, 'accept', interestId)).status).toBe(200);
  });

  it('waits for a suspension of the same moment', async () => {
    const { matchId, interestId } = await waiting();
    const [suspended, mayCommit] = [gate(), gate()];
    const suspending = market.app.get(UnitOfWork).run(systemActor(newId()), async (tx) => {
      await market.app
        .get(SetOrganizationState, { strict: false })
        .execute(tx, firm.organizationId, 'suspend');
      suspended.open();
      await mayCommit.opened;
    });
    await suspended.opened;
    const accepting = answer(city, 'accept', interestId);
    await waitFor('the acceptance to wait for the suspension', async () => {
      const waiting = await market.database.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length > 0;
    });
    mayCommit.open();
    await suspending;
    const refused = refusal(await accepting);
    await setOrganization(firm.organizationId, 'active');
    expect(refused).toEqual([409, 'match/closed']);
    expect(await market.database.query('select from conversation where about_id = $1', [matchId])).toEqual(
      [],
    );
  });

  it('of a proposal that was withdrawn takes no interest and opens no conversation', async () => {
    const late = await newMatch();
    const { matchId, interestId } = await waiting();
    for (const id of [late, matchId]) {
      const { subject } = await readMatch(firm, id);
      await market.done(firm, 'POST', `/proposals/${subject.id}/withdraw`);
    }
    expect(refusal(await send(city, late))).toEqual([409, 'match/closed']);
    expect(refusal(await answer(city, 'accept', interestId))).toEqual([409, 'match/closed']);
    expect((await answer(city, 'decline', interestId, {})).status).toBe(200);
    for (const id of [late, matchId])
      await market.refresh('proposal', (await readMatch(firm, id)).subject.id);
  });

  it('takes no interest in what is paused; who wrote before may still have their yes', async () => {
    // Its own: what an organization offers counts in its other matches.
    const offerer = await market.member('city', 'officer', { slug: 'hoi-an', name: 'Hoi An', country: 'VN' });
    const id = await market.publish(offerer, NIGHT_TOURS_WANTED);
    await market.refresh('opportunity', id);
    const match = await market.matchWith(offerer, firm.organizationId, { type: 'opportunity', id });
    await market.done(offerer, 'POST', `/opportunities/${id}/pause`);
    expect(refusal(await send(firm, match.id))).toEqual([409, 'match/closed']);
    await market.done(offerer, 'POST', `/opportunities/${id}/resume`);
    const { body } = await send(firm, match.id);
    const setOpportunity = (column: string, value: string) =>
      market.database.query(`update opportunity set ${column} = $2 where id = $1`, [id, value]);
    for (const state of ['filled', 'expired', 'closed']) {
      await setOpportunity('state', state);
      expect([state, ...refusal(await answer(offerer, 'accept', body.id))]).toEqual([
        state,
        409,
        'match/closed',
      ]);
    }
    await setOpportunity('state', 'published');
    await setOpportunity('deadline', '2020-01-01');
    expect(refusal(await answer(offerer, 'accept', body.id))).toEqual([409, 'match/closed']);
    await setOpportunity('deadline', '2999-01-01');
    await market.done(offerer, 'POST', `/opportunities/${id}/pause`);
    expect((await answer(offerer, 'accept', body.id)).status).toBe(200);
    await market.done(offerer, 'POST', `/opportunities/${id}/close`);
    await market.refresh('opportunity', id);
  });
});

describe('saying no', () => {
  it('tells the sender why, who may not ask again; who declined may write', async () => {
    const { matchId, interestId } = await waiting();
    expect((await answer(city, 'decline', interestId, { reason: 'because' })).status).toBe(422);
    expect(await answer(city, 'decline', interestId, { reason: 'no-capacity' })).toMatchObject({
      status: 200,
      body: { state: 'declined', declineReason: 'no-capacity' },
    });
    expect(await readMatch(firm, matchId)).toMatchObject({
      state: 'declined',
      abilities: { sendInterest: false },
    });
    expect(refusal(await send(firm, matchId))).toEqual([409, 'interest/declined-before']);
    expect(await readMatch(city, matchId)).toMatchObject({
      state: 'declined',
      abilities: { sendInterest: true },
    });
    expect((await send(city, matchId)).status).toBe(201);
    expect(await readMatch(firm, matchId)).toMatchObject({ state: 'interest-received' });
  });

  it('needs no reason and no body', async () => {
    const { interestId } = await waiting();
    expect(await answer(city, 'decline', interestId)).toMatchObject({
      status: 200,
      body: { state: 'declined', declineReason: null },
    });
  });

  it('by taking it back leaves the match as before', async () => {
    const { matchId, interestId } = await waiting();
    expect(await answer(firm, 'withdraw', interestId)).toMatchObject({
      status: 200,
      body: { state: 'withdrawn' },
    });
    for (const who of [firm, city])
      expect(await readMatch(who, matchId)).toMatchObject({ state: 'suggested', interest: null });
    expect((await send(firm, matchId)).status).toBe(201);
    expect(await rowsOf(matchId)).toEqual([{ state: 'withdrawn' }, { state: 'sent' }]);
  });

  it('by dismissing puts suggestions away, not people', async () => {
    const matchId = await newMatch();
    await market.done(city, 'POST', `/matches/${matchId}/dismiss`, { reason: 'not-our-field' });
    const ids = async () => (await market.matches(city)).map(({ id }) => id);
    expect(await ids()).not.toContain(matchId);
    const { body } = await send(firm, matchId);
    expect(await ids()).toContain(matchId);
    await answer(firm, 'withdraw', body.id);
    expect(await ids()).not.toContain(matchId);
  });
});

describe('a pair that fits no longer', () => {
  it('leaves the list, unless somebody has written about it', async () => {
    const [silent, talking, withdrawn, expired] = [
      await market.member('sme', 'owner'),
      await market.member('sme', 'owner'),
      await market.member('sme', 'owner'),
      await market.member('sme', 'owner'),
    ];
    const all = [silent, talking, withdrawn, expired];
    const listOf = async ({ organizationId }: Member): Promise<void> => {
      await market.refresh('organization', organizationId);
    };
    for (const who of all) {
      await market.saveProfile(who, NIGHT_GUIDES);
      await listOf(who);
    }
    const write = async (who: Member) => {
      const { id } = await market.matchWith(who, city.organizationId);
      return { id, interestId: (await send(who, id)).body.id };
    };
    expect((await market.matchWith(silent, city.organizationId)).state).toBe('suggested');
    const { id, interestId } = await write(talking);
    await answer(city, 'decline', interestId);
    await answer(withdrawn, 'withdraw', (await write(withdrawn)).interestId);
    const unanswered = await write(expired);
    await byTheClock((watch, tx) => watch.expire(tx, unanswered.interestId));

    for (const who of all) {
      await market.saveProfile(who, { languages: ['ja'] });
      await listOf(who);
    }
    // What was taken back, or never answered, is as if nobody had written.
    for (const who of [silent, withdrawn, expired]) expect(await market.matches(who)).toEqual([]);
    expect(await market.matches(talking)).toMatchObject([{ id, state: 'declined' }]);
  });
});

describe('who may read and answer interests', () => {
  it('gives strangers the same answer for what is foreign and for what is not there', async () => {
    const { interestId } = await waiting();
    const stranger = await market.member('city', 'owner');
    const secretariat = await market.member('secretariat', 'administrator');
    for (const who of [stranger, secretariat]) {
      const read = (id: string) => market.ask(who, 'GET', `/interests/${id}`);
      expect((await read(interestId)).status).toBe(404);
      expect(seen(await read(interestId))).toEqual(seen(await read(newId())));
      for (const verb of ['accept', 'decline', 'withdraw'])
        expect(seen(await answer(who, verb, interestId))).toEqual(seen(await answer(who, verb, newId())));
      expect(await listed(who, '')).toEqual([]);
    }
  });

  it('keeps the message from the secretariat, which sees the match', async () => {
    const { matchId } = await waiting();
    const secretariat = await market.member('secretariat', 'officer');
    const read = await market.ask(secretariat, 'GET', `/matches/${matchId}`);
    expect(read.body).toMatchObject({ state: 'interest-sent', interest: null, conversationId: null });
    expect(JSON.stringify(read.body)).not.toContain(MESSAGE);
  });

  it('lets viewers read only', async () => {
    const { interestId } = await waiting();
    const viewer = await market.member('city', 'viewer', city.organizationId);
    expect((await market.done(viewer, 'GET', `/interests/${interestId}`)).abilities).toEqual({
      accept: false,
      decline: false,
      withdraw: false,
    });
    for (const verb of ['accept', 'decline', 'withdraw'])
      expect((await answer(viewer, verb, interestId)).status).toBe(403);
  });

  it('lists them newest first, page by page, and refuses what it does not know', async () => {
    const all = await listed(city, '');
    const ids = all.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect(ids).toEqual([...ids].sort().reverse());
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await market.done(city, 'GET', `/interests?limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(ids);
    expect((await market.done(city, 'GET', '/interests?total=true')).total).toBe(ids.length);
    for (const query of ['direction=both', 'state=lost', 'cursor=forged', 'matchId=1'])
      expect([query, (await market.ask(city, 'GET', `/interests?${query}`)).status]).toEqual([query, 422]);
  });
});

describe('consulting', () => {
  it('goes the same way: interest by who asks, accepted by the consultant', async () => {
    const consultant = await market.member('consultancy', 'editor', { name: 'Lotus Advisors' });
    await market.saveProfile(consultant, { consultingAreas: ['con.halal'], languages: ['en'] });
    const id = await market.submitRequest(city, {
      title: 'Halal food',
      text: 'How do our restaurants become halal-friendly?',
      language: 'en',
      areas: ['con.halal'],
      workingLanguages: ['en'],
    });
    await market.refresh('consulting_request', id);
    const match = await market.matchWith(city, consultant.organizationId, { type: 'consulting_request', id });
    const setState = (state: string) =>
      market.database.query('update consulting_request set state = $2 where id = $1', [id, state]);
    await setState('draft');
    expect(refusal(await send(city, match.id))).toEqual([409, 'match/closed']);
    await setState('submitted');
    const { body } = await send(city, match.id, { message: 'Would you advise us?', language: 'en' });
    await setState('draft');
    expect(refusal(await answer(consultant, 'accept', body.id))).toEqual([409, 'match/closed']);
    await setState('submitted');
    const accepted = await answer(consultant, 'accept', body.id);
    expect(accepted.body.state).toBe('accepted');
    expect(await market.done(city, 'GET', `/conversations/${accepted.body.conversationId}`)).toMatchObject({
      facts: [{ text: 'Would you advise us?', organizationId: city.organizationId }],
    });
  });
});

describe('an interest nobody answers', () => {
  const timersOf = (interestId: string) =>
    market.database.query<{ job: string; days: number }>(
      `select job, round(extract(epoch from due_at - now()) / 86400)::int as days from timer
       where payload ->> 'interestId' = $1 order by due_at`,
      [interestId],
    );

  it('is recalled after a week and ends after ten days; then one may write again', async () => {
    const { matchId, interestId } = await waiting();
    expect(await timersOf(interestId)).toEqual([
      { job: 'remind-receiver', days: 7 },
      { job: 'expire-interest', days: 10 },
    ]);
    const { expiresAt, sentAt } = (await market.done(city, 'GET', `/interests/${interestId}`)) as Json & {
      expiresAt: string;
      sentAt: string;
    };
    expect((Date.parse(expiresAt) - Date.parse(sentAt)) / 86_400_000).toBe(10);

    await byTheClock((watch, tx) => watch.remind(tx, interestId));
    await byTheClock((watch, tx) => watch.expire(tx, interestId));
    await byTheClock((watch, tx) => watch.expire(tx, interestId));
    expect(await market.trail(interestId)).toEqual([
      'interest.send→sent',
      'interest.remind sent→sent',
      'interest.expire sent→expired',
    ]);
    expect(await market.events(interestId)).toEqual([
      'interest.sent',
      'interest.reminded',
      'interest.expired',
    ]);
    expect(await market.done(firm, 'GET', `/interests/${interestId}`)).toMatchObject({
      state: 'expired',
      abilities: { accept: false, decline: false, withdraw: false },
    });
    expect(refusal(await answer(city, 'accept', interestId))).toEqual([409, 'interest/wrong-state']);
    expect(await readMatch(firm, matchId)).toMatchObject({ state: 'suggested', interest: null });
    expect((await send(firm, matchId)).status).toBe(201);
  });

  it.each([
    ['accept', () => city],
    ['decline', () => city],
    ['withdraw', () => firm],
  ] as const)('is watched no more after %s', async (verb, who) => {
    const { interestId } = await waiting();
    expect((await answer(who(), verb, interestId, verb === 'decline' ? {} : undefined)).status).toBe(200);
    expect(await timersOf(interestId)).toEqual([]);
    await byTheClock((watch, tx) => watch.remind(tx, interestId));
    await byTheClock((watch, tx) => watch.expire(tx, interestId));
    expect((await market.events(interestId)).slice(1)).toEqual([
      { accept: 'interest.accepted', decline: 'interest.declined', withdraw: 'interest.withdrawn' }[verb],
    ]);
  });
});
