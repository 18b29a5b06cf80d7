import { CallClock, CallFollowers, CallMoves, CallTermsReader } from '#libs/calls';
import { systemActor } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { AnnounceCall } from '../../../libs/calls/src/app/announce-call.js';
import { CallStages } from '../../../libs/calls/src/app/call-stages.js';
import { TellFollowers } from '../../../libs/calls/src/app/tell-followers.js';
import { type Answer, Marketplace, type Member, refusal, seen } from '../proposals/marketplace.js';
import { at, CRITERIA, CRITERION, NEED, stage, terms } from '../../support/draft-call.js';

let marketplace: Marketplace;
let secretariat: Member;
let officer: Member;
let viewer: Member;
let company: Member;
let decider: string;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  secretariat = await marketplace.member('secretariat', 'officer');
  officer = await marketplace.member('city', 'officer');
  viewer = await marketplace.member('city', 'viewer', officer.organizationId);
  company = await marketplace.member('sme', 'editor');
  decider = await marketplace.organization('city');
});
afterAll(async () => {
  await marketplace?.close();
});

const get = (path: string, member = officer): Promise<Answer> =>
  marketplace.ask(member, 'GET', path.startsWith('?') ? `/calls${path}` : `/calls/${path}`);
const act = (id: string, verb: string, body?: object, member = officer, version?: number): Promise<Answer> =>
  marketplace.ask(member, 'POST', `/calls/${id}/${verb}`, { body, version });
const inside = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
  marketplace.app.get(UnitOfWork).run(systemActor(newId()), work);

async function draft(changes: object = {}, member = officer): Promise<string> {
  const body = terms({ decidingOrganizationIds: [decider], ...changes });
  const answer = await marketplace.ask(member, 'POST', '/calls', { body });
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body.id;
}

async function published(changes: object = {}, member = officer): Promise<string> {
  const id = await draft(changes, member);
  const answer = await act(id, 'publish', undefined, member);
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  return id;
}

const stateOf = async (id: string): Promise<string> => (await get(id)).body.state;
const sent = async (id: string): Promise<string[]> =>
  (await marketplace.events(id)).map((line) => line.split(' ')[0] ?? '');

/** Lets the stages of a call lie `hours` further back. */
async function age(id: string, hours: number): Promise<void> {
  await marketplace.database.query(
    `update call_stage set opens_at = opens_at - make_interval(hours => $2),
       closes_at = closes_at - make_interval(hours => $2) where call_id = $1`,
    [id, hours],
  );
}

/** What the timer of a call does when it rings. */
const ring = (id: string): Promise<void> =>
  inside((tx) => marketplace.app.get(CallStages, { strict: false }).moveDue(tx, id));

async function timers(id: string): Promise<Record<string, number>> {
  const rows = await marketplace.database.query<{ job: string; hours: number }>(
    `select job, round(extract(epoch from due_at - now()) / 3600)::int as hours from timer
     where payload ->> 'callId' = $1 order by job`,
    [id],
  );
  return Object.fromEntries(rows.map(({ job, hours }) => [job, hours]));
}

describe('a draft', () => {
  it('is for those who run it alone, and begun by cities and the secretariat alone', async () => {
    const id = await draft();
    expect((await get(id, viewer)).body).toMatchObject({ state: 'draft', abilities: { publish: false } });
    const nobody = await get('00000000-0000-7000-8000-0000000000aa', company);
    for (const member of [company, secretariat]) expect(seen(await get(id, member))).toEqual(seen(nobody));
    const begun = await marketplace.ask(company, 'POST', '/calls', { body: terms() });
    expect(begun.status).toBe(403);
    expect((await marketplace.ask(viewer, 'POST', '/calls', { body: terms() })).status).toBe(403);
    expect((await act(id, 'publish', undefined, secretariat)).status).toBe(404);
  });

  it('is saved as it is written, says what is missing, and is published by the version that was seen', async () => {
    const begun = { title: 'Not yet', language: 'en', zone: 'Asia/Seoul' };
    const { body } = await marketplace.ask(officer, 'POST', '/calls', { body: begun });
    const missing = ['/summary', '/stages', '/criteria', '/decidingOrganizationIds'];
    expect(await get(`${body.id}/check`)).toMatchObject({
      body: { findings: missing.map((pointer) => ({ pointer, code: 'call/missing' })) },
    });
    expect(refusal(await act(body.id, 'publish'))).toEqual([422, 'call/incomplete', missing]);

    const patch = (version: number, changes: object): Promise<Answer> =>
      marketplace.ask(officer, 'PATCH', `/calls/${body.id}`, { body: changes, version });
    const { title: _title, ...rest } = terms({ decidingOrganizationIds: [decider] }) as { title: string };
    expect((await patch(1, rest)).body.version).toBe(2);
    expect((await patch(1, { summary: null })).status).toBe(412);
    expect((await act(body.id, 'publish', undefined, officer, 1)).status).toBe(412);
    expect((await act(body.id, 'publish', undefined, officer, 2)).body.state).toBe('open');
    expect(refusal(await patch(4, { summary: 'Late' }))).toEqual([409, 'call/not-editable', []]);
    expect(refusal(await act(body.id, 'publish'))).toEqual([409, 'call/wrong-state', []]);
  });

  it('may be discarded, and is then in no list', async () => {
    const id = await draft();
    expect((await act(id, 'discard')).body.state).toBe('archived');
    const mine = await get('?mine=true&limit=100');
    expect(mine.body.items.map((item) => item.id)).not.toContain(id);
    expect(await marketplace.trail(id)).toEqual(['call.create→draft', 'call.discard draft→archived']);
    expect(await sent(id)).toEqual([]);
  });
});

describe('bad input', () => {
  const options = [{ key: 'a', words: 'A' }];
  const question = (changes: object): object => ({
    stages: [{ ...stage('full', -1, 24), form: [{ ...NEED, maxLength: null, ...changes }] }],
  });

  it.each<[string, object, string, string]>([
    ['weights', { criteria: [CRITERION] }, '/criteria', 'call/weights-not-100'],
    [
      'anchors',
      { criteria: [{ ...CRITERION, weight: 100, anchors: [] }] },
      '/criteria/0/anchors',
      'call/anchors-missing',
    ],
    ['scales', { criteria: [{ ...CRITERION, weight: 100, max: 1 }] }, '/criteria/0/max', 'call/scale-empty'],
    ['the past', { stages: [stage('full', -3, -1)] }, '/stages/0/closesAt', 'call/closing-passed'],
    [
      'order of times',
      { stages: [stage('full', 9, 8)] },
      '/stages/0/closesAt',
      'call/closes-before-it-opens',
    ],
    [
      'overlaps',
      { stages: [stage('concept', -1, 24), stage('full', 23, 48)] },
      '/stages/1/opensAt',
      'call/stages-overlap',
    ],
    [
      'order of stages',
      { stages: [stage('full', -1, 24), stage('concept', 25, 48)] },
      '/stages/1/key',
      'call/stage-order',
    ],
    ['options', question({ kind: 'choice', options }), '/stages/0/form/0/options', 'call/options-missing'],
    ['options of text', question({ options }), '/stages/0/form/0/options', 'call/options-not-asked'],
    [
      'lengths',
      question({ kind: 'date', maxLength: 3 }),
      '/stages/0/form/0/maxLength',
      'call/length-not-asked',
    ],
    [
      'money',
      { ...question({ kind: 'money' }), budgetCurrency: null, maxBudgetMinor: null },
      '/budgetCurrency',
      'call/missing',
    ],
    ['rules', { eligibility: [{ number: 2, words: 'Second' }] }, '/eligibility/0/number', 'call/rule-number'],
    [
      'languages',
      { translations: [{ language: 'en', title: 'Again', summary: 'Again' }] },
      '/translations/0/language',
      'call/language-taken',
    ],
    [
      'quotas',
      {
        quotas: [
          { key: 'country', value: 'VN', bound: 'least', share: 50 },
          { key: 'country', value: '*', bound: 'most', share: 40 },
        ],
      },
      '/quotas/0/share',
      'call/quotas-contradict',
    ],
    [
      'quotas together',
      {
        quotas: [
          { key: 'country', value: 'VN', bound: 'least', share: 60 },
          { key: 'country', value: 'TH', bound: 'least', share: 60 },
        ],
      },
      '/quotas',
      'call/quotas-above-100',
    ],
    [
      'countries',
      { quotas: [{ key: 'country', value: 'ZZ', bound: 'most', share: 40 }] },
      '/quotas/0/value',
      'call/unknown-country',
    ],
    [
      'countries of a rule',
      { eligibility: [{ number: 1, words: 'From here', countries: ['KR', 'ZZ'] }] },
      '/eligibility/0/countries/1',
      'call/unknown-country',
    ],
    ['themes', { themes: ['thm.golf', 'mkt.kr'] }, '/themes/1', 'call/unknown-theme'],
  ])('of %s is named by pointer', async (_what, changes, pointer, code) => {
    const answer = await act(await draft(changes), 'publish');
    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ pointer, code }]]);
  });

  it('of unknown kinds and of who decides is named too', async () => {
    const body = terms({ stages: [{ ...stage('full', 1, 2), form: [{ ...NEED, kind: 'essay' }] }] });
    expect(refusal(await marketplace.ask(officer, 'POST', '/calls', { body }))).toEqual([
      ...[422, 'request/invalid'],
      ['/stages/0/form/0/kind'],
    ]);
    const own = await draft({ decidingOrganizationIds: [officer.organizationId, newId()] });
    expect((await act(own, 'publish')).body.errors).toMatchObject([
      { pointer: '/decidingOrganizationIds/0', code: 'call/decider-runs-it' },
      { pointer: '/decidingOrganizationIds/1', code: 'call/unknown-organization' },
    ]);
    const unset = { title: 'No zone', language: 'en', zone: 'Mars/Olympus' };
    expect(refusal(await marketplace.ask(officer, 'POST', '/calls', { body: unset }))[2]).toEqual(['/zone']);
    expect((await get('?phase=soon')).status).toBe(422);
  });
});

describe('the stages', () => {
  it('open and close by the clock of the database, whatever the timers do', async () => {
    const id = await published({ stages: [stage('concept', 1, 24), stage('full', 48, 120)] });
    const clock = marketplace.app.get(CallClock, { strict: false });
    const openNow = (): Promise<string | null> =>
      inside(async (tx) => (await clock.openStage(tx, id))?.key ?? null);
    expect([await stateOf(id), await openNow()]).toEqual(['published', null]);
    expect(await timers(id)).toEqual({ 'move-due-call': 1 });

    await age(id, 2);
    expect([await stateOf(id), await openNow()]).toEqual(['published', 'concept']);
    await ring(id);
    await ring(id);
    expect(await stateOf(id)).toBe('open');
    await age(id, 22);
    expect([await stateOf(id), await openNow()]).toEqual(['open', null]);
    await ring(id);
    expect(await stateOf(id)).toBe('closed');
    await inside((tx) => marketplace.app.get(CallMoves, { strict: false }).startReviewing(tx, id));

    await age(id, 200);
    await ring(id);
    expect(await stateOf(id)).toBe('closed');
    await inside((tx) => marketplace.app.get(CallMoves, { strict: false }).startReviewing(tx, id));
    await inside((tx) => marketplace.app.get(CallMoves, { strict: false }).decided(tx, id));
    expect((await act(id, 'archive')).body.state).toBe('archived');
    expect(await sent(id)).toEqual([
      ...['call.published', 'call.opened', 'call.stage-closed', 'call.review-started'],
      ...['call.opened', 'call.stage-closed', 'call.review-started', 'call.decided', 'call.archived'],
    ]);
    expect(await timers(id)).toEqual({});
    const steps = (await marketplace.trail(id)).slice(1);
    expect(steps).toHaveLength(9);
    expect(steps[4]).toBe('call.open reviewing→open');
  });

  it('close for an answer that waited for a lock across the deadline', async () => {
    const id = await published();
    const letGo = await marketplace.hold('select 1 from call where id = $1 for update', [id]);
    const clock = marketplace.app.get(CallClock, { strict: false });
    const late = inside(async (tx) => (await clock.openStage(tx, id))?.key ?? null);
    await marketplace.somebodyWaits();
    await age(id, 25);
    await letGo();
    expect(await late).toBeNull();
  });

  it('stand in the lists by phase, in the order of what comes next', async () => {
    const ids = {
      soon: await published({ stages: [stage('full', -1, 3)] }, secretariat),
      later: await published({ stages: [stage('full', -1, 30)] }, secretariat),
      coming: await published({ stages: [stage('full', 4, 30)] }, secretariat),
    };
    const found = async (query: string): Promise<string[]> =>
      (await get(query, company)).body.items
        .map((item) => item.id)
        .filter((id) => Object.values(ids).includes(id));
    expect(await found('?limit=100')).toEqual([ids.soon, ids.later]);
    expect(await found('?phase=coming&limit=100')).toEqual([ids.coming]);
    await age(ids.soon, 5);
    expect(await found('?phase=closed&limit=100')).toEqual([ids.soon]);
    const first = await get('?limit=1', company);
    expect(first.body.nextCursor).not.toBeNull();
    const next = await get(`?limit=1&cursor=${first.body.nextCursor}`, company);
    expect(next.body.items[0]?.id).not.toBe(first.body.items[0]?.id);
    expect((await get('phases', company)).body).toMatchObject({ coming: 1 });
    expect((await get('?mine=true&limit=100', secretariat)).body.items).toHaveLength(3);
  });
});

describe('a later change', () => {
  const change = (id: string, changes: object, version?: number): Promise<Answer> =>
    act(id, 'changes', { terms: changes, reason: 'A holiday lies before the deadline.' }, officer, version);

  it('is a new version that says what is different; the old one stays as it was, by SQL too', async () => {
    const id = await published();
    const longer = [{ ...stage('full', -1, 48), opensAt: undefined }];
    const before = (await get(`${id}/versions/1`)).body as unknown as {
      terms: { stages: { opensAt: string }[] };
    };
    const opensAt = before.terms.stages[0]?.opensAt;
    const answer = await change(id, { stages: longer.map((each) => ({ ...each, opensAt })) });
    expect(answer.body).toMatchObject({ state: 'open', number: 2 });
    expect((await timers(id))['move-due-call']).toBe(48);

    const history = (await get(`${id}/history`, company)).body;
    expect(history).toMatchObject({
      versions: [
        { number: 2, changed: ['stages'], reason: 'A holiday lies before the deadline.' },
        { number: 1, changed: [], reason: null },
      ],
    });
    expect((await get(`${id}/versions/1`, company)).body).toEqual(before);
    expect((await get(`${id}/versions/3`, company)).status).toBe(404);
    for (const text of [
      'update call_version set reason = null where call_id = $1',
      'delete from call_version where call_id = $1',
    ]) {
      await expect(marketplace.asApplication(text, [id])).rejects.toThrow(/permission denied/);
      await expect(marketplace.database.query(text, [id])).rejects.toThrow();
    }
    const reader = marketplace.app.get(CallTermsReader, { strict: false });
    const [first, newest] = await inside(async (tx) => [
      await reader.version(tx, id, 1),
      await reader.newest(tx, id),
    ]);
    expect([first?.number, newest?.number]).toEqual([1, 2]);
    expect(newest?.stages[0]?.closesAt.getTime()).toBeGreaterThan(first?.stages[0]?.closesAt.getTime() ?? 0);
  });

  it('leaves what has begun alone', async () => {
    const id = await published();
    const codes = async (changes: object): Promise<unknown> =>
      (await change(id, changes)).body.errors?.map(({ code }) => code);
    expect(await codes({ stages: [stage('full', 2, 24)] })).toEqual(['call/stage-has-opened']);
    expect(await codes({ title: 'Evenings by the sea' })).toEqual(['call/nothing-changed']);
    expect(await codes({ decidingOrganizationIds: [] })).toEqual(['call/missing']);
    await age(id, 30);
    await ring(id);
    await inside((tx) => marketplace.app.get(CallMoves, { strict: false }).startReviewing(tx, id));
    expect(await codes({ criteria: CRITERIA.toReversed() })).toEqual(['call/fixed-in-review']);
    expect(await codes({ quorum: 3, isBlind: true })).toEqual([
      'call/fixed-in-review',
      'call/fixed-in-review',
    ]);
  });

  it('that is new is told to everybody who may answer it and has people, and by nobody else', async () => {
    const [city, consultant] = [
      await marketplace.member('city', 'officer'),
      await marketplace.member('consultancy', 'owner'),
    ];
    const suspended = await marketplace.member('sme', 'owner');
    await marketplace.database.query(`update organization set state = 'suspended' where id = $1`, [
      suspended.organizationId,
    ]);
    const id = await published();
    const announce = marketplace.app.get(AnnounceCall, { strict: false });
    await inside((tx) => announce.execute(tx, id));
    const told = await marketplace.database.query<{ to: string }>(
      `select payload ->> 'toOrganizationId' as to from outbox_event
       where aggregate_id = $1 and type = 'call.announced'`,
      [id],
    );
    const ids = told.map(({ to }) => to);
    expect(ids).toEqual(expect.arrayContaining([company.organizationId, city.organizationId]));
    for (const other of [officer, secretariat, consultant, suspended])
      expect(ids).not.toContain(other.organizationId);
    expect(ids).not.toContain(decider);
    expect(new Set(ids).size).toBe(ids.length);
    const gone = await published();
    await act(gone, 'call-off', { reason: 'A mistake.' });
    await inside((tx) => announce.execute(tx, gone));
    expect(await sent(gone)).not.toContain('call.announced');
  });

  it('that is new is told to those its themes and rules concern, and only they may answer it', async () => {
    const [told, silent, foreign, other] = [
      await marketplace.member('sme', 'owner'),
      await marketplace.member('sme', 'owner'),
      await marketplace.member('sme', 'owner'),
      await marketplace.member('sme', 'owner'),
    ];
    const works = async (member: Member, themes: string[]): Promise<void> => {
      const path = `/organizations/${member.organizationId}/profile`;
      expect((await marketplace.ask(member, 'PUT', path, { body: { language: 'en', themes } })).status).toBe(
        200,
      );
    };
    // A child of the theme, none of it, and one from a country that is not asked.
    await works(told, ['thm.convention']);
    await works(other, ['thm.golf']);
    await works(foreign, ['thm.mice']);
    await marketplace.database.query(`update organization set country = 'VN' where id = $1`, [
      foreign.organizationId,
    ]);
    const eligibility = [
      { number: 1, words: 'A product that can be booked.' },
      { number: 2, words: 'Small businesses of Korea lead.', kinds: ['sme'], countries: ['KR'] },
    ];
    const id = await published({ themes: ['thm.mice'], eligibility });
    await inside((tx) => marketplace.app.get(AnnounceCall, { strict: false }).execute(tx, id));
    const events = await marketplace.database.query<{ to: string }>(
      `select payload ->> 'toOrganizationId' as to from outbox_event
       where aggregate_id = $1 and type = 'call.announced'`,
      [id],
    );
    const ids = events.map(({ to }) => to);
    expect(ids).toEqual(expect.arrayContaining([told.organizationId, silent.organizationId]));
    for (const member of [foreign, other, viewer]) expect(ids).not.toContain(member.organizationId);

    const begin = (member: Member): Promise<Answer> => {
      const body = { title: 'Halls', language: 'en', callId: id };
      return marketplace.ask(member, 'POST', '/proposals', { body });
    };
    expect((await get(id, foreign)).body).toMatchObject({ unmetRules: [2] });
    expect((await begin(foreign)).body).toMatchObject({
      ...{ status: 422, code: 'proposal/call-not-open-to-you', rules: ['2'] },
    });
    expect((await get(id, other)).body).toMatchObject({ unmetRules: [], themes: ['thm.mice'] });
    const begun = await begin(other);
    expect(begun.status).toBe(201);
    const listed = async (query: string, member: Member): Promise<boolean> =>
      (await get(`?limit=100${query}`, member)).body.items.some((item) => item.id === id);
    expect(await listed('&forUs=true', other)).toBe(true);
    expect(await listed('&forUs=true', foreign)).toBe(false);
    expect(await listed('&theme=thm.mice&theme=thm.golf', foreign)).toBe(true);
    expect(await listed('&theme=thm.golf', foreign)).toBe(false);

    // Who may apply changes by a new version, and what was begun learns of it by the number of the rule.
    const fewer = [eligibility[0], { ...eligibility[1], countries: ['JP'] }];
    expect((await change(id, { eligibility: fewer, themes: ['thm.golf'] })).body).toMatchObject({
      number: 2,
    });
    expect((await get(`${id}/history`)).body).toMatchObject({
      versions: [{ changed: ['themes', 'eligibility'] }, { number: 1 }],
    });
    const dossier = await marketplace.ask(other, 'GET', `/proposals/${begun.body.id}/dossier`);
    expect(dossier.text).toContain('"pointer":"/eligibility/2","code":"proposal/rule-unmet"');
  });

  it('is told to everybody who follows or takes part, once for each organization', async () => {
    const id = await published();
    const partner = await marketplace.member('sme', 'editor');
    expect((await act(id, 'follow', undefined, company)).body).toMatchObject({
      isFollowing: true,
      told: null,
    });
    await inside((tx) =>
      marketplace.app.get(CallFollowers, { strict: false }).addConcerned(tx, id, partner.organizationId),
    );
    expect((await get(id)).body).toMatchObject({ told: { followers: 2, concerned: 1 } });
    expect(refusal(await act(id, 'unfollow', undefined, partner))).toEqual([409, 'call/concerned', []]);
    expect((await act(id, 'follow', undefined, officer)).status).toBe(404);

    await change(id, { summary: 'Three partners, and one product for the evening.' });
    const tell = marketplace.app.get(TellFollowers, { strict: false });
    const event = { type: 'call.changed', aggregateId: id } as Parameters<TellFollowers['execute']>[1];
    await inside((tx) => tell.execute(tx, event));
    const told = await marketplace.database.query<{ to: string }>(
      `select payload ->> 'toOrganizationId' as to from outbox_event
       where aggregate_id = $1 and type = 'call.change-told'`,
      [id],
    );
    expect(told.map(({ to }) => to).sort()).toEqual([company.organizationId, partner.organizationId].sort());
    expect((await act(id, 'unfollow', undefined, company)).body).toMatchObject({ isFollowing: false });
  });

  it('can be the end: called off with a reason that everybody reads', async () => {
    const id = await published({ stages: [stage('full', -1, 200)] });
    expect((await timers(id))['remind-of-call-closing']).toBe(128);
    const off = await act(id, 'call-off', { reason: 'The money was needed after the typhoon.' });
    expect(off.body.state).toBe('archived');
    expect((await get(`${id}/history`, company)).text).toContain('typhoon');
    expect(await timers(id)).toEqual({});
    const clock = marketplace.app.get(CallClock, { strict: false });
    expect(await inside((tx) => clock.openStage(tx, id))).toBeNull();
    expect(refusal(await change(id, { title: 'Once more' }))).toEqual([409, 'call/not-changeable', []]);
  });
});

it('lets one of fifty publish', async () => {
  const id = await draft({ stages: [{ ...stage('full', 1, 24), opensAt: at(1) }] });
  const answers = await Promise.all(Array.from({ length: 50 }, () => act(id, 'publish')));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status, body }) => status === 409 && body.state === 'published')).toHaveLength(49);
  expect(await sent(id)).toEqual(['call.published']);
});
