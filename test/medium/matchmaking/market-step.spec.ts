import { systemActor } from '#libs/kernel';
import { LiveMarket, RefreshMatches, RunMatching, StartRun } from '#libs/matchmaking';
import { newId } from '#libs/platform/database';
import { settleCrowd } from '../../support/crowd.js';
import { DA_NANG, Market, type Member } from './market.js';

const FIRMS = 260;
const CITIES = 30;
/** What a city can look through while nothing is known of it. */
const LETTERS = 20;

let market: Market;
let popular: Member;
let newcomer: Member;
let administrator: Member;
let runId: string;
/** The longest that the event loop was busy with one thing during the first run, in milliseconds. */
let longestPause = 0;
jest.setTimeout(90_000);

const run = async (): Promise<string> => {
  const { id } = await market.app.get(StartRun).execute(systemActor(newId()), 'nightly');
  await market.app.get(RunMatching).execute(id, newId(), new AbortController().signal);
  return id;
};
const hashOf = async (id: string): Promise<string | undefined> =>
  (
    await market.database.query<{ hash: string }>(
      'select result_hash as hash from matching_run where id = $1',
      [id],
    )
  )[0]?.hash;
/** Expected answers of an organization by all lists as they stand. */
const promisedTo = async (id: string): Promise<number> => {
  const [row] = await market.database.query<{ answers: number }>(
    `select coalesce(sum(p.answers), 0)::float8 as answers
     from match_run r, unnest(r.promised_to, r.promised_answers) as p (id, answers) where p.id = $1`,
    [id],
  );
  return row?.answers ?? 0;
};
const firmsThatSee = async (cityId: string): Promise<number> => {
  const [row] = await market.database.query<{ firms: number }>(
    `select count(*)::int as firms from match_run r join organization o on o.id = r.subject_id and o.kind = 'sme'
     where $1 = any(r.promised_to)`,
    [cityId],
  );
  return row?.firms ?? 0;
};

/** Firms that have been there for long, cities of which one is what every firm wants, and a firm that has just joined. */
beforeAll(async () => {
  market = await Market.open();
  await settleCrowd(market.database, FIRMS);
  await market.database.query(
    `insert into organization (id, slug, kind, name, name_folded, country, languages, state)
     select md5('city ' || n)::uuid, 'city-' || n, 'city', 'City ' || n, 'city ' || n, 'TH', array['en'], 'active'
     from generate_series(1, $1::int) n`,
    [CITIES],
  );
  await market.database.query(
    `insert into profile (organization_id, language, summary, themes, offers, seeks, markets, languages)
     select md5('city ' || n)::uuid, 'en', 'City ' || n, array['thm.golf', 'thm.eco'], array['col.supply'],
       array['col.distribution'], array['mkt.kr'], array['en']
     from generate_series(1, $1::int) n`,
    [CITIES],
  );
  // More firms than a list has places fit the cities to a hair.
  await market.database.query(
    `update profile set themes = array['thm.golf', 'thm.eco'], offers = array['col.distribution'],
       seeks = array['col.supply'], markets = array['mkt.kr'], languages = array['en']
     where organization_id in (select md5('firm ' || n)::uuid from generate_series(1, 60) n)`,
  );
  await market.database.query(`update organization set created_at = now() - interval '1 year'`);
  popular = await market.member('city', 'officer', DA_NANG);
  await market.saveProfile(popular, {
    themes: ['thm.golf', 'thm.mice', 'thm.night', 'thm.smart', 'thm.medical', 'thm.eco'],
    offers: ['col.supply', 'col.distribution', 'col.product_codev', 'col.data_tech'],
    seeks: ['col.supply', 'col.distribution', 'col.product_codev', 'col.data_tech'],
    markets: ['mkt.kr', 'mkt.jp', 'mkt.vn', 'mkt.cn', 'mkt.th'],
    languages: ['en', 'ko', 'ja', 'vi', 'zh-Hans'],
  });
  newcomer = await market.member('sme', 'owner', { slug: 'newcomer', name: 'Newcomer', country: 'TH' });
  await market.saveProfile(newcomer, {
    themes: ['thm.eco'],
    seeks: ['col.supply'],
    languages: ['en'],
  });
  administrator = await market.member('secretariat', 'administrator', { slug: 'tpo' });

  await market.app.get(LiveMarket).now();
  let last = performance.now();
  const beat = setInterval(() => {
    longestPause = Math.max(longestPause, performance.now() - last);
    last = performance.now();
  }, 10);
  runId = await run();
  clearInterval(beat);
}, 180_000);

afterAll(() => market.close());

describe('a run over everybody', () => {
  it('is the same again', async () => {
    const again = await run();
    expect(await hashOf(again)).toBe(await hashOf(runId));
    const [counts] = await market.database.query('select entered, failed from matching_run where id = $1', [
      again,
    ]);
    expect(counts).toEqual({ entered: 0, failed: 0 });
  });

  it('promises nobody more answers than it can look through', async () => {
    const [over] = await market.database.query<{ over: number; accounts: number }>(
      `select count(*) filter (where answers > capacity + 1e-6)::int as over, count(*)::int as accounts
       from matching_account where run_id = $1`,
      [runId],
    );
    expect(over?.over).toBe(0);
    expect(over?.accounts).toBeGreaterThan(CITIES);
    const [account] = await market.database.query<{ answers: number; capacity: number }>(
      'select answers, capacity from matching_account where run_id = $1 and organization_id = $2',
      [runId, popular.organizationId],
    );
    expect(account?.capacity).toBe(LETTERS);
    // What was planned is what stands.
    expect(await promisedTo(popular.organizationId)).toBeCloseTo(account?.answers ?? 0, 6);
  });

  it('shows the city that all want to as many as it can answer, and the others in its place', async () => {
    const seen = await firmsThatSee(popular.organizationId);
    expect(seen).toBeGreaterThan(20);
    expect(seen).toBeLessThan(FIRMS * 0.9);
    const [others] = await market.database.query<{ without: number; with: number }>(
      `select (avg(listed) filter (where not $1 = any(promised_to)))::float8 as without,
         (avg(listed) filter (where $1 = any(promised_to)))::float8 as with
       from match_run where subject_type = 'organization' and cardinality(promised_to) > 0
         and subject_id in (select id from organization where kind = 'sme')`,
      [popular.organizationId],
    );
    expect(others?.without).toBeGreaterThan((others?.with ?? 0) * 0.6);
    expect(
      await market.database.query(`select from match where 'less_crowded' in (left_move, right_move)`),
    ).not.toEqual([]);
  });

  it('has a place for the firm that has just joined wherever it is good enough', async () => {
    const { index, lists } = await market.app.get(LiveMarket).now();
    const own = index.get(newcomer.organizationId);
    if (!own) throw new Error('The newcomer is not in the market.');
    const heads = await market.database.query<{ id: string; shown: string[] }>(
      `select r.subject_id as id, r.promised_to as shown
       from match_run r join organization o on o.id = r.subject_id and o.kind = 'city'`,
    );
    const good = heads.filter(({ id }) => {
      const city = index.get(id);
      return city !== undefined && lists.explain(city, own).comparison.score >= 0.4;
    });
    expect(good.length).toBeGreaterThan(CITIES / 2);
    for (const { shown } of good) expect(shown).toContain(newcomer.organizationId);
  });

  it('says in a match what besides its score put it in a list', async () => {
    const [moved] = await market.database.query<{ id: string; left: string | null; right: string | null }>(
      `select id, case when listed_left then left_move end as left, case when listed_right then right_move end as right
       from match where (listed_left and left_move is not null) or (listed_right and right_move is not null)
       order by id limit 1`,
    );
    if (!moved) throw new Error('Score alone has made every list.');
    // The secretariat sees it from the left.
    const { notes, score } = await market.done(administrator, 'GET', `/matches/${moved.id}`);
    expect(notes).toEqual([
      ...(moved.left ? [{ code: moved.left, list: 'ours' }] : []),
      ...(moved.right ? [{ code: moved.right, list: 'theirs' }] : []),
    ]);
    const replay = await market.done(administrator, 'GET', `/matches/${moved.id}/replay`);
    expect(replay).toMatchObject({ same: true, score });
  });

  it('does not hold up the event loop', () => {
    // Locks of jobs are renewed every few seconds.
    expect(longestPause).toBeGreaterThan(0);
    expect(longestPause).toBeLessThan(1_500);
  });
});

describe('a single change afterwards', () => {
  it('goes by the accounts of the run, and overruns nobody', async () => {
    const { organizationId } = popular;
    await market.saveProfile(popular, {
      summary: 'All are welcome.',
      themes: ['thm.golf', 'thm.mice', 'thm.eco'],
    });
    const found = await market.app.get(RefreshMatches).prepare({ type: 'organization', id: organizationId });
    expect(found?.lists.changes.length).toBeGreaterThan(20);
    if (found) await market.write(found);
    expect(await promisedTo(organizationId)).toBeLessThanOrEqual(LETTERS + 1e-6);
  });

  it('leaves less room to whoever has letters waiting', async () => {
    const { organizationId } = popular;
    await market.database.query(
      `insert into interest (id, match_id, from_organization_id, from_person_id, to_organization_id, message, expires_at)
       select uuidv7(), m.id, case when m.left_id = $1 then m.right_organization_id else m.left_organization_id end,
         uuidv7(), $1, 'Good day', now() + interval '14 days'
       from match m where $1 in (m.left_id, m.right_id) limit 18`,
      [organizationId],
    );
    const next = await run();
    const [account] = await market.database.query<{ answers: number; capacity: number }>(
      'select answers, capacity from matching_account where run_id = $1 and organization_id = $2',
      [next, organizationId],
    );
    expect(account?.capacity).toBe(LETTERS - 18);
    expect(account?.answers).toBeLessThanOrEqual(2);
  });
});
