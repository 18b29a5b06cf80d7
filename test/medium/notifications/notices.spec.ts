import { AddMember } from '#libs/organizations';
import { systemActor } from '#libs/kernel';
import { CreateProposal, SubmitProposal } from '#libs/proposals';
import { newId } from '#libs/platform/database';
import { waitFor } from '../../support/wait.js';
import { NoticeWorld, type Person } from './notice-world.js';

jest.setTimeout(60_000);

interface NoticeView {
  id: string;
  type: string;
  text: string;
  object: { type: string; id: string };
  organizationId: string | null;
  path: string;
  createdAt: string;
  readAt: string | null;
}
interface NoticePage {
  items: NoticeView[];
  nextCursor: string | null;
  total?: number;
}
interface MailView {
  id: string;
  to: string;
  subject: string;
  text: string;
}

let world: NoticeWorld;
let officer: Person;
let viewer: Person;
let company: Person;
let colleague: Person;
let administrator: Person;

beforeAll(async () => {
  world = await NoticeWorld.start({ PUBLIC_URL: 'https://ttn.example' }, 2);
  const busan = await world.organization('city', 'Busan', '부산광역시');
  officer = await world.person(busan, 'officer', 'ko');
  viewer = await world.person(busan, 'viewer', 'vi');
  const nights = await world.organization('sme', 'Han River Nights', '한강야행');
  company = await world.person(nights, 'editor');
  colleague = await world.person(nights, 'viewer', 'ko-KR');
  administrator = await world.person(await world.organization('secretariat', 'Secretariat'), 'administrator');
  await forget();
});
afterEach(() => forget());
afterAll(() => world.stop());

/** What was told so far: of people who joined, to begin with. */
const forget = async (): Promise<void> => {
  await world.settled();
  await world.database.query('truncate mail, notice, stopped_address, timer');
};
const showInterest = (matchId = newId()) =>
  world.emit(company, 'interest.sent', { matchId, toOrganizationId: officer.organizationId });
const noticesOf = async (person: Person, query = '') =>
  (await world.ask<NoticePage>(person, 'GET', `/notices${query}`)).body;
const noticesAre = (person: Person, count: number) =>
  waitFor(`${count} notices`, async () => {
    const { items } = await noticesOf(person);
    return items.length >= count && items;
  });

describe('notices', () => {
  it('are told to every member of the organization, each in their language', async () => {
    const matchId = newId();
    await showInterest(matchId);
    const [korean] = await noticesAre(officer, 1);
    const [english] = await noticesAre(viewer, 1);
    expect(korean).toEqual({
      id: expect.any(String),
      type: 'interest.sent',
      text: '한강야행 측에서 부산광역시 측에 관심을 표시했습니다.',
      object: { type: 'match', id: matchId },
      organizationId: officer.organizationId,
      path: '/o/busan/matches',
      group: 'waiting',
      state: 'open',
      snoozedUntil: null,
      count: 1,
      createdAt: expect.stringMatching(/Z$/),
      toldAt: expect.stringMatching(/Z$/),
      readAt: null,
    });
    expect(english?.text).toBe('Han River Nights is interested in working with Busan.');
    expect((await noticesOf(company)).items).toEqual([]);
  });

  it('are a receipt with the title for who hands in a proposal, and lead to it', async () => {
    const actor = {
      ...systemActor('a-click'),
      personId: company.personId,
      organization: { id: company.organizationId, kind: 'sme', role: 'editor', signatory: false },
      permissions: new Set(['proposal.create', 'proposal.submit']),
    };
    const { id } = await world.parts
      .get(CreateProposal, { strict: false })
      .execute(actor, { title: 'Night views', language: 'en', summary: 'An app of two cities.' });
    await world.parts.get(SubmitProposal, { strict: false }).execute(actor, id);
    const [own] = await noticesAre(company, 1);
    const [theirs] = await noticesAre(colleague, 1);
    expect(own).toMatchObject({
      text: 'The proposal “Night views” has been submitted.',
      path: `/o/han-river-nights/proposals/${id}`,
    });
    expect(theirs?.text).toBe('“Night views” 제안서가 제출되었습니다.');
    expect((await noticesOf(officer)).items).toEqual([]);
  });

  it('show no title of somebody else’s object', async () => {
    const [proposal] = await world.database.query<{ id: string }>('select id from proposal');
    await world.emit(
      officer,
      'matches.refreshed',
      { subjectType: 'proposal', runId: newId() },
      {
        type: 'match_run',
        id: proposal?.id ?? '',
      },
    );
    const [notice] = await noticesAre(viewer, 1);
    expect(notice?.text).toBe('There are new matches for your organization.');
  });

  it('of an answer go to who had asked, unless they have left', async () => {
    const left = await world.person(company.organizationId, 'editor');
    await forget();
    await world.database.query('delete from membership where person_id = $1', [left.personId]);
    for (const { personId } of [company, left])
      await world.emit(officer, 'interest.declined', {
        matchId: newId(),
        fromPersonId: personId,
        fromOrganizationId: company.organizationId,
      });
    await world.settled();
    expect((await noticesOf(company)).items.map(({ text }) => text)).toEqual([
      'Busan declined your interest.',
    ]);
    expect(await world.database.query('select person_id from notice')).toEqual([
      { person_id: company.personId },
    ]);
    expect(await world.mails()).toHaveLength(1);
  });

  it('are out of sight for who has left the organization, and out of the count', async () => {
    const guest = await world.person(officer.organizationId, 'viewer');
    await showInterest();
    await noticesAre(guest, 1);
    await world.database.query('delete from membership where person_id = $1', [guest.personId]);
    expect((await noticesOf(guest)).items).toEqual([]);
    expect((await world.ask(guest, 'GET', '/notices/unread-count')).body).toMatchObject({ unread: 0 });
    await world.parts
      .get(AddMember, { strict: false })
      .execute(systemActor(newId()), { ...guest, role: 'viewer' });
    expect((await noticesOf(guest)).items).toHaveLength(1);
    await world.database.query('delete from membership where person_id = $1', [guest.personId]);
  });

  it('are read one by one and all at once, each by its own person only', async () => {
    for (let round = 0; round < 3; round += 1) await showInterest();
    const [newest] = await noticesAre(officer, 3);
    const foreign = await world.ask<{ code: string }>(viewer, 'POST', `/notices/${newest?.id}/read`);
    const random = await world.ask<{ code: string }>(viewer, 'POST', `/notices/${newId()}/read`);
    expect([foreign.status, random.status, foreign.body.code]).toEqual([404, 404, random.body.code]);
    const read = await world.ask<NoticeView>(officer, 'POST', `/notices/${newest?.id}/read`);
    expect([read.status, read.body.readAt]).toEqual([200, expect.stringMatching(/Z$/)]);
    const again = await world.ask<NoticeView>(officer, 'POST', `/notices/${newest?.id}/read`);
    expect(again.body.readAt).toBe(read.body.readAt);
    expect((await noticesOf(officer, '?unread=true&total=true')).total).toBe(2);
    expect((await noticesOf(officer, '?unread=true')).items.map(({ id }) => id)).not.toContain(newest?.id);
    expect((await world.ask(officer, 'POST', '/notices/read-all')).body).toMatchObject({ unread: 0 });
    await noticesAre(viewer, 3);
    expect((await world.ask(viewer, 'GET', '/notices/unread-count')).body).toMatchObject({ unread: 3 });
  });

  it('come in pages, newest first, by a cursor bound to the list', async () => {
    for (let round = 0; round < 5; round += 1) await showInterest();
    const all = (await noticesAre(officer, 5)).map(({ id }) => id);
    const first = await noticesOf(officer, '?limit=3');
    const second = await noticesOf(officer, `?limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all);
    expect(all).toEqual([...all].sort().reverse());
    expect(second.nextCursor).toBeNull();
    const other = await world.ask(officer, 'GET', `/notices?unread=true&cursor=${first.nextCursor}`);
    expect(other.status).toBe(422);
    expect((await world.ask(officer, 'GET', '/notices?unread=maybe')).status).toBe(422);
  });

  it('reach every open line once, whichever process holds it', async () => {
    const lines = [await world.line(officer, 0), await world.line(officer, 1), await world.line(viewer, 1)];
    const silent = await world.line(company, 0);
    await showInterest();
    await showInterest();
    await waitFor('both on all lines', async () => lines.every((heard) => heard.length >= 2), {
      dump: () => lines,
    });
    const own = (await noticesOf(officer)).items.map(({ id }) => id).sort();
    await world.settled();
    for (const heard of lines) {
      expect(heard.map(({ name }) => name)).toEqual(Array(2).fill('notifications.notice-added'));
      expect((heard.at(-1)?.payload as { unread: number }).unread).toBe(2);
    }
    const ids = lines[0]?.map(({ payload }) => (payload as { noticeId: string }).noticeId).sort();
    expect(ids).toEqual(own);
    expect(silent).toEqual([]);
  });
});

describe('captured mail', () => {
  it('is composed, marked as sent and captured, and shown with its link to its addressee', async () => {
    await showInterest();
    expect(await world.mailsAre('sent', 2)).toMatchObject([{ captured: true }, { captured: true }]);
    const { body } = await world.ask<{ items: MailView[] }>(officer, 'GET', '/captured-mails');
    expect(body.items).toMatchObject([{ to: officer.email, subject: expect.stringContaining('한강야행') }]);
    const one = await world.ask<MailView>(officer, 'GET', `/captured-mails/${body.items[0]?.id}`);
    expect(one.body.text).toContain('https://ttn.example/o/busan/matches');
  });

  it('of others is seen by an administrator of the secretariat, and by nobody else', async () => {
    await showInterest();
    const [mail] = (await world.mailsAre('sent', 2)).filter((one) => one.to_address === officer.email);
    const all = await world.ask<{ items: MailView[]; total: number }>(
      administrator,
      'GET',
      '/captured-mails?total=true',
    );
    expect(all.body.items.map(({ to }) => to).sort()).toEqual([officer.email, viewer.email].sort());
    expect(all.body.total).toBe(2);
    expect((await world.ask(administrator, 'GET', `/captured-mails/${mail?.id}`)).status).toBe(200);
    expect((await world.ask(viewer, 'GET', `/captured-mails/${mail?.id}`)).status).toBe(404);
    expect((await world.ask<{ items: MailView[] }>(company, 'GET', '/captured-mails')).body.items).toEqual(
      [],
    );
  });

  it('does not exist outside demonstration and tests', async () => {
    await world.startProcess({ NODE_ENV: 'development' });
    const index = world.processes.length - 1;
    expect((await world.ask(administrator, 'GET', '/captured-mails', index)).status).toBe(404);
    expect((await world.ask(administrator, 'GET', '/notices', index)).status).toBe(200);
  });
});
