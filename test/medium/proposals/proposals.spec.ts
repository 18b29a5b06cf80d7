import { createHash } from 'node:crypto';
import { newId } from '#libs/platform/database';
import { ProposalsReader } from '#libs/proposals';
import { type Answer, Marketplace, type Member, refusal, seen } from './marketplace.js';

const DRAFT = {
  title: '다섯 도시 밤길 음성안내',
  summary: '부산, 호찌민의 야간 명소를 한 앱에서 안내합니다.',
  language: 'ko',
  themes: ['thm.smart', 'thm.night'],
  collaboration: ['col.data_tech'],
  budget: { amountMinor: 18_000_000, currency: 'USD' },
  period: { from: '2027-03-01', to: '2028-02-28' },
};

let marketplace: Marketplace;
let editor: Member;
let viewer: Member;
let stranger: Member;
let city: Member;
let secretariat: Member;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  editor = await marketplace.member('sme', 'editor');
  viewer = await marketplace.member('sme', 'viewer', editor.organizationId);
  stranger = await marketplace.member('sme', 'owner');
  city = await marketplace.member('city', 'officer');
  secretariat = await marketplace.member('secretariat', 'officer');
});
afterAll(async () => {
  await marketplace?.close();
});

const create = (body: object = DRAFT, member = editor) =>
  marketplace.ask(member, 'POST', '/proposals', { body });
const read = (id: string, member = editor) => marketplace.ask(member, 'GET', `/proposals/${id}`);
const edit = (id: string, version: number | undefined, body: object, member = editor) =>
  marketplace.ask(member, 'PATCH', `/proposals/${id}`, { body, version });
const submit = (id: string, version?: number, member = editor) =>
  marketplace.ask(member, 'POST', `/proposals/${id}/submit`, { version });
const withdraw = (id: string, version?: number, member = editor) =>
  marketplace.ask(member, 'POST', `/proposals/${id}/withdraw`, { version });

async function draft(body: object = DRAFT): Promise<string> {
  const answer = await create(body);
  expect(answer.status).toBe(201);
  return answer.body.id;
}

async function submitted(body: object = DRAFT): Promise<string> {
  const id = await draft(body);
  expect((await submit(id)).status).toBe(200);
  return id;
}

describe('a draft', () => {
  it('keeps what was sent, says what is open, and names its version', async () => {
    const answer = await create({ ...DRAFT, partnersSought: '시 관광부서', sdgTargets: ['sdg.9.3'] });

    expect(answer.status).toBe(201);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.body).toMatchObject({
      ...DRAFT,
      state: 'draft',
      version: 1,
      partnersSought: '시 관광부서',
      sdgTargets: ['sdg.9.3'],
      organizationId: editor.organizationId,
      createdBy: editor.personId,
      receipt: null,
      abilities: { update: true, submit: true, withdraw: false },
    });
    expect((await read(answer.body.id)).body).toEqual(answer.body);
    expect(await marketplace.trail(answer.body.id)).toEqual(['proposal.create→draft']);
    expect(await marketplace.events(answer.body.id)).toEqual([]);
  });

  it('needs no more than a title and its language', async () => {
    const { status, body } = await create({ title: ' Night walks ', language: 'en' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ title: 'Night walks', summary: null, themes: [], budget: null });
  });

  it.each<[string, object, string]>([
    ['no title', { title: undefined }, '/title'],
    ['a blank title', { title: '  ' }, '/title'],
    ['a title too long', { title: '밤'.repeat(201) }, '/title'],
    ['NUL in a text', { summary: 'a\0b' }, '/summary'],
    ['half a character', { summary: '\ud83d' }, '/summary'],
    ['no language', { language: 'Korean language' }, '/language'],
    ['an unknown theme', { themes: ['thm.smart', 'thm.unheard_of'] }, '/themes/1'],
    ['a theme among collaborations', { collaboration: ['thm.smart'] }, '/collaboration/0'],
    ['half a currency unit', { budget: { amountMinor: 1.5, currency: 'USD' } }, '/budget/amountMinor'],
    ['no such currency', { budget: { amountMinor: 1, currency: 'ABC' } }, '/budget/currency'],
    ['a period that ends first', { period: { from: '2027-03-02', to: '2027-03-01' } }, '/period/to'],
    ['a day that is none', { period: { from: '2027-02-30', to: '2027-03-01' } }, '/period/from'],
    ['an unknown field', { rating: 5 }, '/rating'],
  ])('is refused for %s, pointing there', async (_, change, pointer) => {
    const before = await marketplace.database.query('select count(*) from proposal');
    const [status, , pointers] = refusal(await create({ ...DRAFT, ...change }));
    expect([status, [...new Set(pointers)]]).toEqual([422, [pointer]]);
    expect(await marketplace.database.query('select count(*) from proposal')).toEqual(before);
  });

  it('takes texts of any script up to their bound, counted in characters', async () => {
    const answer = await create({ title: '🌙'.repeat(200), language: 'en', summary: '밤'.repeat(10_000) });
    expect(answer.status).toBe(201);
  });

  it('is begun by editors, not by viewers', async () => {
    expect((await create(DRAFT, editor)).status).toBe(201);
    expect((await create(DRAFT, viewer)).status).toBe(403);
  });
});

describe('an edit', () => {
  it('replaces the fields sent, clears with null, and keeps the rest', async () => {
    const id = await draft();
    const answer = await edit(id, 1, { title: 'Six cities', language: 'en', themes: null, budget: null });

    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe('"2"');
    expect(answer.body).toMatchObject({
      title: 'Six cities',
      language: 'en',
      themes: [],
      budget: null,
      summary: DRAFT.summary,
      collaboration: DRAFT.collaboration,
      period: DRAFT.period,
      version: 2,
    });
  });

  it('is refused without a version, with an old one, and where nothing may be cleared', async () => {
    const id = await draft();
    expect((await edit(id, undefined, { title: 'A' })).status).toBe(428);
    expect((await edit(id, 1, { title: 'A' })).status).toBe(200);
    expect(refusal(await edit(id, 1, { title: 'B' }))[0]).toBe(412);
    expect(refusal(await edit(id, 2, { title: null }))).toEqual([422, 'request/invalid', ['/title']]);
    expect((await read(id)).body).toMatchObject({ title: 'A', version: 2 });
    expect(await marketplace.trail(id)).toEqual(['proposal.create→draft', 'proposal.update']);
  });

  it('by two people at once is one edit and one refusal', async () => {
    const id = await draft();
    const answers = await Promise.all([edit(id, 1, { title: 'A' }), edit(id, 1, { title: 'B' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await read(id)).body.version).toBe(2);
  });

  it('is refused once handed in, whatever the version', async () => {
    const id = await submitted();
    expect(refusal(await edit(id, 2, { title: 'Late' }))[1]).toBe('proposal/not-editable');
    expect(refusal(await edit(id, 1, { title: 'Late' }))[1]).toBe('proposal/not-editable');
    expect((await read(id)).body).toMatchObject({ title: DRAFT.title, version: 2 });
  });
});

describe('a submission', () => {
  it('freezes the content under a receipt that anybody can check', async () => {
    const id = await draft();
    const answer = await submit(id, 1);

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      state: 'submitted',
      version: 2,
      receipt: { number: 1 },
      abilities: { update: false, submit: false, withdraw: true },
    });
    const { status, body: frozen } = await marketplace.ask(editor, 'GET', `/proposals/${id}/versions/1`);
    expect(status).toBe(200);
    expect(frozen).toMatchObject({ ...answer.body.receipt, submittedBy: editor.personId, content: DRAFT });
    expect(createHash('sha256').update(sortedJson(frozen.content)).digest('hex')).toBe(frozen.sha256);
    expect((await marketplace.ask(editor, 'GET', `/proposals/${id}/versions`)).body).toEqual({
      items: [frozen],
      nextCursor: null,
    });
    expect(await marketplace.trail(id)).toEqual(['proposal.create→draft', 'proposal.submit draft→submitted']);
    expect(await marketplace.events(id)).toEqual(['proposal.submitted 2']);
  });

  it('needs a summary', async () => {
    const id = await draft({ title: 'Night walks', language: 'en', summary: '  ' });
    expect(refusal(await submit(id))).toEqual([422, 'proposal/incomplete', ['/summary']]);
    expect((await read(id)).body.state).toBe('draft');
    expect((await edit(id, 1, { summary: 'By night.' })).status).toBe(200);
    expect((await submit(id)).status).toBe(200);
  });

  it('happens once, also when asked twice at once', async () => {
    const id = await draft();
    const answers = await Promise.all([submit(id), submit(id), submit(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(refusal(await submit(id))).toEqual([409, 'proposal/wrong-state', []]);
    expect(await marketplace.events(id)).toEqual(['proposal.submitted 2']);
  });

  it('of an older version than there is, is refused', async () => {
    const id = await draft();
    await edit(id, 1, { title: 'Newer' });
    expect((await submit(id, 1)).status).toBe(412);
    expect((await submit(id, 2)).status).toBe(200);
  });

  it('leaves nothing behind when its event cannot be written', async () => {
    const id = await draft();
    const { database } = marketplace;
    await database.query(
      `alter table outbox_event add constraint broken check (type <> 'proposal.submitted') not valid`,
    );
    try {
      expect((await submit(id)).status).toBe(500);
    } finally {
      await database.query('alter table outbox_event drop constraint broken');
    }
    expect((await read(id)).body).toMatchObject({ state: 'draft', version: 1, receipt: null });
    expect(await database.query('select from proposal_version where proposal_id = $1', [id])).toEqual([]);
    expect(await marketplace.trail(id)).toEqual(['proposal.create→draft']);
    expect((await submit(id)).status).toBe(200);
  });

  it('cannot be rewritten: not by the application, not by the owner of the table', async () => {
    const id = await submitted();
    const { database } = marketplace;
    const rewrite = `update proposal_version set content = '{}' where proposal_id = $1`;
    const erase = 'delete from proposal_version where proposal_id = $1';
    for (const statement of [rewrite, erase]) {
      await expect(marketplace.asApplication(statement, [id])).rejects.toMatchObject({ code: '42501' });
      await expect(database.query(statement, [id])).rejects.toMatchObject({ code: '23001' });
    }
    const { body } = await marketplace.ask(editor, 'GET', `/proposals/${id}/versions/1`);
    expect(body.content).toMatchObject(DRAFT);
  });
});

describe('a withdrawal', () => {
  it('takes a submitted proposal back and keeps what was frozen', async () => {
    const id = await submitted();
    const answer = await withdraw(id);
    expect(answer.body).toMatchObject({ state: 'withdrawn', version: 3, receipt: { number: 1 } });
    expect(refusal(await withdraw(id))[1]).toBe('proposal/wrong-state');
    expect(refusal(await submit(id))[1]).toBe('proposal/wrong-state');
    expect(await marketplace.events(id)).toEqual(['proposal.submitted 2', 'proposal.withdrawn 3']);
    expect((await marketplace.ask(editor, 'GET', `/proposals/${id}/versions/1`)).status).toBe(200);
  });

  it('is not for drafts', async () => {
    expect(refusal(await withdraw(await draft()))[1]).toBe('proposal/wrong-state');
  });
});

describe('reading', () => {
  it('a draft is for its own organization alone', async () => {
    const id = await draft();
    marketplace.matched.add(id, city.organizationId);
    expect((await read(id, editor)).status).toBe(200);
    expect((await read(id, viewer)).body.abilities).toEqual({
      update: false,
      submit: false,
      withdraw: false,
    });
    for (const other of [stranger, city, secretariat]) expect((await read(id, other)).status).toBe(404);
  });

  it('a submitted one is also for matched organizations and the secretariat', async () => {
    const id = await submitted();
    marketplace.matched.add(id, city.organizationId);
    for (const reader of [editor, viewer, city, secretariat]) {
      expect((await read(id, reader)).status).toBe(200);
      expect((await marketplace.ask(reader, 'GET', `/proposals/${id}/versions`)).body.items).toHaveLength(1);
    }
    expect((await read(id, city)).body.abilities).toEqual({ update: false, submit: false, withdraw: false });
    expect((await read(id, stranger)).status).toBe(404);
  });

  it("answers others' ids like random ones, on every route", async () => {
    const own = await submitted();
    const routes: ((id: string) => Promise<Answer>)[] = [
      (id) => read(id, stranger),
      (id) => edit(id, 2, { title: 'Mine now' }, stranger),
      (id) => submit(id, undefined, stranger),
      (id) => withdraw(id, 2, stranger),
      (id) => marketplace.ask(stranger, 'GET', `/proposals/${id}/versions`),
      (id) => marketplace.ask(stranger, 'GET', `/proposals/${id}/versions/1`),
    ];
    for (const route of routes) {
      const [foreign, random, nonsense] = [await route(own), await route(newId()), await route('no-id')];
      expect(foreign.status).toBe(404);
      expect(seen(foreign)).toEqual(seen(random));
      expect(seen(nonsense)).toEqual(seen(random));
    }
    expect((await read(own)).body).toMatchObject({ state: 'submitted', version: 2 });
  });

  it('of others never waits for what they are doing, nor makes them wait', async () => {
    const id = await draft();
    const release = await marketplace.hold('select from proposal where id = $1 for update', [id]);
    try {
      for (const asked of [submit(id, undefined, stranger), edit(id, 1, { title: 'Mine now' }, stranger)]) {
        expect((await asked).status).toBe(404);
      }
    } finally {
      await release();
    }
  });

  it('a version that was never frozen finds nothing', async () => {
    const id = await submitted();
    for (const number of ['2', '0', '01', 'one', '99999999']) {
      expect((await marketplace.ask(editor, 'GET', `/proposals/${id}/versions/${number}`)).status).toBe(404);
    }
  });
});

describe('the list', () => {
  it('holds the own proposals, newest first, page by page, filtered by state', async () => {
    const member = await marketplace.member('sme', 'owner');
    const list = async (query: string) => (await marketplace.ask(member, 'GET', `/proposals${query}`)).body;
    const ids: string[] = [];
    for (let n = 1; n <= 5; n += 1) ids.unshift((await create({ ...DRAFT, title: `${n}` }, member)).body.id);
    await submit(ids[1] ?? '', undefined, member);

    const first = await list('?limit=3&total=true');
    expect(first).toMatchObject({ total: 5, totalCapped: false });
    const second = await list(`?limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map((card) => card.id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    expect((await list('?state=submitted')).items).toMatchObject([{ id: ids[1], state: 'submitted' }]);
    expect((await list('?state=submitted&state=draft')).items).toHaveLength(5);
    expect((await list('?state=withdrawn&total=true')).total).toBe(0);
  });

  it('refuses unknown filters, states and borrowed cursors', async () => {
    const first = await marketplace.ask(editor, 'GET', '/proposals?limit=1');
    const cursor = first.body.nextCursor;
    const get = (query: string, member = editor) => marketplace.ask(member, 'GET', `/proposals?${query}`);
    for (const query of ['stat=draft', 'state=lost', 'limit=0', 'limit=101', 'cursor=abc']) {
      expect([query, (await get(query)).status]).toEqual([query, 422]);
    }
    expect((await get(`cursor=${cursor}`)).status).toBe(200);
    expect((await get(`cursor=${cursor}&state=draft`)).status).toBe(422);
    expect((await get(`cursor=${cursor}`, stranger)).status).toBe(422);
  });
});

describe('for other features', () => {
  it('proposals come by id with all they declare', async () => {
    const [one, other] = [await submitted(), await draft({ title: 'Night', language: 'en' })];
    const found = await marketplace.app.get(ProposalsReader).byIds([one, other, newId()]);
    expect([...found.keys()].sort()).toEqual([one, other].sort());
    expect(found.get(one)).toMatchObject({
      ...DRAFT,
      organizationId: editor.organizationId,
      state: 'submitted',
    });
  });
});

/** JSON with sorted keys, written down a second time so that the receipt is not checked against itself. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
