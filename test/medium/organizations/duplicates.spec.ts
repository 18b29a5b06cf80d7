import { systemActor } from '#libs/kernel';
import { CreateOrganization, FindDuplicates, ImportOrganizations } from '#libs/organizations';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Network, type SignedIn } from '../identity/network.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

const data = (name: string) => readFileSync(join(import.meta.dirname, '../../../data', name), 'utf8');
const actor = systemActor('duplicates-of-the-test');

let database: TestDatabase;
let network: Network;
let duplicates: FindDuplicates;
let hana: string;
let ids: Map<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  network = await Network.start(database.config());
  duplicates = network.app.get(FindDuplicates);
  await network.app
    .get(ImportOrganizations)
    .execute(actor, { cities: data('member-cities.csv'), aliases: data('city-aliases.csv') });
  const created = await network.app.get(CreateOrganization).execute(actor, {
    slug: 'sky-tours',
    kind: 'sme',
    name: 'Haeundae Sky Tours Co., Ltd.',
    nameLocal: '주식회사 해운대하늘여행',
    country: 'KR',
    registrationNumber: '123-45-67890',
    emailDomain: 'skytours.example.co.kr',
  });
  hana = created.organizationId;
  const rows = await database.query<{ id: string; slug: string }>('select id, slug from organization');
  ids = new Map(rows.map(({ id, slug }) => [slug, id]));
});
afterAll(async () => {
  await network?.stop();
  await database?.drop();
});

const reasonsFor = async (query: Parameters<FindDuplicates['execute']>[0]) =>
  (await duplicates.execute(query)).map(({ organizationId, because }) => [organizationId, because]);

describe('duplicates', () => {
  it.each([
    ['1234567890', 'KR'],
    ['１２３ ４５ ６７８９０', undefined],
  ])('are found by the registration number %s (%s)', async (registrationNumber, country) => {
    expect(await reasonsFor({ registrationNumber, country, names: [] })).toEqual([
      [hana, 'registration-number'],
    ]);
  });

  it('are not found by the same digits of another register', async () => {
    expect(await reasonsFor({ registrationNumber: '1234567890', country: 'VN', names: [] })).toEqual([]);
  });

  it('are found by the domain of an address, but never by a public provider', async () => {
    expect(await reasonsFor({ emailDomain: 'Kim@Mail.Example.CO.KR', names: [] })).toEqual([
      [hana, 'email-domain'],
    ]);
    expect(await reasonsFor({ emailDomain: 'kim@example.kr', names: [] })).toEqual([]);
    await database.query(`update organization set email_domain_key = 'gmail.com' where id = $1`, [hana]);
    expect(await reasonsFor({ emailDomain: 'kim@gmail.com', names: [] })).toEqual([]);
  });

  it.each([
    ['haeundae skytours', 'sky-tours'],
    ['HAEUNDAE SKY TOUR Inc.', 'sky-tours'],
    ['㈜해운대 하늘 여행', 'sky-tours'],
    ['해운대하늘여행사', 'sky-tours'],
    ['Du jiang yan', 'dujiangyan'],
    ['Dujianyian', 'dujiangyan'],
    ['Simonoseki', 'shimonoseki'],
    ['釜山', 'busan'],
    ['부산', 'busan'],
    ['Đà Nẵng', 'da-nang'],
    ['Danan', 'da-nang'],
  ])('are found by the name %s', async (name, slug) => {
    const found = await duplicates.execute({ names: [name] });
    expect(found.map(({ organizationId }) => organizationId)).toContain(ids.get(slug));
    expect(found[0]?.organizationId).toBe(ids.get(slug));
  });

  it.each(['Blue Lagoon Cruises', '광주여행', 'Co., Ltd.', '!?'])('are not seen in %s', async (name) => {
    expect(await reasonsFor({ names: [name] })).toEqual([]);
  });

  it('put the surest reason first and leave out who asks', async () => {
    const query = { registrationNumber: '123-45-67890', country: 'KR', names: ['Haeundae Sky Tours'] };
    expect(await reasonsFor(query)).toEqual([
      [hana, 'registration-number'],
      [hana, 'name'],
    ]);
    expect(await reasonsFor({ ...query, except: hana })).toEqual([]);
  });
});

describe('what an organization is recognised by', () => {
  let owner: SignedIn;
  beforeAll(async () => {
    owner = await network.signedIn([hana, 'owner']);
  });
  const change = async (body: object) => {
    const { headers } = await network.send(`/organizations/${hana}`, { token: owner.token });
    return network.send(`/organizations/${hana}`, {
      method: 'PATCH',
      token: owner.token,
      body,
      headers: { 'if-match': String(headers.etag) },
    });
  };

  it('is stated by its owner and checked', async () => {
    for (const wrong of [
      { website: 'javascript:alert(1)' },
      { website: 'skytours' },
      { emailDomain: 'not a domain' },
      { aliases: ['a\u202eb'] },
      { aliases: ['Same', 'Same'] },
      { aliases: null },
      { registrationNumber: '' },
    ]) {
      expect([wrong, (await change(wrong)).status]).toEqual([wrong, 422]);
    }
    const answer = await change({
      website: 'https://skytours.example/ko',
      registrationNumber: '220-81-62517',
      emailDomain: 'skytours.example.kr',
      aliases: ['스카이투어', 'スカイツアー'],
    });
    expect(answer.body).toMatchObject({
      website: 'https://skytours.example/ko',
      registrationNumber: '220-81-62517',
      emailDomain: 'skytours.example.kr',
      statedAliases: ['スカイツアー', '스카이투어'],
    });
    expect(await reasonsFor({ registrationNumber: '2208162517', country: 'KR', names: [] })).toHaveLength(1);
    expect(await reasonsFor({ names: ['スカイ・ツアー'] })).toEqual([[hana, 'name']]);
  });

  it('keeps a former name as a name it is found by', async () => {
    const renamed = await change({ name: 'Ocean Gate Holidays' });
    expect(renamed.body).toMatchObject({ name: 'Ocean Gate Holidays' });
    expect(renamed.body.aliases).toContain('Haeundae Sky Tours Co., Ltd.');
    expect(renamed.body.statedAliases).toHaveLength(3);
    const found = await network.send('/organizations?q=haeundae%20sky', { token: owner.token });
    expect(found.body).toMatchObject({ items: [{ id: hana }] });
    const back = await change({ name: 'Haeundae Sky Tours Co., Ltd.', aliases: [] });
    expect(back.body.aliases).toEqual(['Ocean Gate Holidays']);
    expect((await change({ aliases: [] })).body.aliases).toEqual([]);
  });

  it('shows strangers the website only', async () => {
    const stranger = await network.signedIn([await network.organization('sme'), 'owner']);
    const answer = await network.send(`/organizations/${hana}`, { token: stranger.token });
    expect(answer.body).toMatchObject({
      website: 'https://skytours.example/ko',
      registrationNumber: null,
      emailDomain: null,
    });
  });
});
