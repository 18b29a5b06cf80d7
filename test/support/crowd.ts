import type { TestDatabase } from './test-database.js';

/** Codes that firms of a crowd differ by. */
const THEMES = [
  'thm.golf',
  'thm.mice',
  'thm.night',
  'thm.smart',
  'thm.medical',
  'thm.culture',
  'thm.food',
  'thm.eco',
];
const OFFERS = ['col.supply', 'col.distribution', 'col.product_codev', 'col.data_tech'];
const MARKETS = ['mkt.kr', 'mkt.jp', 'mkt.vn', 'mkt.cn', 'mkt.th'];
const LANGUAGES = ['en', 'ko', 'ja', 'vi', 'zh-Hans'];
const COUNTRIES = ['KR', 'VN', 'JP', 'TH', 'MY'];

/**
 * Puts many active firms with profiles into a database, each made of its number alone, without an event: who reads
 * the market before does not see them.
 */
export async function settleCrowd(database: TestDatabase, firms: number): Promise<void> {
  const pick = (from: string, of: readonly string[]): string =>
    `(array[${of.map((each) => `'${each}'`).join()}])[1 + ((${from}) % ${of.length})]`;
  await database.query(
    `insert into organization (id, slug, kind, name, name_folded, country, languages, state)
     select md5('firm ' || n)::uuid, 'crowd-' || n, 'sme', 'Firm ' || n, 'firm ' || n, ${pick('n / 3', COUNTRIES)},
       array[${pick('n / 7', LANGUAGES)}, 'en'], 'active'
     from generate_series(1, $1::int) n`,
    [firms],
  );
  await database.query(
    `insert into profile (organization_id, language, summary, themes, offers, seeks, markets, languages)
     select md5('firm ' || n)::uuid, 'en', 'Firm number ' || n, array[${pick('n', THEMES)}, ${pick('n / 5', THEMES)}],
       array[${pick('n / 2', OFFERS)}], array[${pick('n / 11', OFFERS)}], array[${pick('n / 13', MARKETS)}],
       array[${pick('n / 7', LANGUAGES)}, 'en']
     from generate_series(1, $1::int) n`,
    [firms],
  );
}
