import { systemActor } from '#libs/kernel';
import { SendDigest } from '#libs/notifications';
import { newId, UnitOfWork } from '#libs/platform/database';
import { MailEnclosures } from '#libs/platform/mail';
import { MergeNotices } from '../../../libs/notifications/src/app/merge-notices.js';
import { waitFor } from '../../support/wait.js';
import { NoticeWorld, type Person } from './notice-world.js';
import { SmtpSink } from './smtp-sink.js';

jest.setTimeout(60_000);

interface Settings {
  choices: { group: string; app: boolean; mail: boolean; push: boolean; locked: string[] }[];
  pace: string;
  digestHour: number;
  quiet: { from: string; to: string } | null;
  quietDays: number[];
  mailStopped: { reason: string } | null;
  version: number;
}
const CHOICE = { switchedOff: [], pace: 'first-then-digest', digestHour: 8, quiet: null, quietDays: [] };

let sink: SmtpSink;
let world: NoticeWorld;
let officer: Person;
let company: Person;

beforeAll(async () => {
  sink = await SmtpSink.start();
  world = await NoticeWorld.start({ SMTP_URL: sink.url, PUBLIC_URL: 'https://ttn.example' }, 1);
  officer = await world.person(await world.organization('city', 'Busan', '부산광역시'), 'officer');
  company = await world.person(await world.organization('sme', 'Han River Nights'), 'editor', 'ko');
  await forget();
});
afterEach(() => forget());
afterAll(async () => {
  await world.stop();
  await sink.stop();
});

const forget = async (): Promise<void> => {
  await world.settled();
  await world.database.query(
    'truncate mail, notice, notice_event, timer, notification_settings, stopped_address',
  );
  sink.clear();
};
const interest = (matchId = newId(), type: 'interest.sent' | 'interest.reminded' = 'interest.sent') =>
  world.emit(company, type, { matchId, toOrganizationId: officer.organizationId });
const choose = (choice: object, version = 0, person = officer) =>
  fetch(`${world.processes[0]?.url}/api/v1/account/notification-settings`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${person.accessToken}`,
      'content-type': 'application/json',
      'if-match': `"${version}"`,
    },
    body: JSON.stringify({ ...CHOICE, ...choice }),
  });
const settingsOf = async (person = officer) =>
  (await world.ask<Settings>(person, 'GET', '/account/notification-settings')).body;
const mailsTo = async (person: Person) =>
  (await world.mails()).filter((mail) => mail.to_address === person.email);
/** The hour on the clock of the persons here, so many hours from now. */
const hourIn = (hours: number) => (new Date().getUTCHours() + 9 + hours + 24) % 24;
const dueAt = async (): Promise<number> =>
  (await world.database.query<{ due_at: Date }>('select due_at from timer'))[0]?.due_at.getTime() ?? NaN;
/** Quiet now and for some hours, wherever the clock stands. */
const quietNow = () => {
  const hour = (shift: number) => `${String(hourIn(shift)).padStart(2, '0')}:00`;
  return { from: hour(-1), to: hour(3) };
};

describe('settings of notifications', () => {
  it('stand as everybody has them until something is chosen, and are kept by version', async () => {
    const before = await settingsOf();
    expect(before).toMatchObject({ pace: CHOICE.pace, quiet: null, version: 0, mailStopped: null });
    expect(before.choices.every(({ app, mail, push }) => app && mail && push)).toBe(true);
    const chosen = await choose({ switchedOff: ['matches:mail', 'calls:push'], quietDays: [6, 7] });
    expect(chosen.status).toBe(200);
    const after = (await chosen.json()) as Settings;
    expect(after).toMatchObject({ quietDays: [6, 7], version: 1 });
    expect(after.choices.find(({ group }) => group === 'matches')).toMatchObject({ app: true, mail: false });
    expect((await choose({}, 0)).status).toBe(412);
    expect((await choose({ pace: 'digest' }, 1)).status).toBe(200);
  });

  it.each([
    [{ switchedOff: ['security:mail'] }],
    [{ switchedOff: ['weather:mail'] }],
    [{ pace: 'never' }],
    [{ digestHour: 24 }],
    [{ quiet: { from: '22:07', to: '07:00' } }],
    [{ quietDays: [1, 2, 3, 4, 5, 6, 7] }],
    [{ quietDays: [0] }],
  ])('refuse %j', async (choice) => {
    expect((await choose(choice)).status).toBe(422);
    expect((await settingsOf()).version).toBe(0);
  });

  it('decide by channel what is told', async () => {
    await choose({ switchedOff: ['matches:app'] });
    await interest();
    await world.mailsAre('sent', 1);
    expect((await world.ask<{ items: [] }>(officer, 'GET', '/notices')).body.items).toEqual([]);
    await choose({ switchedOff: ['matches:mail'] }, 1);
    await interest();
    await world.settled();
    expect((await world.ask<{ items: [] }>(officer, 'GET', '/notices')).body.items).toHaveLength(1);
    expect(await mailsTo(officer)).toHaveLength(1);
  });
});

describe('mail about one object', () => {
  it('goes out once at once, and the rest once a day where it is still unread', async () => {
    const [busy, read] = [newId(), newId()];
    for (const matchId of [busy, read]) await interest(matchId);
    await world.mailsAre('sent', 2);
    for (const matchId of [busy, busy, read]) await interest(matchId);
    await world.settled();
    expect(await mailsTo(officer)).toHaveLength(2);
    const { items } = (
      await world.ask<{ items: { id: string; object: { id: string } }[] }>(officer, 'GET', '/notices')
    ).body;
    await world.ask(officer, 'POST', `/notices/${items.find(({ object }) => object.id === read)?.id}/read`);
    const [timer] = await world.database.query<{ due_at: Date }>(
      `select due_at from timer where key like 'digest:%'`,
    );
    // Eight in the morning, where the officer is.
    expect(timer?.due_at.toISOString()).toMatch(/T23:00:00/);
    await world.database.query(`update timer set due_at = now()`);
    const digest = await waitFor('the mail of the day', async () =>
      (await world.mailsAre('sent', 3)).find(({ template }) => template === 'digest'),
    );
    expect(digest?.subject).toBe('1 unread notice on TTN');
    expect(digest?.text).toContain('Han River Nights is interested in working with Busan. (3 updates)');
    const source = sink.accepted.at(-1);
    expect(source?.text).toContain('https://ttn.example/o/busan/notices');
    expect(source?.source.replace(/=?\r\n\s*/g, '')).toMatch(/List-Unsubscribe: ?<\S+\.digest\.\S+>/);
    // What it said is not said again, and what is reminded of goes out by itself.
    await interest(busy, 'interest.reminded');
    await world.mailsAre('sent', 4);
    await choose({ pace: 'each' });
    await interest(busy);
    expect(await world.mailsAre('sent', 5)).toHaveLength(5);
  });

  it('is left out altogether when everything was read before its time', async () => {
    await choose({ pace: 'digest' });
    await interest();
    await world.settled();
    expect(await mailsTo(officer)).toEqual([]);
    await world.ask(officer, 'POST', '/notices/read-all');
    await world.database.query(`update timer set due_at = now()`);
    await waitFor('the timer to be done', async () => {
      const timers = await world.database.query('select from timer');
      const marks = await world.database.query('select from notice where digest_since is not null');
      return timers.length + marks.length === 0;
    });
    expect(await mailsTo(officer)).toEqual([]);
  });

  it('comes when it was first meant to come, however much follows', async () => {
    await choose({ pace: 'digest', digestHour: hourIn(12) });
    const follow = async (sql: string): Promise<[before: number, after: number]> => {
      await world.database.query(`update timer set due_at = ${sql}`);
      const before = await dueAt();
      await interest();
      await world.settled();
      return [before, await dueAt()];
    };
    await interest();
    await world.settled();
    const [soon, stays] = await follow(`now() + interval '1 hour'`);
    expect(stays).toBe(soon);
    const [late, earlier] = await follow(`now() + interval '2 days'`);
    expect(late - earlier).toBeGreaterThan(24 * 3_600_000);
    // Told already, were it not for what follows.
    await world.database.query('update timer set started_at = now()');
    const [told, next] = await follow(`now() + interval '1 hour'`);
    expect(next - told).toBeGreaterThan(9 * 3_600_000);
  });

  it('leaves for the next day what came while it was written', async () => {
    await choose({ pace: 'digest', digestHour: hourIn(12) });
    const [said, both, late] = [newId(), newId(), newId()];
    const tell = async (...matches: string[]) => {
      for (const matchId of matches) await interest(matchId);
      await world.settled();
    };
    const digest = world.parts.get(SendDigest, { strict: false });
    await tell(said, both);
    const written = await digest.prepare(officer.personId, newId(), 'a-click');
    await tell(both, late);
    await world.parts
      .get(UnitOfWork, { strict: false })
      .run(systemActor('a-click'), (tx) => digest.write(tx, officer.personId, written));
    const rows = await world.database.query(
      `select object_id, digest_since is not null as held, mailed_at is not null as mailed from notice`,
    );
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        { object_id: said, held: false, mailed: true },
        { object_id: both, held: true, mailed: false },
        { object_id: late, held: true, mailed: false },
      ]),
    );
    const digests = await world.database.query<{ subject: string }>(`select subject from mail`);
    expect(digests).toEqual([{ subject: '2 unread notices on TTN' }]);
  });

  it('is not written for who wants none any more, and what it would have said is told with what follows', async () => {
    await choose({ pace: 'digest', digestHour: hourIn(12) });
    const matchId = newId();
    await interest(matchId);
    await world.settled();
    await choose({ pace: 'first-only' }, 1);
    await world.database.query(`update timer set due_at = now()`);
    await waitFor('the timer to be done', async () => {
      return (await world.database.query('select from timer')).length === 0;
    });
    expect(await world.mails()).toEqual([]);
    await interest(matchId);
    await world.mailsAre('sent', 1);
  });

  it('waits for the end of quiet hours, but for what guards the account, and is dropped when read', async () => {
    await choose({ quiet: quietNow() });
    await interest();
    await world.emit(officer, 'password.changed', {}, { type: 'person', id: officer.personId });
    await world.mailsAre('sent', 1);
    await world.settled();
    const [held, urgent] = (await mailsTo(officer)).sort((one, other) =>
      one.state.localeCompare(other.state),
    );
    expect([held?.state, urgent?.state, urgent?.template]).toEqual(['queued', 'sent', 'password.changed']);
    const hours = ((held?.due_at.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(1.9);
    expect(hours).toBeLessThan(3.1);
    await world.ask(officer, 'POST', '/notices/read-all');
    await world.database.query(`update mail set due_at = now() where state = 'queued'`);
    const [dropped] = await world.mailsAre('dropped', 1);
    expect(dropped).toMatchObject({ template: 'interest.sent', last_error: 'Read in the app meanwhile.' });
    expect(sink.accepted).toHaveLength(1);
  });
});

describe('a mail that waited', () => {
  let reader: Person;

  beforeEach(async () => {
    reader = await world.person(officer.organizationId, 'officer');
  });
  afterEach(async () => {
    await world.settled();
    await world.database.query('delete from membership where person_id = $1', [reader.personId]);
  });

  const letItGo = () =>
    world.database.query(
      `update mail set state = 'queued', sent_at = null, due_at = now() where person_id = $1`,
      [reader.personId],
    );
  const moveAddress = (email: string) =>
    world.database.query('update account set email = $2, email_folded = $2 where person_id = $1', [
      reader.personId,
      email,
    ]);

  it.each<[string, string, () => Promise<unknown>]>([
    [
      'whose reader has left the organization',
      'Its reader has left the organization.',
      () => world.database.query('delete from membership where person_id = $1', [reader.personId]),
    ],
    [
      'of a kind that was switched off',
      'Switched off meanwhile.',
      () => choose({ switchedOff: ['matches:app', 'matches:mail'], quiet: quietNow() }, 1, reader),
    ],
    [
      'whose reader has another address',
      'The account has another address now.',
      () => moveAddress(`moved-${reader.email}`),
    ],
  ])('does not leave: one %s', async (_what, reason, happen) => {
    // Nor is there a row of the inbox that knew better.
    await choose({ switchedOff: ['matches:app'], quiet: quietNow() }, 0, reader);
    await interest();
    await world.settled();
    const [waiting] = await mailsTo(reader);
    expect(waiting).toMatchObject({ state: 'queued', template: 'interest.sent' });
    await happen();
    await letItGo();
    const [dropped] = await world.mailsAre('dropped', 1);
    expect(dropped).toMatchObject({ id: waiting?.id, last_error: reason });
    expect(sink.accepted.map(({ to }) => to)).not.toContain(reader.email);
  });

  it('leaves when nothing of that is so, however the address is spelt', async () => {
    await choose({ quiet: quietNow() }, 0, reader);
    await interest();
    await world.settled();
    await moveAddress(reader.email.toUpperCase());
    await letItGo();
    await waitFor('the mail', async () => sink.accepted.some(({ to }) => to === reader.email));
  });

  it('leaves also when the organization was merged into another', async () => {
    const other = await world.person(await world.organization('city', 'City of Busan'), 'officer');
    await choose({ switchedOff: ['matches:app'], quiet: quietNow() }, 0, other);
    await world.emit(company, 'interest.sent', { matchId: newId(), toOrganizationId: other.organizationId });
    await world.settled();
    const pair = { fromId: other.organizationId, intoId: officer.organizationId };
    await world.parts.get(UnitOfWork, { strict: false }).run(systemActor('a-click'), async (tx) => {
      await world.parts.get(MergeNotices, { strict: false }).move(tx, pair);
    });
    await world.database.query('update membership set organization_id = $2 where organization_id = $1', [
      pair.fromId,
      pair.intoId,
    ]);
    await world.database.query(`update mail set due_at = now() where state = 'queued'`);
    await waitFor('the mail', async () => sink.accepted.some(({ to }) => to === other.email));
    await world.database.query('delete from membership where person_id = $1', [other.personId]);
  });

  it('about the account goes where it was meant to go', async () => {
    sink.plan.push('hold');
    await world.emit(reader, 'password.changed', {}, { type: 'person', id: reader.personId });
    await waitFor('the mail server to have it', async () => sink.held.length === 1);
    await moveAddress(`moved-${reader.email}`);
    sink.held.shift()?.('drop');
    await world.mailsAre('sent', 1);
    expect(sink.accepted.map(({ to }) => to)).toEqual([reader.email]);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['is wanted no more', 'Switched off meanwhile.', () => choose({ pace: 'first-only' }, 1, reader)],
    [
      'would reach another mailbox',
      'The account has another address now.',
      () => moveAddress(`moved-${reader.email}`),
    ],
  ])('does not leave: the one of the day that %s', async (_what, reason, happen) => {
    await choose({ pace: 'digest' }, 0, reader);
    await interest();
    await world.settled();
    await world.database.query(`update timer set due_at = now() where key = $1`, [
      `digest:${reader.personId}`,
    ]);
    await waitFor('the mail of the day', async () =>
      (await mailsTo(reader)).some(({ state, template }) => state === 'sent' && template === 'digest'),
    );
    sink.clear();
    await happen();
    await letItGo();
    expect(await world.mailsAre('dropped', 1)).toMatchObject([{ template: 'digest', last_error: reason }]);
    expect(sink.accepted).toEqual([]);
  });
});

describe('a mail that brings an entry for the calendar', () => {
  let isBringing = false;

  beforeAll(() => {
    const file = { name: 'session.ics', contentType: 'text/calendar; charset=utf-8', content: 'BEGIN' };
    world.parts.get(MailEnclosures, { strict: false }).register({
      events: ['interest.sent'],
      enclose: () => Promise.resolve(isBringing ? [file] : []),
    });
    isBringing = true;
  });
  afterAll(() => {
    isBringing = false;
  });

  const change = (id: string) =>
    world.emit(
      company,
      'interest.sent',
      { matchId: id, toOrganizationId: officer.organizationId },
      { type: 'match', id },
    );

  it('is not left to the mail of the day, which brings none, nor dropped because somebody read of it', async () => {
    await choose({ pace: 'digest', quiet: quietNow() });
    await change(newId());
    await world.settled();
    await world.ask(officer, 'POST', '/notices/read-all');
    await world.database.query(`update mail set due_at = now() where state = 'queued'`);
    await world.mailsAre('sent', 1);
    expect(sink.accepted[0]?.source).toContain('text/calendar');
  });

  it('does not come after one that says more about the same', async () => {
    const [one, other] = [newId(), newId()];
    await choose({ quiet: quietNow() });
    for (const id of [one, other, one]) {
      await change(id);
      await world.settled();
    }
    expect((await mailsTo(officer)).map(({ state }) => state)).toEqual(['dropped', 'queued', 'queued']);
  });
});

describe('a link that stops mail', () => {
  const oneClick = (url: string) =>
    fetch(url.replace('https://ttn.example', world.processes[0]?.url ?? ''), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });

  it('does so at one click of the mail program, without signing in, for one kind of mail of one person', async () => {
    await interest();
    await world.mailsAre('sent', 1);
    const source = sink.accepted[0]?.source.replace(/\r\n\s+/g, ' ') ?? '';
    const url = /^List-Unsubscribe: <(\S+)>$/m.exec(source.replaceAll('\r', ''))?.[1] ?? '';
    expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    expect(url).toContain('https://ttn.example/unsubscribe?token=');
    const token = new URL(url).searchParams.get('token') ?? '';
    const api = (path: string, body: object) =>
      fetch(`${world.processes[0]?.url}/api/v1/stopped-mail${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect(await (await api('/look', { token })).json()).toEqual({ scope: 'matches', stopped: false });
    for (const wrong of [token.slice(0, -1), token.replace('matches', 'calls'), `${newId()}.matches.x`, 'x'])
      expect((await api('', { token: wrong })).status).toBe(404);
    expect((await oneClick(url)).status).toBe(200);
    expect((await oneClick(url)).status).toBe(200);
    expect(await (await api('/look', { token })).json()).toEqual({ scope: 'matches', stopped: true });
    expect((await settingsOf()).choices.filter(({ mail }) => !mail).map(({ group }) => group)).toEqual([
      'matches',
    ]);
    expect((await settingsOf(company)).version).toBe(0);
    await interest();
    await world.settled();
    expect(await mailsTo(officer)).toHaveLength(1);
  });

  it('is in no mail about the account', async () => {
    await world.emit(officer, 'password.changed', {}, { type: 'person', id: officer.personId });
    await world.mailsAre('sent', 1);
    expect(sink.accepted[0]?.source).not.toContain('List-Unsubscribe');
    expect(sink.accepted[0]?.source).not.toContain('unsubscribe?token');
  });
});

describe('an address that does not exist', () => {
  it('gets no more mail, its person is told in the app, and says when it is right again', async () => {
    sink.unknown.add(officer.email);
    await interest();
    await world.mailsAre('failed', 1);
    sink.unknown.clear();
    const told = await waitFor('the notice', async () => {
      const { items } = (
        await world.ask<{ items: { type: string; path: string }[] }>(officer, 'GET', '/notices')
      ).body;
      return items.find(({ type }) => type === 'mail.bounced');
    });
    expect(told.path).toBe('/account/notifications');
    await interest();
    await world.settled();
    expect(await mailsTo(officer)).toHaveLength(1);
    expect((await settingsOf()).mailStopped?.reason).toContain('550');
    const resume = () => world.ask<Settings>(officer, 'POST', '/account/notification-settings/resume-mail');
    expect((await resume()).body.mailStopped).toBeNull();
    expect((await resume()).status).toBe(404);
    await interest();
    await world.mailsAre('sent', 1);
  });
});
