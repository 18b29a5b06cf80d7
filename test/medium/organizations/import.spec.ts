import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemActor } from '#libs/kernel';
import { ImportOrganizations, ImportRefused, OrganizationsReader } from '#libs/organizations';
import { Network } from '../identity/network.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

const data = (name: string) => readFileSync(join(import.meta.dirname, '../../../data', name), 'utf8');
const CITIES = data('member-cities.csv');
const ALIASES = data('city-aliases.csv');
const actor = systemActor('import-of-the-test');

let database: TestDatabase;
let network: Network;
let importer: ImportOrganizations;
let reader: OrganizationsReader;

beforeAll(async () => {
  database = await testDatabase();
  network = await Network.start(database.config());
  importer = network.app.get(ImportOrganizations);
  reader = network.app.get(OrganizationsReader);
});
afterAll(async () => {
  await network?.stop();
  await database?.drop();
});

const stored = async () =>
  (await database.query<{ n: number }>('select count(*)::int as n from organization'))[0]?.n;

async function findings(file: { cities: string; aliases?: string }): Promise<string[]> {
  const refusal = await importer.execute(actor, file).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(ImportRefused);
  return (refusal as ImportRefused).lines.map(({ pointer }) => pointer);
}

describe('a file with mistakes', () => {
  const lines = CITIES.split('\n');
  const row = (change: Record<number, string>) => {
    const fields = 'x-city,X City,,KR,,,,,ko,city_member,press,high,,'.split(',');
    for (const [index, value] of Object.entries(change)) fields[Number(index)] = value;
    return fields.join(',');
  };

  it('is refused with every wrong line and column, and nothing of it is kept', async () => {
    const cities = [
      lines[0],
      row({}),
      row({ 0: 'X_City' }),
      row({ 0: 'y-city', 3: 'XX', 5: '91', 6: '10' }),
      row({ 0: 'z-city', 7: 'many', 8: 'ko;zh_hans' }),
      '',
      row({ 0: 'v-city', 9: 'member', 11: 'certain' }),
      row({ 1: ' ' }),
      row({ 0: 'w-city', 5: '10' }),
      row({ 0: 'nul-city', 1: 'N\u0000L' }),
    ].join('\n');
    expect(await findings({ cities })).toEqual([
      '/3/slug',
      '/4/country_iso2',
      '/4/lat',
      '/5/population_approx',
      '/5/languages',
      '/7/membership',
      '/7/certainty',
      '/8/name_en',
      '/8/slug',
      '/9/lon',
      '/10/name_en',
    ]);
    expect(await stored()).toBe(0);
  });

  it('is refused when columns are missing, unknown, or the CSV is broken', async () => {
    expect(await findings({ cities: `slug,name,${lines[0]?.split(',').slice(2).join()}\n` })).toEqual([
      '/1/name_en',
      '/1/name',
    ]);
    expect(await findings({ cities: `${lines[0]}\n${row({})}\n"open` })).toEqual(['/3/record']);
    expect(await findings({ cities: `${lines[0]}\n${row({})},one too many\n` })).toEqual(['/2/record']);
    expect(await findings({ cities: '' })).toHaveLength(14);
  });

  it('of aliases is refused when a city is unknown or a spelling leads to two', async () => {
    const aliases =
      'slug,alias,kind,source\nnowhere,Nowhere,misspelling,x\nbusan,Du jiang yan,x,x\ndujiangyan,dujiangyan,x,x\n';
    expect(await findings({ cities: CITIES, aliases })).toEqual(['/2/slug', '/4/alias']);
    expect(await stored()).toBe(0);
  });
});

describe('the member cities', () => {
  it('are rehearsed by a dry run that keeps nothing', async () => {
    const report = await importer.execute(actor, { cities: CITIES, aliases: ALIASES, dryRun: true });
    expect(report).toEqual({ created: 140, updated: 0, unchanged: 0, dryRun: true });
    expect(await stored()).toBe(0);
    expect(await database.query('select 1 from outbox_event')).toEqual([]);
  });

  it('are imported with membership and certainty, audited and announced', async () => {
    const report = await importer.execute(actor, { cities: CITIES, aliases: ALIASES });
    expect(report).toEqual({ created: 140, updated: 0, unchanged: 0, dryRun: false });
    expect(
      await database.query(
        'select kind, state, tpo_membership as m, count(*)::int as n from organization group by 1, 2, 3 order by 3, 2',
      ),
    ).toEqual([
      { kind: 'city', state: 'candidate', m: 'candidate', n: 17 },
      { kind: 'city', state: 'active', m: 'city_member', n: 112 },
      { kind: 'partner', state: 'active', m: 'industry_member', n: 11 },
    ]);
    const [liupanshui] = await database.query(
      `select certainty, membership_note, name_local, languages, lat from organization where slug = 'liupanshui'`,
    );
    expect(liupanshui).toEqual({
      certainty: 'low',
      membership_note: 'Seed spells "Liufanxiu"; reading as Liupanshui is our best guess',
      name_local: '六盘水市',
      languages: ['zh-Hans'],
      lat: 26.5944,
    });
    const counted = await database.query(
      `select (select count(*)::int from audit_entry where action = 'organization.import') as audits,
         (select count(*)::int from outbox_event where type = 'organization.imported') as events`,
    );
    expect(counted).toEqual([{ audits: 140, events: 140 }]);
  });

  it('imported again change nothing; a changed line changes its city alone', async () => {
    const again = await importer.execute(actor, { cities: CITIES, aliases: ALIASES });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 140 });
    const changed = CITIES.replace('geoje,Geoje,거제시', 'geoje,Geoje City,거제시');
    expect(changed).not.toBe(CITIES);
    expect(await importer.execute(actor, { cities: changed, aliases: ALIASES })).toMatchObject({
      updated: 1,
      unchanged: 139,
    });
    expect(await database.query(`select slug, version, name from organization where version > 1`)).toEqual([
      { slug: 'geoje', version: 2, name: 'Geoje City' },
    ]);
    expect((await reader.findByName('geoje city'))?.slug).toBe('geoje');
    await importer.execute(actor, { cities: CITIES, aliases: ALIASES });
  });

  it.each([
    ['Simonoseki', 'shimonoseki'],
    ['Du jiang yan', 'dujiangyan'],
    ['Dujianyian', 'dujiangyan'],
    ['Baubua', 'baubau'],
    ['Simyang', 'shenyang'],
    ['Xiaoguan', 'shaoguan'],
    ['Lianyunhang', 'lianyungang'],
    ['Lizhang', 'lijiang'],
    ['Rizhou', 'rizhao'],
    ['Liufanxiu', 'liupanshui'],
    ['Hecou', 'hekou'],
    ['Haiphong', 'hai-phong'],
    ['HCMC', 'ho-chi-minh-city'],
    ['THÀNH PHỐ HỒ CHÍ MINH', 'ho-chi-minh-city'],
    ['Sài Gòn', 'ho-chi-minh-city'],
    ['호찌민', 'ho-chi-minh-city'],
    ['ホーチミン', 'ho-chi-minh-city'],
    ['胡志明市', 'ho-chi-minh-city'],
    ['đà nẵng', 'da-nang'],
    ['Ðà Nẵng', 'da-nang'],
    ['다낭', 'da-nang'],
    ['ﾀﾞﾅﾝ', 'da-nang'],
    ['岘港', 'da-nang'],
    ['峴港', 'da-nang'],
    ['부산', 'busan'],
    ['釜山', 'busan'],
    ['プサン', 'busan'],
    ['台北', 'taipei'],
    ['Tây Nguyên', undefined],
  ])('%s is found as %s', async (name, slug) => {
    expect((await reader.findByName(name))?.slug).toBe(slug);
  });

  it('are places with all their names, candidates too, and companies not', async () => {
    const places = new Map((await reader.places()).map(({ slug, names }) => [slug, names]));
    expect(places.size).toBe(129);
    expect(places.get('da-nang')).toEqual(expect.arrayContaining(['Da Nang', 'Đà Nẵng', '다낭', '岘港']));
    expect(places.get('ningbo')).toContain('宁波市');
    expect(places.has('ind-bexco')).toBe(false);
  });

  it('are where they are', async () => {
    const busan = (await reader.places()).find(({ slug }) => slug === 'busan');
    expect(busan).toMatchObject({ lat: 35.1017, lon: 129.03 });
  });
});
