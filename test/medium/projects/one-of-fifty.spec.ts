import { Marketplace, type Answer, type Member } from '../proposals/marketplace.js';
import { AssessedCall } from '../reviews/assessed-call.js';
import { at, stage, terms } from '../../support/draft-call.js';
import { day, RunningProject } from './running-project.js';

/**
 * Every change of a state between a call and the end of its project, asked for fifty times at once by people who have
 * all seen the same version: one wins, and the others learn the state it is in now, not that they came late.
 */
jest.setTimeout(120_000);

const FIFTY = 50;

let marketplace: Marketplace;

beforeAll(async () => {
  marketplace = await Marketplace.open();
});
afterAll(async () => {
  await marketplace?.close();
});

type Ask = () => Promise<Answer>;

/** What fifty are told: `won`, or the status and the state in which they find it. */
async function fifty(ask: Ask): Promise<Record<string, number>> {
  const told: Record<string, number> = {};
  const answers = await Promise.all(Array.from({ length: FIFTY }, ask));
  for (const { status, body } of answers) {
    const line = status < 300 ? 'won' : `${status} ${body.state}`;
    told[line] = (told[line] ?? 0) + 1;
  }
  return told;
}

const oneWins = (state: string): Record<string, number> => ({ won: 1, [`409 ${state}`]: FIFTY - 1 });

/** Asks for it with the version that was seen before all of them asked. */
async function seenBy(member: Member, path: string, verb: string, body?: object): Promise<Ask> {
  const { status, body: seen } = await marketplace.ask(member, 'GET', path);
  expect([path, status]).toEqual([path, 200]);
  return () => marketplace.ask(member, 'POST', `${path}/${verb}`, { body, version: seen.version });
}

describe('a call', () => {
  it('is published, called off and put away once', async () => {
    const officer = await marketplace.member('city', 'officer');
    const decidingOrganizationIds = [await marketplace.organization('city')];
    const stages = [{ ...stage('full', 1, 24), opensAt: at(1) }];
    const draft = async (): Promise<string> => {
      const body = terms({ decidingOrganizationIds, stages });
      return `/calls/${(await marketplace.ask(officer, 'POST', '/calls', { body })).body.id}`;
    };
    const call = await draft();
    expect(await fifty(await seenBy(officer, call, 'publish'))).toEqual(oneWins('published'));
    const because = { reason: 'The money was needed after the typhoon.' };
    expect(await fifty(await seenBy(officer, call, 'call-off', because))).toEqual(oneWins('archived'));
    expect(await fifty(await seenBy(officer, await draft(), 'discard'))).toEqual(oneWins('archived'));
  });
});

describe('a consortium', () => {
  it('is joined, left, signed for and answered once, and taken off once', async () => {
    const lead = await marketplace.member('sme', 'owner');
    const partner = await marketplace.member('partner', 'owner');
    const { organizationId } = partner;
    const body = { title: 'Night walks', language: 'en', summary: 'By night.' };
    const { id } = (await marketplace.ask(lead, 'POST', '/proposals', { body })).body;
    const post = (member: Member, path: string, sent?: object): Ask => {
      return () => marketplace.ask(member, 'POST', `/proposals/${id}/${path}`, { body: sent });
    };
    const invite = post(lead, 'partners', { organizationId, task: 'Routes', shareMinor: null });
    expect(await fifty(invite)).toEqual(oneWins('invited'));
    expect(await fifty(post(partner, 'decline-partnership'))).toEqual(oneWins('declined'));
    await invite();
    expect(await fifty(post(partner, 'accept-partnership'))).toEqual(oneWins('accepted'));
    const { sha256 } = (await marketplace.ask(partner, 'GET', `/proposals/${id}/dossier`)).body;
    expect(await fifty(post(partner, 'sign-off', { sha256 }))).toEqual(oneWins('signed'));
    const [{ told } = { told: 0 }] = await marketplace.database.query<{ told: number }>(
      `select count(*)::int as told from outbox_event where aggregate_id = $1 and type = 'proposal.signed-off'`,
      [id],
    );
    expect(told).toBe(1);
    expect(await fifty(post(partner, 'leave'))).toEqual(oneWins('left'));
    await invite();
    expect(await fifty(post(lead, `partners/${organizationId}/remove`))).toEqual(oneWins('removed'));
  });

  it('is written along by who accepts once, and supported by a city whose word counts once', async () => {
    const lead = await marketplace.member('sme', 'owner');
    const city = await marketplace.member('city', 'owner');
    const body = { title: 'Night walks', language: 'en', summary: 'By night.' };
    const { id } = (await marketplace.ask(lead, 'POST', '/proposals', { body })).body;
    const post = (member: Member, path: string, sent?: object): Ask => {
      return () => marketplace.ask(member, 'POST', `/proposals/${id}/${path}`, { body: sent });
    };
    const answers: readonly (readonly [verb: string, state: string])[] = [
      ['accept', 'accepted'],
      ['decline', 'declined'],
    ];
    for (const [verb, state] of answers) {
      const writer = await marketplace.member('sme', 'editor', lead.organizationId);
      const [row] = await marketplace.database.query<{ email: string }>(
        'select email from account where person_id = $1',
        [writer.personId],
      );
      const invited = await fifty(post(lead, 'coauthors', { email: row?.email, access: 'edit' }));
      expect(invited).toEqual({ won: 1, '409 invited': FIFTY - 1 });
      const dossier = await marketplace.ask(lead, 'GET', `/proposals/${id}/dossier`);
      const { coauthors } = dossier.body as unknown as { coauthors: { id: string; personId: string }[] };
      const own = coauthors.find(({ personId }) => personId === writer.personId)?.id ?? '';
      expect([verb, await fifty(post(writer, `coauthors/${own}/${verb}`))]).toEqual([verb, oneWins(state)]);
      if (verb === 'accept')
        expect(await fifty(post(lead, `coauthors/${own}/remove`))).toEqual(oneWins('removed'));
    }

    const { organizationId } = city;
    await marketplace.database.query('update membership set signatory = true where person_id = $1', [
      city.personId,
    ]);
    const asked: Ask = post(lead, 'letters', { organizationId });
    const because = { reason: 'The council has not met.' };
    expect(await fifty(asked)).toEqual(oneWins('asked'));
    expect(await fifty(post(city, 'letter/decline', because))).toEqual(oneWins('declined'));
    expect(await fifty(asked)).toEqual(oneWins('asked'));
    const words = { body: 'The city lends its boats.', language: 'en' };
    expect(await fifty(post(city, 'letter/give', words))).toEqual(oneWins('given'));
    expect(await fifty(post(city, 'letter/revoke', because))).toEqual(oneWins('revoked'));
  });

  it('is handed in, taken back and taken up again once', async () => {
    const lead = await marketplace.member('sme', 'owner');
    const body = {
      ...{ title: 'Night walks', language: 'en', summary: 'By night.' },
      ...{ budget: { amountMinor: 1000, currency: 'KRW' }, period: { from: day(10), to: day(300) } },
    };
    const { id } = (await marketplace.ask(lead, 'POST', '/proposals', { body })).body;
    const proposal = `/proposals/${id}`;
    expect(await fifty(await seenBy(lead, proposal, 'submit'))).toEqual(oneWins('submitted'));
    expect(await fifty(await seenBy(lead, proposal, 'withdraw'))).toEqual(oneWins('withdrawn'));
    expect(await fifty(await seenBy(lead, proposal, 'reopen'))).toEqual(oneWins('draft'));
  });
});

describe('an assessment', () => {
  it('is screened, reviewed, led, decided and released once, step by step', async () => {
    const lead = await marketplace.member('sme', 'editor');
    const round = await AssessedCall.open(marketplace, 3);
    const id = await round.proposal(lead);
    const refused = await round.proposal(lead);
    const panel = `/calls/${round.callId}/panels`;
    const { version } = (await marketplace.ask(lead, 'GET', `/proposals/${id}`)).body;
    const desk = (of: string, verb: string, sent: object | undefined, seen: number): Ask => {
      return () =>
        marketplace.ask(round.chair, 'POST', `${panel}/${of}/${verb}`, { body: sent, version: seen });
    };
    const no = { verb: 'not-eligible', ruleNumber: 1 };
    expect(await fifty(desk(refused, 'screen', no, version))).toEqual(oneWins('rejected'));
    expect(await fifty(desk(id, 'screen', { verb: 'eligible' }, version))).toEqual(oneWins('in_review'));

    const { planHash } = (await round.desk('GET', 'assignment')).body;
    const answers = await Promise.all(
      Array.from({ length: FIFTY }, () => round.desk('POST', 'assignment', { planHash })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers)
      if (status !== 200) expect([status, body.code]).toEqual([409, 'review/assignment-changed']);

    const duties: [Member, string][] = [];
    for (const member of round.reviewers) {
      const duty = await round.dutyOf(member, id);
      if (duty) duties.push([member, `/reviews/${duty}`]);
    }
    const scores = ['novelty', 'market'].map((key) => ({ key, score: 4 }));
    for (const [member, duty] of duties) {
      expect(await fifty(await seenBy(member, duty, 'accept'))).toEqual(oneWins('accepted'));
      expect(await fifty(await seenBy(member, duty, 'submit', { scores }))).toEqual(oneWins('submitted'));
    }
    expect(await round.stateOf(id)).toBe('discussion');
    const seen = async (): Promise<number> => {
      const sql = 'select version from proposal where id = $1';
      const [row] = await marketplace.database.query<{ version: number }>(sql, [id]);
      return row?.version ?? 0;
    };
    expect(await fifty(desk(id, 'make-ready', undefined, await seen()))).toEqual(
      oneWins('ready_for_decision'),
    );

    expect(await fifty(() => round.decide(id, 'waitlisted'))).toEqual(oneWins('waitlisted'));
    const act = (verb: string, batch: number): Ask => {
      const path = `/calls/${round.callId}/decisions/${verb}`;
      return () => marketplace.ask(round.decider, 'POST', path, { version: batch });
    };
    expect(await fifty(act('agree', 1))).toEqual(oneWins('agreed'));
    expect((await round.decide(id, 'accepted', [], 1)).body.state).toBe('agreed');
    expect(await fifty(act('reopen', 2))).toEqual(oneWins('draft'));
    expect(await fifty(act('agree', 3))).toEqual(oneWins('agreed'));
    expect(await fifty(act('release', 4))).toEqual(oneWins('released'));
    const promoted = {
      ...{ outcome: 'conditional', reasons: 'There is room.', conditions: ['A permit'], language: 'en' },
    };
    const promote: Ask = () => round.desk('POST', `decisions/${id}/promote`, promoted, round.decider);
    expect(await fifty(promote)).toEqual(oneWins('conditional'));
    expect(await fifty(desk(id, 'fulfil', undefined, await seen()))).toEqual(oneWins('accepted'));
    const [{ released } = { released: 0 }] = await marketplace.database.query<{ released: number }>(
      `select count(*)::int as released from outbox_event where aggregate_id = $1 and type = 'proposal.released'`,
      [id],
    );
    // On the waiting list, under conditions, without.
    expect(released).toBe(3);
  });
});

describe('a panel', () => {
  it('gives back a duty once, and sends a proposal back to its writers once', async () => {
    const lead = await marketplace.member('sme', 'editor');
    const round = await AssessedCall.open(marketplace, 4);
    const id = await round.proposal(lead);
    await round.assign(id);
    const because = { reason: 'No time before the deadline.', language: 'en' };
    const ways = [
      ['decline', 'declined'],
      ['declare-conflict', 'conflicted'],
    ] as const;
    const asked: [Member, string][] = [];
    for (const member of round.reviewers) {
      const duty = await round.dutyOf(member, id);
      if (duty) asked.push([member, `/reviews/${duty}`]);
    }
    expect(asked).toHaveLength(ways.length);
    for (const [place, [member, duty]] of asked.entries()) {
      const [verb, state] = ways[place] ?? ways[0];
      expect([verb, await fifty(await seenBy(member, duty, verb, because))]).toEqual([verb, oneWins(state)]);
    }

    await marketplace.database.query(`update proposal set state = 'discussion' where id = $1`, [id]);
    const path = `/calls/${round.callId}/panels/${id}/request-revision`;
    const body = { words: 'Name the buyers.', language: 'en', dueAt: at(48) };
    const [row] = await marketplace.database.query<{ version: number }>(
      'select version from proposal where id = $1',
      [id],
    );
    const version = row?.version ?? 0;
    const ask: Ask = () => marketplace.ask(round.chair, 'POST', path, { body, version });
    expect(await fifty(ask)).toEqual(oneWins('revision_requested'));
  });
});

describe('a project', () => {
  it('moves its milestones, their days and itself once, step by step', async () => {
    const running = await RunningProject.started(marketplace);
    const { lead, partner, officer } = running;
    const project = `/projects/${running.id}`;
    const [guides] = (await running.read(lead)).milestones;
    const milestone = `milestones/${guides?.id ?? ''}`;
    const wish = { day: day(70), reason: 'The harbour is closed.', language: 'en' };
    const note = { note: 'Thank you.', language: 'en' };
    const step = async (member: Member, verb: string, sent?: object): Promise<Record<string, number>> =>
      fifty(await seenBy(member, project, verb, sent));
    expect(await step(partner, `${milestone}/ask-day`, wish)).toEqual(oneWins('asked'));
    expect(await step(officer, `${milestone}/decline-day`, note)).toEqual(oneWins('declined'));
    await running.post(partner, `${milestone}/ask-day`, { body: wish });
    expect(await step(officer, `${milestone}/approve-day`, note)).toEqual(oneWins('approved'));
    await running.post(partner, `${milestone}/ask-day`, { body: { ...wish, day: day(80) } });
    expect(await step(partner, `${milestone}/withdraw-day`)).toEqual(oneWins('withdrawn'));
    const work = { words: 'Eleven guides were trained.', language: 'en', spending: [] };
    expect(await step(partner, `${milestone}/submit`, work)).toEqual(oneWins('submitted'));
    expect(await step(officer, `${milestone}/return`, note)).toEqual(oneWins('returned'));
    await running.submit(partner, guides?.id ?? '');
    expect(await step(officer, `${milestone}/accept`, note)).toEqual(oneWins('accepted'));

    const because = { reason: 'The harbour is closed.', language: 'en' };
    expect(await step(officer, 'suspend', because)).toEqual(oneWins('suspended'));
    expect(await step(officer, 'resume', because)).toEqual(oneWins('running'));
    for (const { id, kind, state } of (await running.read(lead)).milestones) {
      if (kind === 'final-report' || state === 'accepted') continue;
      expect((await running.submit(lead, id)).status).toBe(200);
      expect((await running.judge('accept', id)).status).toBe(200);
    }
    expect(await step(lead, 'begin-closing')).toEqual(oneWins('closing'));
    await running.finish('final-report');
    const texts = ['ne', 'en', 'ko'].map((language) => ({
      language,
      headline: 'Longer',
      story: 'It worked.',
    }));
    const result = { body: { texts, figures: [] }, version: 0 };
    expect((await marketplace.ask(lead, 'PUT', `${project}/result`, result)).status).toBe(200);
    const everybody = [lead, partner, running.other];
    for (const by of everybody)
      for (const { organizationId } of everybody.filter((about) => about !== by)) {
        const body = { organizationId, cooperation: 5, wouldAgain: true, words: null, language: 'en' };
        expect((await running.post(by, 'ratings', { body })).status).toBe(200);
      }
    expect(await step(officer, 'close')).toEqual(oneWins('closed'));

    const other = await RunningProject.started(marketplace);
    const end = await seenBy(other.officer, `/projects/${other.id}`, 'terminate', because);
    expect(await fifty(end)).toEqual(oneWins('terminated'));
  });
});

it('leaves none of it without its audit row of the same transaction', async () => {
  const unaudited = await marketplace.database.query(
    `select 'proposal', s.verb from proposal_step s where not exists (
       select from audit_entry a where a.entity_id = s.proposal_id and a.action = 'proposal.' || s.verb
         and a.xid = s.changed_xid)
     union all
     select 'project', s.verb from project_step s where not exists (
       select from audit_entry a where a.entity_id = coalesce(s.milestone_id, s.project_id)
         and a.action = case when s.milestone_id is null then 'project.' else 'milestone.' end || s.verb
         and a.xid = s.changed_xid)`,
  );
  expect(unaudited).toEqual([]);
});
