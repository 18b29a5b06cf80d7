import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

const root = join(import.meta.dirname, '../..');
const ROWS = 50_000;
/** What the network promises to whoever brings in a country's register. */
const MOST_SECONDS = 60;
const HEADER = readFileSync(join(root, 'data/sample-organizations.csv'), 'utf8').split('\n')[0] ?? '';

let database: TestDatabase;
let folder: string;

jest.setTimeout(300_000);

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'ttn-import-'));
  await ttn('import', 'cities', join(root, 'data/member-cities.csv'));
});
afterAll(async () => {
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** The command as an administrator runs it. */
function ttn(...command: string[]): Promise<Run> {
  const env = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    TTN_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
    TTN_DATA_DIR: folder,
    LOG_LEVEL: 'warn',
  };
  return new Promise((resolve) => {
    const args = [join(root, 'dist/apps/cli/src/main.js'), ...command];
    execFile(process.execPath, args, { env, cwd: root, maxBuffer: 1e8 }, (error, output, errors) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output, errors });
    });
  });
}

/** A register of small companies in several scripts; `spoilt` says what is wrong in which row. */
function register(spoilt: Readonly<Record<number, string>> = {}): string {
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const number = String(index).padStart(6, '0');
    const country = ['KR', 'VN', 'JP', 'ID'][index % 4] ?? 'KR';
    const local = ['여행사', 'Công ty Du lịch', '旅行社', 'Biro Wisata'][index % 4] ?? '';
    const cells: Record<string, string> = {
      slug: spoilt[index] ?? `company-${number}`,
      kind: 'sme',
      name: `Company ${number} Tours`,
      name_local: `${local} ${number}`,
      aliases: `C${number};Tours ${number}`,
      country_iso2: country,
      languages: 'en',
      registration_number: `${country}-${number}`,
    };
    return HEADER.split(',')
      .map((column) => cells[column] ?? '')
      .join(',');
  });
  const file = join(folder, 'register.csv');
  writeFileSync(file, [HEADER, ...lines].join('\n'));
  return file;
}
const companies = async () =>
  (await database.query<{ n: number }>(`select count(*)::int as n from organization where kind = 'sme'`))[0]
    ?.n;

it('refuses a register for its last line, names every wrong one, and keeps nothing', async () => {
  const { code, errors, output } = await ttn(
    'import',
    'organizations',
    register({ 7: 'No Slug', [ROWS - 1]: 'company-000003' }),
  );
  expect(code).toBe(1);
  // The header is line 1.
  expect(`${output}${errors}`).toContain('/9/slug');
  expect(`${output}${errors}`).toContain(`/${ROWS + 1}/slug`);
  expect(await companies()).toBe(0);
});

it('rehearses a register without a trace', async () => {
  const { code, output } = await ttn('import', 'organizations', register(), '--dry-run');
  expect([code, output]).toEqual([
    0,
    expect.stringContaining(`${ROWS} new, 0 changed, 0 as before; nothing was kept`),
  ]);
  expect(await companies()).toBe(0);
});

it('keeps a register within a minute, saying how far it is, and twice is once', async () => {
  const { code, output, errors } = await ttn('import', 'organizations', register());
  expect([code, output]).toEqual([0, expect.stringContaining(`${ROWS} new, 0 changed, 0 as before; kept`)]);
  expect(errors).toContain(`checking: ${ROWS / 5} rows`);
  expect(errors).toContain(`writing: ${ROWS / 5} of ${ROWS} rows`);
  expect(errors).toContain(`writing: ${ROWS} of ${ROWS} rows`);
  expect(await companies()).toBe(ROWS);
  expect(Number(/([\d.]+) s\./.exec(output)?.[1])).toBeLessThan(MOST_SECONDS);
  const again = await ttn('import', 'organizations', register());
  expect(again.output).toContain(`0 new, 0 changed, ${ROWS} as before; kept`);
});
