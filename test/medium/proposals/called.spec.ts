import { systemActor } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { ProposalMoves, type ProposalOfCall, ProposalsOfCall } from '#libs/proposals';
import { EndWaiting } from '../../../libs/proposals/src/app/end-waiting.js';
import { MergeProposals } from '../../../libs/proposals/src/app/merge-proposals.js';
import { NEED, stage, terms } from '../../support/draft-call.js';
import { type Answer, Marketplace, type Member, refusal } from './marketplace.js';

interface Dossier {
  readonly version: number;
  readonly sha256: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly reopenedFields: readonly string[] | null;
  readonly annexes: readonly { readonly id: string; readonly fileId: string }[];
  readonly missing: readonly { readonly pointer: string; readonly code: string }[];
  readonly call: {
    readonly stage: string;
    readonly newestVersion: number;
    readonly vanished: readonly string[];
  };
  readonly partners: readonly { readonly organizationId: string; readonly isSigned: boolean }[];
}

let marketplace: Marketplace;
let runner: Member;
let decider: Member;
let lead: Member;
let partner: Member;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  runner = await marketplace.member('city', 'officer');
  decider = await marketplace.member('city', 'officer');
  lead = await marketplace.member('sme', 'owner');
  partner = await marketplace.member('sme', 'owner');
});
afterAll(async () => {
  await marketplace?.close();
});

const inside = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
  marketplace.app.get(UnitOfWork).run(systemActor(newId()), work);
const moves = (): ProposalMoves => marketplace.app.get(ProposalMoves, { strict: false });
const post = (id: string, path: string, body?: object, member = lead): Promise<Answer> =>
  marketplace.ask(member, 'POST', `/proposals/${id}/${path}`, { body });

async function called(changes: object = {}): Promise<string> {
  const body = terms({ decidingOrganizationIds: [decider.organizationId], ...changes });
  const { id } = (await marketplace.ask(runner, 'POST', '/calls', { body })).body;
  expect((await marketplace.ask(runner, 'POST', `/calls/${id}/publish`)).status).toBe(200);
  return id;
}

async function dossier(id: string, member = lead): Promise<Dossier> {
  const { status, body } = await marketplace.ask(member, 'GET', `/proposals/${id}/dossier`);
  expect(status).toBe(200);
  return body as unknown as Dossier;
}

async function write(id: string, body: object): Promise<Answer> {
  const { version } = await dossier(id);
  return marketplace.ask(lead, 'PATCH', `/proposals/${id}/dossier`, { version, body });
}

/** A draft for a call from which nothing is missing. */
async function complete(callId: string): Promise<string> {
  const body = {
    ...{ title: 'Night walks', language: 'en', summary: 'By night.', callId },
    budget: { amountMinor: 1000, currency: 'USD' },
    period: { from: '2027-01-01', to: '2027-12-31' },
  };
  const { id } = (await marketplace.ask(lead, 'POST', '/proposals', { body })).body;
  const { organizationId } = lead;
  const budgetLines = [{ organizationId, title: 'Work', amountMinor: 1000 }];
  const workPlan = [{ title: 'Routes', due: '2027-06-30', organizationId }];
  expect((await write(id, { answers: { need: 'Empty streets.' }, budgetLines, workPlan })).status).toBe(200);
  expect((await dossier(id)).missing).toEqual([]);
  return id;
}

/** The runner asks something else. */
async function changeForm(callId: string, form: readonly object[]): Promise<void> {
  const published = (await marketplace.ask(runner, 'GET', `/calls/${callId}`)).body as unknown as {
    terms: { stages: readonly { opensAt: string; closesAt: string }[] };
  };
  const [times] = published.terms.stages;
  const changed = await marketplace.ask(runner, 'POST', `/calls/${callId}/changes`, {
    body: { terms: { stages: [{ key: 'full', ...times, form }] }, reason: 'A better question.' },
  });
  expect([changed.status, changed.body.errors]).toEqual([200, undefined]);
}

describe('who runs a call', () => {
  it('neither leads a proposal for it nor takes part in one', async () => {
    const callId = await called();
    const begin = (member: Member, of?: string): Promise<Answer> =>
      marketplace.ask(member, 'POST', '/proposals', {
        body: { title: 'Night walks', language: 'en', ...(of && { callId: of }) },
      });
    expect(refusal(await begin(runner, callId))).toEqual([422, 'proposal/runs-the-call', ['/callId']]);
    expect((await begin(runner)).status).toBe(201);
    expect((await begin(decider, callId)).status).toBe(201);

    const id = await complete(callId);
    const { organizationId } = runner;
    const refused = [422, 'proposal/runs-the-call', ['/organizationId']];
    expect(refusal(await post(id, 'partners', { organizationId }))).toEqual(refused);
    // Invited, or begun, before two organizations became one.
    await marketplace.database.query(
      `insert into proposal_partner (id, proposal_id, organization_id, invited_by) values ($1, $2, $3, $4)`,
      [newId(), id, organizationId, lead.personId],
    );
    expect(refusal(await post(id, 'accept-partnership', undefined, runner))).toEqual(refused);
    expect((await post(id, 'decline-partnership', undefined, runner)).status).toBe(204);
    const place = (state: string): Promise<unknown> =>
      marketplace.database.query('update proposal_partner set state = $2 where proposal_id = $1', [
        id,
        state,
      ]);
    await place('accepted');
    expect(refusal(await post(id, 'submit'))).toEqual([
      422,
      'proposal/runs-the-call',
      [`/partners/${organizationId}`],
    ]);
    await place('declined');
    await marketplace.database.query('update proposal set call_organization_id = $2 where id = $1', [
      id,
      lead.organizationId,
    ]);
    expect(refusal(await post(id, 'submit'))).toEqual([422, 'proposal/runs-the-call', ['/callId']]);
  });
});

describe('a call that changes under a draft', () => {
  it('keeps what was written, says what is different, and takes nothing before it was looked at', async () => {
    const callId = await called();
    const id = await complete(callId);
    const form = [
      { ...NEED, key: 'visitors', kind: 'number', words: 'How many visitors?', maxLength: undefined },
      { key: 'why', kind: 'short', words: 'Why now?', required: false, maxLength: 5 },
    ];
    await changeForm(callId, form);
    expect(refusal(await post(id, 'submit')).slice(0, 2)).toEqual([409, 'proposal/call-changed']);
    const now = await dossier(id);
    expect([now.answers, now.call]).toMatchObject([
      { need: 'Empty streets.' },
      { newestVersion: 2, vanished: ['need'] },
    ]);
    expect(refusal(await post(id, 'acknowledge-call', { callVersion: 1 }))[0]).toBe(409);
    expect((await post(id, 'acknowledge-call', { callVersion: 2 })).status).toBe(200);
    const pointers = async () => (await dossier(id)).missing.map(({ pointer }) => pointer);
    expect(await pointers()).toEqual(['/answers/visitors']);
    await write(id, { answers: { visitors: 'many', why: 'Too long a reason' } });
    expect(refusal(await post(id, 'submit'))).toEqual([
      422,
      'proposal/incomplete',
      ['/answers/visitors', '/answers/why'],
    ]);
    await write(id, { answers: { visitors: 1280, why: 'Now' } });
    expect((await post(id, 'submit')).status).toBe(200);
    const { body } = await marketplace.ask(lead, 'GET', `/proposals/${id}/versions/1`);
    expect(body.content).toMatchObject({
      dossier: { callVersion: 2, answers: { need: 'Empty streets.', visitors: 1280 } },
    });
  });
});

describe('answers', () => {
  it('are kept to what the form asks or has asked, and nothing else is stored', async () => {
    const callId = await called();
    const id = await complete(callId);
    const unasked = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`own-${at}`, 'x'.repeat(1000)]),
    );
    expect((await write(id, { answers: { ...unasked, need: 'Quiet streets.' } })).status).toBe(200);
    expect((await dossier(id)).answers).toEqual({ need: 'Quiet streets.' });

    const form = [{ ...NEED, key: 'why', words: 'Why now?' }];
    await changeForm(callId, form);
    // What is asked no more can still be put right, or taken out.
    await write(id, { answers: { why: 'Now', need: 'Streets.', other: 'Unasked.' } });
    expect((await dossier(id)).answers).toEqual({ why: 'Now', need: 'Streets.' });
    await write(id, { answers: { need: null, other: null } });
    expect((await dossier(id)).answers).toEqual({ why: 'Now' });
  });
});

describe('what is asked for', () => {
  it('opens the named fields alone, until it is there or its time is over', async () => {
    const id = await complete(await called());
    expect((await post(id, 'submit')).status).toBe(200);
    const asked = {
      fields: ['summary'],
      dueAt: new Date(Date.now() + 36e5),
      note: 'For whom?',
      language: 'en',
    };
    await inside((tx) => moves().screen(tx, id));
    await inside((tx) => moves().askMore(tx, id, asked));
    expect(await dossier(id)).toMatchObject({ state: 'more_info', reopenedFields: ['summary'] });
    expect(refusal(await write(id, { leadTask: 'All' })).slice(0, 2)).toEqual([409, 'proposal/field-closed']);
    const { version } = await dossier(id);
    const edited = await marketplace.ask(lead, 'PATCH', `/proposals/${id}`, {
      version,
      body: { summary: 'For walkers, by night.' },
    });
    expect(edited.status).toBe(200);
    // Who assesses it looks at nothing while it is written.
    expect((await marketplace.ask(runner, 'GET', `/proposals/${id}/dossier`)).status).toBe(404);
    expect((await post(id, 'submit')).status).toBe(200);
    expect((await marketplace.ask(runner, 'GET', `/proposals/${id}/dossier`)).body).toMatchObject({
      ...{ relation: 'caller', coauthors: [] },
      abilities: { edit: false, submit: false, withdraw: false },
    });
    expect((await marketplace.ask(decider, 'GET', `/proposals/${id}/dossier`)).status).toBe(404);

    await inside((tx) => moves().askMore(tx, id, asked));
    await inside((tx) => marketplace.app.get(EndWaiting, { strict: false }).execute(tx, id));
    expect(await dossier(id)).toMatchObject({ state: 'more_info' });
    await marketplace.database.query(`update proposal set due_at = now() - interval '1 s' where id = $1`, [
      id,
    ]);
    expect(refusal(await post(id, 'submit')).slice(0, 2)).toEqual([409, 'proposal/overdue']);
    await inside((tx) => marketplace.app.get(EndWaiting, { strict: false }).execute(tx, id));
    expect(await dossier(id)).toMatchObject({ state: 'under_review', reopenedFields: null });
    const trail = await marketplace.trail(id);
    expect(trail).toEqual(expect.arrayContaining(['proposal.supply more_info→screening']));
    expect(trail.at(-1)).toBe('proposal.readmit more_info→screening');
  });

  it('as a revision opens everything, makes a new version, and leaves the old one as it was', async () => {
    const id = await complete(await called());
    await post(id, 'submit');
    const sealed = await marketplace.database.query(
      'select sha256 from proposal_version where proposal_id = $1',
      [id],
    );
    for (const step of ['screen', 'startReview', 'discuss'] as const)
      await inside((tx) => moves()[step](tx, id));
    const words = { dueAt: new Date(Date.now() + 36e5), note: 'Reckon anew.', language: 'en' };
    await inside((tx) => moves().requestRevision(tx, id, words));
    expect((await write(id, { leadTask: 'Coordination' })).status).toBe(200);
    expect((await post(id, 'submit')).status).toBe(200);
    const versions = await marketplace.database.query(
      'select number, sha256 from proposal_version where proposal_id = $1 order by number',
      [id],
    );
    expect(versions).toMatchObject([{ number: 1, ...sealed[0] }, { number: 2 }]);
    expect(await dossier(id)).toMatchObject({ state: 'under_review' });
    const story = (await marketplace.ask(lead, 'GET', `/proposals/${id}/steps`)).text;
    expect(story).toContain('Reckon anew.');
    expect(story).not.toMatch(/in_review|discussion/);
  });
});

describe('what was asked for and did not come', () => {
  const later = (): Date => new Date(Date.now() + 36e5);
  const lapse = async (id: string): Promise<void> => {
    await marketplace.database.query(`update proposal set due_at = now() - interval '1 s' where id = $1`, [
      id,
    ]);
    await inside((tx) => marketplace.app.get(EndWaiting, { strict: false }).execute(tx, id));
  };
  const edit = async (id: string, body: object): Promise<void> => {
    const { version } = await dossier(id);
    expect((await marketplace.ask(lead, 'PATCH', `/proposals/${id}`, { version, body })).status).toBe(200);
  };
  const weighed = async (callId: string): Promise<ProposalOfCall | undefined> =>
    (await inside((tx) => marketplace.app.get(ProposalsOfCall, { strict: false }).list(tx, callId)))[0];
  const annex = async (id: string, fileId: string): Promise<void> => {
    await marketplace.database.query(
      `insert into file (id, organization_id, created_by, purpose, name, state, announced_bytes, media_type, size,
         sha256, expires_at)
       values ($1, $2, $3, 'proposal-annex', 'map.pdf', 'clean', 1, 'application/pdf', 1, repeat('a', 64), now())`,
      [fileId, lead.organizationId, lead.personId],
    );
    await marketplace.database.query(
      `insert into proposal_annex (id, proposal_id, file_id, title, sha256, added_by)
       values ($1, $2, $3, 'Map', repeat('a', 64), $4)`,
      [newId(), id, fileId, lead.personId],
    );
  };
  const annexesOf = async (id: string): Promise<unknown[]> =>
    (await dossier(id)).annexes.map(({ fileId }) => fileId);

  it('is weighed by nobody: neither while it is written, nor when its time is over', async () => {
    const callId = await called();
    const id = await complete(callId);
    const leaving = await marketplace.member('sme', 'owner');
    const { organizationId } = leaving;
    await post(id, 'partners', { organizationId, task: 'Routes', shareMinor: 400 });
    await post(id, 'accept-partnership', undefined, leaving);
    const line = (of: Member, amountMinor: number) => ({
      ...{ organizationId: of.organizationId, title: 'Work', amountMinor },
    });
    await write(id, { budgetLines: [line(lead, 600), line(leaving, 400)] });
    const { sha256 } = await dossier(id, leaving);
    expect((await post(id, 'sign-off', { sha256 }, leaving)).status).toBe(200);
    expect((await post(id, 'submit')).status).toBe(200);
    for (const step of ['screen', 'startReview', 'discuss'] as const)
      await inside((tx) => moves()[step](tx, id));
    await inside((tx) => moves().requestRevision(tx, id, { dueAt: later(), note: 'Anew.', language: 'en' }));
    const joined = await marketplace.member('sme', 'owner');
    await edit(id, {
      ...{ title: 'Golden walks', language: 'de', themes: ['thm.night'] },
      budget: { amountMinor: 9_000_000, currency: 'USD' },
    });
    await write(id, { budgetLines: [line(lead, 9_000_000)], answers: { need: 'Gold.' } });
    await post(id, 'partners', { organizationId: joined.organizationId, task: 'Gold', shareMinor: 0 });
    await post(id, 'accept-partnership', undefined, joined);
    expect((await post(id, 'leave', undefined, leaving)).status).toBe(204);
    const handedIn = {
      ...{ title: 'Night walks', language: 'en', themes: [], requestedMinor: 1000, currency: 'USD' },
      ...{ versionNumber: 1, partnerCount: 1 },
      partnerOrganizationIds: [organizationId, joined.organizationId],
    };
    expect(await weighed(callId)).toMatchObject(handedIn);

    await lapse(id);
    expect(await weighed(callId)).toMatchObject({ ...handedIn, state: 'discussion' });
    const shown = await marketplace.ask(runner, 'GET', `/proposals/${id}`);
    expect(shown.body).toMatchObject({ title: 'Night walks', budget: { amountMinor: 1000 } });
    expect(await dossier(id, runner)).toMatchObject({
      ...{ answers: { need: 'Empty streets.' }, budgetLines: [{ amountMinor: 600 }, { amountMinor: 400 }] },
      partners: [{ organizationId, state: 'left' }, { organizationId: joined.organizationId }],
    });
    expect((await marketplace.trail(id)).slice(-2)).toEqual([
      'proposal.put-back',
      'proposal.lapse revision_requested→discussion',
    ]);
  });

  it.each(['a clock', 'an officer'])(
    'does not come along with something else that is asked for later (ended by %s)',
    async (by) => {
      const id = await complete(await called());
      const [handedIn, added] = [newId(), newId()];
      await annex(id, handedIn);
      expect((await post(id, 'submit')).status).toBe(200);
      await inside((tx) => moves().screen(tx, id));
      const asked = { dueAt: later(), note: 'For whom?', language: 'en' };
      const fields = ['summary', 'annexes', 'workPlan', 'answers/need'];
      await inside((tx) => moves().askMore(tx, id, { ...asked, fields }));
      await edit(id, { summary: 'Not ready.' });
      await write(id, { answers: { need: 'Not ready.' }, workPlan: [] });
      const [{ id: annexId } = { id: '' }] = (await dossier(id)).annexes;
      expect((await post(id, `annexes/${annexId}/remove`)).status).toBe(200);
      await annex(id, added);
      expect(await annexesOf(id)).toEqual([added]);
      const { version } = await dossier(id);
      if (by === 'a clock') await lapse(id);
      else await inside((tx) => moves().readmit(tx, id, { version }));
      expect(await annexesOf(id)).toEqual([handedIn]);

      await inside((tx) => moves().askMore(tx, id, { ...asked, fields: ['leadTask'] }));
      expect((await write(id, { leadTask: 'Coordination' })).status).toBe(200);
      expect((await post(id, 'submit')).status).toBe(200);
      const { body } = await marketplace.ask(lead, 'GET', `/proposals/${id}/versions/2`);
      expect(body.content).toMatchObject({
        summary: 'By night.',
        dossier: {
          ...{ answers: { need: 'Empty streets.' }, workPlan: [{ title: 'Routes' }] },
          ...{ leadTask: 'Coordination', annexes: [{ fileId: handedIn }] },
        },
      });
    },
  );

  it('is not put back where nothing was written', async () => {
    const id = await complete(await called());
    await post(id, 'submit');
    await inside((tx) => moves().screen(tx, id));
    const asked = { dueAt: later(), note: 'For whom?', language: 'en', fields: ['summary'] };
    await inside((tx) => moves().askMore(tx, id, asked));
    const { version } = await dossier(id);
    await lapse(id);
    expect((await dossier(id)).version).toBe(version + 1);
    expect(await marketplace.trail(id)).not.toContain('proposal.put-back');
  });
});

describe('two stages', () => {
  it('lead from a concept that passed to a draft of the full proposal, with what was written', async () => {
    const callId = await called({ stages: [stage('concept', -1, 1), stage('full', 2, 24)] });
    const id = await complete(callId);
    expect((await dossier(id)).call).toMatchObject({ stage: 'concept' });
    await post(id, 'submit');
    for (const step of ['screen', 'startReview', 'discuss', 'readyForDecision'] as const)
      await inside((tx) => moves()[step](tx, id));
    await inside((tx) => moves().decide(tx, id, 'accepted', { note: 'Go on.', language: 'en' }));
    expect(await dossier(id)).toMatchObject({ state: 'under_review' });
    await expect(inside((tx) => moves().advance(tx, id))).rejects.toMatchObject({
      code: 'proposal/wrong-state',
    });
    await inside((tx) => moves().release(tx, id));
    await inside((tx) => moves().advance(tx, id));
    const advanced = await dossier(id);
    expect(advanced).toMatchObject({
      state: 'draft',
      call: { stage: 'full' },
      answers: { need: 'Empty streets.' },
    });
    expect(refusal(await post(id, 'submit')).slice(0, 2)).toEqual([409, 'proposal/stage-closed']);
  });
});

describe('organizations that become one', () => {
  it('hand over places, shares and signatures of what is still written; what is frozen stays', async () => {
    const id = await complete(await called());
    const from = partner.organizationId;
    const { organizationId: into } = await marketplace.member('sme', 'owner');
    await post(id, 'partners', { organizationId: from, task: 'Routes', shareMinor: 400 });
    await post(id, 'accept-partnership', undefined, partner);
    const line = (organizationId: string, amountMinor: number) => ({
      organizationId,
      title: 'Work',
      amountMinor,
    });
    await write(id, { budgetLines: [line(lead.organizationId, 600), line(from, 400)] });
    const { sha256 } = await dossier(id, partner);
    expect((await post(id, 'sign-off', { sha256 }, partner)).status).toBe(200);
    const merge = marketplace.app.get(MergeProposals, { strict: false });
    const lines = await inside((tx) => merge.move(tx, { fromId: from, intoId: into }));
    expect(lines).toContainEqual({ record: 'consortium-place', moved: 1, stayed: 0 });
    const merged = await dossier(id);
    expect(merged.partners).toMatchObject([{ organizationId: into, isSigned: false }]);
    expect(merged.missing.map(({ code }) => code)).toEqual(['proposal/unsigned']);
    expect(JSON.stringify(merged)).not.toContain(from);
    expect(await marketplace.events(id)).toContainEqual(expect.stringMatching(/^proposal\.sign-off-voided/));

    // Its own lead cannot be a partner of itself: the place ends.
    const lines2 = await inside((tx) => merge.move(tx, { fromId: into, intoId: lead.organizationId }));
    expect(lines2).toContainEqual({ record: 'consortium-place', moved: 0, stayed: 1 });
    const [place] = await marketplace.database.query(
      'select state from proposal_partner where proposal_id = $1',
      [id],
    );
    expect(place).toEqual({ state: 'removed' });
  });
});

describe('bad input', () => {
  it('of any size and kind is refused by name, and the draft stays as it was', async () => {
    const id = await complete(await called());
    const before = await dossier(id);
    const many = (count: number) =>
      Array.from({ length: count }, () => ({
        organizationId: lead.organizationId,
        title: 'Line',
        amountMinor: 1,
      }));
    const bad: readonly (readonly [object, number])[] = [
      [{ answers: { need: 'x'.repeat(1_100_000) } }, 413],
      [{ answers: { need: 'x'.repeat(20_001) } }, 422],
      [{ budgetLines: many(201) }, 422],
      [{ answers: { need: '\u0000' } }, 422],
      [{ answers: { __proto__x: { deep: { deeper: [] } } } }, 422],
      [{ workPlan: [{ title: 'x', due: '2027-02-30', organizationId: lead.organizationId }] }, 422],
      [{ budgetLines: [{ organizationId: lead.organizationId, title: 'x', amountMinor: -1 }] }, 422],
      [{ state: 'accepted', releasedAt: '2027-01-01' }, 422],
      [{ organizationId: partner.organizationId }, 422],
    ];
    for (const [body, status] of bad)
      expect([status, (await write(id, body)).status]).toEqual([status, status]);
    for (const forged of ['screen', 'release', 'accept', 'advance'])
      expect((await post(id, forged)).status).toBe(404);
    expect((await post(id, 'partners', { organizationId: newId() })).status).toBe(422);
    const html = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    await write(id, { answers: { need: html } });
    // Kept as the text it is; nothing is run, nothing is cut.
    expect((await dossier(id)).answers).toEqual({ need: html });
    await write(id, { answers: before.answers });
    expect((await dossier(id)).sha256).toBe(before.sha256);
  });
});
