import { MarkRead, OpenConversation, PostMessage } from '#libs/messaging';
import { type Actor, systemActor } from '#libs/kernel';
import { TellUnread } from '#libs/notifications';
import { newId, UnitOfWork } from '#libs/platform/database';
import { waitFor } from '../../support/wait.js';
import { NoticeWorld, type Person } from './notice-world.js';
import { SmtpSink } from './smtp-sink.js';

jest.setTimeout(90_000);

let sink: SmtpSink;
let world: NoticeWorld;
let officer: Person;
let company: Person;
let third: Person;
let room: string;

beforeAll(async () => {
  sink = await SmtpSink.start();
  world = await NoticeWorld.start({ SMTP_URL: sink.url, PUBLIC_URL: 'https://ttn.example' }, 1);
  officer = await world.person(await world.organization('city', 'Busan', '부산광역시'), 'officer', 'ko');
  company = await world.person(await world.organization('sme', 'Han River Nights'), 'editor');
  third = await world.person(await world.organization('consultancy', 'Stone Bridge'), 'editor');
  await world.settled();
});
beforeEach(async () => {
  await world.database.query('truncate mail, notice, notice_event, timer, open_line, notification_settings');
  sink.clear();
  const about = { type: 'group', id: newId() };
  room = await unit(company, (tx) =>
    part(OpenConversation).execute(tx, { about, participants: [company, officer, third], facts: [] }),
  );
});
afterEach(async () => {
  // Whoever keeps a line is noted as here again and again.
  world.hangUp();
  await world.settled();
});
afterAll(async () => {
  await world.stop();
  await sink.stop();
});

const part = <Type>(type: new (...parts: never[]) => Type): Type => world.parts.get(type, { strict: false });
const actorOf = ({ personId, organizationId }: Person): Actor => ({
  ...systemActor('a-click'),
  personId,
  organization: { id: organizationId, kind: 'sme', role: 'editor', signatory: false },
});
const unit = <Result>(by: Person, work: Parameters<UnitOfWork['run']>[1]) =>
  part(UnitOfWork).run(actorOf(by), work) as Promise<Result>;
const say = async (by: Person, body: string, mentions: Person[] = []) =>
  (
    await part(PostMessage).execute(actorOf(by), {
      ...{ conversationId: room, clientMessageId: newId(), body },
      mentions: mentions.map(({ personId, organizationId }) => ({ personId, organizationId })),
    })
  ).message.seq;
const read = (person: Person, seq: number) => part(MarkRead).execute(actorOf(person), room, seq);
/** Seconds go by for every message that was said. */
const letPass = (seconds: number) =>
  world.database.query(
    `update message set posted_at = posted_at - $1 * interval '1 second' where conversation_id = $2`,
    [seconds, room],
  );
/** One round of the job; answers whom it told of what. */
const round = async () => {
  const tell = part(TellUnread);
  const found = await tell.prepare();
  await part(UnitOfWork).run(systemActor('a-round'), (tx) => tell.write(tx, found));
  await world.settled();
};
const told = async (person: Person) =>
  (
    await world.ask<{ items: { type: string; text: string; path: string; count: number; state: string }[] }>(
      person,
      'GET',
      '/notices',
    )
  ).body.items.filter(({ type }) => type === 'message.left-unread');
const mailsTo = async ({ email }: Person) =>
  (await world.mails()).filter(
    (mail) => mail.to_address === email && mail.template === 'message.left-unread',
  );
const mailsAreDue = () => world.database.query(`update mail set due_at = now() where state = 'queued'`);

describe('messages that wait unread', () => {
  it('are told after a short wait, once for all of them, and mailed if they are unread still', async () => {
    await say(company, 'Shall we meet in May?');
    await round();
    expect(await told(officer)).toEqual([]);
    await letPass(30);
    await say(company, 'Or in June?');
    await round();
    expect(await told(officer)).toMatchObject([
      { text: 'Han River Nights 측에서 메시지를 보냈습니다.', path: `/o/busan/messages/${room}`, count: 1 },
    ]);
    expect(await told(company)).toEqual([]);
    const [mail] = await mailsTo(officer);
    const seconds = ((mail?.due_at.getTime() ?? 0) - Date.now()) / 1_000;
    expect([mail?.state, seconds > 60, seconds < 101]).toEqual(['queued', true, true]);
    expect(mail?.text).not.toContain('June');
    await mailsAreDue();
    await world.mailsAre('sent', 2);
    // Still unread: nothing more for an hour, then the row counts and is left to the mail of the day.
    await say(company, 'Hello?');
    await letPass(30);
    await round();
    expect(await mailsTo(officer)).toHaveLength(1);
    await world.database.query(`update participant set told_at = now() - interval '2 hours'`);
    await round();
    expect(await told(officer)).toMatchObject([{ count: 2 }]);
    expect(await mailsTo(officer)).toHaveLength(1);
    const timers = await world.database.query(`select key from timer where key = $1`, [
      `digest:${officer.personId}`,
    ]);
    expect(timers).toHaveLength(1);
  });

  it('are not mailed to whoever has read them by then; the row of the inbox goes, and what follows is told anew', async () => {
    const seq = await say(company, 'Shall we meet in May?');
    await letPass(30);
    await round();
    expect(await told(officer)).toHaveLength(1);
    await read(officer, seq);
    await round();
    expect(await told(officer)).toEqual([]);
    await mailsAreDue();
    await waitFor('the mail to be dropped', async () => (await mailsTo(officer))[0]?.state === 'dropped', {
      timeoutMs: 30_000,
    });
    await world.mailsAre('sent', 1);
    expect(sink.accepted.map(({ to }) => to)).toEqual([third.email]);
    await say(company, 'And in June?');
    await letPass(30);
    await round();
    expect(await told(officer)).toMatchObject([{ count: 1, state: 'open' }]);
    expect((await mailsTo(officer)).map(({ state }) => state)).toEqual(['dropped', 'queued']);
  });

  it('are told nobody who muted the conversation, left it, or was named in them and told of that', async () => {
    await world.database.query('update participant set is_muted = true where person_id = $1', [
      officer.personId,
    ]);
    await world.database.query(
      'update participant set left_seq = 0 where person_id = $1 and conversation_id = $2',
      [third.personId, room],
    );
    await say(company, 'Is anybody there?');
    await letPass(30);
    await round();
    expect([await told(officer), await told(third), await world.mails()]).toEqual([[], [], []]);
    // A mention is told although it is muted, by itself and at once.
    await say(company, '@officer please', [officer]);
    await letPass(30);
    await round();
    expect(await told(officer)).toEqual([]);
    expect((await world.mails()).map(({ template }) => template)).toEqual(['message.mentioned']);
    await world.database.query('update participant set is_muted = false');
    await read(officer, 1);
    await round();
    expect(await told(officer)).toEqual([]);
  });

  it('are not told to whoever has the app open, until nobody has looked for half an hour', async () => {
    await world.line(officer, 0);
    await world.noteWhoIsHere(0);
    await say(company, 'Shall we meet in May?');
    await letPass(30);
    await round();
    expect([(await told(officer)).length, (await told(third)).length]).toEqual([0, 1]);
    await letPass(31 * 60);
    await world.noteWhoIsHere(0);
    await round();
    expect(await told(officer)).toHaveLength(1);
  });

  it('are told twice by nobody, though two workers look at once', async () => {
    await say(company, 'Shall we meet in May?');
    await letPass(30);
    const tell = part(TellUnread);
    const looks = [await tell.prepare(), await tell.prepare()];
    for (const found of looks)
      await part(UnitOfWork).run(systemActor('a-round'), (tx) => tell.write(tx, found));
    await world.settled();
    expect(await told(officer)).toMatchObject([{ count: 1 }]);
    expect(await mailsTo(officer)).toHaveLength(1);
  });

  it('are found by the job of the worker itself', async () => {
    await say(company, 'Shall we meet in May?');
    await letPass(30);
    await waitFor('the job', async () => (await told(officer)).length === 1, { timeoutMs: 40_000 });
  });
});
