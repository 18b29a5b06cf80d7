import { systemActor } from '#libs/kernel';
import { LiveMarket, RunMatching, StartRun } from '#libs/matchmaking';
import { newId } from '#libs/platform/database';
import {
  DA_NANG,
  Market,
  type Member,
  NIGHT_GUIDES,
  NIGHT_TOURS_WANTED,
  NIGHT_WALKS,
  refusal,
} from './market.js';

interface Run {
  readonly id: string;
  readonly state: string;
  readonly resultHash: string | null;
  readonly shards: number;
  readonly shardsDone: number;
  readonly entered: number;
  readonly listed: number;
  readonly abilities: { readonly cancel: boolean; readonly withdraw: boolean };
}

let market: Market;
let firm: Member;
let city: Member;
let neighbour: Member;
let administrator: Member;
let officer: Member;

beforeAll(async () => {
  market = await Market.open();
  firm = await market.member('sme', 'owner', { name: 'Badaon Lab' });
  city = await market.member('city', 'officer', DA_NANG);
  neighbour = await market.member('city', 'officer', { slug: 'hue', name: 'Hue', country: 'VN' });
  administrator = await market.member('secretariat', 'administrator', { slug: 'tpo' });
  officer = await market.member('secretariat', 'officer', administrator.organizationId);
  await market.saveProfile(firm, NIGHT_GUIDES);
  for (const each of [city, neighbour]) {
    await market.saveProfile(each, {
      themes: ['thm.night'],
      seeks: ['col.data_tech'],
      offers: ['col.data_tech'],
    });
  }
  await market.publish(city, NIGHT_TOURS_WANTED);
  await market.submitProposal(firm, NIGHT_WALKS);
});

afterAll(() => market.close());

const start = async (): Promise<Run> =>
  (await market.done(administrator, 'POST', '/matching-runs')) as unknown as Run;
const read = async (id: string): Promise<Run> =>
  (await market.done(officer, 'GET', `/matching-runs/${id}`)) as unknown as Run;
const perform = (id: string, signal = new AbortController().signal): Promise<void> =>
  market.app.get(RunMatching).execute(id, newId(), signal);
const suggested = () =>
  market.database.query<{ pair: string; listed: boolean }>(
    `select left_id || ' ' || right_id as pair, listed_left or listed_right as listed, score from match order by 1`,
  );

describe('a run over everybody', () => {
  it('draws the lists of all, and the same again', async () => {
    const first = await start();
    expect(first).toMatchObject({
      state: 'running',
      shardsDone: 0,
      resultHash: null,
      abilities: { cancel: true },
    });
    await perform(first.id);
    const done = await read(first.id);
    expect(done).toMatchObject({ state: 'finished', shards: 1, shardsDone: 1, abilities: { cancel: false } });
    expect(done.entered).toBe(done.listed);
    expect(done.entered).toBeGreaterThan(0);
    const pairs = await suggested();
    expect(pairs.length).toBeGreaterThan(0);
    expect(await market.matches(firm)).not.toEqual([]);
    // City and city, as each offers what the other seeks.
    expect((await market.matches(city)).map(({ counterpart }) => counterpart.name)).toContain('Hue');

    const again = await start();
    await perform(again.id);
    expect(await read(again.id)).toMatchObject({
      state: 'finished',
      entered: 0,
      resultHash: done.resultHash,
    });
    expect(await suggested()).toEqual(pairs);
    expect(await market.trail(again.id)).toEqual([
      'matching-run.start→running',
      'matching-run.finish running→finished',
    ]);
    expect(await market.events(again.id)).toEqual(['matching-run.started', 'matching-run.finished']);
  });

  it('is one at a time, and for administrators; officers look on', async () => {
    const run = await start();
    expect(refusal(await market.ask(administrator, 'POST', '/matching-runs'))).toEqual([
      409,
      'matching-run/under-way',
    ]);
    expect((await market.ask(officer, 'POST', '/matching-runs')).status).toBe(403);
    expect((await market.ask(firm, 'GET', '/matching-runs')).status).toBe(403);
    expect((await market.done(officer, 'GET', '/matching-runs?limit=1')).items[0]?.id).toBe(run.id);

    const cancelled = await market.done(administrator, 'POST', `/matching-runs/${run.id}/cancel`);
    expect(cancelled.state).toBe('cancelled');
    await perform(run.id);
    expect(await read(run.id)).toMatchObject({ state: 'cancelled', shardsDone: 0 });
    const again = await market.ask(administrator, 'POST', `/matching-runs/${run.id}/cancel`);
    expect(refusal(again)).toEqual([409, 'matching-run/wrong-state']);
  });

  it('begins only what nobody began, and keeps the results of the last two', async () => {
    for (let run = 0; run < 3; run += 1) await perform((await start()).id);
    const kept = await market.database.query('select distinct run_id from match_result');
    expect(kept).toHaveLength(2);
  });

  it('costs one that cannot be compared its own list alone', async () => {
    const live = market.app.get(LiveMarket);
    const now = await live.now();
    const broken = now.index.get(firm.organizationId);
    if (!broken) throw new Error('The firm is not in the market.');
    const adopt = now.lists.adopt.bind(now.lists);
    now.lists.adopt = (party, ...planned) => {
      if (party === broken) throw new Error('A party that cannot be read');
      return adopt(party, ...planned);
    };
    const before = await market.matches(firm);
    // New weights have every pair told anew.
    const run = await market.app.get(StartRun).execute(systemActor(newId()), 'weights');
    await perform(run.id);
    now.lists.adopt = adopt;
    expect(await read(run.id)).toMatchObject({ state: 'finished', failed: 1 });
    expect(await market.matches(firm)).toEqual(before);
  });
});

describe('a finished run', () => {
  const end = async (): Promise<string> => {
    const { id } = await start();
    await perform(id);
    return id;
  };
  /** Whom the firm's own list shows, and how high. */
  const ownList = () =>
    market.database.query('select promised_to, promised_looks from match_run where subject_id = $1', [
      firm.organizationId,
    ]);
  const withdraw = (member: Member, id: string) =>
    market.ask(member, 'POST', `/matching-runs/${id}/withdraw`);

  it('is taken back by an administrator: every list turns to what the run before it found', async () => {
    const before = await end();
    const list = await ownList();
    await market.publish(neighbour, NIGHT_TOURS_WANTED);
    const last = await end();
    expect(await ownList()).not.toEqual(list);

    expect(refusal(await withdraw(administrator, before))).toEqual([409, 'matching-run/nothing-before']);
    expect((await withdraw(officer, last)).status).toBe(403);
    expect((await withdraw(administrator, newId())).status).toBe(404);
    const again = (await market.done(
      administrator,
      'POST',
      `/matching-runs/${last}/withdraw`,
    )) as unknown as Run & {
      readonly reason: string;
    };
    expect(again).toMatchObject({ reason: 'rollback', state: 'running' });
    await perform(again.id);
    expect(await ownList()).toEqual(list);
    expect(await read(again.id)).toMatchObject({ state: 'finished', failed: 0 });
    expect(await read(last)).toMatchObject({ state: 'withdrawn', abilities: { withdraw: false } });
    expect(refusal(await withdraw(administrator, last))).toEqual([409, 'matching-run/wrong-state']);
    expect(await market.trail(last)).toEqual([
      'matching-run.start→running',
      'matching-run.finish running→finished',
      'matching-run.withdraw finished→withdrawn',
    ]);
    expect(await market.events(last)).toContain('matching-run.withdrawn');
  });
});

describe('the index', () => {
  it('follows what was committed, whoever announced it', async () => {
    const live = market.app.get(LiveMarket);
    const before = await live.now();
    const newcomer = await market.member('sme', 'owner', { slug: 'newcomer', name: 'Newcomer' });
    await market.saveProfile(newcomer, NIGHT_GUIDES);
    const now = await live.now();
    expect(now).toBe(before);
    expect(now.index.get(newcomer.organizationId)?.concepts.themes).not.toEqual([]);
    await market.database.query(`update organization set state = 'suspended' where id = $1`, [
      newcomer.organizationId,
    ]);
    await market.database.query(
      `insert into outbox_event (id, type, aggregate_type, aggregate_id, aggregate_seq, actor_id, request_id, payload)
       values (uuidv7(), 'organization.suspended', 'organization', $1, 9, $1, 'test', '{}')`,
      [newcomer.organizationId],
    );
    expect((await live.now()).index.get(newcomer.organizationId)).toBeUndefined();
  });

  it('misses no change of a transaction that was under way when it last looked', async () => {
    const live = market.app.get(LiveMarket);
    const { database } = market;
    await database.query(`update organization set country = country`);
    await live.now();
    const gate = await import('pg').then(
      ({ default: { Client } }) => new Client({ connectionString: database.url }),
    );
    await gate.connect();
    try {
      await gate.query('begin');
      await gate.query(
        `insert into outbox_event (id, type, aggregate_type, aggregate_id, aggregate_seq, actor_id, request_id, payload)
         values (uuidv7(), 'organization.changed', 'organization', $1, 8, $1, 'test', '{}')`,
        [firm.organizationId],
      );
      await gate.query(`update organization set country = 'JP', version = version + 1 where id = $1`, [
        firm.organizationId,
      ]);
      // Others begin and commit later, and the index looks meanwhile.
      await market.saveProfile(city, { themes: ['thm.night'], seeks: ['col.data_tech'] });
      expect((await live.now()).index.get(firm.organizationId)?.country).toBe('KR');
      await gate.query('commit');
    } finally {
      await gate.end();
    }
    expect((await live.now()).index.get(firm.organizationId)?.country).toBe('JP');
  });
});

it('begins the run of the night by the system, and none beside one that is under way', async () => {
  const startRun = market.app.get(StartRun);
  const first = await startRun.execute(systemActor(newId()), 'nightly');
  expect(first).toMatchObject({ reason: 'nightly', askedBy: null });
  await expect(startRun.execute(systemActor(newId()), 'nightly')).rejects.toThrow('under way');
  await perform(first.id);
});
