import { RefreshMatches, RetireMatches } from '#libs/matchmaking';
import { newId, UnitOfWork } from '#libs/platform/database';
import { systemActor } from '#libs/kernel';
import {
  DA_NANG,
  type Item,
  Market,
  type Member,
  NIGHT_GUIDES,
  NIGHT_TOURS_WANTED,
  NIGHT_WALKS,
  refusal,
  seen,
} from './market.js';

let market: Market;
let firm: Member;
let city: Member;
let proposalId: string;

const proposal = () => ({ type: 'proposal' as const, id: proposalId });
const aboutIt = ({ object }: Item): boolean => object?.id === proposalId;

/** Every row of the feature, as it stands, but for when a run looked. */
async function rows(): Promise<unknown> {
  return market.database.query('select * from match order by id');
}

beforeAll(async () => {
  market = await Market.open();
  firm = await market.member('sme', 'editor', { name: 'Badaon Lab', nameLocal: '바다온랩', country: 'KR' });
  city = await market.member('city', 'officer', DA_NANG);
  // A city with which the firm shares nothing but being a city.
  await market.organization('city', { slug: 'aktau', name: 'Aktau', country: 'KZ', languages: ['kk'] });
  await market.saveProfile(firm, NIGHT_GUIDES);
  proposalId = await market.submitProposal(firm, NIGHT_WALKS);
});

afterAll(() => market.close());

describe('the matches of a proposal', () => {
  it('are pending until they have been computed', async () => {
    const path = `/matches?subjectType=proposal&subjectId=${proposalId}`;
    expect(await market.done(firm, 'GET', path)).toMatchObject({
      items: [],
      nextCursor: null,
      run: { state: 'pending', computedAt: null },
    });
    await market.refresh('proposal', proposalId);
    expect(await market.done(firm, 'GET', path)).toMatchObject({
      run: { state: 'done', computedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string },
    });
  });

  it('hold the city that its Korean text names, with the words and at least two reasons', async () => {
    const match = await market.matchWith(firm, city.organizationId, proposal());
    const codes = match.reasons.map(({ code }) => code);
    expect(codes).toContain('named_in_text');
    expect(new Set(codes).size).toBeGreaterThanOrEqual(2);
    const named = match.reasons.find(({ code }) => code === 'named_in_text');
    expect(named?.facts.ours).toEqual([
      expect.objectContaining({ type: 'names', value: city.organizationId, quote: '다낭', language: 'ko' }),
    ]);
    expect(match).toMatchObject({
      subject: { type: 'proposal', id: proposalId, title: NIGHT_WALKS.title, language: 'ko' },
      counterpart: { id: city.organizationId, name: 'Da Nang', kind: 'city' },
      object: null,
      state: 'suggested',
      interest: null,
      conversationId: null,
      open: true,
      abilities: { dismiss: true, sendInterest: true, answerInterest: false, withdrawInterest: false },
    });
  });

  it('say why, to the last part of the score', async () => {
    const { score, reasons, unmet } = await market.matchWith(firm, city.organizationId, proposal());
    const sum = [...reasons, ...unmet].reduce((total, { contribution }) => total + contribution, 0);
    expect(score).toBeGreaterThan(0.4);
    expect(Math.abs(score - sum)).toBeLessThan(1e-9);
  });

  it('are the same row for the city, seen from its side', async () => {
    const ours = await market.matchWith(firm, city.organizationId, proposal());
    const theirs = (await market.matches(city)).find(aboutIt);
    expect(theirs).toMatchObject({
      id: ours.id,
      score: ours.score,
      fit: ours.fit,
      subject: { type: 'organization', id: city.organizationId, title: null },
      counterpart: { id: firm.organizationId, name: 'Badaon Lab' },
      object: { type: 'proposal', id: proposalId, title: NIGHT_WALKS.title, language: 'ko' },
    });
    expect(theirs?.reasons.map(({ code }) => code)).toEqual(ours.reasons.map(({ code }) => code));
    expect(theirs?.reasons[0]?.facts).toEqual({
      ours: ours.reasons[0]?.facts.theirs,
      theirs: ours.reasons[0]?.facts.ours,
    });
  });

  it('read in the language of the reader', async () => {
    const read = async (language: string): Promise<string[]> => {
      const path = `/matches?subjectType=proposal&subjectId=${proposalId}`;
      const answer = await market.ask(firm, 'GET', path, undefined, { 'accept-language': language });
      expect(answer.headers.vary).toMatch(/accept-language/i);
      return answer.body.items.flatMap(({ reasons }) =>
        reasons.flatMap(({ facts }) => [...facts.ours, ...facts.theirs].map(({ label }) => label)),
      );
    };
    expect(await read('en')).toEqual(expect.arrayContaining(['Da Nang', 'Vietnamese']));
    expect(await read('ko-KR,ko;q=0.9')).toEqual(expect.arrayContaining(['Da Nang', '베트남어']));
    expect(await read('vi')).toEqual(expect.arrayContaining(['Tiếng Việt']));
  });
});

describe('a run', () => {
  it('changes nothing when nothing has changed, from whichever side', async () => {
    await market.refresh('proposal', proposalId);
    const before = await rows();
    await market.refresh('proposal', proposalId);
    expect(await rows()).toEqual(before);

    await market.saveProfile(city, { language: 'vi' });
    await market.refresh('organization', city.organizationId);
    await market.refresh('proposal', proposalId);
    const listedTwice = await rows();
    await market.refresh('organization', city.organizationId);
    await market.refresh('proposal', proposalId);
    expect(await rows()).toEqual(listedTwice);
  });

  it('announces only what is new', async () => {
    await market.refresh('proposal', proposalId);
    const before = await market.events(proposalId);
    expect(before.filter((type) => type === 'matches.refreshed')).toHaveLength(1);
    await market.refresh('proposal', proposalId);
    expect(await market.events(proposalId)).toEqual(before);
  });

  it('never overwrites one that saw a newer subject, or began later', async () => {
    const verb = market.app.get(RefreshMatches);
    const subject = { type: 'organization', id: firm.organizationId } as const;
    const runs = () =>
      market.database.query('select run_id, subject_version from match_run where subject_id = $1', [
        firm.organizationId,
      ]);
    const [old, equal] = [await verb.prepare(subject), await verb.prepare(subject)];
    await market.saveProfile(firm, {
      ...NIGHT_GUIDES,
      themes: ['thm.night', 'thm.smart'],
    });
    const fresh = await verb.prepare(subject);
    if (!old || !equal || !fresh) throw new Error('The firm is gone.');

    await market.write(equal);
    await market.write(old);
    expect(await runs()).toEqual([{ run_id: equal.runId, subject_version: 1 }]);
    await market.write(fresh);
    await market.write(equal);
    expect(await runs()).toEqual([{ run_id: fresh.runId, subject_version: 2 }]);
  });

  it('survives many at once about the same pairs', async () => {
    const before = await rows();
    await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        at % 2 === 0
          ? market.refresh('proposal', proposalId)
          : market.refresh('organization', city.organizationId),
      ),
    );
    expect(await rows()).toEqual(before);
  });
});

describe('an opportunity', () => {
  let opportunityId: string;
  const opportunity = () => ({ type: 'opportunity' as const, id: opportunityId });

  it('in Vietnamese finds a Korean firm with which it shares no word', async () => {
    opportunityId = await market.publish(city, NIGHT_TOURS_WANTED);
    await market.refresh('opportunity', opportunityId);
    const match = await market.matchWith(city, firm.organizationId, opportunity());
    const themes = match.reasons.find(({ code }) => code === 'themes_in_common');
    expect(themes?.facts.ours).toContainEqual(
      expect.objectContaining({ value: 'thm.night', quote: expect.any(String) as string, language: 'vi' }),
    );
    expect(themes?.facts.theirs).toContainEqual(expect.objectContaining({ value: 'thm.night' }));
    expect(match.reasons.length).toBeGreaterThanOrEqual(2);
  });

  it('is the object of the match with a proposal', async () => {
    const found = await market.matches(firm, proposal());
    expect(found.filter(({ object }) => object?.id === opportunityId)).toMatchObject([
      {
        subject: { type: 'proposal', id: proposalId },
        counterpart: { id: city.organizationId },
        object: { type: 'opportunity', title: NIGHT_TOURS_WANTED.title, language: 'vi' },
      },
    ]);
  });

  it('is matched with nothing while a draft, once its last day is over, or of an organization that has left', async () => {
    const draft = await market.done(city, 'POST', '/opportunities', NIGHT_TOURS_WANTED);
    const unlike = { ...NIGHT_TOURS_WANTED, text: `${NIGHT_TOURS_WANTED.text} Bắt đầu từ mùa xuân.` };
    const over = await market.publish(city, unlike);
    await market.database.query(`update opportunity set deadline = '2020-01-01' where id = $1`, [over]);
    const leaver = await market.member('city', 'officer', { slug: 'hue', name: 'Hue', country: 'VN' });
    const left = await market.publish(leaver, NIGHT_TOURS_WANTED);
    await market.database.query(`update organization set state = 'suspended' where id = $1`, [
      leaver.organizationId,
    ]);

    for (const id of [draft.id, over, left]) await market.refresh('opportunity', id);
    await market.refresh('proposal', proposalId);
    const found = await market.database.query(
      'select * from match where left_id = any($1::uuid[]) or right_id = any($1::uuid[])',
      [[draft.id, over, left, leaver.organizationId]],
    );
    expect(found).toEqual([]);
  });

  it('leaves all lists when it is closed, and nobody can write about it any more', async () => {
    const { id } = await market.matchWith(city, firm.organizationId, opportunity());
    await market.done(city, 'POST', `/opportunities/${opportunityId}/close`);
    await market.refresh('opportunity', opportunityId);
    expect(await market.matches(city, opportunity())).toEqual([]);
    expect((await market.matches(firm)).map((match) => match.id)).not.toContain(id);
    expect(await market.done(firm, 'GET', `/matches/${id}`)).toMatchObject({
      open: false,
      abilities: { sendInterest: false },
    });
    expect(refusal(await market.ask(firm, 'POST', `/matches/${id}/interest`, { message: 'Hello' }))).toEqual([
      409,
      'match/closed',
    ]);
  });

  it('leaves all lists when time has ended it', async () => {
    const id = await market.publish(city, NIGHT_TOURS_WANTED);
    await market.refresh('opportunity', id);
    expect(await market.matches(city, { type: 'opportunity', id })).not.toEqual([]);
    await market.database.query(`update opportunity set deadline = '2020-01-01' where id = $1`, [id]);
    const retire = market.app.get(RetireMatches);
    const ended = await retire.prepare();
    expect(ended).toEqual([{ type: 'opportunity', id }]);
    await market.app.get(UnitOfWork).run(systemActor(newId()), (tx) => retire.write(tx, ended));
    expect(await market.matches(city, { type: 'opportunity', id })).toEqual([]);
    expect(await retire.prepare()).toEqual([]);
  });
});

describe('a consulting request', () => {
  it('finds the consultancy that covers its areas', async () => {
    const consultant = await market.member('consultancy', 'owner', { name: 'Lotus Advisors', country: 'VN' });
    await market.saveProfile(consultant, {
      language: 'vi',
      consultingAreas: ['con.halal', 'con.heritage'],
      languages: ['vi', 'en'],
      modes: ['remote'],
    });
    const id = await market.submitRequest(city, {
      title: 'Halal-certified food for visitors',
      text: 'How do our restaurants become halal-friendly?',
      language: 'en',
      areas: ['con.halal'],
      workingLanguages: ['en'],
      mode: 'remote',
    });
    await market.refresh('consulting_request', id);
    const subject = { type: 'consulting_request' as const, id };
    const match = await market.matchWith(city, consultant.organizationId, subject);
    expect(match.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['areas_covered', 'language_shared']),
    );
    expect(await market.matchWith(consultant, city.organizationId)).toMatchObject({
      id: match.id,
      object: { type: 'consulting_request', id },
    });
    expect((await market.ask(consultant, 'GET', `/consulting-requests/${id}`)).status).toBe(200);
  });
});

describe('a dismissed match', () => {
  it('is gone for good for who dismissed it, and stays for the other', async () => {
    const { id } = await market.matchWith(firm, city.organizationId, proposal());
    const dismissed = await market.done(city, 'POST', `/matches/${id}/dismiss`, {
      reason: 'wrong-time',
      note: 'Next year.',
    });
    expect(dismissed).toMatchObject({ id, state: 'dismissed', abilities: { sendInterest: false } });
    const again = await market.done(city, 'POST', `/matches/${id}/dismiss`, { reason: 'other' });
    expect(again).toEqual(dismissed);

    await market.refresh('proposal', proposalId);
    await market.refresh('organization', city.organizationId);
    expect((await market.matches(city)).filter(aboutIt)).toEqual([]);
    expect(await market.done(city, 'GET', `/matches/${id}`)).toMatchObject({ state: 'dismissed' });
    expect(refusal(await market.ask(city, 'POST', `/matches/${id}/interest`, { message: 'Hello' }))).toEqual([
      409,
      'match/dismissed',
    ]);
    expect(await market.matchWith(firm, city.organizationId, proposal())).toMatchObject({
      id,
      state: 'suggested',
    });
    expect(await market.database.query('select reason, note from match_dismissal')).toEqual([
      { reason: 'wrong-time', note: 'Next year.' },
    ]);
    expect(await market.trail(id)).toEqual(['match.dismiss suggested→dismissed']);
    expect(await market.events(id)).toEqual(['match.dismissed']);
  });

  it('needs a reason from the list and the version that was read', async () => {
    const { id, version } = await market.matchWith(firm, city.organizationId, proposal());
    const dismiss = (body: object, headers = {}) =>
      market.ask(firm, 'POST', `/matches/${id}/dismiss`, body, headers);
    expect((await dismiss({})).status).toBe(422);
    expect((await dismiss({ reason: 'because' })).status).toBe(422);
    expect((await dismiss({ reason: 'other', rating: 1 })).status).toBe(422);
    expect(refusal(await dismiss({ reason: 'other' }, { 'if-match': `"${version + 7}"` }))).toEqual([
      412,
      'request/stale-version',
    ]);
    expect(await market.done(firm, 'GET', `/matches/${id}`)).toMatchObject({ state: 'suggested' });
  });
});

describe('who may read', () => {
  let stranger: Member;
  let secretariat: Member;
  let matchId: string;

  beforeAll(async () => {
    stranger = await market.member('sme', 'owner');
    secretariat = await market.member('secretariat', 'officer');
    matchId = (await market.matchWith(firm, city.organizationId, proposal())).id;
  });

  it('gives a stranger the same answer for what is foreign and for what is not there', async () => {
    const list = (id: string) => market.ask(stranger, 'GET', `/matches?subjectType=proposal&subjectId=${id}`);
    const nothing = seen(await list(newId()));
    expect(nothing).toMatchObject({ status: 404 });
    expect(seen(await list(proposalId))).toEqual(nothing);
    const one = (id: string) => market.ask(stranger, 'GET', `/matches/${id}`);
    expect(seen(await one(matchId))).toEqual(seen(await one(newId())));
    expect(seen(await one('no-id'))).toEqual(seen(await one(newId())));
    const dismiss = (id: string) =>
      market.ask(stranger, 'POST', `/matches/${id}/dismiss`, { reason: 'other' });
    expect(seen(await dismiss(matchId))).toEqual(seen(await dismiss(newId())));
    expect((await dismiss(matchId)).status).toBe(404);
    const write = (id: string) => market.ask(stranger, 'POST', `/matches/${id}/interest`, { message: 'Hi' });
    expect(seen(await write(matchId))).toEqual(seen(await write(newId())));
    expect((await write(matchId)).status).toBe(404);
  });

  it('lets viewers read and do nothing, and nobody in without signing in', async () => {
    const viewer = await market.member('sme', 'viewer', firm.organizationId);
    expect((await market.done(viewer, 'GET', `/matches/${matchId}`)).abilities).toEqual({
      dismiss: false,
      sendInterest: false,
      answerInterest: false,
      withdrawInterest: false,
    });
    for (const verb of ['dismiss', 'interest'])
      expect((await market.ask(viewer, 'POST', `/matches/${matchId}/${verb}`, {})).status).toBe(403);
    expect((await market.ask(undefined, 'GET', '/matches')).status).toBe(401);
  });

  it('lets the secretariat read the lists of all and do nothing', async () => {
    const list = await market.matches(secretariat, proposal());
    expect(list.map(({ id }) => id)).toContain(matchId);
    const read = await market.done(secretariat, 'GET', `/matches/${matchId}`);
    expect(read).toMatchObject({ subject: { type: 'proposal' }, interest: null });
    expect(Object.values(read.abilities)).toEqual([false, false, false, false]);
    expect(
      (await market.ask(secretariat, 'POST', `/matches/${matchId}/dismiss`, { reason: 'other' })).status,
    ).toBe(404);
  });

  it('lets those who were matched read the proposal, also after it was withdrawn, and nobody else', async () => {
    const unread = await market.submitProposal(firm, NIGHT_WALKS);
    const read = async (who: Member) => (await market.ask(who, 'GET', `/proposals/${unread}`)).status;
    expect(await read(city)).toBe(404);
    await market.refresh('proposal', unread);
    expect([await read(city), await read(stranger)]).toEqual([200, 404]);
    await market.done(firm, 'POST', `/proposals/${unread}/withdraw`);
    await market.refresh('proposal', unread);
    expect((await market.matches(city)).filter(({ object }) => object?.id === unread)).toEqual([]);
    expect([await read(city), await read(stranger)]).toEqual([200, 404]);
  });
});

describe('the list of an organization', () => {
  beforeAll(async () => {
    for (const title of ['다낭 아침 산책', '다낭 해변 걷기', '다낭 시장 걷기']) {
      const id = await market.submitProposal(firm, { ...NIGHT_WALKS, title });
      await market.refresh('proposal', id);
    }
  });

  it('holds both directions, the best first, page by page', async () => {
    const all = await market.matches(firm);
    expect(all.length).toBeGreaterThan(2);
    expect(new Set(all.map(({ subject }) => subject.type))).toEqual(new Set(['proposal', 'organization']));
    const keys = all.map(({ score, id }) => [score, id] as const);
    expect(keys).toEqual([...keys].sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : 1)));

    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await market.done(firm, 'GET', `/matches?limit=1${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    expect((await market.done(firm, 'GET', '/matches?total=true&limit=1')).total).toBe(all.length);
  });

  it('is filtered by state, and refuses what it does not know', async () => {
    expect((await market.done(firm, 'GET', '/matches?state=connected')).items).toEqual([]);
    const both = await market.done(firm, 'GET', '/matches?state=suggested&state=connected&limit=100');
    expect(both.items).toEqual(await market.matches(firm));
    const { nextCursor } = await market.done(firm, 'GET', '/matches?limit=1');
    for (const query of [
      'state=dismissed',
      'state=lost',
      'subjectType=proposal',
      `subjectId=${proposalId}`,
      'subjectType=city&subjectId=1',
      'subjectType=proposal&subjectId=none',
      'limit=0',
      'sort=name',
      'cursor=forged',
      `state=suggested&cursor=${nextCursor}`,
    ])
      expect([query, (await market.ask(firm, 'GET', `/matches?${query}`)).status]).toEqual([query, 422]);
  });
});
