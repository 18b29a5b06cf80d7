import { ApplyDecision, ReleaseReviews, type ReviewersOf, WatchRecommendations } from '#libs/admission';
import { newId } from '#libs/platform/database';
import {
  ACCEPT,
  AdmissionWorld,
  type Answer,
  APPLICANT,
  type Member,
  refusal,
  REJECT,
  SAID,
} from './admission-world.js';

const PATH = '/membership-applications';

let world: AdmissionWorld;
let city: Member;
let officer: Member;
let colleague: Member;

beforeAll(async () => {
  world = await AdmissionWorld.open();
  city = await world.member('city', 'officer');
  officer = await world.member('secretariat', 'officer');
  colleague = await world.member('secretariat', 'officer', officer.organizationId);
});
afterAll(async () => {
  await world?.close();
});

const read = (who: Member, id: string): Promise<Answer> => world.ask(who, 'GET', `${PATH}/${id}`);
const submit = (who: Member, id: string, version?: number): Promise<Answer> =>
  world.ask(who, 'POST', `${PATH}/${id}/submit`, { ...(version !== undefined && { version }) });
const decide = (who: Member, id: string, body: object): Promise<Answer> =>
  world.ask(who, 'POST', `${PATH}/${id}/decisions`, { body });
const undo = (who: Member, id: string): Promise<Answer> =>
  world.ask(who, 'POST', `/application-decisions/${id}/undo`);
const carryOut = (decisionId: string): Promise<void> =>
  world.inTransaction((tx) => world.app.get(ApplyDecision).execute(tx, decisionId));

/** Decides and lets the seconds pass. */
async function decided(who: Member, id: string, body: object): Promise<void> {
  const { id: decisionId } = await world.done(who, 'POST', `${PATH}/${id}/decisions`, { body });
  await world.passSeconds(decisionId);
  await carryOut(decisionId);
}

describe('an application', () => {
  it('brings the applicant on record, with the person as its owner, seen by nobody else', async () => {
    const { applicant, id } = await world.draft();
    expect(await world.stateOf(applicant.organizationId)).toBe('applicant');
    const { body } = await read(applicant, id);
    expect(body).toMatchObject({
      status: 'not-sent',
      inside: null,
      abilities: { update: true, submit: true },
    });
    expect(body.gaps.map(({ field }) => field)).toEqual(['route', 'motivation', 'documentFileId']);
    expect((await read(city, id)).status).toBe(404);
    expect((await read(officer, id)).status).toBe(404);
    const seen = await world.ask(city, 'GET', `/organizations/${applicant.organizationId}/recommendations`);
    expect(seen.status).toBe(404);
  });

  it('is one at a time for a person, from two tabs too', async () => {
    const person = await world.person();
    const start = (): Promise<Answer> => world.ask(person, 'POST', PATH, { body: APPLICANT });
    const answers = await Promise.all([start(), start()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(refusal(await start())).toEqual([409, 'application/already-applying']);
    const rows = await world.database.query('select id from membership where person_id = $1', [
      person.personId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is sent when nothing is missing, and by somebody whose address is confirmed', async () => {
    const { applicant, id } = await world.draft();
    const answer = await submit(applicant, id);
    expect(refusal(answer)).toEqual([422, 'application/incomplete']);
    expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/route',
      '/motivation',
      '/documentFileId',
    ]);

    const { applicant: unconfirmed, id: other } = await world.complete(city.organizationId);
    await world.database.query('update account set confirmed_at = null where person_id = $1', [
      unconfirmed.personId,
    ]);
    expect(refusal(await submit(unconfirmed, other))).toEqual([409, 'application/email-not-confirmed']);
    expect((await read(unconfirmed, other)).body.status).toBe('not-sent');
  });

  it('takes only a document of its own, uploaded for this', async () => {
    const { applicant, id } = await world.draft();
    const stranger = await world.draft();
    for (const fileId of [
      newId(),
      await world.document(stranger.applicant),
      await world.document(applicant, 'profile-picture'),
    ]) {
      const answer = await world.ask(applicant, 'PATCH', `${PATH}/${id}`, {
        body: { documentFileId: fileId },
        version: 1,
      });
      expect(refusal(answer)).toEqual([422, 'file/unusable']);
    }
  });

  it('flags those on record that look alike, and goes on all the same', async () => {
    await world.draft({ name: 'Suyeong Harbour Lights Company', registrationNumber: '220-81-62517' });
    const { applicant, id } = await world.draft({
      name: 'Suyeong Harbour Lights Co.',
      registrationNumber: '2208162517',
    });
    await world.edit(applicant, id, {
      route: 'recommendation',
      motivation: 'Lights.',
      recommenderId: city.organizationId,
      documentFileId: await world.document(applicant),
    });
    const sent = await submit(applicant, id);
    expect(sent.body).toMatchObject({ status: 'waiting-for-recommendation', inside: null });
    const because = (await read(officer, id)).body.inside?.findings.map((finding) => finding.because);
    expect(because).toEqual(expect.arrayContaining(['name', 'registration-number']));
  });

  it('can be withdrawn and begun anew for the same organization', async () => {
    const { applicant, id } = await world.complete(city.organizationId);
    await world.done(applicant, 'POST', `${PATH}/${id}/submit`);
    const requestId = await world.requestOf(id);
    expect((await world.done(applicant, 'POST', `${PATH}/${id}/withdraw`)).status).toBe('withdrawn');
    expect((await world.done(city, 'GET', `/recommendations/${requestId}`)).state).toBe('cancelled');
    const again = await world.done(applicant, 'POST', PATH, { body: APPLICANT });
    expect(again.organizationId).toBe(applicant.organizationId);
    expect(await world.events(id)).toEqual(['application.submitted', 'application.withdrawn']);
  });
});

describe('a recommender', () => {
  const name = async (recommenderId: string): Promise<[number, string | undefined]> => {
    const { applicant, id } = await world.draft();
    const body = { recommenderId: recommenderId === 'own' ? applicant.organizationId : recommenderId };
    return refusal(await world.ask(applicant, 'PATCH', `${PATH}/${id}`, { body, version: 1 }));
  };

  it('is not the applicant, nor inactive, nor unknown, nor the secretariat', async () => {
    expect(await name('own')).toEqual([422, 'application/recommender-not-independent']);
    const unknown = [422, 'application/recommender-unknown'];
    expect(await name(await world.organization('city', 'suspended'))).toEqual(unknown);
    expect(await name(await world.organization('city', 'candidate'))).toEqual(unknown);
    expect(await name((await world.draft()).applicant.organizationId)).toEqual(unknown);
    expect(await name(newId())).toEqual(unknown);
    expect(await name(officer.organizationId)).toEqual(unknown);
    expect(await name(await world.organization('sme'))).toEqual([200, undefined]);
  });

  it('shares nobody with the applicant, when named and when it recommends', async () => {
    const { applicant, id } = await world.complete(city.organizationId);
    const own = await world.organization('sme');
    await world.seat(applicant, own, 'owner');
    const named = await world.ask(applicant, 'PATCH', `${PATH}/${id}`, {
      body: { recommenderId: own },
      version: 2,
    });
    expect(refusal(named)).toEqual([422, 'application/recommender-not-independent']);

    await world.done(applicant, 'POST', `${PATH}/${id}/submit`);
    await world.seat(city, applicant.organizationId, 'editor');
    const given = await world.ask(city, 'POST', `/recommendations/${await world.requestOf(id)}/give`, {
      body: SAID,
    });
    expect(refusal(given)).toEqual([422, 'application/recommender-not-independent']);
    await world.database.query('delete from membership where person_id = $1 and organization_id = $2', [
      city.personId,
      applicant.organizationId,
    ]);
  });

  it('answers its own requests only, once, with words', async () => {
    const { applicant, id } = await world.complete(city.organizationId);
    await world.done(applicant, 'POST', `${PATH}/${id}/submit`);
    const requestId = await world.requestOf(id);
    const stranger = await world.member('city', 'officer');
    const viewer = await world.member('city', 'viewer', city.organizationId);
    const give = (who: Member, body: object = SAID): Promise<Answer> =>
      world.ask(who, 'POST', `/recommendations/${requestId}/give`, { body });
    expect((await give(stranger)).status).toBe(404);
    expect((await give(applicant)).status).toBe(403);
    expect((await give(viewer)).status).toBe(403);
    expect((await give(city, { ...SAID, text: ' ' })).status).toBe(422);
    const answers = await Promise.all([give(city), give(city)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(applicant, id)).body).toMatchObject({
      status: 'under-review',
      request: { state: 'given' },
    });
    expect(await world.events(requestId)).toEqual(['recommendation.requested', 'recommendation.given']);
  });

  it('declines with a reason, and the applicant names another one', async () => {
    const { applicant, id } = await world.complete(city.organizationId);
    await world.done(applicant, 'POST', `${PATH}/${id}/submit`);
    const renamed = { body: { recommenderId: city.organizationId } };
    const still = await world.ask(applicant, 'POST', `${PATH}/${id}/name-recommender`, renamed);
    expect(refusal(still)).toEqual([409, 'application/recommender-still-asked']);
    await world.done(city, 'POST', `/recommendations/${await world.requestOf(id)}/decline`, {
      body: { text: 'We do not know them.', language: 'en' },
    });
    const { body } = await read(applicant, id);
    expect(body).toMatchObject({ status: 'waiting-for-recommendation', request: { state: 'declined' } });
    expect(body.story.at(-1)).toMatchObject({ by: 'recommender', reason: 'We do not know them.' });
    const another = await world.member('sme', 'owner');
    const asked = await world.done(applicant, 'POST', `${PATH}/${id}/name-recommender`, {
      body: { recommenderId: another.organizationId },
    });
    expect(asked.request?.state).toBe('requested');
    const { items } = await world.done(another, 'GET', '/recommendations');
    expect(items).toHaveLength(1);
  });

  it('cannot answer when its fourteen days are over; the clock ends the request and the applicant goes on', async () => {
    const { applicant, id } = await world.complete(city.organizationId);
    await world.done(applicant, 'POST', `${PATH}/${id}/submit`);
    const requestId = await world.requestOf(id);
    const [timers] = await world.database.query<{ days: number[] }>(
      `select array_agg(round(extract(epoch from due_at - now()) / 86400)::int order by due_at) as days
       from timer where payload ->> 'recommendationId' = $1`,
      [requestId],
    );
    expect(timers?.days).toEqual([7, 14]);

    const watch = world.app.get(WatchRecommendations);
    await world.inTransaction((tx) => watch.expire(tx, requestId));
    expect((await read(applicant, id)).body.request?.state).toBe('requested');
    await world.inTransaction((tx) => watch.remind(tx, requestId));
    await world.database.query(`update recommendation set due_at = now() where id = $1`, [requestId]);
    const late = await world.ask(city, 'POST', `/recommendations/${requestId}/give`, { body: SAID });
    expect(refusal(late)).toEqual([409, 'recommendation/request-over']);
    await world.inTransaction((tx) => watch.expire(tx, requestId));
    await world.inTransaction((tx) => watch.expire(tx, requestId));
    expect(await world.events(requestId)).toEqual([
      'recommendation.requested',
      'recommendation.reminded',
      'recommendation.expired',
    ]);
    const again = { body: { recommenderId: city.organizationId } };
    expect((await world.ask(applicant, 'POST', `${PATH}/${id}/name-recommender`, again)).status).toBe(200);
  });

  it('takes its word back, and the badge is gone', async () => {
    const { applicant, id, requestId } = await world.recommended(city);
    await decided(officer, id, ACCEPT);
    const badge = `/organizations/${applicant.organizationId}/recommendations`;
    expect((await world.done(officer, 'GET', badge)).items).toHaveLength(1);
    expect((await world.recommendations.of([applicant.organizationId])).size).toBe(1);
    await world.database.query('update recommendation set pushed_at = now()');

    const stranger = await world.member('city', 'officer');
    const revoke = (who: Member): Promise<Answer> =>
      world.ask(who, 'POST', `/recommendations/${requestId}/revoke`, { body: SAID });
    expect((await revoke(stranger)).status).toBe(404);
    expect((await revoke(city)).status).toBe(200);
    expect(refusal(await revoke(city))).toEqual([409, 'recommendation/wrong-state']);
    expect((await world.done(officer, 'GET', badge)).items).toEqual([]);
    expect(await world.recommendations.takeUnpushed()).toEqual([applicant.organizationId]);
    expect(await world.recommendations.takeUnpushed()).toEqual([]);
    expect(await world.stateOf(applicant.organizationId)).toBe('active');
    expect(await world.events(requestId)).toContain('recommendation.revoked');
  });
});

describe('an entry proposal', () => {
  const SCORES = { scores: { novelty: 4, market: 3, smeBenefit: 5 }, language: 'en' };
  const assign = (id: string, { personId, organizationId }: Member): Promise<Answer> =>
    world.ask(officer, 'POST', `${PATH}/${id}/reviewers`, { body: { personId, organizationId } });
  const dutyOf = async (reviewer: Member): Promise<string> => {
    const { items } = await world.done(reviewer, 'GET', '/application-reviews');
    return items[0]?.id ?? '';
  };
  const review = (reviewer: Member, id: string, body: object = SCORES): Promise<Answer> =>
    world.ask(reviewer, 'POST', `/application-reviews/${id}/submit`, { body });

  it('is frozen with the application, and looked at by two people without a stake', async () => {
    const { applicant, id, proposalId } = await world.proposed();
    const proposal = await world.done(applicant, 'GET', `/proposals/${proposalId}`);
    expect(proposal.state).toBe('submitted');
    const [first, second, third] = [
      await world.member('city', 'officer'),
      await world.member('sme', 'owner'),
      await world.member('sme', 'owner'),
    ];
    expect(refusal(await assign(id, applicant))).toEqual([422, 'application/reviewer-unknown']);
    const both = await world.member('sme', 'owner');
    await world.seat(both, applicant.organizationId, 'viewer');
    expect(refusal(await assign(id, both))).toEqual([422, 'application/reviewer-has-a-stake']);
    const viewer = await world.member('city', 'viewer');
    expect(refusal(await assign(id, viewer))).toEqual([422, 'application/reviewer-unknown']);
    expect((await assign(id, first)).status).toBe(201);
    expect(refusal(await assign(id, first))).toEqual([409, 'application/already-a-reviewer']);
    expect((await assign(id, second)).status).toBe(201);
    expect(refusal(await assign(id, third))).toEqual([409, 'application/enough-reviewers']);
    expect(refusal(await decide(officer, id, ACCEPT))).toEqual([409, 'application/wrong-state']);
    expect((await world.ask(third, 'GET', `/application-reviews/${await dutyOf(first)}`)).status).toBe(404);
  });

  it('shows nobody the scores of others before their own are in', async () => {
    const { applicant, id } = await world.proposed();
    const [first, second] = [await world.member('city', 'officer'), await world.member('sme', 'owner')];
    await assign(id, first);
    await assign(id, second);
    const [ours, theirs] = [await dutyOf(first), await dutyOf(second)];
    expect((await review(first, ours, { ...SCORES, comment: 'Name the cities.' })).status).toBe(200);
    expect(refusal(await review(first, ours))).toEqual([409, 'application-review/wrong-state']);
    const before = await world.done(second, 'GET', `/application-reviews/${theirs}`);
    expect(before.others).toEqual([]);
    expect(JSON.stringify((await read(applicant, id)).body)).not.toContain('Name the cities.');
    expect((await review(second, theirs)).body.others[0]?.scores).toEqual(SCORES.scores);
    const { body } = await read(applicant, id);
    expect(body).toMatchObject({ status: 'under-review', comments: ['Name the cities.'] });
    expect((await read(officer, id)).body.inside).toMatchObject({ state: 'secretariat_review' });
    expect(await world.events(id)).toEqual(['application.submitted', 'application.reviewed']);
  });

  it('by two last reviewers at once comes to the secretariat once', async () => {
    const { id } = await world.proposed();
    const [first, second] = [await world.member('city', 'officer'), await world.member('sme', 'owner')];
    await assign(id, first);
    await assign(id, second);
    const [ours, theirs] = [await dutyOf(first), await dutyOf(second)];
    const answers = await Promise.all([review(first, ours), review(second, theirs)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await world.events(id)).toEqual(['application.submitted', 'application.reviewed']);
  });

  it('finds another reviewer when one declines, and waits while a question is open', async () => {
    const { applicant, id } = await world.proposed();
    const [first, second, third] = [
      await world.member('city', 'officer'),
      await world.member('sme', 'owner'),
      await world.member('sme', 'owner'),
    ];
    await assign(id, first);
    await assign(id, second);
    const duty = await dutyOf(second);
    await world.done(second, 'POST', `/application-reviews/${duty}/decline`, { body: SAID });
    expect((await assign(id, third)).status).toBe(201);
    await decided(officer, id, { verdict: 'ask', reason: 'Which cities?', language: 'en' });
    expect((await read(applicant, id)).body).toMatchObject({ status: 'your-answer-needed' });
    expect(refusal(await review(first, await dutyOf(first)))).toEqual([409, 'application/wrong-state']);
    const answer = { body: { text: 'Busan and Da Nang.', language: 'en' } };
    await world.done(applicant, 'POST', `${PATH}/${id}/answer`, answer);
    expect((await read(officer, id)).body.inside?.state).toBe('entry_proposal_review');
    expect((await review(first, await dutyOf(first))).status).toBe(200);
  });

  it('goes back to the desk when a reviewer has left, lost the role, or their organization is out', async () => {
    const { id } = await world.proposed();
    const release = async (of: ReviewersOf): Promise<number> => {
      const orphaned = await world.app.get(ReleaseReviews).orphaned(of);
      await world.inTransaction((tx) => world.app.get(ReleaseReviews).within(tx, orphaned));
      return orphaned.length;
    };
    const reviewer = () => world.member('city', 'officer');
    const [left, demoted, stays] = [await reviewer(), await reviewer(), await reviewer()];
    await assign(id, left);
    await assign(id, stays);
    expect(await release({ personId: left.personId })).toBe(0);
    await world.database.query('delete from membership where person_id = $1', [left.personId]);
    expect(await release({ personId: left.personId })).toBe(1);
    expect(await release({ personId: left.personId })).toBe(0);
    expect((await assign(id, demoted)).status).toBe(201);
    await world.database.query(`update membership set role = 'viewer' where person_id = $1`, [
      demoted.personId,
    ]);
    expect(await release({ personId: demoted.personId })).toBe(1);
    expect(await release({ organizationId: stays.organizationId })).toBe(0);
    await world.database.query(`update organization set state = 'suspended' where id = $1`, [
      stays.organizationId,
    ]);
    expect(await release({ organizationId: stays.organizationId })).toBe(1);
    expect(await world.events(id)).toEqual([
      'application.submitted',
      ...Array.from({ length: 3 }, () => 'application-review.declined'),
    ]);
    expect((await read(officer, id)).body).toMatchObject({ abilities: { assignReviewer: true } });
  });
});

describe('a decision', () => {
  it('activates the applicant when its seconds are over, and not before', async () => {
    const { applicant, id } = await world.recommended(city);
    const decision = await world.done(officer, 'POST', `${PATH}/${id}/decisions`, { body: ACCEPT });
    const seconds = (Date.parse(decision.effectiveAt) - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(5);
    expect(seconds).toBeLessThan(15);

    const before = (await read(applicant, id)).body;
    await carryOut(decision.id);
    expect((await read(applicant, id)).body).toEqual(before);
    expect((await read(colleague, id)).body.inside?.pending).toBeNull();
    expect((await read(officer, id)).body.inside?.pending).toMatchObject({ id: decision.id });
    expect(await world.stateOf(applicant.organizationId)).toBe('applicant');

    await world.passSeconds(decision.id);
    expect(refusal(await undo(officer, decision.id))).toEqual([409, 'application/decision-in-effect']);
    await Promise.all([carryOut(decision.id), carryOut(decision.id)]);
    expect((await read(applicant, id)).body).toMatchObject({ status: 'admitted' });
    expect(await world.stateOf(applicant.organizationId)).toBe('active');
    expect(await world.events(applicant.organizationId)).toEqual([
      'organization.changed',
      'organization.activated',
    ]);
    expect(await world.events(id)).toEqual(['application.submitted', 'application.accepted']);
  });

  it('that is taken back leaves nothing behind', async () => {
    const { applicant, id } = await world.recommended(city);
    const before = [(await read(applicant, id)).body, await world.events(id)];
    const decision = await world.done(officer, 'POST', `${PATH}/${id}/decisions`, { body: REJECT });
    expect((await undo(colleague, decision.id)).status).toBe(404);
    expect((await undo(applicant, decision.id)).status).toBe(403);
    expect((await undo(officer, decision.id)).body.state).toBe('undone');
    expect((await undo(officer, decision.id)).body.state).toBe('undone');
    await world.passSeconds(decision.id);
    await carryOut(decision.id);
    expect([(await read(applicant, id)).body, await world.events(id)]).toEqual(before);
    const timers = await world.database.query(`select key from timer where payload ->> 'decisionId' = $1`, [
      decision.id,
    ]);
    expect(timers).toEqual([]);
    expect((await decide(officer, id, ACCEPT)).status).toBe(201);
  });

  it('of two officers at once is the decision of one', async () => {
    const { id } = await world.recommended(city);
    const answers = await Promise.all([decide(officer, id, ACCEPT), decide(colleague, id, REJECT)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('application/decision-pending');
  });

  it('comes to nothing when the applicant withdraws first', async () => {
    const { applicant, id } = await world.recommended(city);
    const decision = await world.done(officer, 'POST', `${PATH}/${id}/decisions`, { body: ACCEPT });
    await world.done(applicant, 'POST', `${PATH}/${id}/withdraw`);
    await world.passSeconds(decision.id);
    await carryOut(decision.id);
    expect(await world.stateOf(applicant.organizationId)).toBe('applicant');
    expect((await read(applicant, id)).body.status).toBe('withdrawn');
  });

  it('needs a reason, and an officer without a stake', async () => {
    const { applicant, id } = await world.recommended(city);
    expect((await decide(officer, id, { ...REJECT, reason: ' ' })).status).toBe(422);
    expect((await decide(city, id, ACCEPT)).status).toBe(403);
    const own = await world.member('secretariat', 'officer', officer.organizationId);
    await world.seat(own, applicant.organizationId, 'editor');
    expect(refusal(await decide(own, id, ACCEPT))).toEqual([409, 'application/has-a-stake']);
    expect((await decide(officer, id, ACCEPT)).status).toBe(201);
  });

  it('against the applicant is appealed once, and looked at by another officer', async () => {
    const { applicant, id } = await world.recommended(city);
    await decided(officer, id, REJECT);
    const { body } = await read(applicant, id);
    expect(body).toMatchObject({ status: 'not-admitted', abilities: { appeal: true } });
    expect(body.story.at(-1)).toMatchObject({ verb: 'reject', by: 'secretariat', reason: REJECT.reason });
    await world.done(applicant, 'POST', `${PATH}/${id}/appeal`, { body: SAID });
    expect(refusal(await decide(officer, id, ACCEPT))).toEqual([
      409,
      'application/appeal-needs-another-officer',
    ]);
    expect((await read(officer, id)).body.inside?.refusal).toBe('application/appeal-needs-another-officer');
    await decided(colleague, id, REJECT);
    const again = await world.ask(applicant, 'POST', `${PATH}/${id}/appeal`, { body: SAID });
    expect(refusal(again)).toEqual([409, 'application/appealed-before']);
    expect((await read(applicant, id)).body).toMatchObject({ abilities: { appeal: false } });
    expect(await world.events(id)).toEqual([
      'application.submitted',
      'application.rejected',
      'application.appealed',
      'application.rejected',
    ]);
  });

  it('lets the same organization begin anew after 180 days, and no earlier', async () => {
    const { applicant, id } = await world.recommended(city);
    await decided(officer, id, REJECT);
    const begin = (who: Member): Promise<Answer> => world.ask(who, 'POST', PATH, { body: APPLICANT });
    const { anewFrom } = (await read(applicant, id)).body;
    const days = (new Date(anewFrom ?? '').getTime() - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(180, 1);
    expect(refusal(await begin(applicant))).toEqual([409, 'application/rejected-recently']);
    expect((await read(applicant, id)).body).toMatchObject({ abilities: { beginAnew: false, appeal: true } });

    await world.database.query(
      `update membership_application set decided_at = now() - interval '180 days' where id = $1`,
      [id],
    );
    expect((await read(applicant, id)).body).toMatchObject({ abilities: { beginAnew: true, appeal: true } });
    const editor = await world.member('sme', 'editor', applicant.organizationId);
    expect(refusal(await begin(editor))).toEqual([409, 'application/already-applying']);
    const answers = await Promise.all([begin(applicant), begin(applicant)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 201)?.body.organizationId).toBe(applicant.organizationId);
    expect((await read(applicant, id)).body).toMatchObject({
      status: 'not-admitted',
      anewFrom: null,
      abilities: { beginAnew: false, appeal: false },
    });
    const appeal = await world.ask(applicant, 'POST', `${PATH}/${id}/appeal`, { body: SAID });
    expect(refusal(appeal)).toEqual([409, 'application/wrong-state']);
  });
});

describe('the desk of the secretariat', () => {
  it('lists what waits, the oldest first, and says how long', async () => {
    const { id } = await world.recommended(city);
    await world.database.query(
      `update membership_application set state_since = now() - interval '9 days' where id = $1`,
      [id],
    );
    const { items } = await world.done(officer, 'GET', `${PATH}?state=secretariat_review&limit=5`);
    expect(items[0]).toMatchObject({ id, state: 'secretariat_review' });
    const queues = await world.done(officer, 'GET', '/admission-queues');
    const queue = queues.items.find(
      ({ state, route }) => state === 'secretariat_review' && route === 'recommendation',
    );
    expect(Date.now() - Date.parse(queue?.oldest ?? '')).toBeGreaterThan(8.9 * 86_400_000);
    expect((await world.ask(city, 'GET', '/admission-queues')).status).toBe(403);
    expect((await world.done(city, 'GET', PATH)).items).toEqual([]);
  });

  it('offers reasons in the language of the applicant', async () => {
    const { applicant, id } = await world.recommended(city);
    const offered = (): Promise<{ language: string }> =>
      world.done(officer, 'GET', `${PATH}/${id}/reason-templates`) as unknown as Promise<{
        language: string;
      }>;
    expect((await offered()).language).toBe('en');
    await world.database.query(`update person set language = 'ko' where id = $1`, [applicant.personId]);
    expect((await offered()).language).toBe('ko');
  });
});
