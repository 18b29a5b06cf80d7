import { ConsultingRequestsReader } from '#libs/consulting';
import { newId } from '#libs/platform/database';
import { type Answer, Marketplace, type Member, refusal, seen } from '../proposals/marketplace.js';

const DRAFT = {
  title: '기항지 부두 주변 개발 구상',
  text: '대형 유람선이 들어오는 부두 뒤쪽을 어떻게 배치할지 조언이 필요합니다.',
  language: 'ko',
  areas: ['con.site_dev', 'con.cruise_port'],
  workingLanguages: ['ko', 'en'],
  mode: 'onsite',
  budget: { amountMinor: 50_000_000, currency: 'KRW' },
  deadline: '2027-03-31',
  confidential: true,
};

let marketplace: Marketplace;
let officer: Member;
let viewer: Member;
let consultant: Member;
let stranger: Member;
let secretariat: Member;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  officer = await marketplace.member('city', 'officer');
  viewer = await marketplace.member('city', 'viewer', officer.organizationId);
  consultant = await marketplace.member('consultancy', 'owner');
  stranger = await marketplace.member('sme', 'owner');
  secretariat = await marketplace.member('secretariat', 'officer');
});
afterAll(async () => {
  await marketplace?.close();
});

const create = (body: object = DRAFT, member = officer) =>
  marketplace.ask(member, 'POST', '/consulting-requests', { body });
const read = (id: string, member = officer) => marketplace.ask(member, 'GET', `/consulting-requests/${id}`);
const edit = (id: string, version: number | undefined, body: object, member = officer) =>
  marketplace.ask(member, 'PATCH', `/consulting-requests/${id}`, { body, version });
const submit = (id: string, version?: number, member = officer) =>
  marketplace.ask(member, 'POST', `/consulting-requests/${id}/submit`, { version });

async function draft(body: object = DRAFT): Promise<string> {
  const answer = await create(body);
  expect(answer.status).toBe(201);
  return answer.body.id;
}

describe('a draft', () => {
  it('keeps what was sent and names its version', async () => {
    const answer = await create();
    expect(answer.status).toBe(201);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.body).toMatchObject({
      ...DRAFT,
      state: 'draft',
      submittedAt: null,
      organizationId: officer.organizationId,
      abilities: expect.objectContaining({ update: true, submit: true }),
    });
    expect((await read(answer.body.id)).body).toEqual(answer.body);
    expect(await marketplace.trail(answer.body.id)).toEqual(['consulting-request.create→draft']);
  });

  it('needs no more than a title and its language', async () => {
    const { body } = await create({ title: 'Pier', language: 'en' });
    expect(body).toMatchObject({ text: null, areas: [], mode: null, budget: null, confidential: false });
  });

  it.each<[string, object, string]>([
    ['an unknown area', { areas: ['thm.golf'] }, '/areas/0'],
    ['an unknown mode', { mode: 'by letter' }, '/mode'],
    ['a language that is none', { workingLanguages: ['ko', 'Korean!'] }, '/workingLanguages'],
    ['less than nothing', { budget: { amountMinor: -1, currency: 'KRW' } }, '/budget/amountMinor'],
    ['a deadline that is no day', { deadline: 'soon' }, '/deadline'],
    ['a secret that is no yes or no', { confidential: 'very' }, '/confidential'],
  ])('is refused for %s, pointing there', async (_, change, pointer) => {
    const [status, , pointers] = refusal(await create({ ...DRAFT, ...change }));
    expect([status, [...new Set(pointers)]]).toEqual([422, [pointer]]);
  });

  it('is begun by cities and companies, not by viewers or consultancies', async () => {
    const statuses = [officer, stranger, viewer, consultant].map(
      async (member) => (await create(DRAFT, member)).status,
    );
    expect(await Promise.all(statuses)).toEqual([201, 201, 403, 403]);
  });
});

describe('an edit', () => {
  it('replaces the fields sent of the version that was read', async () => {
    const id = await draft();
    const { status, body } = await edit(id, 1, { mode: 'either', budget: null, confidential: null });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      mode: 'either',
      budget: null,
      confidential: false,
      text: DRAFT.text,
      version: 2,
    });
    expect((await edit(id, 1, { mode: null })).status).toBe(412);
    expect((await edit(id, undefined, { mode: null })).status).toBe(428);
    expect((await read(id)).body).toEqual(body);
  });

  it('is refused once submitted', async () => {
    const id = await draft();
    await submit(id);
    expect(refusal(await edit(id, 2, { mode: null }))[1]).toBe('consulting-request/not-editable');
  });
});

describe('who is asked by name', () => {
  it('bears no part of the cost, whatever is said first', async () => {
    const named = { namedConsultants: [consultant.organizationId] };
    const costBearers = [officer, consultant].map(({ organizationId }) => ({
      organizationId,
      shareBasisPoints: 5_000,
    }));
    const parts: [object, object][] = [
      [{ costBearers }, named],
      [named, { costBearers }],
      [{}, { ...named, costBearers }],
    ];
    for (const [first, then] of parts)
      expect(refusal(await edit(await draft({ ...DRAFT, ...first }), 1, then))).toEqual([
        ...[422, 'consulting-request/consultant-bears-cost'],
        ['/namedConsultants/0'],
      ]);
  });
});

describe('a submission', () => {
  it('happens once and is announced once', async () => {
    const id = await draft();
    const answers = await Promise.all([submit(id), submit(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(refusal(await submit(id))).toEqual([409, 'consulting-request/wrong-state', []]);
    const { body } = await read(id);
    expect(body).toMatchObject({
      state: 'submitted',
      version: 2,
      abilities: expect.objectContaining({ update: false, submit: false }),
    });
    expect(body).not.toMatchObject({ submittedAt: null });
    expect(await marketplace.events(id)).toEqual([
      'consulting-request.submitted 2',
      'consulting-request.arrived 2',
    ]);
    expect(await marketplace.trail(id)).toEqual([
      'consulting-request.create→draft',
      'consulting-request.submit draft→submitted',
    ]);
  });

  it('needs a text, and the version it names', async () => {
    const id = await draft({ title: 'Pier', language: 'en', text: ' ' });
    expect(refusal(await submit(id))).toEqual([422, 'consulting-request/incomplete', ['/text']]);
    expect((await edit(id, 1, { text: 'How?' })).status).toBe(200);
    expect((await submit(id, 1)).status).toBe(412);
    expect((await submit(id, 2)).status).toBe(200);
  });
});

describe('reading', () => {
  it('a draft is for its own organization; a submitted one also for matched experts and the secretariat', async () => {
    const id = await draft();
    marketplace.matched.add(id, consultant.organizationId);
    const readers = [officer, viewer, consultant, secretariat, stranger];
    const statuses = () => Promise.all(readers.map(async (member) => (await read(id, member)).status));
    expect(await statuses()).toEqual([200, 200, 404, 404, 404]);
    await submit(id);
    expect(await statuses()).toEqual([200, 200, 200, 200, 404]);
  });

  it("answers others' ids like random ones, on every route", async () => {
    const own = await draft();
    const routes: ((id: string) => Promise<Answer>)[] = [
      (id) => read(id, stranger),
      (id) => edit(id, 1, { title: 'Mine now' }, stranger),
      (id) => submit(id, undefined, stranger),
    ];
    for (const route of routes) {
      const random = seen(await route(newId()));
      expect(random).toMatchObject({ status: 404 });
      expect(seen(await route(own))).toEqual(random);
    }
    expect((await read(own)).body).toMatchObject({ title: DRAFT.title, state: 'draft', version: 1 });
  });
});

describe('the list', () => {
  it('holds the own requests, newest first, page by page, filtered by state', async () => {
    const member = await marketplace.member('sme', 'editor');
    const list = async (query: string) =>
      (await marketplace.ask(member, 'GET', `/consulting-requests${query}`)).body;
    const ids: string[] = [];
    for (let n = 1; n <= 3; n += 1) ids.unshift((await create(DRAFT, member)).body.id);
    await submit(ids[2] ?? '', undefined, member);

    const first = await list('?limit=2&total=true');
    expect(first).toMatchObject({ total: 3, totalCapped: false });
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect((await list('?state=submitted')).items).toMatchObject([{ id: ids[2], state: 'submitted' }]);
    expect((await marketplace.ask(member, 'GET', '/consulting-requests?state=done')).status).toBe(422);
  });
});

describe('for other features', () => {
  it('requests come by id with all they declare', async () => {
    const id = await draft();
    const found = await marketplace.app.get(ConsultingRequestsReader).byIds([id, newId()]);
    expect([...found.keys()]).toEqual([id]);
    expect(found.get(id)).toMatchObject({ ...DRAFT, organizationId: officer.organizationId, state: 'draft' });
  });
});
