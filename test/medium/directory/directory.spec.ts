import { randomUUID } from 'node:crypto';
import { ForgetSearches, ProjectEntries, RebuildDirectory, TellFound } from '#libs/directory';
import { systemActor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { DirectoryWorld, type Json, type Member } from './directory-world.js';

const GOLF = { themes: ['thm.golf'], summary: 'Sân gôn 27 lỗ sát biển.', language: 'vi' };

let world: DirectoryWorld;
let reader: Member;
let golf: string;
let spa: string;

beforeAll(async () => {
  world = await DirectoryWorld.open();
  const home = await world.organization({ name: 'Reading Room', country: 'JP' });
  reader = await world.member(home, 'owner');
  golf = await world.organization({ name: 'Cat Trang', nameLocal: 'Cát Trắng', country: 'VN' }, GOLF);
  spa = await world.organization({ name: 'Dalbit', nameLocal: '달빛서라벌' }, { themes: ['thm.wellness'] });
}, 60_000);
afterAll(async () => {
  await world?.close();
});

const idsOf = ({ items }: Json): string[] => items.map(({ id }) => id);
const found = async (query: string): Promise<string[]> => idsOf(await world.search(reader, query));
const countOf = ({ facets }: Json, field: string, value: string): number =>
  facets?.find((facet) => facet.field === field)?.values.find((each) => each.value === value)?.count ?? 0;

describe('a search', () => {
  it.each([
    ['q=Cat%20Trang', 'name'],
    ['q=c%C3%A1t%20tr%E1%BA%AFng', 'name'],
    [`q=${encodeURIComponent('골프')}`, 'concept'],
  ])('%s says why it found something: %s', async (query, kind) => {
    const { items } = await world.search(reader, query);
    expect(items[0]).toMatchObject({ id: golf, matched: [{ kind }] });
  });

  it('quotes the words that say it, in their language', async () => {
    const { items } = await world.search(reader, `q=${encodeURIComponent('골프')}`);
    expect(items[0]?.snippet).toEqual({ text: 'Sân gôn 27 lỗ sát biển.', language: 'vi' });
  });

  it('finds a text in every language it was translated to, and quotes that one', async () => {
    const owner = await world.member(golf, 'owner');
    const translate = (language: string, summary: string, version: number) =>
      world.ask(owner, 'PUT', `/organizations/${golf}/profile/translation`, {
        body: { language, origin: 'human', texts: { summary } },
        version,
      });
    expect((await translate('en', 'Twenty-seven holes beside lighthouses.', 1)).status).toBe(200);
    expect((await translate('th', 'สนามกอล์ฟริมทะเลใกล้ประภาคาร', 2)).status).toBe(200);
    await world.project(golf);
    for (const [q, language] of [
      ['lighthouse', 'en'],
      ['ประภาคาร', 'th'],
      ['27 lỗ', 'vi'],
    ] as const) {
      const { items } = await world.search(reader, `q=${encodeURIComponent(q)}`);
      expect([items[0]?.id, items[0]?.snippet?.language]).toEqual([golf, language]);
    }
  });

  it('says who recommends an organization, while they take part', async () => {
    const by = await world.organization({ name: 'Vouching City', kind: 'city' });
    await world.recommend(by, spa);
    const recommended = async (path: string): Promise<unknown> =>
      (await world.ask(reader, 'GET', `/directory${path}`)).body.items[0]?.recommendedBy;
    const shown = [{ id: by, name: 'Vouching City', nameLocal: null }];
    expect(await recommended('?q=Dalbit')).toEqual(shown);
    expect(await recommended('/suggestions?q=Dalb')).toEqual(shown);
    await world.setState(by, 'suspended');
    expect(await recommended('?q=Dalbit')).toEqual([]);
    await world.project(by);
  });

  it('hears a Japanese name in kana of any width', async () => {
    const city = await world.organization({ name: 'Fukuoka', kind: 'city', country: 'JP' });
    for (const q of ['ふくおか', 'フクオカ', 'ﾌｸｵｶ'])
      expect(await found(`q=${encodeURIComponent(q)}`)).toEqual([city]);
    await world.setState(city, 'closed');
    await world.project(city);
  });

  it('asks for less where the filters leave nothing', async () => {
    expect(await found('q=golf%20lagoons')).toEqual([golf]);
    expect(await found('q=golf%20lagoons&country=KR')).toEqual([]);
  });

  it('works inside words and with one syllable', async () => {
    for (const q of ['서라벌', '라벌', '벌'])
      expect(await found(`q=${encodeURIComponent(q)}`)).toEqual([spa]);
  });

  it('forgives slips and says so', async () => {
    const { items, corrected } = await world.search(reader, 'q=Dalbitt');
    expect([items[0]?.id, corrected]).toEqual([spa, 'dalbit']);
  });

  it('filters, and counts what each other value would leave', async () => {
    const page = await world.search(reader, 'country=VN&facets=true&total=true');
    expect(idsOf(page)).toEqual([golf]);
    expect(page.total).toBe(1);
    expect(countOf(page, 'theme', 'thm.golf')).toBe(1);
    expect(countOf(page, 'theme', 'thm.wellness')).toBe(0);
    // Its own filter does not hide the other values of a field.
    expect(countOf(page, 'country', 'KR')).toBe(1);
  });

  it.each([
    'kinds=sme',
    'country=korea',
    'sort=best',
    'scope=city',
    'limit=0',
    'cursor=abc',
    'facets=perhaps',
  ])('%s is refused', async (query) => {
    expect((await world.ask(reader, 'GET', `/directory?${query}`)).status).toBe(422);
  });

  it.each(['relevance', 'name', 'newest'])('shows each entry once, page after page, by %s', async (sort) => {
    const all = await found(`sort=${sort}`);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Json = await world.search(
        reader,
        `sort=${sort}&limit=1${cursor ? `&cursor=${cursor}` : ''}`,
      );
      paged.push(...idsOf(page));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(all);
    expect(new Set(all).size).toBe(3);
  });

  it('takes no cursor of another search or another organization', async () => {
    const { nextCursor } = await world.search(reader, 'limit=1');
    const other = await world.member(spa, 'owner');
    expect((await world.ask(reader, 'GET', `/directory?q=golf&limit=1&cursor=${nextCursor}`)).status).toBe(
      422,
    );
    expect((await world.ask(other, 'GET', `/directory?limit=1&cursor=${nextCursor}`)).status).toBe(422);
  });

  it('suggests by initial consonants, the exact ones first', async () => {
    const { body } = await world.ask(
      reader,
      'GET',
      `/directory/suggestions?q=${encodeURIComponent('ㄷㅂㅅㄹ')}`,
    );
    expect(idsOf(body)).toEqual([spa]);
  });
});

describe('what may not be seen', () => {
  it.each(['applicant', 'candidate', 'suspended', 'closed'] as const)(
    'is not found in state %s, before and after the job',
    async (state) => {
      const canary = `Canary${randomUUID().replaceAll('-', '')}`;
      const id = await world.organization({ name: canary }, { summary: canary });
      expect(await found(`q=${canary}`)).toEqual([id]);
      await world.setState(id, state);
      expect(await found(`q=${canary}`)).toEqual([]);
      await world.project(id);
      const answers = await Promise.all(
        [
          `?q=${canary}&facets=true`,
          `/suggestions?q=${canary}`,
          `/map?q=${canary}`,
          `/comparison?ids=${id}`,
        ].map((path) => world.ask(reader, 'GET', `/directory${path}`)),
      );
      for (const { text } of answers) expect(text).not.toContain(canary);
      expect(JSON.stringify(await world.projection())).not.toContain(canary);
      await world.setState(id, 'active');
      await world.project(id);
      expect(await found(`q=${canary}`)).toEqual([id]);
      await world.setState(id, 'closed');
      await world.project(id);
    },
  );

  it('is no opportunity of a suspended organization, nor one whose last day is over', async () => {
    const city = await world.organization({ kind: 'city', name: 'Harbour City' });
    const officer = await world.member(city, 'officer');
    const draft = {
      title: 'Lanternwalk',
      text: 'Walks by night.',
      language: 'en',
      collaboration: ['col.supply'],
    };
    const { body } = await world.ask(officer, 'POST', '/opportunities', { body: draft });
    await world.projectChanged('opportunity', body.id);
    expect(await found('q=Lanternwalk')).toEqual([]);
    const published = await world.ask(officer, 'POST', `/opportunities/${body.id}/publish`);
    expect(published.status).toBe(200);
    await world.projectChanged('opportunity', body.id);
    expect(await found('q=Lanternwalk')).toEqual([body.id]);

    await world.setState(city, 'suspended');
    await world.project(city);
    expect(await found('q=Lanternwalk')).toEqual([]);
    await world.setState(city, 'active');
    await world.project(city);
    expect(await found('q=Lanternwalk')).toEqual([body.id]);

    await world.database.query(`update opportunity set deadline = current_date - 2 where id = $1`, [body.id]);
    await world.projectChanged('opportunity', body.id);
    expect(await found('q=Lanternwalk')).toEqual([]);
    await world.setState(city, 'closed');
    await world.project(city);
  });
});

describe('the projection', () => {
  it('is the same after a second delivery, and after a rebuild', async () => {
    const [entries, bitmaps] = [await world.projection(), await world.bitmaps()];
    await world.project(golf);
    expect([await world.projection(), await world.bitmaps()]).toEqual([entries, bitmaps]);
    await world.app.get(RebuildDirectory).execute();
    expect([await world.projection(), await world.bitmaps()]).toEqual([entries, bitmaps]);
  });

  it('keeps what was seen later, whatever comes first', async () => {
    const projectEntries = world.app.get(ProjectEntries);
    const changed = { type: 'organization', id: golf, withDependents: false } as const;
    const write = (seen: Awaited<ReturnType<ProjectEntries['prepare']>>) =>
      world.app.get(UnitOfWork).run(systemActor(newId()), (tx) => projectEntries.write(tx, seen));
    const before = await projectEntries.prepare(changed);
    await world.database.query(`update organization set name = 'Renamed Links' where id = $1`, [golf]);
    const after = await projectEntries.prepare(changed);
    await write(after);
    await write(before);
    expect((await world.search(reader, 'country=VN')).items[0]?.title).toBe('Renamed Links');
    await world.database.query(`update organization set name = 'Cat Trang' where id = $1`, [golf]);
    await world.project(golf);
  });

  it('finds again by a rebuild what no job has told it of', async () => {
    await world.setState(spa, 'suspended');
    await world.app.get(RebuildDirectory).execute();
    expect((await world.search(reader, 'facets=true')).facets).toBeDefined();
    expect(countOf(await world.search(reader, 'facets=true'), 'theme', 'thm.wellness')).toBe(0);
    await world.setState(spa, 'active');
    await world.app.get(RebuildDirectory).execute();
    expect(countOf(await world.search(reader, 'facets=true'), 'theme', 'thm.wellness')).toBe(1);
  });
});

describe('a saved search', () => {
  const keep = (alert: string, member = reader) =>
    world.ask(member, 'POST', '/saved-searches', { body: { name: 'Yachts', query: { q: 'yacht' }, alert } });
  const told = async (id: string): Promise<number> =>
    (
      await world.database.query(
        `select 1 from outbox_event where type = 'saved-search.found' and aggregate_id = $1`,
        [id],
      )
    ).length;
  const tell = async (): Promise<void> => {
    const tellFound = world.app.get(TellFound);
    const due = [...(await tellFound.prepare('at-once')), ...(await tellFound.prepare('daily'))];
    await world.app.get(UnitOfWork).run(systemActor(newId()), (tx) => tellFound.write(tx, due));
  };

  it.each(['at-once', 'daily'])('tells once of what is new (%s)', async (alert) => {
    const old = await world.organization({ name: `Old ${alert}` }, { themes: ['thm.yacht'] });
    const { status, body } = await keep(alert);
    expect(status).toBe(201);
    await world.project(old);
    await tell();
    expect(await told(body.id)).toBe(0);

    const fresh = await world.organization({ name: `Fresh ${alert}` }, { themes: ['thm.yacht'] });
    await tell();
    expect(await told(body.id)).toBe(1);
    // Leaving and coming back is no news.
    await world.setState(fresh, 'suspended');
    await world.project(fresh);
    await world.setState(fresh, 'active');
    await world.project(fresh);
    await tell();
    expect(await told(body.id)).toBe(1);
  });

  it('is silent when it is told to be, and about what is hidden again', async () => {
    const [off, alerting] = [(await keep('off')).body.id, (await keep('at-once')).body.id];
    const id = await world.organization({ name: 'Short stay' }, { themes: ['thm.yacht'] });
    await world.setState(id, 'suspended');
    await world.project(id);
    await tell();
    expect([await told(off), await told(alerting)]).toEqual([0, 0]);
  });

  it('of an area tells only of what lies there', async () => {
    const query = { q: 'yacht', area: '124.5,33,131.5,39' };
    const body = { name: 'Yachts of Korea', query, alert: 'at-once' };
    const { body: kept } = await world.ask(reader, 'POST', '/saved-searches', { body });
    const sails = { themes: ['thm.yacht'] };
    await world.organization({ name: 'Da Nang Sails' }, sails, { lat: 16.05, lon: 108.2 });
    await world.organization({ name: 'Sails of nowhere' }, sails);
    await tell();
    expect(await told(kept.id)).toBe(0);
    await world.organization({ name: 'Busan Sails' }, sails, { lat: 35.1, lon: 129.03 });
    await tell();
    expect(await told(kept.id)).toBe(1);
  });

  it('is its owner’s alone, and kept by version', async () => {
    const { body } = await keep('off');
    const colleague = await world.member(reader.organizationId, 'owner');
    for (const member of [colleague, await world.member(spa, 'owner')]) {
      expect((await world.ask(member, 'GET', `/saved-searches/${body.id}`)).status).toBe(404);
      const change = { body: { name: 'Mine' }, version: 1 };
      expect((await world.ask(member, 'PATCH', `/saved-searches/${body.id}`, change)).status).toBe(404);
      expect((await world.ask(member, 'DELETE', `/saved-searches/${body.id}`, { version: 1 })).status).toBe(
        404,
      );
      expect(idsOf((await world.ask(member, 'GET', '/saved-searches')).body)).toEqual([]);
    }
    const path = `/saved-searches/${body.id}`;
    expect((await world.ask(reader, 'PATCH', path, { body: { name: 'Sails' } })).status).toBe(428);
    const change = { body: { name: 'Sails', query: { q: 'sail' } }, version: 1 };
    expect((await world.ask(reader, 'PATCH', path, change)).body).toMatchObject({
      name: 'Sails',
      version: 2,
    });
    expect((await world.ask(reader, 'DELETE', path, { version: 1 })).status).toBe(412);
    expect((await world.ask(reader, 'DELETE', path, { version: 2 })).status).toBe(204);
  });

  it('that was taken away finds nothing, and comes back the same one within the hour', async () => {
    const path = `/saved-searches/${(await keep('at-once')).body.id}`;
    const { body: kept } = await world.ask(reader, 'GET', path);
    const restore = (member = reader) => world.ask(member, 'POST', `${path}/restore`);
    expect((await restore()).body).toMatchObject({ id: kept.id, version: 1 });
    await world.ask(reader, 'DELETE', path, { version: 1 });
    expect((await world.ask(reader, 'GET', path)).status).toBe(404);
    expect((await world.ask(reader, 'DELETE', path, { version: 2 })).status).toBe(404);
    await world.organization({ name: 'Sails meanwhile' }, { themes: ['thm.yacht'] });
    await tell();
    expect(await told(kept.id)).toBe(0);

    expect((await restore(await world.member(reader.organizationId, 'owner'))).status).toBe(404);
    const restored = await restore();
    expect(restored.status).toBe(200);
    expect(restored.body).toEqual({ ...kept, version: 3, updatedAt: restored.body.updatedAt });
    await world.organization({ name: 'Sails afterwards' }, { themes: ['thm.yacht'] });
    await tell();
    expect(await told(kept.id)).toBe(1);

    await world.ask(reader, 'DELETE', path, { version: 3 });
    await world.database.query(
      `update saved_search set removed_at = now() - interval '2 hours' where id = $1`,
      [kept.id],
    );
    const forget = world.app.get(ForgetSearches);
    await world.app.get(UnitOfWork).run(systemActor(newId()), (tx) => forget.removed(tx));
    expect((await restore()).status).toBe(404);
  });
});

describe('a shortlist', () => {
  it('is shared within the organization, hides who has left, and is nobody else’s', async () => {
    const { body: list } = await world.ask(reader, 'POST', '/shortlists', { body: { name: 'Partners' } });
    const path = `/shortlists/${list.id}`;
    const put = (id: string, version: number, member = reader) =>
      world.ask(member, 'PUT', `${path}/entries/${id}`, { body: { note: 'By the sea' }, version });
    expect((await put(golf, 1)).body).toMatchObject({
      version: 2,
      entries: [{ organization: { id: golf }, note: 'By the sea' }],
    });
    expect((await put(randomUUID(), 2)).status).toBe(404);
    expect((await put(golf, 1)).status).toBe(412);

    const colleague = await world.member(reader.organizationId, 'viewer');
    expect((await world.ask(colleague, 'GET', path)).status).toBe(200);
    expect((await put(spa, 2, colleague)).status).toBe(403);
    const stranger = await world.member(spa, 'owner');
    expect((await world.ask(stranger, 'GET', path)).status).toBe(404);
    expect((await put(spa, 2, stranger)).status).toBe(404);

    await world.setState(golf, 'suspended');
    expect((await world.ask(reader, 'GET', path)).body.entries).toEqual([]);
    expect((await put(spa, 2)).status).toBe(200);
    await world.setState(golf, 'active');
    expect((await world.ask(reader, 'GET', path)).body.entries).toHaveLength(2);
    const gone = await world.ask(reader, 'DELETE', `${path}/entries/${golf}`, { version: 3 });
    expect(gone.body.entries.map(({ organization }) => organization.id)).toEqual([spa]);
    expect((await world.ask(reader, 'DELETE', path, { version: 4 })).status).toBe(204);
  });
});

describe('side by side', () => {
  it('stand facts of up to four, without those that cannot be seen', async () => {
    const ids = (list: string[]): string => list.map((id) => `ids=${id}`).join('&');
    const { body } = await world.ask(
      reader,
      'GET',
      `/directory/comparison?${ids([spa, randomUUID(), golf])}`,
    );
    expect(body.organizations.map(({ id }) => id)).toEqual([spa, golf]);
    expect(body.rows.find(({ field }) => field === 'themes')?.values).toEqual([
      ['thm.wellness'],
      ['thm.golf'],
    ]);
    const summaries = body.texts.find(({ field }) => field === 'summary')?.values;
    expect(summaries?.map(({ versions }) => versions.length)).toEqual([0, 3]);
    expect(summaries?.[1]?.versions[0]).toEqual({ text: GOLF.summary, language: 'vi', state: 'original' });
    expect(summaries?.[1]?.versions[1]).toMatchObject({ language: 'en', state: 'human' });
    expect(body.organizations[1]).toMatchObject({ fictional: false, fees: null, recommendedBy: [] });
    const five = ids(Array.from({ length: 5 }, () => randomUUID()));
    expect((await world.ask(reader, 'GET', `/directory/comparison?${five}`)).status).toBe(422);
  });
});

describe('an export', () => {
  it('holds only who agreed, for as long as they do', async () => {
    const owner = await world.member(golf, 'owner');
    const rows = async (): Promise<string> => (await world.ask(reader, 'GET', '/directory/export')).text;
    expect(await rows()).not.toContain('Cat Trang');
    expect(
      (
        await world.ask(await world.member(golf, 'viewer'), 'PUT', '/directory/consent', {
          body: { export: true },
          version: 0,
        })
      ).status,
    ).toBe(403);
    const given = await world.ask(owner, 'PUT', '/directory/consent', { body: { export: true }, version: 0 });
    expect(given.body).toMatchObject({ export: true, version: 1 });
    expect(await rows()).toContain('Cat Trang,Cát Trắng,sme,VN');
    expect(await rows()).not.toContain('Dalbit');
    await world.ask(owner, 'PUT', '/directory/consent', { body: { export: false }, version: 1 });
    expect(await rows()).not.toContain('Cat Trang');
  });
});
