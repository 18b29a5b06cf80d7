import { newId } from '#libs/platform/database';
import { waitFor } from '../../support/wait.js';
import { NoticeWorld, type Person } from './notice-world.js';

jest.setTimeout(60_000);

interface Row {
  id: string;
  type: string;
  group: string;
  state: string;
  count: number;
  snoozedUntil: string | null;
  readAt: string | null;
  object: { type: string; id: string };
}
interface Counts {
  unread: number;
  groups: { group: string; open: number; unread: number }[];
}

let world: NoticeWorld;
let officer: Person;
let colleague: Person;
let company: Person;

beforeAll(async () => {
  world = await NoticeWorld.start({}, 2);
  const busan = await world.organization('city', 'Busan', '부산광역시');
  officer = await world.person(busan, 'officer', 'ko');
  colleague = await world.person(busan, 'viewer');
  company = await world.person(await world.organization('sme', 'Han River Nights'), 'editor');
  await forget();
});
afterEach(() => forget());
afterAll(() => world.stop());

const forget = async (): Promise<void> => {
  await world.settled();
  await world.database.query('truncate mail, notice, notice_event, timer');
};
const interest = (type: 'interest.sent' | 'interest.reminded' | 'interest.withdrawn', matchId: string) =>
  world.emit(company, type, { matchId, toOrganizationId: officer.organizationId });
const rowsOf = async (person: Person, query = '') =>
  (await world.ask<{ items: Row[] }>(person, 'GET', `/notices${query}`)).body.items;
const counts = async (person: Person, index = 0) =>
  (await world.ask<Counts>(person, 'GET', '/notices/unread-count', index)).body;
const act = (person: Person, id: string, verb: string, body?: object) =>
  world.ask<Row & { code: string }>(person, 'POST', `/notices/${id}/${verb}`, 0, body);
const inMinutes = (minutes: number) => ({ until: new Date(Date.now() + minutes * 60_000).toISOString() });

/** One row of the officer about `matchId`. */
const aRow = async (matchId = newId()): Promise<Row> => {
  await interest('interest.sent', matchId);
  await world.settled();
  const row = (await rowsOf(officer)).find(({ object }) => object.id === matchId);
  if (!row) throw new Error('There is no row.');
  return row;
};

describe('a row of the inbox', () => {
  it('takes up all that happens to its object, and counts it from the last reading on', async () => {
    const matchId = newId();
    const first = await aRow(matchId);
    const other = await aRow();
    for (let round = 0; round < 19; round += 1) await interest('interest.reminded', matchId);
    await world.settled();
    const rows = await rowsOf(officer);
    expect(rows.map(({ id, count }) => [id, count])).toEqual([
      [first.id, 20],
      [other.id, 1],
    ]);
    expect(rows[0]).toMatchObject({ type: 'interest.reminded', group: 'waiting', readAt: null });
    expect(await counts(officer)).toEqual({
      unread: 2,
      groups: [
        { group: 'waiting', open: 2, unread: 2 },
        { group: 'mentions', open: 0, unread: 0 },
        { group: 'updates', open: 0, unread: 0 },
      ],
    });
    await act(officer, first.id, 'read');
    await interest('interest.reminded', matchId);
    await world.settled();
    expect((await rowsOf(officer))[0]).toMatchObject({ id: first.id, count: 1, readAt: null });
  });

  it('waits until it is answered, by whomever, and goes to the updates when nothing is asked any more', async () => {
    const [answered, withdrawn] = [newId(), newId()];
    await aRow(answered);
    await aRow(withdrawn);
    await world.emit(officer, 'interest.accepted', {
      ...{ matchId: answered, conversationId: newId() },
      ...{ fromPersonId: company.personId, fromOrganizationId: company.organizationId },
    });
    await interest('interest.withdrawn', withdrawn);
    await world.settled();
    for (const person of [officer, colleague]) {
      expect(await rowsOf(person, '?group=waiting')).toEqual([]);
      expect((await rowsOf(person, '?group=updates')).map(({ object }) => object.id)).toEqual([withdrawn]);
      expect((await rowsOf(person, '?state=archived')).map(({ object }) => object.id)).toEqual([answered]);
    }
    expect(await counts(officer)).toMatchObject({ unread: 1 });
  });

  it('waits on, whatever else is told of its object, until all that was asked is answered', async () => {
    const engagementId = newId();
    const tell = async (type: 'deliverable.submitted' | 'case-note.drafted' | 'ledger-entry.recorded') => {
      await world.emit(company, type, { engagementId, toOrganizationId: officer.organizationId });
      await world.settled();
      return rowsOf(officer);
    };
    expect(await tell('deliverable.submitted')).toMatchObject([{ group: 'waiting' }]);
    await tell('case-note.drafted');
    expect(await tell('ledger-entry.recorded')).toMatchObject([
      { type: 'ledger-entry.recorded', group: 'waiting', count: 3 },
    ]);
    const toCompany = { engagementId, toOrganizationId: company.organizationId };
    await world.emit(officer, 'deliverable.accepted', toCompany);
    await world.settled();
    // One of two is done.
    expect(await rowsOf(officer)).toMatchObject([{ group: 'waiting', state: 'open', readAt: null }]);
    await world.emit(officer, 'case-note.published', toCompany);
    await world.settled();
    expect(await rowsOf(officer)).toEqual([]);
    expect(await rowsOf(colleague)).toEqual([]);
    // What was put away waits for nothing: news of it are news.
    expect(await tell('ledger-entry.recorded')).toMatchObject([{ group: 'updates', count: 1 }]);
  });

  it('waits no more for whose organization has done its part, and goes on for the others', async () => {
    const vote = { type: 'vote', id: newId() };
    for (const { organizationId } of [officer, company])
      await world.emit(null, 'vote.opened', { toOrganizationId: organizationId }, vote);
    await world.settled();
    await world.emit(officer, 'vote.cast', { byOrganizationId: officer.organizationId }, vote);
    await world.settled();
    for (const person of [officer, colleague]) expect(await rowsOf(person)).toEqual([]);
    expect(await rowsOf(company)).toMatchObject([{ type: 'vote.opened', group: 'waiting' }]);
  });

  it('waits for nothing that was answered before a worker came to the question, and is told nobody', async () => {
    const vote = { type: 'vote', id: newId() };
    const at = (second: number) => ({
      about: vote,
      occurredAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second)),
    });
    const opened = (to: Person, second: number) =>
      world.happened(null, 'vote.opened', { toOrganizationId: to.organizationId }, at(second));
    const cast = world.happened(officer, 'vote.cast', { byOrganizationId: officer.organizationId }, at(1));
    await world.work(cast, opened(officer, 0), opened(company, 0));
    for (const person of [officer, colleague]) {
      expect(await rowsOf(person)).toEqual([]);
      expect(await rowsOf(person, '?state=archived')).toEqual([]);
    }
    // One ballot answers for nobody else …
    expect(await rowsOf(company)).toMatchObject([{ type: 'vote.opened', group: 'waiting' }]);
    expect((await world.mails()).map(({ to_address: to }) => to)).toEqual([company.email]);
    // … and for nothing that is asked after it.
    await world.work(opened(officer, 2));
    for (const person of [officer, colleague])
      expect(await rowsOf(person)).toMatchObject([{ type: 'vote.opened', group: 'waiting' }]);
  });

  it('waits on when an answer to an earlier question is worked late', async () => {
    const engagementId = newId();
    const about = { type: 'engagement-session', id: newId() };
    const proposed = (by: Person, to: Person, second: number) =>
      world.happened(
        by,
        'engagement-session.proposed',
        { engagementId, toOrganizationId: to.organizationId, toPersonId: to.personId },
        { about, occurredAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second)) },
      );
    // The officer proposes times, the company others: the officer has to answer.
    await world.work(proposed(company, officer, 1), proposed(officer, company, 0));
    expect(await rowsOf(officer)).toMatchObject([{ type: 'engagement-session.proposed', group: 'waiting' }]);
    expect(await rowsOf(company)).toEqual([]);
  });

  it('is put away and brought back, by its person alone, and by something new', async () => {
    const matchId = newId();
    const { id } = await aRow(matchId);
    const foreign = await act(colleague, id, 'archive');
    const random = await act(officer, newId(), 'archive');
    expect([foreign.status, random.status, foreign.body.code]).toEqual([404, 404, random.body.code]);
    expect((await act(officer, id, 'archive')).body).toMatchObject({
      state: 'archived',
      readAt: expect.any(String),
    });
    expect(await rowsOf(officer)).toEqual([]);
    expect(await act(officer, id, 'archive')).toMatchObject({
      status: 409,
      body: { code: 'notice/wrong-state' },
    });
    expect((await act(officer, id, 'restore')).body).toMatchObject({ state: 'open' });
    expect((await act(officer, id, 'unread')).body.readAt).toBeNull();
    await act(officer, id, 'archive');
    await interest('interest.reminded', matchId);
    await world.settled();
    expect(await rowsOf(officer)).toMatchObject([{ id, state: 'open', readAt: null, count: 1 }]);
    const trail = await world.database.query(
      `select action, from_state, to_state from audit_entry where entity_id = $1 order by id`,
      [id],
    );
    expect(trail.map((entry) => Object.values(entry).join(' '))).toEqual([
      'notice.archive open archived',
      'notice.restore archived open',
      'notice.archive open archived',
    ]);
  });

  it('is put off, comes back by itself on top, and not before', async () => {
    const { id } = await aRow();
    expect((await act(officer, id, 'snooze', inMinutes(0))).body.code).toBe('notice/snooze-time-wrong');
    expect((await act(officer, id, 'snooze', inMinutes(600_000))).status).toBe(422);
    const later = inMinutes(60);
    expect((await act(officer, id, 'snooze', later)).body).toMatchObject({
      state: 'snoozed',
      snoozedUntil: later.until,
    });
    await act(officer, id, 'read');
    const other = await aRow();
    expect((await rowsOf(officer)).map((row) => row.id)).toEqual([other.id]);
    expect(await rowsOf(officer, '?state=snoozed')).toHaveLength(1);
    const lines = [await world.line(officer, 0), await world.line(officer, 1)];
    // An hour goes by.
    await world.database.query(
      `update notice set snoozed_until = now() - interval '1 second' where id = $1`,
      [id],
    );
    await world.database.query(`update timer set due_at = now() where key = $1`, [`return-notice:${id}`]);
    const back = await waitFor('it to come back', async () => {
      const rows = await rowsOf(officer);
      return rows.length === 2 && rows;
    });
    expect(back[0]).toMatchObject({ id, state: 'open', readAt: null, snoozedUntil: null });
    await waitFor('both lines to hear', async () => lines.every((heard) => heard.length === 1));
    expect(lines[1]?.[0]).toEqual({
      name: 'notifications.notice-added',
      payload: { noticeId: id, unread: 2 },
    });
  });

  it('counts the same on every device, at once', async () => {
    const [one, two] = [await aRow(), await aRow()];
    await world.settled();
    const lines = [await world.line(officer, 0), await world.line(officer, 1)];
    const heard = (step: number, unread: number) =>
      waitFor(`step ${step} on both lines`, async () => lines.every((line) => line.length >= step), {
        dump: () => lines,
      }).then(() => {
        for (const line of lines)
          expect(line.at(-1)).toEqual({ name: 'notifications.notices-changed', payload: { unread } });
      });
    await act(officer, one.id, 'read');
    await heard(1, 1);
    await act(officer, one.id, 'unread');
    await heard(2, 2);
    await act(officer, two.id, 'archive');
    await heard(3, 1);
    await world.ask(officer, 'POST', '/notices/read-all?group=updates');
    expect(await counts(officer, 1)).toMatchObject({ unread: 1 });
    await world.ask(officer, 'POST', '/notices/read-all?group=waiting');
    await heard(4, 0);
    for (const index of [0, 1]) expect(await counts(officer, index)).toMatchObject({ unread: 0 });
  });
});
