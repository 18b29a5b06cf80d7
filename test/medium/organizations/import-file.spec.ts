import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { systemActor } from '#libs/kernel';
import {
  FindDuplicates,
  type ImportProgress,
  ImportOrganizationFile,
  ImportOrganizations,
  ImportRefused,
  OrganizationsReader,
} from '#libs/organizations';
import { Network } from '../identity/network.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

const data = (name: string) => readFileSync(join(import.meta.dirname, '../../../data', name), 'utf8');
const SAMPLE = data('sample-organizations.csv');
const HEADER = SAMPLE.split('\n')[0] ?? '';
const actor = systemActor('import-of-the-test');

let database: TestDatabase;
let network: Network;

beforeAll(async () => {
  database = await testDatabase();
  network = await Network.start(database.config());
  await network.app.get(ImportOrganizations).execute(actor, { cities: data('member-cities.csv') });
});
afterAll(async () => {
  await network?.stop();
  await database?.drop();
});

const run = (text: string, options: { dryRun?: boolean; onProgress?: (p: ImportProgress) => void } = {}) =>
  network.app.get(ImportOrganizationFile).execute(actor, { open: () => Readable.from([text]), ...options });
const refusal = async (text: string): Promise<string[]> => {
  const error = await run(text).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ImportRefused);
  return (error as ImportRefused).lines.map(({ pointer }) => pointer);
};
const row = (changes: Record<string, string> = {}): string => {
  const fields: Record<string, string> = {
    slug: 'x',
    kind: 'sme',
    name: 'X Tours',
    country_iso2: 'KR',
    ...changes,
  };
  return HEADER.split(',')
    .map((column) => fields[column] ?? '')
    .join(',');
};
const file = (...rows: string[]): string => [HEADER, ...rows].join('\n');
const companies = async () =>
  (
    await database.query<{ n: number }>(`select count(*)::int as n from organization where kind <> 'city'
    and kind <> 'partner' or slug like 'x%'`)
  )[0]?.n;

describe('a file of organizations', () => {
  it('is rehearsed without a trace', async () => {
    expect(await run(SAMPLE, { dryRun: true })).toEqual({
      created: 3,
      updated: 0,
      unchanged: 0,
      dryRun: true,
    });
    expect(await companies()).toBe(0);
    expect(await database.query(`select 1 from outbox_event where type = 'organizations.imported'`)).toEqual(
      [],
    );
  });

  it('is kept with names, city and what it is recognised by; twice is once; changes are found', async () => {
    expect(await run(SAMPLE)).toEqual({ created: 3, updated: 0, unchanged: 0, dryRun: false });
    const names = network.app.get(OrganizationsReader);
    const found = await names.findByName('ランタンウォーク');
    expect(found).toMatchObject({ slug: 'haeundae-lantern-walks', city: 'Busan', state: 'active' });
    const twins = await network.app.get(FindDuplicates).execute({
      registrationNumber: '0100109106-001',
      country: 'VN',
      names: ['해운대 등불 산책'],
    });
    expect(twins.map(({ because }) => because)).toEqual(['registration-number', 'name']);
    expect(await run(SAMPLE)).toEqual({ created: 0, updated: 0, unchanged: 3, dryRun: false });
    await database.query(`update organization set state = 'suspended' where slug = 'han-river-tours'`);
    const changed = SAMPLE.replace('Sông Hàn Tours', 'Han River Tours');
    expect(await run(changed)).toEqual({ created: 0, updated: 1, unchanged: 2, dryRun: false });
    const [kept] = await database.query(
      `select name, state, version from organization where slug = 'han-river-tours'`,
    );
    expect(kept).toEqual({ name: 'Han River Tours', state: 'suspended', version: 2 });
  });

  it('with mistakes is refused with every line and column, all or nothing', async () => {
    const before = await companies();
    expect(
      await refusal(
        file(
          row(),
          row({ slug: 'X!', kind: 'city', name: '' }),
          row({ slug: 'x2', country_iso2: 'XX', city: 'atlantis', languages: 'korean!' }),
          row({ slug: 'x3', website: 'javascript:alert(1)', email_domain: 'no domain', state: 'closed' }),
          row({ slug: 'x', name: 'a\u202eb' }),
          row({ slug: 'busan' }),
          row({ slug: 'x5', registration_number: '1-1' }),
          row({ slug: 'x6', registration_number: '1-1' }),
        ),
      ),
    ).toEqual([
      '/3/slug',
      '/3/kind',
      '/3/name',
      '/4/country_iso2',
      '/4/city',
      '/4/languages',
      '/5/website',
      '/5/email_domain',
      '/5/state',
      '/6/name',
      '/6/slug',
      '/7/slug',
      '/9/registration_number',
    ]);
    expect(await companies()).toBe(before);
    expect(await refusal('slug,name\n')).toHaveLength(11);
    expect(await refusal('')).toHaveLength(13);
    expect(await refusal(`${HEADER}\n${row()}\n"open`)).toEqual(['/3/record']);
  });

  it('that fails on its last batch leaves nothing of the first', async () => {
    const rows = Array.from({ length: 1_200 }, (_, n) => row({ slug: `x-${n}`, name: `X ${n}` }));
    const before = await companies();
    await database.query(
      `alter table organization add constraint ck_last_of_the_test check (slug <> 'x-1199')`,
    );
    await expect(run(file(...rows))).rejects.toThrow('ck_last_of_the_test');
    expect(await companies()).toBe(before);
    await database.query('alter table organization drop constraint ck_last_of_the_test');
    const seen: ImportProgress[] = [];
    await run(file(...rows), { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ step: 'writing', rows: 1_200, total: 1_200 });
    const batches = await database.query<{ n: number }>(
      `select jsonb_array_length(payload -> 'organizationIds') as n from outbox_event
       where type = 'organizations.imported' order by occurred_at desc, aggregate_seq limit 3`,
    );
    expect(batches.map(({ n }) => n)).toEqual([500, 500, 200]);
  });
});
