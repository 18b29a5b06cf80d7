import { newId } from '#libs/platform/database';
import { Network, type SignedIn } from '../identity/network.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let network: Network;
let owner: SignedIn;
let danang: string;

interface Page {
  items: { id: string; name: string; kind: string }[];
  nextCursor: string | null;
  total?: number;
  totalCapped?: boolean;
}

beforeAll(async () => {
  database = await testDatabase();
  network = await Network.start(database.config());
  danang = await network.organization('city', 'Đà Nẵng', 'VN');
  for (const name of ['Busan', 'Ångström Tours', 'zebra cruises', 'Busan Harbour Walks']) {
    await network.organization(name === 'Busan' ? 'city' : 'sme', name);
  }
  owner = await network.signedIn([danang, 'owner']);
});
afterAll(async () => {
  await network?.stop();
  await database?.drop();
});

const get = (url: string) => network.send(url, { token: owner.token });
async function page(query = ''): Promise<Page> {
  const answer = await get(`/organizations${query}`);
  expect([query, answer.status]).toEqual([query, 200]);
  return answer.body as unknown as Page;
}
const names = async (query: string) => (await page(query)).items.map(({ name }) => name);

describe('the list of organizations', () => {
  it('is ordered by name, whatever its case and marks', async () => {
    expect(await names('')).toEqual([
      'Ångström Tours',
      'Busan',
      'Busan Harbour Walks',
      'Đà Nẵng',
      'zebra cruises',
    ]);
  });

  it('is filtered by kind, country and part of a name, repeated and together', async () => {
    expect(await names('?kind=city')).toEqual(['Busan', 'Đà Nẵng']);
    expect(await names('?kind=city&kind=sme&country=VN')).toEqual(['Đà Nẵng']);
    expect(await names('?country=KR&country=VN&kind=sme')).toHaveLength(3);
    expect(await names('?q=da%20nang')).toEqual(['Đà Nẵng']);
    expect(await names('?q=BUSAN&kind=sme')).toEqual(['Busan Harbour Walks']);
    expect(await names('?q=%25')).toEqual([]);
    expect(await names('?q=harbourwalks')).toEqual(['Busan Harbour Walks']);
  });

  it('is walked by cursor: every organization once', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const next: Page = await page(`?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      seen.push(...next.items.map(({ id }) => id));
      cursor = next.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual((await page()).items.map(({ id }) => id));
  });

  it('counts when asked', async () => {
    expect(await page('?limit=1&total=true')).toMatchObject({ total: 5, totalCapped: false });
    expect(await page('?limit=1&total=true&kind=city')).toMatchObject({ total: 2 });
    expect(await page('?limit=1')).not.toHaveProperty('total');
  });

  it('refuses unknown filters, bad limits and cursors of other filters', async () => {
    const { nextCursor } = await page('?limit=1');
    for (const query of [
      'kind=hotel',
      'country=Korea',
      'limit=0',
      'limit=101',
      'sort=name',
      'q=',
      `limit=1&kind=sme&cursor=${nextCursor}`,
      'cursor=abc',
    ]) {
      expect([query, (await get(`/organizations?${query}`)).status]).toEqual([query, 422]);
    }
    expect((await page(`?limit=1&cursor=${nextCursor}`)).items).toHaveLength(1);
  });

  it('leaves suspended organizations out', async () => {
    const gone = await network.organization('sme', 'Gone Tours');
    await database.query(`update organization set state = 'suspended' where id = $1`, [gone]);
    expect(await names('?q=gone')).toEqual([]);
    expect((await get(`/organizations/${gone}`)).status).toBe(404);
  });
});

describe('one organization', () => {
  it('comes with country, names, members and abilities for its people', async () => {
    const answer = await get(`/organizations/${danang}`);
    expect(answer.headers.etag).toBe(`"${String(answer.body.version)}"`);
    expect(answer.body).toMatchObject({
      id: danang,
      name: 'Đà Nẵng',
      country: 'VN',
      countryNames: [
        { language: 'en', text: 'Vietnam' },
        { language: 'ko', text: '베트남' },
      ],
      memberCount: 1,
      members: [{ personId: owner.personId, role: 'owner', signatory: false }],
      abilities: { update: true, seeMembers: true },
    });
    expect(JSON.stringify(answer.body)).not.toContain('@');
  });

  it('shows strangers how many its people are, not who', async () => {
    const stranger = await network.signedIn([await network.organization('sme'), 'owner']);
    const answer = await network.send(`/organizations/${danang}`, { token: stranger.token });
    expect(answer.body).toMatchObject({
      memberCount: 1,
      members: [],
      abilities: { update: false, seeMembers: false },
    });
  });

  it('is changed by its owner against the version that was read', async () => {
    const change = (body: object, version?: string) =>
      network.send(`/organizations/${danang}`, {
        method: 'PATCH',
        token: owner.token,
        body,
        headers: version === undefined ? {} : { 'if-match': version },
      });
    expect((await change({ nameLocal: 'x' })).status).toBe(428);
    const stale = await change({ nameLocal: 'x' }, '"7"');
    expect([stale.status, stale.body.code]).toEqual([412, 'request/stale-version']);
    for (const wrong of [{ name: '' }, { name: null }, { slug: 'x' }, { languages: ['viet'.repeat(3)] }]) {
      expect((await change(wrong, '"1"')).status).toBe(422);
    }
    const done = await change({ nameLocal: 'Thành phố Đà Nẵng', languages: ['vi', 'en'] }, '"1"');
    expect(done.body).toMatchObject({ name: 'Đà Nẵng', nameLocal: 'Thành phố Đà Nẵng', version: 2 });
    expect(await names('?q=thanh%20pho')).toEqual(['Đà Nẵng']);
    const cleared = await change({ nameLocal: null }, '"2"');
    expect(cleared.body).toMatchObject({ nameLocal: null, languages: ['vi', 'en'], version: 3 });
    expect(await names('?q=thanh%20pho')).toEqual([]);
    const audits = await database.query(
      `select actor_id from audit_entry where action = 'organization.update' and entity_id = $1`,
      [danang],
    );
    expect(audits).toEqual([{ actor_id: owner.personId }, { actor_id: owner.personId }]);
  });

  it('that is not there is not found', async () => {
    expect((await get(`/organizations/${newId()}`)).status).toBe(404);
  });
});

describe('me', () => {
  it('is the person with every seat, by the organizations’ names', async () => {
    const sme = await network.organization('sme', 'Aardvark Tours');
    const person = await network.signedIn([danang, 'officer'], [sme, 'viewer']);
    const answer = await network.send('/me', { token: person.token });
    expect(answer.body).toMatchObject({
      id: person.personId,
      email: person.email,
      language: 'en',
      timeZone: 'Asia/Seoul',
      organizations: [
        { id: sme, name: 'Aardvark Tours', kind: 'sme', role: 'viewer', signatory: false },
        { id: danang, name: 'Đà Nẵng', kind: 'city', role: 'officer', signatory: false },
      ],
    });
    expect(answer.headers.etag).toBe('"1"');
  });

  it('changes name, language and time zone, and nothing else', async () => {
    const change = (body: object, version = '"1"') =>
      network.send('/me', { method: 'PATCH', token: owner.token, body, headers: { 'if-match': version } });
    for (const wrong of [{ email: 'new@example.org' }, { timeZone: 'Busan' }, { displayName: 'a\u0000' }]) {
      expect((await change(wrong)).status).toBe(422);
    }
    const done = await change({ displayName: 'Trần Văn Minh', timeZone: 'Asia/Ho_Chi_Minh' });
    expect(done.body).toMatchObject({
      displayName: 'Trần Văn Minh',
      language: 'en',
      timeZone: 'Asia/Ho_Chi_Minh',
      version: 2,
    });
    expect((await change({ language: 'vi' })).status).toBe(412);
    expect((await change({ language: 'vi' }, '"2"')).body).toMatchObject({ language: 'vi', version: 3 });
  });
});

describe('countries', () => {
  it('have names in the languages of the screens', async () => {
    const { items } = (await get('/countries')).body as unknown as { items: { code: string }[] };
    expect(items).toHaveLength(249);
    expect(items).toContainEqual({
      code: 'KR',
      names: [
        { language: 'en', text: 'South Korea' },
        { language: 'ko', text: '대한민국' },
      ],
    });
  });
});
