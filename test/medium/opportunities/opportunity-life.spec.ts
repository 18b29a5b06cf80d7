import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { systemActor } from '#libs/kernel';
import { WatchOpportunities } from '#libs/opportunities';
import { type Answer, Marketplace, type Member, refusal, seen } from '../proposals/marketplace.js';

const TEXT = `The city looks for companies that receive Korean business groups of a hundred guests: tee times, a hall
  for meetings, and an evening programme in Korean. We bring the groups, twelve a year.`;
const GOOD = { language: 'en', text: TEXT, collaboration: ['col.supply'], themes: ['thm.golf'] };
const WHY = { reason: 'Please take the number out.', language: 'en' };

let marketplace: Marketplace;
let officer: Member;
let viewer: Member;
let company: Member;
let secretariat: Member;
let titles = 0;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  officer = await marketplace.member('city', 'officer');
  viewer = await marketplace.member('city', 'viewer', officer.organizationId);
  company = await marketplace.member('sme', 'editor');
  secretariat = await marketplace.member('secretariat', 'officer');
});
afterAll(async () => {
  await marketplace?.close();
});

const get = (path: string, member = officer) => marketplace.ask(member, 'GET', `/opportunities/${path}`);
const act = (id: string, verb: string, body?: object, member = officer, version?: number) =>
  marketplace.ask(member, 'POST', `/opportunities/${id}/${verb}`, { body, version });

async function draft(changes: object = {}, member = officer): Promise<string> {
  const body = { ...GOOD, title: `Golf and meetings, number ${++titles}`, ...changes };
  const answer = await marketplace.ask(member, 'POST', '/opportunities', { body });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

async function published(changes: object = {}, member = officer): Promise<string> {
  const id = await draft(changes, member);
  expect((await act(id, 'publish', undefined, member)).body.state).toBe('published');
  return id;
}

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const stateOf = async (id: string): Promise<string> => (await get(id)).body.state;
const sent = async (id: string): Promise<string[]> =>
  (await marketplace.events(id)).map((line) => line.split(' ')[0] ?? '');

/** Lets `days` of the life of an opportunity go by. */
async function age(id: string, days: number): Promise<void> {
  await marketplace.database.query(
    `update opportunity set published_at = published_at - make_interval(days => $2),
       life_ends_at = life_ends_at - make_interval(days => $2) where id = $1`,
    [id, days],
  );
}

/** What a timer of the opportunity does when it rings. */
function ring(verb: 'expire' | 'remind' | 'askOutcome', id: string): Promise<void> {
  const watch = marketplace.app.get(WatchOpportunities);
  const work = (tx: Transaction): Promise<void> => watch[verb](tx, id);
  return marketplace.app.get(UnitOfWork).run(systemActor(newId()), work);
}

/** The timers of an opportunity, by job, with the days until they are due. */
async function timers(id: string): Promise<Record<string, number>> {
  const rows = await marketplace.database.query<{ job: string; days: number }>(
    `select job, ceil(extract(epoch from due_at - now()) / 86400)::int as days from timer
     where payload ->> 'opportunityId' = $1`,
    [id],
  );
  return Object.fromEntries(rows.map(({ job, days }) => [job, days]));
}

describe('the quality check', () => {
  it('tells what it finds with changes that are not saved, and writes nothing', async () => {
    const id = await draft();
    const checked = await act(id, 'check', { text: `${TEXT} Call +82 51 123 4567.`, themes: [] });
    expect(checked.body).toEqual({
      verdict: 'look',
      findings: [
        expect.objectContaining({ rule: 7, severity: 'warning', pointer: '/themes' }),
        expect.objectContaining({ rule: 9, severity: 'look', quote: '+82 51 123 4567' }),
      ],
    });
    expect((await act(id, 'check', {})).body).toEqual({ verdict: 'publishable', findings: [] });
    expect((await get(id)).body).toMatchObject({ text: TEXT, version: 1 });
    expect(refusal(await act(id, 'check', { deadline: '2027-02-30' }))[0]).toBe(422);
    expect((await act(id, 'check', {}, viewer)).status).toBe(403);
    expect(seen(await act(id, 'check', {}, company))).toEqual(seen(await act(newId(), 'check', {}, company)));
  });

  it('refuses a publication and names the fields', async () => {
    const mail = await draft({ text: `${TEXT} office@city.example`, deadline: '2026-01-01' });
    expect(refusal(await act(mail, 'publish'))).toEqual([
      422,
      'opportunity/refused-by-check',
      ['/text', '/deadline'],
    ]);
    const first = await published({ title: 'A thing said once' });
    const twice = await draft({ title: 'A thing SAID once!' });
    expect(refusal(await act(twice, 'publish'))[1]).toBe('opportunity/refused-by-check');
    expect((await act(twice, 'check', {})).body).toMatchObject({
      findings: [{ rule: 11, otherId: first }],
    });
    expect((await act(first, 'close', { reason: 'plans-changed' })).status).toBe(200);
    expect((await act(twice, 'publish')).body.state).toBe('published');
  });
});

describe('the look of the secretariat', () => {
  const withNumber = (): Promise<string> => draft({ text: `${TEXT} Call +82 51 123 4567.` });

  it('is asked for where a rule says so; what it returns is a draft again, with the reason', async () => {
    const id = await withNumber();
    expect((await act(id, 'publish')).body).toMatchObject({ state: 'review', publishedAt: null });
    expect((await get(id, company)).status).toBe(404);
    expect(
      refusal(await marketplace.ask(officer, 'PATCH', `/opportunities/${id}`, { body: {}, version: 2 }))[1],
    ).toBe('opportunity/not-editable');
    const waiting = await get('reviews?limit=100', secretariat);
    expect(waiting.body.items.map((each) => each.id)).toContain(id);
    expect((await get('reviews', officer)).status).toBe(403);
    expect((await act(id, 'check', {}, secretariat)).body).toMatchObject({ verdict: 'look' });

    expect((await act(id, 'return', {}, secretariat)).status).toBe(422);
    expect((await act(id, 'return', WHY, secretariat)).body.state).toBe('draft');
    expect((await get(`${id}/history`)).body).toMatchObject({
      steps: [
        { verb: 'return', by: 'secretariat', note: WHY.reason, language: 'en' },
        { verb: 'hand-in', by: 'owner', note: null },
      ],
      versions: [],
    });
    expect((await get('desk')).body).toMatchObject({
      waiting: expect.arrayContaining([
        expect.objectContaining({ because: 'sent-back', opportunity: expect.objectContaining({ id }) }),
      ]),
    });
    expect(await sent(id)).toEqual(['opportunity.handed-in', 'opportunity.returned']);
  });

  it('publishes what is fit; its owner may take it back before', async () => {
    const [id, taken] = [await withNumber(), await withNumber()];
    for (const each of [id, taken]) expect((await act(each, 'publish')).body.state).toBe('review');
    expect((await act(taken, 'take-back')).body.state).toBe('draft');
    expect(refusal(await act(taken, 'approve', undefined, secretariat))[0]).toBe(404);
    expect((await act(id, 'approve', undefined, officer)).status).toBe(403);
    expect((await act(id, 'approve', undefined, secretariat)).body.state).toBe('published');
    expect((await get(id, company)).status).toBe(200);
    expect((await get(`${id}/history`)).body).toMatchObject({ versions: [{ version: 3, changed: [] }] });
    expect(Object.keys(await timers(id)).sort()).toEqual(['expire-opportunity', 'remind-of-opportunity-end']);
  });

  it('does not publish what is over by now: it says why, and sends it back', async () => {
    const id = await withNumber();
    expect((await act(id, 'publish')).body.state).toBe('review');
    await marketplace.database.query(
      `update opportunity set deadline = (now() at time zone 'UTC')::date - 1 where id = $1`,
      [id],
    );
    expect(refusal(await act(id, 'approve', undefined, secretariat))).toEqual([
      422,
      'opportunity/deadline-passed',
      ['/deadline'],
    ]);
    expect((await act(id, 'check', {}, secretariat)).body).toMatchObject({
      verdict: 'refused',
      findings: expect.arrayContaining([expect.objectContaining({ rule: 13, pointer: '/deadline' })]),
    });
    expect((await act(id, 'return', WHY, secretariat)).body.state).toBe('draft');
    expect(await sent(id)).toEqual(['opportunity.handed-in', 'opportunity.returned']);
  });

  it('holds what is published until its owner has mended it and asks again', async () => {
    const id = await published();
    expect((await act(id, 'hold', WHY, company)).status).toBe(403);
    expect((await act(id, 'hold', WHY, secretariat)).body).toMatchObject({ state: 'paused', isHeld: true });
    expect(refusal(await act(id, 'hold', WHY, secretariat))[1]).toBe('opportunity/held');
    expect(refusal(await act(id, 'resume'))[1]).toBe('opportunity/held');
    const listed = await marketplace.ask(company, 'GET', '/opportunities?limit=100');
    expect(listed.body.items.map((each) => each.id)).not.toContain(id);
    expect((await get('reviews?limit=100', secretariat)).body.items.map((each) => each.id)).not.toContain(id);

    const { version } = (await get(id)).body;
    const body = { text: `${TEXT} With evenings.` };
    expect((await marketplace.ask(officer, 'PATCH', `/opportunities/${id}`, { body, version })).status).toBe(
      200,
    );
    expect((await act(id, 'ask-look')).body.state).toBe('paused');
    expect((await get('reviews?limit=100', secretariat)).body.items.map((each) => each.id)).toContain(id);
    expect((await act(id, 'release', undefined, secretariat)).body).toMatchObject({
      state: 'published',
      isHeld: false,
    });
    expect(refusal(await act(id, 'release', undefined, secretariat))[1]).toBe('opportunity/wrong-state');
    expect(await sent(id)).toEqual([
      'opportunity.published',
      'opportunity.held',
      'opportunity.look-asked',
      'opportunity.released',
    ]);
    expect((await get(`${id}/history`)).body).toMatchObject({
      versions: [{ changed: ['text'] }, { changed: [] }],
    });
  });

  it('is told of an edit that puts in what it would have looked at', async () => {
    const id = await published();
    const edit = (body: object, version: number) =>
      marketplace.ask(officer, 'PATCH', `/opportunities/${id}`, { body, version });
    expect((await edit({ text: `${TEXT} www.golf.example` }, 2)).body.state).toBe('published');
    expect((await edit({ themes: ['thm.golf', 'thm.mice'] }, 3)).status).toBe(200);
    expect(await sent(id)).toEqual([
      'opportunity.published',
      'opportunity.changed',
      'opportunity.flagged',
      'opportunity.changed',
    ]);
    expect(refusal(await edit({ text: `${TEXT} a@city.example` }, 4))[1]).toBe(
      'opportunity/refused-by-check',
    );
  });
});

describe('a pause', () => {
  it('hides it from lists and from other features until it is resumed; its time goes on', async () => {
    const id = await published();
    expect((await act(id, 'pause', undefined, viewer)).status).toBe(403);
    expect((await act(id, 'pause', undefined, officer, 1)).status).toBe(412);
    expect((await act(id, 'pause', undefined, officer, 2)).body.state).toBe('paused');
    expect((await get(id, company)).body.state).toBe('paused');
    expect(refusal(await act(id, 'release', undefined, secretariat))[1]).toBe('opportunity/not-held');
    expect(await timers(id)).toEqual({ 'expire-opportunity': 180, 'remind-of-opportunity-end': 166 });
    expect((await act(id, 'resume')).body.state).toBe('published');
    expect(await marketplace.events(id)).toEqual([
      'opportunity.published 2',
      'opportunity.paused 3',
      'opportunity.resumed 4',
    ]);
  });
});

describe('time', () => {
  it('reminds two weeks before the end, and ends what is over; earlier timers find nothing to do', async () => {
    const id = await published();
    expect(await timers(id)).toEqual({ 'expire-opportunity': 180, 'remind-of-opportunity-end': 166 });
    await ring('expire', id);
    expect(await stateOf(id)).toBe('published');
    await age(id, 167);
    await ring('remind', id);
    await age(id, 13);
    await ring('remind', id);
    await ring('expire', id);
    await ring('expire', id);
    expect(await stateOf(id)).toBe('expired');
    expect(await sent(id)).toEqual(['opportunity.published', 'opportunity.ending', 'opportunity.expired']);
    expect(await timers(id)).toEqual({});
    expect((await get(`${id}/history`)).body).toMatchObject({
      steps: [{ verb: 'expire', by: 'system' }, {}],
    });
    expect((await get(id, company)).body.state).toBe('expired');
  });

  it('follows the last day for answers when that is sooner, and when it moves', async () => {
    const id = await published({ deadline: day(40) });
    expect((await timers(id))['expire-opportunity']).toBe(41);
    const body = { deadline: day(5) };
    const edited = await marketplace.ask(officer, 'PATCH', `/opportunities/${id}`, { body, version: 2 });
    expect(edited.body).toMatchObject({ endsAt: `${day(6)}T00:00:00.000Z` });
    expect(Object.keys(await timers(id))).toEqual(['expire-opportunity']);
  });

  it('ends what the secretariat holds, and offers no renewal of it', async () => {
    const id = await published();
    await act(id, 'hold', WHY, secretariat);
    await act(id, 'ask-look');
    await age(id, 181);
    await ring('expire', id);
    expect((await get(id)).body).toMatchObject({
      state: 'expired',
      isHeld: true,
      abilities: { renew: false },
    });
    expect(refusal(await act(id, 'renew'))[1]).toBe('opportunity/held');
  });

  it('ends what is paused as well', async () => {
    const id = await published();
    await act(id, 'pause');
    await age(id, 181);
    await ring('expire', id);
    expect(await stateOf(id)).toBe('expired');
    expect(refusal(await act(id, 'resume'))[1]).toBe('opportunity/wrong-state');
  });
});

describe('a renewal', () => {
  it('comes once, near the end, and gives as many days again', async () => {
    const id = await published();
    expect(refusal(await act(id, 'renew', {}))[1]).toBe('opportunity/renewal-too-early');
    await age(id, 151);
    expect((await get(id)).body.abilities).toMatchObject({ renew: true });
    const answers = await Promise.all([act(id, 'renew'), act(id, 'renew', {})]);
    expect(answers.map((answer) => refusal(answer).slice(0, 2))).toEqual(
      expect.arrayContaining([
        [200, undefined],
        [409, 'opportunity/renewed-before'],
      ]),
    );
    expect(await timers(id)).toEqual({ 'expire-opportunity': 209, 'remind-of-opportunity-end': 195 });
    await age(id, 209);
    await ring('expire', id);
    expect(await stateOf(id)).toBe('expired');
    expect(refusal(await act(id, 'renew', {}))[1]).toBe('opportunity/renewed-before');
  });

  it('brings back what has expired, with a new day for answers where the old one has passed', async () => {
    const id = await published({ deadline: day(3) });
    await marketplace.database.query(
      `update opportunity set deadline = (now() at time zone 'UTC')::date - 1 where id = $1`,
      [id],
    );
    await ring('expire', id);
    expect(refusal(await act(id, 'renew', {}))).toEqual([422, 'opportunity/deadline-passed', ['/deadline']]);
    const renewed = await act(id, 'renew', { deadline: day(60) });
    expect(renewed.body).toMatchObject({ state: 'published', deadline: day(60) });
    expect((await timers(id))['expire-opportunity']).toBe(61);
  });
});

describe('an end', () => {
  it('with a partner that has left since still takes what came of it', async () => {
    const partner = await marketplace.member('sme', 'owner');
    const named = { organizationId: partner.organizationId };
    const [id, other] = [await published(), await published()];
    expect((await act(id, 'fill', named)).body.state).toBe('filled');
    await marketplace.database.query(`update organization set state = 'closed' where id = $1`, [
      partner.organizationId,
    ]);
    expect((await act(id, 'report-outcome', { ...named, outcome: 'order' })).body).toMatchObject({
      end: { filledWith: { id: partner.organizationId }, outcome: 'order' },
    });
    expect(refusal(await act(other, 'fill', named))).toEqual([422, 'request/invalid', ['/organizationId']]);
  });

  it('with a partner says with whom, now or later, and is asked for what came of it', async () => {
    const id = await published();
    const own = { organizationId: officer.organizationId };
    expect(refusal(await act(id, 'fill', own))).toEqual([422, 'request/invalid', ['/organizationId']]);
    expect(refusal(await act(id, 'fill', { organizationId: newId() }))[2]).toEqual(['/organizationId']);
    const filled = await act(id, 'fill', { organizationId: company.organizationId });
    expect(filled.body).toMatchObject({
      state: 'filled',
      end: { filledWith: { id: company.organizationId, kind: 'sme' }, outcome: null },
    });
    expect((await get(id, company)).body).toMatchObject({ state: 'filled', end: null });
    expect(await timers(id)).toEqual({ 'ask-outcome': 30 });
    await ring('askOutcome', id);
    const told = await act(id, 'report-outcome', {
      outcome: 'joint-project',
      note: 'Three tours',
      language: 'en',
    });
    expect(told.body).toMatchObject({
      end: { filledWith: { id: company.organizationId }, outcome: 'joint-project' },
    });
    await ring('askOutcome', id);
    expect(await sent(id)).toEqual([
      'opportunity.published',
      'opportunity.filled',
      'opportunity.outcome-asked',
      'opportunity.outcome-reported',
    ]);
    expect(await timers(id)).toEqual({});
  });

  it('without one says why; drafts are put away without a word', async () => {
    const id = await published();
    const closed = await act(id, 'close', { reason: 'no-partner-found', note: 'Too short', language: 'en' });
    expect(closed.body).toMatchObject({ state: 'closed', end: { closeReason: 'no-partner-found' } });
    expect((await act(await published(), 'close', { reason: 'boredom' })).status).toBe(422);

    const unwanted = await draft();
    expect((await act(unwanted, 'discard')).body.state).toBe('closed');
    expect((await get(unwanted, company)).status).toBe(404);
    expect((await get(unwanted, secretariat)).status).toBe(404);
    expect(await sent(unwanted)).toEqual([]);
  });

  it('with a partner outside the network says its name, and is corrected when that joins', async () => {
    const id = await published();
    const both = { organizationId: company.organizationId, partnerName: 'Sakura Coast Tours' };
    expect(refusal(await act(id, 'fill', both))).toEqual([422, 'request/invalid', ['/partnerName']]);
    expect(refusal(await act(id, 'fill', { partnerName: 'two\nlines' }))[2]).toEqual(['/partnerName']);
    const filled = await act(id, 'fill', { partnerName: ' Sakura Coast Tours ' });
    expect(filled.body).toMatchObject({
      state: 'filled',
      end: { filledWith: null, filledWithName: 'Sakura Coast Tours' },
    });
    expect((await get(id, company)).body).toMatchObject({ end: null });
    const kept = await act(id, 'report-outcome', { outcome: 'order' });
    expect(kept.body).toMatchObject({ end: { filledWithName: 'Sakura Coast Tours', outcome: 'order' } });
    const joined = await act(id, 'report-outcome', { organizationId: company.organizationId });
    expect(joined.body).toMatchObject({
      end: { filledWith: { id: company.organizationId }, filledWithName: null, outcome: 'order' },
    });
  });

  it('is one: of closing and filling at one moment the second finds it over', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await published();
      const answers = await Promise.all([act(id, 'close', {}), act(id, 'fill', {}), ring('expire', id)]);
      const statuses = answers.slice(0, 2).map((answer) => (answer as Answer).status);
      expect(statuses.sort()).toEqual([200, 409]);
      expect(['closed', 'filled']).toContain(await stateOf(id));
    }
  });
});

describe('the desk', () => {
  it('counts by state and tells what waits', async () => {
    const city = await marketplace.member('city', 'owner');
    const [open, ending, silent] = [
      await published({}, city),
      await published({}, city),
      await published({}, city),
    ];
    await draft({}, city);
    await age(ending, 160);
    await act(silent, 'fill', {}, city);
    await marketplace.database.query(
      `update opportunity set state_since = now() - interval '31 days' where id = $1`,
      [silent],
    );
    await act(open, 'hold', WHY, secretariat);
    const { body } = await get('desk', city);
    expect(body).toMatchObject({
      counts: { draft: 1, review: 0, published: 1, paused: 1, filled: 1, expired: 0, closed: 0 },
    });
    expect(
      (body as unknown as { waiting: { because: string; opportunity: { id: string } }[] }).waiting.map(
        ({ because, opportunity }) => [because, opportunity.id],
      ),
    ).toEqual([
      ['held', open],
      ['ending', ending],
      ['outcome', silent],
    ]);
    expect((await get('desk', viewer)).status).toBe(403);
  });

  it('tells the story to its own people and the secretariat alone', async () => {
    const id = await published();
    expect((await get(`${id}/history`, viewer)).status).toBe(200);
    expect((await get(`${id}/history`, secretariat)).status).toBe(200);
    expect(seen(await get(`${id}/history`, company))).toEqual(seen(await get(`${newId()}/history`, company)));
  });
});
