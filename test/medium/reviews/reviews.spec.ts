import { readSheet } from 'read-excel-file/node';
import { systemActor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { FOLLOW_PANELS } from '../../../libs/platform/src/database/migrations/1763886000000-follow-panels.js';
import type { DueReviews } from '../../../libs/reviews/src/app/ask-reviewers.js';
import { ExpireReviews } from '../../../libs/reviews/src/app/expire-reviews.js';
import { ReleaseDuties } from '../../../libs/reviews/src/app/release-duties.js';
import { WatchReviews } from '../../../libs/reviews/src/app/watch-reviews.js';
import { REDACTED, Redaction } from '../../../libs/reviews/src/domain/redaction.js';
import { Marketplace, type Member, refusal, seen } from '../proposals/marketplace.js';
import { AssessedCall, SECRETS } from './assessed-call.js';

let marketplace: Marketplace;
let call: AssessedCall;
let lead: Member;
let other: Member;
let stranger: Member;

beforeAll(async () => {
  marketplace = await Marketplace.open();
  call = await AssessedCall.open(marketplace, 4);
  lead = await marketplace.member('sme', 'editor');
  other = await marketplace.member('sme', 'editor');
  stranger = await marketplace.member('city', 'officer');
});
afterAll(async () => {
  await marketplace?.close();
});

/** Those who have an open duty for a proposal, with it. */
async function panelOf(proposalId: string, of = call): Promise<[Member, string][]> {
  const found: [Member, string][] = [];
  for (const member of of.reviewers) {
    const id = await of.dutyOf(member, proposalId);
    if (id) found.push([member, id]);
  }
  return found;
}

const watch = (): WatchReviews => marketplace.app.get(WatchReviews, { strict: false });
const dueOf = async (duty: string): Promise<DueReviews> => {
  const [row] = await marketplace.database.query<{ callId: string; due: Date }>(
    'select call_id as "callId", due_at as due from proposal_review where id = $1',
    [duty],
  );
  return { callId: row!.callId, dueAt: row!.due.toISOString() };
};
/** The time of a review is over. */
const expire = async (duty: string): Promise<void> => ring(await dueOf(duty));
async function ring(due: DueReviews): Promise<void> {
  const expiry = marketplace.app.get(ExpireReviews, { strict: false });
  const follow = await expiry.prepare(due);
  await inside((tx) => expiry.within(tx, due, follow));
}
const inside = (work: Parameters<UnitOfWork['run']>[1]): Promise<unknown> =>
  marketplace.app.get(UnitOfWork).run(systemActor(newId()), work);

describe('the desk', () => {
  it('is for who runs the call; for others it is not there', async () => {
    const nowhere = await marketplace.ask(stranger, 'GET', `/calls/${newId()}/assignment`);
    for (const path of ['assignment', 'reviewers'])
      expect(seen(await call.desk('GET', path, undefined, stranger))).toEqual(seen(nowhere));
    expect((await call.desk('GET', 'decision-sheet', undefined, stranger)).status).toBe(404);
    expect((await call.desk('GET', 'decision-sheet', undefined, call.decider)).status).toBe(200);
    expect((await call.desk('GET', 'assignment', undefined, call.decider)).status).toBe(404);
  });

  it('finds proposals not eligible by a numbered rule alone, and asks for named fields', async () => {
    const id = await call.proposal(lead);
    const refused = (body: object) => call.panel(id, 'screen', body).then(refusal);
    expect(await refused({ verb: 'not-eligible' })).toEqual([422, 'request/invalid', ['/ruleNumber']]);
    expect(await refused({ verb: 'not-eligible', ruleNumber: 7 })).toEqual([
      422,
      'request/invalid',
      ['/ruleNumber'],
    ]);
    expect(await refused({ verb: 'ask-more' })).toEqual([422, 'request/invalid', ['/fields', '/words']]);
    const more = { verb: 'ask-more', fields: ['summary'], words: 'For whom?', language: 'en' };
    expect((await call.panel(id, 'screen', more)).status).toBe(200);
    const [row] = await marketplace.database.query(
      'select state, reopened_fields from proposal where id = $1',
      [id],
    );
    expect(row).toEqual({ state: 'more_info', reopened_fields: ['summary'] });
    expect((await call.panel(id, 'screen', { verb: 'readmit' })).status).toBe(200);
    expect((await call.panel(id, 'screen', { verb: 'not-eligible', ruleNumber: 1 })).status).toBe(200);
    expect(refusal(await call.panel(id, 'screen', { verb: 'eligible' }))[0]).toBe(409);
    const own = await marketplace.ask(lead, 'GET', `/proposals/${id}/decision`);
    expect(own.body).toMatchObject({ state: 'under_review', decision: null });
  });

  it('takes nobody into the pool who may not review, and nobody twice', async () => {
    const [first] = call.reviewers;
    const entry = { languages: ['en'], expertise: [], reviewLimit: 3 };
    expect(refusal(await call.desk('POST', 'reviewers', { ...entry, ...ids(first!) }))[1]).toBe(
      'review/already-in-pool',
    );
    const viewer = await marketplace.member('sme', 'viewer');
    expect(refusal(await call.desk('POST', 'reviewers', { ...entry, ...ids(viewer) }))[1]).toBe(
      'review/reviewer-unknown',
    );
  });
});

const ids = ({ personId, organizationId }: Member): object => ({ personId, organizationId });

describe('reviews', () => {
  it('are assigned without a conflict, as the preview showed, and nobody else sees them', async () => {
    const [interested] = call.reviewers;
    const id = await call.proposal(interested!);
    expect((await call.panel(id, 'screen', { verb: 'eligible' })).status).toBe(200);
    const { body: plan } = await call.desk('GET', 'assignment');
    const own = plan.conflicts.filter(({ kind }) => kind === 'person' || kind === 'organization');
    expect(own.map(({ kind }) => kind).sort()).toEqual(['organization', 'person']);
    expect(plan.assigned.some(({ reviewerId }) => reviewerId === own[0]?.reviewerId)).toBe(false);
    const stale = await call.desk('POST', 'assignment', { planHash: '0'.repeat(32) });
    expect(refusal(stale).slice(0, 2)).toEqual([409, 'review/assignment-changed']);
    const both = await Promise.all(
      [1, 2].map(() => call.desk('POST', 'assignment', { planHash: plan.planHash })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);

    const panel = await panelOf(id);
    expect(panel).toHaveLength(2);
    const [[member, duty] = []] = panel;
    const elsewhere = await call.read(stranger, newId());
    for (const somebody of [interested!, call.chair, call.decider])
      expect(seen(await call.read(somebody, duty!))).toEqual(seen(elsewhere));
    expect((await call.read(member!, duty!)).body).toMatchObject({ state: 'assigned', others: [] });
    expect(await marketplace.trail(duty!)).toEqual(['review.assign→assigned']);
    expect(await marketplace.events(duty!)).toEqual(['review.assigned 1']);
  });

  it('are not asked from a city that supports the proposal', async () => {
    const round = await AssessedCall.open(marketplace, 0);
    const city = await marketplace.member('city', 'officer');
    const entry = { ...ids(city), languages: ['en'], expertise: [], reviewLimit: 3 };
    expect((await round.desk('POST', 'reviewers', entry)).status).toBe(201);
    /** Kinds of its ties to a letter in this state; `sent`: the city of one with this hash that was handed in. */
    const letter = async (state: string, sent?: string, sha256 = '0'): Promise<string[]> => {
      const id = await round.proposal(lead);
      await marketplace.database.query(
        `insert into proposal_letter (id, proposal_id, organization_id, state, body, language, dated, sha256, asked_by,
           signed_by, revoked_at)
         values ($1, $2, $3, $4, 'We welcome it.', 'en', '2026-11-01', repeat('0', 64), $5, $6,
           case when $4 = 'revoked' then now() end)`,
        [newId(), id, city.organizationId, state, lead.personId, city.personId],
      );
      expect((await round.panel(id, 'screen', { verb: 'eligible' })).status).toBe(200);
      if (sent !== undefined)
        await marketplace.database.query(
          `insert into proposal_version (id, organization_id, proposal_id, number, content, sha256, submitted_by)
           select $1, organization_id, proposal_id, 2, content || jsonb_build_object('dossier', jsonb_build_object(
             'letters', jsonb_build_array(jsonb_build_object('organizationId', $3::text, 'sha256', repeat($4, 64))))),
             sha256, submitted_by
           from proposal_version where proposal_id = $2`,
          [newId(), id, sent, sha256],
        );
      const { conflicts } = (await round.desk('GET', 'assignment')).body;
      return conflicts.filter((one) => one.proposalId === id).map(({ kind }) => kind);
    };
    expect(await letter('given')).toEqual(['organization', 'city']);
    for (const state of ['declined', 'revoked']) expect(await letter(state)).toEqual([]);
    // What was handed in stays: given by who is another city now, and given before another was asked for.
    expect(await letter('revoked', newId())).toEqual(['organization', 'city']);
    expect(await letter('declined', city.organizationId, '1')).toEqual(['organization', 'city']);
  });

  it('hide others until the own is in, and far apart ask a third; then there is a discussion', async () => {
    const id = await call.proposal(lead);
    await call.assign(id);
    const [[first, one], [second, two]] = (await panelOf(id)) as [[Member, string], [Member, string]];
    expect(refusal(await call.review(first, one, 'submit', {}))[0]).toBe(409);
    await call.review(first, one, 'accept');
    const incomplete = await call.review(first, one, 'submit', { scores: [{ key: 'novelty', score: 5 }] });
    expect(refusal(incomplete)).toEqual([422, 'review/incomplete', ['/scores/market']]);
    const { version } = (await call.read(first, one)).body;
    const saved = await marketplace.ask(first, 'PATCH', `/reviews/${one}`, {
      version,
      body: { scores: [{ key: 'novelty', score: 5 }], comment: 'Good.' },
    });
    expect(saved.body).toMatchObject({ scores: [{ key: 'novelty', score: 5 }], comment: 'Good.' });
    const wrong = await marketplace.ask(first, 'PATCH', `/reviews/${one}`, {
      version: version + 1,
      body: { scores: [{ key: 'novelty', score: 6 }] },
    });
    expect(refusal(wrong)).toEqual([422, 'request/invalid', ['/scores/novelty']]);
    const scores = ['novelty', 'market'].map((key) => ({ key, score: 5 }));
    expect((await call.review(first, one, 'submit', { scores })).body).toMatchObject({
      state: 'submitted',
      total: 100,
    });
    // One is in; the other neither sees it nor that it is there.
    expect((await call.read(second, two)).body).toMatchObject({ others: [], comments: [] });
    expect((await call.review(second, two, 'comments', { body: 'Hm', language: 'en' })).status).toBe(404);
    await call.handIn(second, two, 1);
    expect((await call.read(second, two)).body.others).toMatchObject([{ total: 100 }]);
    expect(await call.stateOf(id)).toBe('in_review');
    const panel = await panelOf(id);
    expect(panel).toHaveLength(3);
    const [third, three] = panel.find(([, duty]) => duty !== one && duty !== two)!;
    expect((await call.read(third, three)).body).toMatchObject({ because: 'spread', others: [] });
    await call.handIn(third, three, 3);
    expect(await call.stateOf(id)).toBe('discussion');

    expect(
      (await call.review(first, one, 'comments', { body: 'Look at line 3.', language: 'en' })).status,
    ).toBe(201);
    expect((await call.panel(id, 'comments', { body: 'Thank you.', language: 'en' })).status).toBe(201);
    expect((await call.read(third, three)).body.comments.map(({ body }) => body)).toEqual([
      'Look at line 3.',
      'Thank you.',
    ]);
    const sheet = await call.desk('GET', 'decision-sheet');
    expect(sheet.body.rows.find(({ proposalId }) => proposalId === id)).toMatchObject({
      totals: [0, 50, 100],
      spread: 100,
      wasWidened: true,
    });
  });

  it('hide others at the desk too from whoever still owes one', async () => {
    const round = await AssessedCall.open(marketplace, 1);
    const { decider } = round;
    const entry = { ...ids(decider), languages: ['en'], expertise: [], reviewLimit: 3 };
    expect((await round.desk('POST', 'reviewers', entry)).status).toBe(201);
    const id = await round.proposal(lead);
    await round.assign(id);
    const [[first, one] = []] = await panelOf(id, round);
    await round.handIn(first!, one!, 5, { comment: 'Brilliant.' });
    await round.panel(id, 'comments', { body: 'One is in.', language: 'en' });
    const seenBy = async (member: Member) => {
      const panel = await round.desk('GET', `panels/${id}`, undefined, member);
      const sheet = await round.desk('GET', 'decision-sheet', undefined, member);
      const [row] = sheet.body.rows;
      return [panel.body.reviews.length, panel.body.comments.length, row?.totals];
    };
    expect(await seenBy(round.chair)).toEqual([2, 1, [100]]);
    expect(await seenBy(decider)).toEqual([1, 0, []]);
    await round.handIn(decider, (await round.dutyOf(decider, id))!, 4);
    expect(await seenBy(decider)).toEqual([2, 1, [75, 100]]);
  });

  it('in conflict are given back with the reason, and what was written is gone', async () => {
    const id = await call.proposal(lead);
    await call.assign(id);
    const [[member, duty] = []] = await panelOf(id);
    await call.review(member!, duty!, 'accept');
    const reason = { reason: 'We bid together.', language: 'en' };
    expect((await call.review(member!, duty!, 'declare-conflict', {})).status).toBe(422);
    const given = await call.review(member!, duty!, 'declare-conflict', reason);
    expect(given.body).toMatchObject({ state: 'conflicted', proposal: null, title: null });
    expect(await marketplace.events(duty!)).toContain('review.given-back 3');
    const { body } = await call.desk('GET', `panels/${id}`);
    expect(body.reviews.find((one) => one.id === duty)).toMatchObject({
      reason: 'We bid together.',
      total: null,
    });
    const { body: again } = await call.desk('GET', 'assignment');
    expect(again.assigned.filter(({ proposalId }) => proposalId === id)).toHaveLength(1);
  });

  it('that are not done in time go back to the desk', async () => {
    const id = await call.proposal(lead);
    await call.assign(id);
    const [[member, duty] = []] = await panelOf(id);
    await inside(async (tx) => watch().remind(tx, await dueOf(duty!)));
    await expire(duty!);
    expect((await call.read(member!, duty!)).body.state).toBe('expired');
    expect(await marketplace.events(duty!)).toEqual([
      'review.assigned 1',
      'review.reminded 1',
      'review.given-back 2',
    ]);
  });

  it('of a revised proposal are asked from the same reviewers', async () => {
    const id = await call.proposal(lead);
    await call.assign(id);
    const panel = await panelOf(id);
    for (const [member, duty] of panel) await call.handIn(member, duty, 4);
    expect(await call.stateOf(id)).toBe('discussion');
    const past = { words: 'Again.', language: 'en', dueAt: '2020-01-01T00:00:00Z' };
    expect((await call.panel(id, 'request-revision', past)).status).toBe(422);
    const dueAt = new Date(Date.now() + 864e5).toISOString();
    const asked = await call.panel(id, 'request-revision', { words: 'Reckon anew.', language: 'en', dueAt });
    expect(asked.body.state).toBe('revision_requested');
    await marketplace.database.query(`update proposal set state = 'in_review', due_at = null where id = $1`, [
      id,
    ]);
    await inside((tx) => watch().reopen(tx, id));
    await inside((tx) => watch().reopen(tx, id));
    const { reviews } = (await call.desk('GET', `panels/${id}`)).body;
    expect(reviews.map(({ round }) => round).sort()).toEqual([1, 1, 2, 2]);
  });
});

describe('a panel', () => {
  /** Two reviews far apart, and whoever is asked for a third. */
  async function divided(round: AssessedCall): Promise<[string, Member, string]> {
    const id = await round.proposal(lead);
    await round.assign(id);
    const [[first, one], [second, two]] = (await panelOf(id, round)) as [[Member, string], [Member, string]];
    await round.handIn(first, one, 5);
    await round.handIn(second, two, 1);
    const [third, three] = (await panelOf(id, round)).find(([, duty]) => duty !== one && duty !== two)!;
    expect(await round.stateOf(id)).toBe('in_review');
    return [id, third, three];
  }

  it('asks another where the third does not answer in time, then discusses what it has', async () => {
    const round = await AssessedCall.open(marketplace, 4);
    const [id, , three] = await divided(round);
    await expire(three);
    expect(await round.stateOf(id)).toBe('in_review');
    const open = (await panelOf(id, round)).map(([, duty]) => duty).filter((duty) => duty !== three);
    expect(open).toHaveLength(3);
    const states = await marketplace.database.query<{ id: string; state: string; because: string }>(
      `select id, state, because from proposal_review where proposal_id = $1 order by id`,
      [id],
    );
    expect(states.map(({ state, because }) => `${state} for ${because}`)).toEqual([
      ...['submitted for quorum', 'submitted for quorum'],
      ...['expired for spread', 'assigned for spread'],
    ]);
    // Nobody is left.
    await expire(states.at(-1)!.id);
    expect(await round.stateOf(id)).toBe('discussion');
    expect((await round.panel(id, 'make-ready')).body.state).toBe('ready_for_decision');
  });

  it('goes on where the third has left, and asks nobody who has left with them', async () => {
    const round = await AssessedCall.open(marketplace, 4);
    const [id, third] = await divided(round);
    const duties = await panelOf(id, round);
    const fourth = round.reviewers.find((one) => duties.every(([member]) => member !== one))!;
    await marketplace.database.query(
      `update call_reviewer set organization_id = $2 where call_id = $3 and person_id = $1`,
      [fourth.personId, third.organizationId, round.callId],
    );
    await marketplace.database.query('update organization set state = $2 where id = $1', [
      third.organizationId,
      'suspended',
    ]);
    const release = marketplace.app.get(ReleaseDuties, { strict: false });
    const gone = await release.orphaned({ organizationId: third.organizationId });
    expect(gone).toHaveLength(2);
    await inside((tx) => release.within(tx, gone));
    expect((await round.desk('GET', `panels/${id}`)).body.reviews.map(({ state }) => state)).toEqual([
      ...['submitted', 'submitted', 'declined'],
    ]);
    expect(await round.stateOf(id)).toBe('discussion');
  });

  it('of a revised proposal goes on where one of more than the quorum is late', async () => {
    const round = await AssessedCall.open(marketplace, 3);
    const [id, third, three] = await divided(round);
    await round.handIn(third, three, 3);
    const dueAt = new Date(Date.now() + 864e5).toISOString();
    const words = { words: 'Reckon anew.', language: 'en', dueAt };
    expect((await round.panel(id, 'request-revision', words)).status).toBe(200);
    await marketplace.database.query(`update proposal set state = 'in_review', due_at = null where id = $1`, [
      id,
    ]);
    await inside((tx) => watch().reopen(tx, id));
    const [late, ...inTime] = await panelOf(id, round);
    for (const [member, duty] of inTime) await round.handIn(member, duty, 4);
    expect(await round.stateOf(id)).toBe('in_review');
    await expire(late![1]);
    expect(await round.stateOf(id)).toBe('discussion');
  });
});

describe('a proposal that was left waiting', () => {
  it('for a review that had expired goes on with the next look at its call, but waits for a round to come', async () => {
    const round = await AssessedCall.open(marketplace, 4);
    const [stuck, revised] = [await round.proposal(lead), await round.proposal(other)];
    await round.assign(stuck, revised);
    for (const id of [stuck, revised])
      for (const [member, duty] of await panelOf(id, round)) await round.handIn(member, duty, 4);
    await marketplace.database.query(`update proposal set state = 'in_review' where id = any($1)`, [
      [stuck, revised],
    ]);
    await marketplace.database.query(
      `insert into proposal_version (id, organization_id, proposal_id, number, content, sha256, submitted_by)
       select $1, organization_id, proposal_id, 2, content, sha256, submitted_by from proposal_version
       where proposal_id = $2`,
      [newId(), revised],
    );
    await marketplace.database.query('update proposal set submissions = 2 where id = $1', [revised]);
    const [timer] = await marketplace.database.query<{ payload: DueReviews }>(
      `with asked as (${FOLLOW_PANELS} returning payload)
       select payload from asked where payload ->> 'callId' = $1`,
      [round.callId],
    );
    await ring(timer!.payload);
    expect(await round.stateOf(stuck)).toBe('discussion');
    expect(await round.stateOf(revised)).toBe('in_review');
  });
});

describe('a blind round', () => {
  it('lets no name through, whatever is asked', async () => {
    const blind = await AssessedCall.open(marketplace, 2, { isBlind: true });
    const secret = await marketplace.member('sme', 'editor');
    await marketplace.database.query(`update organization set name = $2, name_local = $3 where id = $1`, [
      secret.organizationId,
      SECRETS[0],
      SECRETS[1],
    ]);
    await marketplace.database.query(`update person set display_name = 'Hidden Author' where id = $1`, [
      secret.personId,
    ]);
    const id = await blind.proposal(secret, {
      title: 'Moonlit Harbour evenings',
      summary: `달빛항구와 함께: ${SECRETS.join(', ')}, by Hidden Author and AUTHOR Hidden.`,
    });
    await blind.assign(id);
    const words = { comment: 'Moonlit Harbour again', note: '달빛항구' };
    for (const [member, duty] of await panelOf(id, blind)) await blind.handIn(member, duty, 4, words);
    await blind.panel(id, 'comments', { body: 'So Moonlit Harbour it is.', language: 'en' });

    const notTheirs = /moonlit|달빛|hidden author|author hidden/i;
    for (const [member, duty] of await panelOf(id, blind)) {
      const ask = (path: string) => marketplace.ask(member, 'GET', path);
      const answers = [
        await ask(`/reviews/${duty}`),
        await ask('/reviews'),
        await ask(`/proposals/${id}`),
        await ask(`/proposals/${id}/decision`),
        await ask(`/proposals/${id}/versions`),
        await ask(`/proposals/${id}/versions/1`),
        await ask(`/calls/${blind.callId}`),
        await ask(`/calls/${blind.callId}/history`),
        await ask(`/calls/${blind.callId}/decision-sheet`),
        await ask(`/calls/${blind.callId}/panels/${id}`),
      ];
      for (const answer of answers) {
        // The one's own words about it are their own.
        const { text } = answer;
        const others = text
          .replaceAll(JSON.stringify(words.comment), '')
          .replaceAll(JSON.stringify(words.note), '');
        expect(others).not.toMatch(notTheirs);
        expect(text).not.toContain(secret.organizationId);
        expect(text).not.toContain(secret.personId);
        expect(text).not.toContain(id);
      }
      expect(answers[0]!.status).toBe(200);
      expect(answers[2]!.status).toBe(404);
    }
    const told = await marketplace.database.query<{ line: string }>(
      `select e.organization_id::text || e.payload::text as line from outbox_event e
       join proposal_review r on r.id = e.aggregate_id where r.proposal_id = $1`,
      [id],
    );
    expect(told.length).toBeGreaterThan(0);
    for (const { line } of told) {
      expect(line).not.toContain(secret.organizationId);
      expect(line).not.toContain(id);
    }
    // A row of a list is its title: nothing else of the proposal is gone through for it.
    const deep = jest.spyOn(Redaction.prototype, 'deep');
    const [[reader] = []] = await panelOf(id, blind);
    const rows = await marketplace.ask(reader, 'GET', '/reviews');
    expect(rows.body.items).toMatchObject([{ title: `${REDACTED} evenings` }]);
    expect(deep).not.toHaveBeenCalled();
    deep.mockRestore();
    // The desk, which has to know, does.
    expect((await blind.desk('GET', `panels/${id}`)).text).toMatch(/Moonlit/);
  });

  it('is reviewed by nobody who runs it or decides on it', async () => {
    const blind = await AssessedCall.open(marketplace, 0, { isBlind: true });
    for (const member of [blind.chair, blind.decider]) {
      const entry = { ...ids(member), languages: ['en'], expertise: [], reviewLimit: 3 };
      expect(refusal(await blind.desk('POST', 'reviewers', entry))[1]).toBe('review/runs-the-call');
    }
  });
});

describe('decisions', () => {
  it('are written by the deciding body, released once to all, and hidden until then', async () => {
    const round = await AssessedCall.open(marketplace, 2);
    const [good, conditional, poor, late] = [
      await round.proposal(lead),
      await round.proposal(other),
      await round.proposal(lead),
      await round.proposal(lead),
    ];
    await round.panel(late, 'screen', { verb: 'not-eligible', ruleNumber: 1 });
    await round.assign(good, conditional, poor);
    for (const id of [good, conditional, poor]) {
      for (const [member, duty] of await panelOf(id, round))
        await round.handIn(member, duty, 4, { comment: 'For you.' });
      expect((await round.panel(id, 'make-ready')).body.state).toBe('ready_for_decision');
    }
    const path = `/calls/${round.callId}/decisions/${good}`;
    const body = { outcome: 'accepted', reasons: 'Because.', conditions: [], language: 'en' };
    const byChair = await marketplace.ask(round.chair, 'PUT', path, { body, version: 0 });
    expect(refusal(byChair).slice(0, 2)).toEqual([403, 'decision/chair-decides']);
    expect((await marketplace.ask(stranger, 'PUT', path, { body, version: 0 })).status).toBe(404);

    expect((await round.decide(good, 'accepted')).status).toBe(200);
    expect(refusal(await round.decide(conditional, 'conditional'))).toEqual([
      422,
      'request/invalid',
      ['/conditions'],
    ]);
    expect((await round.decide(conditional, 'conditional', ['A permit'])).status).toBe(200);
    const act = (verb: string) => round.desk('POST', `decisions/${verb}`, undefined, round.decider);
    expect(refusal(await act('agree')).slice(0, 2)).toEqual([409, 'decision/missing']);
    expect((await round.decide(poor, 'rejected')).status).toBe(200);
    expect((await round.decide(poor, 'waitlisted', [], 0)).body).toMatchObject({
      ...{ code: 'decision/already-written', state: 'rejected' },
    });
    expect((await round.decide(poor, 'waitlisted', [], 7)).status).toBe(412);
    expect(refusal(await act('release')).slice(0, 2)).toEqual([409, 'decision/wrong-state']);
    expect((await act('agree')).status).toBe(200);
    expect(refusal(await round.decide(good, 'rejected', [], 1)).slice(0, 2)).toEqual([
      409,
      'decision/wrong-state',
    ]);
    const before = await marketplace.ask(lead, 'GET', `/proposals/${good}/decision`);
    expect(before.body).toMatchObject({ state: 'under_review', decision: null });

    const all = await Promise.all(Array.from({ length: 50 }, () => act('release')));
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(49).fill(409)]);
    for (const answer of all.filter(({ status }) => status === 409))
      expect(answer.body).toMatchObject({ code: 'decision/wrong-state', state: 'released' });
    const released = await marketplace.database.query<{ state: string; at: Date | null }>(
      `select state, released_at as at from proposal where call_id = $1 order by id`,
      [round.callId],
    );
    expect(released.map(({ state }) => state)).toEqual(['accepted', 'conditional', 'rejected', 'rejected']);
    expect(released.every(({ at }) => at !== null)).toBe(true);
    const [{ xids } = { xids: 0 }] = await marketplace.database.query<{ xids: number }>(
      `select count(distinct changed_xid)::int as xids from proposal where call_id = $1`,
      [round.callId],
    );
    expect(xids).toBe(1);
    expect((await marketplace.ask(lead, 'GET', `/proposals/${good}/decision`)).body).toMatchObject({
      state: 'accepted',
      decision: { outcome: 'accepted', reasons: 'It is accepted.' },
      comments: [{ comment: 'For you.' }, { comment: 'For you.' }],
    });
    expect((await marketplace.ask(stranger, 'GET', `/proposals/${good}/decision`)).status).toBe(404);
    expect(await marketplace.events(round.callId)).toContain('call.decided 5');
  });

  it('leave as a table, in which nothing runs as a formula', async () => {
    const round = await AssessedCall.open(marketplace, 2);
    const id = await round.proposal(lead, { title: '=cmd()' });
    await round.panel(id, 'screen', { verb: 'eligible' });
    const csv = await round.desk('GET', 'decision-sheet.csv', undefined, round.decider);
    expect(csv.text.split('\r\n')[1]).toMatch(/^'=cmd\(\),Organization/);
    const file = await marketplace.app.inject({
      method: 'GET',
      url: `/api/v1/calls/${round.callId}/decision-sheet.xlsx`,
      headers: { authorization: `Bearer ${round.chair.accessToken}` },
    });
    const rows = await readSheet(file.rawPayload);
    expect(rows[1]?.slice(0, 1)).toEqual(['=cmd()']);
    expect((await round.desk('GET', 'decision-sheet.csv', undefined, stranger)).status).toBe(404);
  });
});
