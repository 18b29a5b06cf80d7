import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor } from '#libs/kernel';
import type { MergePart } from '#libs/organizations';
import { newId, UnitOfWork } from '#libs/platform/database';
import { ProjectsOf } from '#libs/projects';
import { Database } from '#libs/platform/database';
import { JoinTalk } from '../../../libs/projects/src/app/join-talk.js';
import { MergeProjects } from '../../../libs/projects/src/app/merge-projects.js';
import { OpenRatings } from '../../../libs/projects/src/app/open-ratings.js';
import { WatchMilestone } from '../../../libs/projects/src/app/watch-milestone.js';
import { contentKey, FileStorage } from '../../../libs/platform/src/files/storage/file-storage.js';
import { heavyPng } from '../../support/file-samples.js';
import { Marketplace, type Member, refusal, seen } from '../proposals/marketplace.js';
import { day, type ProjectJson, RunningProject } from './running-project.js';

let marketplace: Marketplace;

beforeAll(async () => {
  marketplace = await Marketplace.open();
});
afterAll(async () => {
  await marketplace?.close();
});

const json = (answer: { body: unknown }): ProjectJson => answer.body as ProjectJson;
const many = <Result>(count: number, act: () => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, act));
const outcomes = (answers: readonly { status: number }[]) => ({
  won: answers.filter(({ status }) => status === 200).length,
  refused: answers.filter(({ status }) => status === 409).length,
});

/** A picture that was uploaded, with its bytes where files lie. */
async function keptPicture({ personId, organizationId }: Member, bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ttn-picture-'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await writeFile(join(folder, 'picture'), bytes);
  const storage = marketplace.app.get(FileStorage, { strict: false });
  await storage.keep(contentKey(sha256), join(folder, 'picture'), 'image/png');
  await rm(folder, { recursive: true });
  const id = newId();
  await marketplace.database.query(
    `insert into file (id, organization_id, created_by, purpose, name, state, announced_bytes, media_type, size,
       sha256, expires_at)
     values ($1, $2, $3, 'project-picture', 'harbour.png', 'not_scanned', $5, 'image/png', $5, $4,
       now() + interval '1 day')`,
    [id, organizationId, personId, sha256, bytes.length],
  );
  return id;
}

describe('a start', () => {
  it('happens once, however often and however many at once are told of the acceptance', async () => {
    const running = await RunningProject.accepted(marketplace);
    const started = (await many(12, () => running.start())).filter((id) => id !== undefined);
    expect(started).toHaveLength(1);
    expect(await running.start()).toBeUndefined();
    const [count] = await marketplace.database.query(
      `select (select count(*)::int from project where proposal_id = $1) as projects,
         (select count(*)::int from conversation where about_id = $2) as conversations,
         (select count(*)::int from project_milestone where project_id = $2) as milestones`,
      [running.proposalId, started[0]],
    );
    expect(count).toEqual({ projects: 1, conversations: 1, milestones: 3 });
  });

  it.each(['conditional', 'waitlisted', 'rejected'])('does not come out of one that is %s', async (state) => {
    const running = await RunningProject.accepted(marketplace, state);
    expect(await running.start()).toBeUndefined();
  });

  it('waits for the release, and for the last stage', async () => {
    const running = await RunningProject.accepted(marketplace);
    const { query } = marketplace.database;
    await query('update proposal set released_at = null where id = $1', [running.proposalId]);
    expect(await running.start()).toBeUndefined();
    await query(`update proposal set released_at = now(), stage = 'concept' where id = $1`, [
      running.proposalId,
    ]);
    expect(await running.start()).toBeUndefined();
    await query(`update proposal set stage = 'full' where id = $1`, [running.proposalId]);
    expect(await running.start()).toEqual(expect.any(String));
  });

  it('copies partners, budget and milestones as they were handed in, and brings everybody together', async () => {
    const running = await RunningProject.started(marketplace);
    const { lead, partner, other, officer } = running;
    const project = await running.read(lead);
    expect(project).toMatchObject({
      state: 'running',
      relation: 'lead',
      language: 'ne',
      budgetMinor: 900_000,
    });
    expect(project.partners).toMatchObject([
      { isLead: true, task: 'Leads', shareMinor: 500_000 },
      { organization: { id: partner.organizationId }, task: 'Trains guides', shareMinor: 300_000 },
      { organization: { id: other.organizationId }, shareMinor: 100_000 },
    ]);
    expect(project.milestones).toMatchObject([
      { kind: 'milestone', title: 'Trained guides', dueDay: day(40), state: 'planned' },
      { kind: 'milestone', title: 'Evening routes', dueDay: day(200) },
      { kind: 'final-report', dueDay: day(230), organizationId: lead.organizationId },
    ]);
    const people = await marketplace.database.query<{ person: string }>(
      'select person_id as person from participant where conversation_id = $1',
      [project.conversationId],
    );
    const expected = [lead, partner, other].map(({ personId }) => personId);
    expect(people.map(({ person }) => person).sort()).toEqual(expected.sort());
    expect((await running.toldOf('project.started')).sort()).toEqual(
      [lead, partner, other, officer].map(({ organizationId }) => organizationId).sort(),
    );
    const joint = await marketplace.app
      .get(ProjectsOf, { strict: false })
      .organizations(marketplace.app.get(Database), [other.organizationId]);
    expect(joint).toMatchObject([
      { projectId: running.id, organizationIds: [lead, partner, other].map((one) => one.organizationId) },
    ]);
  });
});

describe('who comes to a partner later', () => {
  it('talks with the others from then on; who only looks on does not, and a lone project gets its talk', async () => {
    const running = await RunningProject.started(marketplace);
    const { partner, lead } = running;
    const talk = marketplace.app.get(JoinTalk, { strict: false });
    const join = async (role: string, { organizationId }: Member = partner): Promise<Member> => {
      const member = await marketplace.member('sme', role, organizationId);
      for (const each of await talk.waiting(member)) await running.inside((tx) => talk.within(tx, each));
      return member;
    };
    const seated = async (): Promise<string[]> => {
      const { conversationId } = await running.read(lead);
      const rows = await marketplace.database.query<{ id: string }>(
        'select person_id as id from participant where conversation_id = $1 and left_seq is null',
        [conversationId],
      );
      return rows.map(({ id }) => id);
    };
    const before = await seated();
    const [viewer, editor] = [await join('viewer'), await join('editor')];
    expect(await seated()).toEqual(expect.arrayContaining([...before, editor.personId]));
    expect(await seated()).not.toContain(viewer.personId);
    for (const each of await talk.waiting(editor)) await running.inside((tx) => talk.within(tx, each));
    expect(await seated()).toHaveLength(before.length + 1);

    await marketplace.database.query('update project set conversation_id = null where id = $1', [running.id]);
    await marketplace.database.query('update conversation set about_id = $2 where about_id = $1', [
      running.id,
      newId(),
    ]);
    const late = await join('editor', lead);
    expect(await seated()).toEqual(expect.arrayContaining([...before, late.personId]));
  });
});

describe('access', () => {
  it('is for the consortium and who runs the call; for others it is not there', async () => {
    const running = await RunningProject.started(marketplace);
    const stranger = await marketplace.member('city', 'owner');
    const secretariat = await marketplace.member('secretariat', 'administrator');
    const [milestone] = (await running.read(running.lead)).milestones;
    const nowhere = await marketplace.ask(stranger, 'GET', `/projects/${newId()}`);
    expect(nowhere.status).toBe(404);
    for (const member of [stranger, secretariat, running.call.decider]) {
      expect(seen(await marketplace.ask(member, 'GET', `/projects/${running.id}`))).toEqual(seen(nowhere));
      expect((await running.submit(member, milestone!.id)).status).toBe(404);
      const desk = await marketplace.ask(member, 'GET', `/calls/${running.call.callId}/projects`);
      expect(desk.status).toBe(404);
    }
    for (const member of [running.lead, running.partner, running.other, running.officer])
      expect((await running.read(member)).id).toBe(running.id);
    const viewer = await marketplace.member('sme', 'viewer', running.partner.organizationId);
    expect((await running.read(viewer)).id).toBe(running.id);
    expect((await running.submit(viewer, milestone!.id)).status).toBe(403);
  });

  it('lets a partner hand in its own milestones alone, and nobody of the consortium judge', async () => {
    const running = await RunningProject.started(marketplace);
    const [guides, routes] = (await running.read(running.lead)).milestones;
    expect((await running.submit(running.partner, routes!.id)).status).toBe(404);
    expect((await running.submit(running.officer, guides!.id)).status).toBe(404);
    expect((await running.submit(running.partner, guides!.id)).status).toBe(200);
    const body = { note: null, language: 'en' };
    for (const member of [running.lead, running.partner]) {
      expect((await running.post(member, `milestones/${guides!.id}/accept`, { body })).status).toBe(404);
      expect((await running.post(member, 'suspend', { body: { reason: 'So', language: 'en' } })).status).toBe(
        404,
      );
    }
    expect((await running.read(running.officer)).milestones[0]?.abilities).toMatchObject({ judge: true });
  });
});

describe('a milestone', () => {
  it('is accepted by one of fifty at once; the others learn its state, and the trail has one line', async () => {
    const running = await RunningProject.started(marketplace);
    const [guides] = (await running.read(running.lead)).milestones;
    const submitted = await many(50, () => running.submit(running.partner, guides!.id));
    expect(outcomes(submitted)).toEqual({ won: 1, refused: 49 });
    const accepted = await many(50, () => running.judge('accept', guides!.id));
    expect(outcomes(accepted)).toEqual({ won: 1, refused: 49 });
    const refused = accepted.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'milestone/wrong-state', state: 'accepted' });
    expect(await marketplace.trail(guides!.id)).toEqual([
      'milestone.submit planned→submitted',
      'milestone.accept submitted→accepted',
    ]);
    const [same] = await marketplace.database.query(
      `select m.changed_xid = a.xid and a.xid = s.changed_xid as one
       from project_milestone m
       join audit_entry a on a.entity_id = m.id and a.action = 'milestone.accept'
       join project_step s on s.milestone_id = m.id and s.verb = 'accept'
       where m.id = $1`,
      [guides!.id],
    );
    expect(same).toEqual({ one: true });
    expect(await running.toldOf('milestone.accepted')).toHaveLength(2);
  });

  it('comes back with a note and is handed in again; a report says what was spent', async () => {
    const running = await RunningProject.started(marketplace);
    const project = await running.read(running.lead);
    const [guides, , final] = project.milestones;
    const body = { words: ' ', language: 'en', spending: [] };
    const empty = await running.post(running.partner, `milestones/${guides!.id}/submit`, { body });
    expect(refusal(empty)).toEqual([422, 'request/invalid', ['/words']]);
    expect((await running.submit(running.partner, guides!.id)).status).toBe(200);
    expect((await running.judge('return', guides!.id, 'Who are they?')).status).toBe(200);
    expect((await running.read(running.partner)).milestones[0]).toMatchObject({
      ...{ state: 'returned', note: 'Who are they?', abilities: { submit: true } },
    });
    expect((await running.submit(running.partner, guides!.id)).status).toBe(200);
    const [line] = project.budget;
    const wrong = await running.submit(running.lead, final!.id, [{ lineId: newId(), spentMinor: 1 }]);
    expect(wrong.status).toBe(422);
    const reported = await running.submit(running.lead, final!.id, [
      { lineId: line!.id, spentMinor: 480_000 },
    ]);
    expect(json(reported).budget[0]).toMatchObject({ spentMinor: 480_000 });
    const story = await marketplace.ask(running.other, 'GET', `/projects/${running.id}/steps`);
    expect(json(story).items.map(({ verb }) => verb)).toEqual([
      'submit',
      'submit',
      'return',
      'submit',
      'start',
    ]);
  });

  it('gets another day by a wish and an answer, one at a time, and every wish stays', async () => {
    const running = await RunningProject.started(marketplace);
    const [guides] = (await running.read(running.lead)).milestones;
    const at = `milestones/${guides!.id}`;
    const wish = { body: { day: day(70), reason: 'The harbour is closed.', language: 'en' } };
    const asked = await many(8, () => running.post(running.partner, `${at}/ask-day`, wish));
    expect(outcomes(asked)).toEqual({ won: 1, refused: 7 });
    const no = { body: { note: 'Please try.', language: 'en' } };
    expect((await running.post(running.officer, `${at}/decline-day`, no)).status).toBe(200);
    expect((await running.post(running.partner, `${at}/ask-day`, wish)).status).toBe(200);
    const approved = await running.post(running.officer, `${at}/approve-day`, no);
    expect(json(approved).milestones[0]).toMatchObject({ dueDay: day(70) });
    expect(json(approved).milestones[0]?.dayChanges.map(({ state }) => state)).toEqual([
      'declined',
      'approved',
    ]);
    expect((await running.post(running.officer, `${at}/approve-day`, no)).body.state).toBe('approved');
    const same = { body: { ...wish.body, day: day(70) } };
    expect(refusal(await running.post(running.partner, `${at}/ask-day`, same))[0]).toBe(422);
  });
});

describe('the clock', () => {
  const dueIn = (id: string, days: number): Promise<unknown> =>
    marketplace.database.query(
      `update project_milestone set due_day = (now() at time zone 'Asia/Seoul')::date + $2::int where id = $1`,
      [id, days],
    );

  it('reminds once before and after the day, says who is late and by how much, and stops when it is there', async () => {
    const running = await RunningProject.started(marketplace);
    const [guides] = (await running.read(running.lead)).milestones;
    const look = () =>
      many(4, () =>
        running.inside((tx) => marketplace.app.get(WatchMilestone, { strict: false }).within(tx, guides!.id)),
      );
    const timer = async () =>
      (
        await marketplace.database.query<{ inDays: number }>(
          `select (due_at at time zone 'Asia/Seoul')::date - (now() at time zone 'Asia/Seoul')::date as "inDays"
           from timer where key = 'milestone:' || $1`,
          [guides!.id],
        )
      )[0]?.inDays;
    expect(await timer()).toBe(26);
    await dueIn(guides!.id, 14);
    await look();
    expect((await running.read(running.lead)).milestones[0]).toMatchObject({ state: 'due', daysLate: 0 });
    expect(await running.toldOf('milestone.due-soon')).toHaveLength(2);
    expect(await timer()).toBe(11);
    await dueIn(guides!.id, -8);
    await look();
    expect(await running.toldOf('milestone.late')).toHaveLength(3);
    const desk = await marketplace.ask(running.officer, 'GET', `/calls/${running.call.callId}/projects`);
    expect(json(desk).items).toMatchObject([
      {
        ...{ id: running.id, late: 1, daysLate: 8 },
        waiting: [{ kind: 'hand-in', organization: { id: running.partner.organizationId }, daysLate: 8 }],
      },
    ]);
    await dueIn(guides!.id, -31);
    await look();
    expect(await running.toldOf('milestone.long-late')).toContain(running.officer.organizationId);
    expect(await timer()).toBeUndefined();
    expect((await running.submit(running.partner, guides!.id)).status).toBe(200);
    expect((await running.read(running.lead)).milestones[0]).toMatchObject({
      daysLate: 0,
      state: 'submitted',
    });
  });

  it('stands still while the project is suspended, and runs again when it goes on', async () => {
    const running = await RunningProject.started(marketplace);
    const timers = async () =>
      (
        await marketplace.database.query(
          `select 1 from timer where key in (select 'milestone:' || id from project_milestone where project_id = $1)`,
          [running.id],
        )
      ).length;
    const because = { body: { reason: 'The harbour is closed.', language: 'en' } };
    expect(await timers()).toBe(3);
    expect((await running.post(running.officer, 'suspend', because)).status).toBe(200);
    expect(await timers()).toBe(0);
    const [guides] = (await running.read(running.lead)).milestones;
    expect(refusal(await running.submit(running.partner, guides!.id))[1]).toBe('project/not-live');
    expect((await running.post(running.officer, 'resume', because)).status).toBe(200);
    expect(await timers()).toBe(3);
    const ended = await many(10, () => running.post(running.officer, 'terminate', because));
    expect(outcomes(ended)).toEqual({ won: 1, refused: 9 });
  });
});

describe('an end', () => {
  const rating = (organizationId: string) => ({
    body: { organizationId, cooperation: 5, wouldAgain: true, words: 'On time.', language: 'en' },
  });
  const page = {
    texts: ['ne', 'en', 'ko'].map((language) => ({
      language,
      headline: language === 'ko' ? '밤이 길어졌습니다 <script>' : 'A night longer',
      story: 'It worked.',
    })),
    figures: [{ code: 'visitors', value: 1280 }],
  };

  it('needs everything accepted, the results page and the ratings, and opens the page by consent', async () => {
    const running = await RunningProject.started(marketplace);
    const { lead, partner, other, officer } = running;
    const early = await running.post(lead, 'begin-closing');
    expect([early.status, early.body.code]).toEqual([409, 'project/closing-incomplete']);
    await running.finish('milestone', 'interim-report');
    expect((await running.post(lead, 'begin-closing')).status).toBe(200);
    const refused = await running.post(officer, 'close');
    expect(json(refused)).toMatchObject({ missing: ['final-report', 'results', 'ratings'] });
    await running.finish('final-report');

    const save = (version: number, body: object = page) =>
      marketplace.ask(lead, 'PUT', `/projects/${running.id}/result`, { body, version });
    expect((await save(0, { ...page, texts: page.texts.slice(1) })).body).toMatchObject({
      missingLanguages: ['ne'],
    });
    expect((await save(0)).status).toBe(412);
    expect((await save(1)).status).toBe(200);
    const picture = heavyPng({ width: 40, height: 30 });
    const body = { fileId: await keptPicture(lead, picture), alt: 'Guests at the "harbour"', language: 'en' };
    expect((await running.post(lead, 'result/pictures', { body })).status).toBe(200);

    const pairs = [lead, partner, other].flatMap((by) =>
      [lead, partner, other].filter((about) => about !== by).map((about) => [by, about] as const),
    );
    const [last, ...first] = pairs.reverse();
    for (const [by, about] of first)
      expect((await running.post(by, 'ratings', rating(about.organizationId))).status).toBe(200);
    expect((await running.read(partner)).ratings.given).toHaveLength(2);
    expect((await running.read(officer)).ratings.given).toHaveLength(0);
    const again = await running.post(other, 'ratings', rating(lead.organizationId));
    expect(again.body.code).toBe('project/already-rated');
    expect((await running.read(lead)).missing).toEqual(['ratings']);
    await running.post(last![0], 'ratings', rating(last![1].organizationId));
    expect((await running.read(officer)).ratings).toMatchObject({ areOpen: true });
    expect((await running.read(partner)).ratings.given).toHaveLength(6);

    const closed = await many(20, () => running.post(officer, 'close'));
    expect(outcomes(closed)).toEqual({ won: 1, refused: 19 });
    const open = () => marketplace.ask(undefined, 'GET', `/results/${running.id}`);
    expect((await open()).status).toBe(404);
    await running.post(partner, 'consent', { body: { consents: true } });
    expect((await open()).status).toBe(404);
    await running.post(lead, 'consent', { body: { consents: true } });
    expect((await open()).body).toMatchObject({
      ...{ unnamed: 1, figures: page.figures, texts: page.texts },
      organizations: [{ id: lead.organizationId }, { id: partner.organizationId }],
    });
    const list = (query: string) => marketplace.ask(undefined, 'GET', `/results?${query}`);
    const year = day(0).slice(0, 4);
    expect((await list(`country=KR&theme=theme.night&year=${year}`)).body.items).toHaveLength(1);
    for (const none of ['country=NP', 'theme=theme.food', 'year=2001'])
      expect((await list(none)).body.items).toEqual([]);
    const visit = (path: string) => marketplace.app.inject({ method: 'GET', url: `/results${path}` });
    const korean = await visit(`/${running.id}?lang=ko`);
    const [, shownAt = ''] =
      /<img src="\/results([^"]+)" alt="Guests at the &quot;harbour&quot;"/.exec(korean.body) ?? [];
    const shownPicture = await visit(shownAt);
    expect([shownPicture.statusCode, shownPicture.headers['content-type']]).toEqual([200, 'image/png']);
    expect(shownPicture.rawPayload.equals(picture)).toBe(true);
    for (const other of [`/${running.id}/pictures/${newId()}`, shownAt.replace(running.id, newId())])
      expect((await visit(other)).statusCode).toBe(404);
    expect([korean.statusCode, korean.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    for (const shown of [
      '<html lang="ko">',
      '밤이 길어졌습니다',
      '방문객</dt><dd>1,280',
      '이름을 밝히지 않은 파트너 1곳',
    ])
      expect(korean.body).toContain(shown);
    expect(korean.body).not.toContain('<script>');
    const [, data = ''] = /<script type="application\/ld\+json">([^<]*)</.exec(korean.body) ?? [];
    expect(JSON.parse(data)).toMatchObject({
      ...{ '@type': 'Article', headline: '밤이 길어졌습니다 <script>', inLanguage: 'ko' },
      about: { '@type': 'Project', member: [{ '@type': 'Organization' }, { '@type': 'Organization' }] },
    });
    expect((await visit(`/${running.id}?lang=en`)).body).toContain('<html lang="en">');
    for (const address of ['', '?after=nowhere', '?lang=en&after=2999-01-01T00:00:00.000Z_' + running.id])
      expect((await visit(address)).body).toContain(`/results/${running.id}`);
    const [{ name: unnamed } = { name: '' }] = await marketplace.database.query<{ name: string }>(
      'select name from organization where id = $1',
      [other.organizationId],
    );
    expect(korean.body).not.toContain(unnamed);

    await running.post(lead, 'consent', { body: { consents: false } });
    expect((await open()).status).toBe(404);
    expect((await visit('')).body).not.toContain(running.id);
    expect((await visit(shownAt)).statusCode).toBe(404);
    const gone = [await visit(`/${running.id}`), await visit(`/${newId()}`), await visit('/%3Cscript%3E')];
    for (const { statusCode, body } of gone) expect([statusCode, body]).toEqual([404, gone[0]?.body]);
  });

  it('does not wait for ratings longer than fourteen days', async () => {
    const running = await RunningProject.started(marketplace);
    await running.finish('milestone', 'interim-report');
    await running.post(running.lead, 'begin-closing');
    await running.post(running.lead, 'ratings', rating(running.partner.organizationId));
    const open = () =>
      running.inside((tx) => marketplace.app.get(OpenRatings, { strict: false }).within(tx, running.id));
    await open();
    expect(await running.toldOf('project.ratings-opened')).toEqual([]);
    await marketplace.database.query(
      `update project set closing_since = now() - interval '14 days' where id = $1`,
      [running.id],
    );
    await open();
    expect(await running.toldOf('project.ratings-opened')).toHaveLength(4);
    expect((await running.read(running.other)).ratings).toMatchObject({ areOpen: true, given: [{}] });
    expect((await running.read(running.lead)).missing).toEqual(['final-report', 'results']);
  });

  it('takes no rating from who can read the others’ already', async () => {
    const running = await RunningProject.started(marketplace);
    const { lead, partner } = running;
    await running.finish('milestone', 'interim-report');
    await running.post(lead, 'begin-closing');
    expect((await running.post(lead, 'ratings', rating(partner.organizationId))).status).toBe(200);
    expect((await running.read(partner)).ratings.toRate).toHaveLength(2);
    await marketplace.database.query(
      `update project set closing_since = now() - interval '14 days' where id = $1`,
      [running.id],
    );
    const late = await running.post(partner, 'ratings', rating(lead.organizationId));
    expect([late.status, late.body.code]).toEqual([409, 'project/ratings-open']);
    const seen = await running.read(partner);
    expect(seen.ratings).toMatchObject({ areOpen: true, given: [{}], toRate: [] });
    expect(seen.abilities.rate).toBe(false);
  });

  it('keeps ratings open that were read, and counts no day of a suspension', async () => {
    const running = await RunningProject.started(marketplace);
    const { lead, partner, other, officer } = running;
    const because = { body: { reason: 'The harbour is closed.', language: 'en' } };
    const pass = (days: number) =>
      marketplace.database.query(
        `update project set closing_since = closing_since - make_interval(days => $2) where id = $1`,
        [running.id, days],
      );
    const pause = async (days: number, areOpen: boolean) => {
      expect((await running.post(officer, 'suspend', because)).status).toBe(200);
      await pass(days);
      expect((await running.read(other)).ratings.areOpen).toBe(areOpen);
      expect((await running.post(officer, 'resume', because)).status).toBe(200);
      expect((await running.post(lead, 'begin-closing')).status).toBe(200);
    };
    const rate = async (by: typeof lead, about: typeof lead) => {
      const { status, body } = await running.post(by, 'ratings', rating(about.organizationId));
      return [status, body.code];
    };
    await running.finish('milestone', 'interim-report');
    await running.post(lead, 'begin-closing');
    expect(await rate(lead, partner)).toEqual([200, undefined]);
    await pass(13);
    await pause(2, false);
    expect((await running.read(partner)).ratings).toMatchObject({ areOpen: false, given: [] });
    expect(await rate(partner, lead)).toEqual([200, undefined]);
    await pass(14);
    expect((await running.read(other)).ratings).toMatchObject({ areOpen: true, given: [{}, {}] });
    await pause(0, true);
    expect((await running.read(other)).ratings).toMatchObject({ areOpen: true, toRate: [] });
    expect(await rate(other, lead)).toEqual([409, 'project/ratings-open']);
  });
});

it('goes over whole when two organizations become one, also where both work on it', async () => {
  const running = await RunningProject.started(marketplace);
  const { lead, partner, other } = running;
  const merge: MergePart = marketplace.app.get(MergeProjects, { strict: false });
  const ids = { fromId: partner.organizationId, intoId: other.organizationId };
  const lines = await marketplace.app
    .get(UnitOfWork)
    .run(systemActor(newId()), (tx) => merge.move(tx, ids as Parameters<MergePart['move']>[1]));
  expect(lines).toEqual([{ record: 'project', moved: 1, stayed: 0 }]);
  const project = await running.read(lead);
  expect(project.partners).toMatchObject([
    { organization: { id: lead.organizationId } },
    { organization: { id: other.organizationId }, shareMinor: 400_000 },
  ]);
  expect(project.milestones[0]).toMatchObject({ organizationId: other.organizationId });
  expect((await marketplace.ask(partner, 'GET', `/projects/${running.id}`)).status).toBe(404);
});
