import type { EventEnvelope } from '#libs/contracts';
import { systemActor } from '#libs/kernel';
import { FoldAnswers, NoteAnswer, RunMatching, ShownMatches } from '#libs/matchmaking';
import { DEFAULT_SPEC } from '#libs/matching';
import { Database, newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { PastAnswers } from '../../../libs/matchmaking/src/app/learning/past-answers.js';
import { MatchAnswerRepository } from '../../../libs/matchmaking/src/data/match-answer.repository.js';
import {
  DA_NANG,
  type Item,
  type Json,
  Market,
  type Member,
  NIGHT_GUIDES,
  NIGHT_WALKS,
  refusal,
  seen,
} from './market.js';

type Learning = Json & {
  readonly features: readonly { readonly code: string; readonly correction: number }[];
  readonly answers: number;
  readonly learnedAt: string | null;
  readonly resetAt: string | null;
};
type Weights = Json & {
  readonly number: number;
  readonly replay: {
    readonly answers: number;
    readonly pairs: number;
    readonly before: number;
    readonly after: number;
  };
  readonly relations: readonly { readonly relation: string }[];
};

let market: Market;
let firm: Member;
let viewer: Member;
let administrator: Member;
const cities: Member[] = [];

const act = (work: (tx: Transaction) => Promise<void>): Promise<void> =>
  market.app.get(UnitOfWork).run(systemActor(newId()), work);

/** What the worker does with the events of answers. */
async function noteAnswers(): Promise<void> {
  const events = await market.database.query<EventEnvelope>(
    `select id, type, aggregate_type as "aggregateType", aggregate_id as "aggregateId", payload,
       organization_id as "organizationId" from outbox_event
     where type in ('interest.sent', 'interest.accepted', 'interest.declined', 'match.dismissed') and done_at is null
     order by occurred_at, id`,
  );
  for (const event of events) await act((tx) => market.app.get(NoteAnswer).execute(tx, event));
  await market.database.query('update outbox_event set done_at = now() where done_at is null');
}

async function fold(): Promise<void> {
  const verb = market.app.get(FoldAnswers);
  const folded = await verb.prepare();
  await act((tx) => verb.write(tx, folded));
}

const learning = async (who: Member): Promise<Learning> =>
  (await market.done(who, 'GET', `/organizations/${firm.organizationId}/learning`)) as Learning;

beforeAll(async () => {
  market = await Market.open();
  firm = await market.member('sme', 'owner', { name: 'Badaon Lab' });
  viewer = await market.member('sme', 'viewer', firm.organizationId);
  administrator = await market.member('secretariat', 'administrator', { slug: 'tpo' });
  cities.push(await market.member('city', 'officer', DA_NANG));
  for (let number = 0; number < 5; number += 1) {
    const city = await market.member('city', 'officer', {
      slug: `city-${number}`,
      name: `City ${number}`,
      country: number % 2 ? 'JP' : 'VN',
    });
    cities.push(city);
  }
  for (const [at, city] of cities.entries()) {
    await market.saveProfile(city, {
      themes: at % 2 ? ['thm.night', 'thm.smart'] : ['thm.golf', 'thm.night'],
      seeks: ['col.data_tech'],
      offers: ['col.product_codev'],
      markets: ['mkt.kr'],
    });
  }
  await market.saveProfile(firm, NIGHT_GUIDES);
  const { id } = (await market.done(administrator, 'POST', '/matching-runs')) as { id: string };
  await market.app.get(RunMatching).execute(id, newId(), new AbortController().signal);
});

afterAll(() => market.close());

let shown: readonly Item[];

describe('what was shown and answered', () => {
  it('is kept with its place, once a day', async () => {
    shown = await market.matches(firm);
    expect(shown.length).toBeGreaterThanOrEqual(5);
    await market.matches(firm);
    await market.app.get(ShownMatches).write();
    const rows = await market.database.query<{ match_id: string; times: number; position: number }>(
      'select match_id, times, position from match_impression where organization_id = $1 order by position',
      [firm.organizationId],
    );
    expect(rows).toEqual(shown.map(({ id }, at) => ({ match_id: id, times: 1, position: at + 1 })));
  });

  it('can be computed again to the last digit, also when the parties have changed since', async () => {
    const [first] = shown;
    await market.saveProfile(firm, { ...NIGHT_GUIDES, themes: ['thm.golf'] });
    const replay = await market.done(administrator, 'GET', `/matches/${first?.id}/replay`);
    expect(replay).toMatchObject({
      matchId: first?.id,
      score: first?.score,
      replayedScore: first?.score,
      same: true,
    });
    await market.saveProfile(firm, NIGHT_GUIDES);
    expect((await market.ask(firm, 'GET', `/matches/${first?.id}/replay`)).status).toBe(403);
  });

  it('teaches, and its organization may see and forget what', async () => {
    expect(await learning(viewer)).toMatchObject({
      features: [],
      answers: 0,
      learnedAt: null,
      version: 0,
      abilities: { reset: false },
    });
    const [kept, ...others] = shown;
    await market.done(firm, 'POST', `/matches/${kept?.id}/interest`, { message: '함께하고 싶습니다.' });
    for (const { id } of others.slice(0, 3)) {
      await market.done(firm, 'POST', `/matches/${id}/dismiss`, { reason: 'not-our-field' });
    }
    await noteAnswers();
    const answers = await market.database.query(
      'select kind, reason, position from match_answer where organization_id = $1 order by position',
      [firm.organizationId],
    );
    expect(answers).toEqual([
      { kind: 'accept', reason: null, position: 1 },
      ...[2, 3, 4].map((position) => ({ kind: 'decline', reason: 'not-our-field', position })),
    ]);

    const lessons = await market.app
      .get(PastAnswers)
      .lessons(
        market.app.get(Database),
        await market.app.get(MatchAnswerRepository).latest(market.app.get(Database), 10),
        DEFAULT_SPEC,
      );
    // Corrections are learnt against the weights by which the firm judged.
    expect(lessons.map(({ weights }) => weights)).toEqual(
      Array.from({ length: 4 }, () => DEFAULT_SPEC.relations.partnership.demand),
    );

    await fold();
    const [model] = await market.database.query<{ promoted: boolean }>('select promoted from matching_model');
    expect(model).toEqual({ promoted: true });
    const learned = await learning(firm);
    expect(learned).toMatchObject({ answers: 4, resetAt: null, abilities: { reset: true } });
    expect(learned.features.find(({ code }) => code === 'themes_in_common')?.correction).toBeGreaterThan(0.3);

    await fold();
    expect(await market.database.query('select version from matching_model')).toHaveLength(1);
    const reset = await market.done(firm, 'POST', `/organizations/${firm.organizationId}/learning/reset`);
    expect(reset).toMatchObject({ features: [], answers: 0, learnedAt: null });
    expect((await learning(firm)).resetAt).not.toBeNull();
    expect(await market.trail(firm.organizationId)).toContain('learning.reset');
  });

  it('stays forgotten when a fold was under way', async () => {
    // As before the reset.
    await market.database.query('delete from organization_learning');
    await market.database.query('update match_answer set folded_in = null');
    const verb = market.app.get(FoldAnswers);
    const folded = await verb.prepare();
    expect(folded.candidate.organizations[firm.organizationId]).not.toEqual({});
    await market.done(firm, 'POST', `/organizations/${firm.organizationId}/learning/reset`);
    await act((tx) => verb.write(tx, { ...folded, isBetter: true }));
    expect(await learning(firm)).toMatchObject({ features: [], answers: 0, learnedAt: null });
  });

  it('is nobody else’s to see', async () => {
    const path = (id: string) => `/organizations/${id}/learning`;
    const foreign = await market.ask(cities[0], 'GET', path(firm.organizationId));
    expect(foreign.status).toBe(404);
    expect(seen(await market.ask(cities[0], 'GET', path(newId())))).toEqual(seen(foreign));
    expect((await market.ask(administrator, 'GET', path(firm.organizationId))).status).toBe(404);
    expect((await market.ask(viewer, 'POST', `${path(firm.organizationId)}/reset`)).status).toBe(403);
  });
});

describe('weights of administrators', () => {
  const WEIGHTS = {
    note: 'Places decide too little.',
    relations: [
      {
        relation: 'partnership',
        demandShare: 0.5,
        demand: [
          { code: 'themes_in_common', weight: 0.6 },
          { code: 'place_sought', weight: 0.4 },
        ],
        supply: [{ code: 'themes_in_common', weight: 1 }],
      },
    ],
  };
  const draft = async (body: object = WEIGHTS): Promise<Weights> =>
    (await market.done(administrator, 'POST', '/matching-weights', body)) as Weights;

  it('are drafted with what past answers say, and used when those do not fall', async () => {
    const drafted = await draft();
    expect(drafted).toMatchObject({ number: 1, state: 'draft', replay: { answers: 4, pairs: 3 } });
    const better = drafted.replay.after >= drafted.replay.before;
    const activated = await market.ask(administrator, 'POST', `/matching-weights/${drafted.id}/activate`);
    expect([activated.status, activated.body.state ?? activated.body.code]).toEqual(
      better ? [200, 'live'] : [409, 'matching-weights/replay-falls'],
    );
  });

  it('that turn past answers around are refused', async () => {
    // What was accepted now scores below what was refused.
    await market.database.query(
      `update match_answer set kind = case kind when 'accept' then 'decline' else 'accept' end`,
    );
    const drafted = await draft();
    await market.database.query(
      `update match_answer set kind = case kind when 'accept' then 'decline' else 'accept' end`,
    );
    expect(drafted.replay.before).toBeLessThan(1);
    const { inUse } = (await market.done(administrator, 'GET', '/matching-weights')) as unknown as {
      inUse: Weights;
    };
    const flat = await draft({
      note: 'All the same.',
      relations: inUse.relations.map(({ relation }) => ({
        relation,
        demandShare: 0.5,
        demand: [{ code: 'addressed_to', weight: 1 }],
        supply: [{ code: 'addressed_to', weight: 1 }],
      })),
    });
    if (flat.replay.before > flat.replay.after) {
      const refused = await market.ask(administrator, 'POST', `/matching-weights/${flat.id}/activate`);
      expect(refusal(refused)).toEqual([409, 'matching-weights/replay-falls']);
    } else throw new Error(`A flat model stands as well: ${JSON.stringify(flat.replay)}`);
    const discarded = await market.done(administrator, 'POST', `/matching-weights/${flat.id}/discard`);
    expect(discarded.state).toBe('discarded');
    expect(await market.trail(flat.id)).toEqual([
      'matching-weights.draft→draft',
      'matching-weights.discard draft→discarded',
    ]);
  });

  it('must say something, once a relation, and are for administrators', async () => {
    const [relation] = WEIGHTS.relations;
    const none = { ...relation, demand: [{ code: 'place_sought', weight: 0 }] };
    const empty = await market.ask(administrator, 'POST', '/matching-weights', {
      note: 'x',
      relations: [none],
    });
    expect(empty.body.errors).toEqual([
      { pointer: '/relations/0/demand', code: 'matching-weights/no-weight' },
    ]);
    const twice = await market.ask(administrator, 'POST', '/matching-weights', {
      note: 'x',
      relations: [relation, relation],
    });
    expect(twice.body.errors).toEqual([
      { pointer: '/relations/1/relation', code: 'matching-weights/relation-twice' },
    ]);
    expect((await market.ask(firm, 'POST', '/matching-weights', WEIGHTS)).status).toBe(403);
    expect((await market.ask(firm, 'GET', '/matching-weights')).status).toBe(403);
  });
});

it('keeps a proposal matched that nobody has answered yet', async () => {
  const id = await market.submitProposal(firm, NIGHT_WALKS);
  await market.refresh('proposal', id);
  expect(await market.matches(firm, { type: 'proposal', id })).not.toEqual([]);
});
