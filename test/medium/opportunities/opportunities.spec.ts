import { systemActor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { OpportunitiesReader } from '#libs/opportunities';
import { type OrganizationVerb, SetOrganizationState } from '#libs/organizations';
import { type Answer, Marketplace, type Member, refusal, seen } from '../proposals/marketplace.js';

const DRAFT = {
  title: 'Gói gôn kết hợp hội nghị cho khách Hàn Quốc',
  text: 'Thành phố tìm doanh nghiệp nhận đoàn doanh nhân Hàn Quốc.',
  language: 'vi',
  collaboration: ['col.supply'],
  themes: ['thm.golf', 'thm.mice'],
  markets: ['mkt.kr'],
  requirements: { languages: ['ko'], capacityMin: 100, certifications: [], months: [9, 3, 4] },
  deadline: '2999-01-31',
  period: { from: '2027-03-01', to: '2027-11-30' },
};

/** Nobody offers the same thing twice, so each has its number. */
let drafts = 0;
const fresh = (changes: object = {}) => ({ ...DRAFT, title: `${DRAFT.title} ${++drafts}`, ...changes });

let marketplace: Marketplace;
let officer: Member;
let viewer: Member;
let company: Member;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  officer = await marketplace.member('city', 'officer');
  viewer = await marketplace.member('city', 'viewer', officer.organizationId);
  company = await marketplace.member('sme', 'editor');
});
afterAll(async () => {
  await marketplace?.close();
});

const create = (body: object = fresh(), member = officer) =>
  marketplace.ask(member, 'POST', '/opportunities', { body });
const read = (id: string, member = officer) => marketplace.ask(member, 'GET', `/opportunities/${id}`);
const edit = (id: string, version: number | undefined, body: object, member = officer) =>
  marketplace.ask(member, 'PATCH', `/opportunities/${id}`, { body, version });
const publish = (id: string, version?: number, member = officer) =>
  marketplace.ask(member, 'POST', `/opportunities/${id}/publish`, { version });
const close = (id: string, version?: number, member = officer) =>
  marketplace.ask(member, 'POST', `/opportunities/${id}/close`, { version });

async function draft(body: object = fresh(), member = officer): Promise<string> {
  const answer = await create(body, member);
  expect(answer.status).toBe(201);
  return answer.body.id;
}

async function published(body: object = fresh(), member = officer): Promise<string> {
  const id = await draft(body, member);
  expect((await publish(id, undefined, member)).status).toBe(200);
  return id;
}

/** Lets the days go by until `id` is past its deadline. */
async function outlive(id: string): Promise<void> {
  await marketplace.database.query(
    `update opportunity set deadline = (now() at time zone 'UTC')::date - 1 where id = $1`,
    [id],
  );
}

/** What the secretariat, or a clock, decides about an organization. */
async function decide(verb: OrganizationVerb, { organizationId }: Member): Promise<void> {
  const setState = marketplace.app.get(SetOrganizationState);
  await marketplace.app
    .get(UnitOfWork)
    .run(systemActor(newId()), (tx) => setState.execute(tx, organizationId, verb));
}

describe('a draft', () => {
  it('keeps what was sent and says what its conditions leave open', async () => {
    const answer = await create(DRAFT);
    expect(answer.status).toBe(201);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.body).toMatchObject({
      ...DRAFT,
      requirements: { ...DRAFT.requirements, months: [3, 4, 9], capacityMax: null },
      state: 'draft',
      organizationId: officer.organizationId,
      organization: { id: officer.organizationId, kind: 'city', country: 'KR' },
      endsAt: null,
      abilities: { update: true, publish: true, discard: true, close: false, pause: false },
    });
    expect((await read(answer.body.id)).body).toEqual(answer.body);
    expect(await marketplace.trail(answer.body.id)).toEqual(['opportunity.create→draft']);
  });

  it.each<[string, object, string]>([
    ['an unknown market', { markets: ['mkt.kr', 'mkt.moon'] }, '/markets/1'],
    [
      'an unknown certificate',
      { requirements: { certifications: ['crt.no'] } },
      '/requirements/certifications/0',
    ],
    ['a thirteenth month', { requirements: { months: [13] } }, '/requirements/months'],
    ['no guests', { requirements: { capacityMin: 0 } }, '/requirements/capacityMin'],
    [
      'less than the least',
      { requirements: { capacityMin: 9, capacityMax: 8 } },
      '/requirements/capacityMax',
    ],
    ['a condition nobody knows', { requirements: { height: 2 } }, '/requirements/height'],
    ['a deadline that is no day', { deadline: '2027-02-29' }, '/deadline'],
    ['a period that ends first', { period: { from: '2027-03-02', to: '2027-03-01' } }, '/period/to'],
  ])('is refused for %s, pointing there', async (_, change, pointer) => {
    const [status, , pointers] = refusal(await create({ ...DRAFT, ...change }));
    expect([status, [...new Set(pointers)]]).toEqual([422, [pointer]]);
  });

  it('is begun by cities and companies, not by their viewers or by consultancies', async () => {
    const consultant = await marketplace.member('consultancy', 'owner');
    const statuses = [officer, company, viewer, consultant].map(
      async (member) => (await create(fresh(), member)).status,
    );
    expect(await Promise.all(statuses)).toEqual([201, 201, 403, 403]);
  });
});

describe('a publication', () => {
  it('opens a draft to everybody and announces it once', async () => {
    const id = await draft();
    expect((await read(id, company)).status).toBe(404);
    const answers = await Promise.all([publish(id), publish(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);

    const { status, body } = await read(id, company);
    expect([status, body.state, body.version]).toEqual([200, 'published', 2]);
    expect(Object.values(body.abilities)).not.toContain(true);
    expect(await marketplace.events(id)).toEqual(['opportunity.published 2']);
    expect(await marketplace.trail(id)).toEqual([
      'opportunity.create→draft',
      'opportunity.publish draft→published',
    ]);
  });

  it('needs a text and a day to answer by', async () => {
    const id = await draft({ title: 'Golf', language: 'en' });
    expect(refusal(await publish(id)).slice(0, 2)).toEqual([422, 'opportunity/incomplete']);
    const late = await draft();
    await outlive(late);
    expect(refusal(await publish(late))).toEqual([422, 'opportunity/deadline-passed', ['/deadline']]);
    expect((await read(late)).body.state).toBe('draft');
    expect((await edit(late, 1, { deadline: null })).status).toBe(200);
    expect((await publish(late, 1)).status).toBe(412);
    expect((await publish(late, 2)).status).toBe(200);
  });
});

describe('an edit', () => {
  it('replaces the fields sent; conditions are one field', async () => {
    const id = await draft();
    const { status, body } = await edit(id, 1, { requirements: { languages: ['ja'] }, period: null });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      period: null,
      requirements: { languages: ['ja'], certifications: [], months: [], capacityMin: null },
      version: 2,
    });
    expect(await marketplace.events(id)).toEqual([]);
    expect([(await edit(id, 1, { title: 'Old' })).status, (await edit(id, undefined, {})).status]).toEqual([
      412, 428,
    ]);
  });

  it('of a published one keeps it complete and is announced, so that matches follow', async () => {
    const id = await published();
    expect(refusal(await edit(id, 2, { text: null }))).toEqual([422, 'opportunity/incomplete', ['/text']]);
    expect((await edit(id, 2, { themes: ['thm.wellness'] })).status).toBe(200);
    expect(await marketplace.events(id)).toEqual(['opportunity.published 2', 'opportunity.changed 3']);
  });

  it('of a closed one is refused', async () => {
    const id = await published();
    expect((await close(id)).status).toBe(200);
    expect(refusal(await edit(id, 3, { title: 'Again' }))[1]).toBe('opportunity/not-editable');
  });
});

describe('closing', () => {
  it('takes it off the list but not from those who have the link', async () => {
    const id = await published();
    expect((await close(id, 1)).status).toBe(412);
    expect((await close(id, 2)).body).toMatchObject({ state: 'closed', version: 3 });
    expect(refusal(await close(id))[1]).toBe('opportunity/wrong-state');
    expect(refusal(await close(await draft()))[1]).toBe('opportunity/wrong-state');
    expect((await read(id, company)).body.state).toBe('closed');
    expect(await marketplace.events(id)).toEqual(['opportunity.published 2', 'opportunity.closed 3']);
  });
});

describe("others' opportunities", () => {
  it('cannot be changed: they answer like ids that are nobody’s', async () => {
    const [hidden, open] = [await draft(), await published()];
    const routes: ((id: string) => Promise<Answer>)[] = [
      (id) => edit(id, 2, { title: 'Mine now' }, company),
      (id) => publish(id, undefined, company),
      (id) => close(id, undefined, company),
    ];
    for (const route of routes) {
      const random = seen(await route(newId()));
      expect(random).toMatchObject({ status: 404 });
      expect(seen(await route(hidden))).toEqual(random);
      expect(seen(await route(open))).toEqual(random);
    }
    expect(seen(await read(hidden, company))).toEqual(seen(await read(newId(), company)));
    expect((await read(open)).body).toMatchObject({ state: 'published', version: 2 });
  });
});

describe('the list', () => {
  const list = async (query: string, member = company) => {
    const answer = await marketplace.ask(member, 'GET', `/opportunities${query}`);
    expect([query, answer.status]).toEqual([query, 200]);
    return answer.body;
  };
  const ids = async (query: string, member?: Member) => (await list(query, member)).items.map(({ id }) => id);

  it('holds what is open to everybody, last published first', async () => {
    const city = await marketplace.member('city', 'owner');
    const of = `?organizationId=${city.organizationId}`;
    const [first, second, third] = [
      await draft(fresh(), city),
      await draft(fresh({ themes: ['thm.wellness'] }), city),
      await draft(fresh({ markets: ['mkt.jp'], collaboration: ['col.training'] }), city),
    ];
    for (const id of [second, third, first]) await publish(id, undefined, city);
    const [late, closed] = [await published(fresh(), city), await published(fresh(), city)];
    await outlive(late);
    await close(closed, undefined, city);
    await draft(fresh(), city);

    expect(await ids(of)).toEqual([first, third, second]);
    expect(await ids(`${of}&theme=thm.golf`)).toEqual([first, third]);
    expect(await ids(`${of}&theme=thm.golf&theme=thm.wellness`)).toEqual([first, third, second]);
    expect(await ids(`${of}&theme=thm.golf&market=mkt.jp`)).toEqual([third]);
    expect(await ids(`${of}&collaboration=col.training`)).toEqual([third]);

    const page = await list(`${of}&limit=2&total=true`);
    expect(page).toMatchObject({ total: 3, totalCapped: false });
    expect(await ids(`${of}&limit=2&cursor=${page.nextCursor}`)).toEqual([second]);
    expect(await ids('?limit=100')).toEqual(expect.arrayContaining([first, second, third]));
  });

  it('is narrowed by who offers it, and ordered as asked', async () => {
    const [city, firm] = [
      await marketplace.member('city', 'owner'),
      await marketplace.member('sme', 'owner'),
    ];
    await marketplace.database.query(`update organization set country = 'VN' where id = $1`, [
      firm.organizationId,
    ]);
    const of = `?organizationId=${city.organizationId}&organizationId=${firm.organizationId}`;
    const later = await published(fresh({ deadline: '2998-01-01' }), city);
    const sooner = await published(fresh({ deadline: '2027-06-01', language: 'en' }), firm);
    const never = await published(fresh({ deadline: null }), city);
    expect(await ids(`${of}&kind=sme`)).toEqual([sooner]);
    expect(await ids(`${of}&country=KR`)).toEqual([never, later]);
    expect(await ids(`${of}&country=KR&kind=sme`)).toEqual([]);
    expect(await ids(`${of}&language=en`)).toEqual([sooner]);
    expect(await ids(`${of}&sort=deadline`)).toEqual([sooner, later, never]);
    const page = await list(`${of}&sort=deadline&limit=2`);
    expect(await ids(`${of}&sort=deadline&limit=2&cursor=${page.nextCursor}`)).toEqual([never]);
    const foreign = await marketplace.ask(company, 'GET', `/opportunities${of}&cursor=${page.nextCursor}`);
    expect(foreign.status).toBe(422);
    expect((await ids(`${of}&sort=ending`))[2]).toBe(never);

    const { body } = await marketplace.ask(company, 'GET', `/opportunities/facets${of}&kind=city`);
    expect(body).toMatchObject({
      kinds: [
        { value: 'city', count: 2 },
        { value: 'sme', count: 1 },
      ],
      countries: [{ value: 'KR', count: 2 }],
      language: [{ value: 'vi', count: 2 }],
      markets: [{ value: 'mkt.kr', count: 2 }],
    });
  });

  it('leaves out whose organization takes part no longer, as its numbers do, until it is back', async () => {
    const [city, stays] = [
      await marketplace.member('city', 'owner'),
      await marketplace.member('city', 'owner'),
    ];
    const theme = 'thm.esports';
    const [gone, open] = [
      await published(fresh({ themes: [theme] }), city),
      await published(fresh({ themes: [theme] }), stays),
    ];
    const shown = async () => {
      const [all, cities, one] = [
        await list(`?theme=${theme}&total=true`),
        await ids(`?theme=${theme}&kind=city`),
        await ids(`?organizationId=${city.organizationId}`),
      ];
      const { body } = await marketplace.ask(company, 'GET', `/opportunities/facets?theme=${theme}`);
      return { all: all.items.map(({ id }) => id), total: all.total, cities, one, facets: body };
    };
    const counted = (count: number) => ({
      kinds: [{ value: 'city', count }],
      countries: [{ value: 'KR', count }],
      themes: expect.arrayContaining([{ value: theme, count }]),
      language: [{ value: 'vi', count }],
    });
    const both = { all: [open, gone], total: 2, cities: [open, gone], one: [gone], facets: counted(2) };
    const left = { all: [open], total: 1, cities: [open], one: [], facets: counted(1) };

    expect(await shown()).toMatchObject(both);
    await decide('suspend', city);
    expect(await shown()).toMatchObject(left);
    // Who has its link reads it still, and that it takes no answers.
    expect((await read(gone, company)).body).toMatchObject({ state: 'published', isOpen: false });
    await decide('activate', city);
    expect(await shown()).toMatchObject(both);
    expect((await read(gone, company)).body).toMatchObject({ state: 'published', isOpen: true });
    expect(await ids('?mine=true', city)).toEqual([gone]);
    await decide('close', city);
    expect(await shown()).toMatchObject(left);
  });

  it('of the own holds every state, or those asked for', async () => {
    const city = await marketplace.member('city', 'owner');
    const [hidden, open] = [await draft(fresh(), city), await published(fresh(), city)];
    const late = await published(fresh(), city);
    await outlive(late);
    expect((await ids('?mine=true', city)).sort()).toEqual([hidden, open, late].sort());
    expect(await ids('?mine=true&state=draft', city)).toEqual([hidden]);
    expect(await ids('?mine=true&state=draft', company)).not.toContain(hidden);
    expect((await list('?mine=true&state=published&total=true', city)).total).toBe(2);
  });

  it('refuses what it does not know', async () => {
    const answers = [
      '?nation=KR',
      '?state=draft',
      '?mine=perhaps',
      '?sort=random',
      '?kind=moon',
      '?country=Korea',
      '?organizationId=busan',
      '?cursor=abc',
    ].map(async (query) => (await marketplace.ask(company, 'GET', `/opportunities${query}`)).status);
    expect(await Promise.all(answers)).toEqual([422, 422, 422, 422, 422, 422, 422, 422]);
  });
});

describe('for other features', () => {
  it('open opportunities and opportunities by id come with all they declare', async () => {
    const [open, hidden, late] = [await published(), await draft(), await published()];
    await outlive(late);
    const reader = marketplace.app.get(OpportunitiesReader);
    const all = (await reader.published()).map(({ id }) => id);
    expect(all).toContain(open);
    expect(all).not.toContain(hidden);
    expect(all).not.toContain(late);
    const found = await reader.byIds([open, hidden, late, newId()]);
    expect(found.size).toBe(3);
    expect(found.get(open)).toMatchObject({ text: DRAFT.text, themes: DRAFT.themes });
  });
});
