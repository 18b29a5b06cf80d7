import { RegisterPerson } from '#libs/identity';
import { SendMail } from '#libs/notifications';
import { newId } from '#libs/platform/database';
import { waitFor } from '../../support/wait.js';
import { NoticeWorld, type Person } from './notice-world.js';
import { SmtpSink } from './smtp-sink.js';

jest.setTimeout(60_000);

let sink: SmtpSink;
let world: NoticeWorld;
let city: Person;
let company: Person;

beforeAll(async () => {
  sink = await SmtpSink.start();
  world = await NoticeWorld.start({ SMTP_URL: sink.url, PUBLIC_URL: 'https://ttn.example' });
  city = await world.person(await world.organization('city', 'Busan', '부산광역시'), 'officer', 'ko');
  company = await world.person(await world.organization('sme', 'Han River Nights', '한강야행'), 'editor');
});
afterEach(async () => {
  await world.settled();
  await world.database.query('truncate mail, notice, stopped_address, timer');
  sink.clear();
});
afterAll(async () => {
  await world.stop();
  await sink.stop();
});

/** The company shows interest in the city, whose one officer gets a mail. */
const showInterest = () =>
  world.emit(company, 'interest.sent', { matchId: newId(), toOrganizationId: city.organizationId });
const acceptInterest = () =>
  world.emit(city, 'interest.accepted', {
    matchId: newId(),
    conversationId: '01900000-0000-7000-8000-0000000000c1',
    fromPersonId: company.personId,
    fromOrganizationId: company.organizationId,
  });
/** What waits is sent now and not at the next sweep. */
const sweep = (worker = world.parts) =>
  worker.get(SendMail, { strict: false }).due(new AbortController().signal);

describe('a mail', () => {
  it('is delivered once, with the request that caused it and a Message-ID of its own', async () => {
    const eventId = await showInterest();
    const [mail] = await world.mailsAre('sent', 1);
    expect(sink.accepted.map(({ to, messageId }) => ({ to, messageId }))).toEqual([
      { to: city.email, messageId: `<${eventId}.${city.personId}@ttn>` },
    ]);
    expect(sink.accepted[0]?.source).toMatch(/^X-TTN-Request: a-click$/im);
    expect(sink.accepted[0]?.source).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(mail).toMatchObject({ attempts: 1, captured: false, request_id: 'a-click', last_error: null });
  });

  it('is in the language of its reader', async () => {
    await showInterest();
    await acceptInterest();
    const mails = await world.mailsAre('sent', 2);
    const subjects = Object.fromEntries(mails.map((mail) => [mail.to_address, mail.subject]));
    expect(subjects).toEqual({
      [city.email]: '한강야행 측에서 협력에 관심을 표시했습니다',
      [company.email]: 'Busan accepted your interest',
    });
    const english = sink.accepted.find(({ to }) => to === company.email);
    expect(english?.text).toContain(
      'https://ttn.example/o/han-river-nights/messages/01900000-0000-7000-8000-0000000000c1',
    );
    expect(english?.source).toMatch(/^Content-Language: en$/im);
  });

  it('is written once although its event is delivered again', async () => {
    const eventId = await showInterest();
    await world.mailsAre('sent', 1);
    await world.settled();
    await world.database.query('delete from job_effect where key = $1', [`deliver-notices_${eventId}`]);
    await world.database.query('update outbox_event set relayed_at = null, done_at = null where id = $1', [
      eventId,
    ]);
    await waitFor('the second delivery', async () => {
      const effects = await world.database.query('select from job_effect where key = $1', [
        `deliver-notices_${eventId}`,
      ]);
      return effects.length === 1;
    });
    await sweep();
    expect(await world.mails()).toHaveLength(1);
    expect(sink.seen).toHaveLength(1);
  });

  it('is tried again when the line breaks before the 250, and accepted exactly once', async () => {
    sink.plan.push('drop-before-250', 'drop-before-250');
    await showInterest();
    const [mail] = await world.mailsAre('sent', 1);
    expect(mail?.attempts).toBe(3);
    expect(sink.seen).toHaveLength(3);
    expect(new Set(sink.seen).size).toBe(1);
    expect(sink.accepted).toHaveLength(1);
  });

  it('goes out twice, under one Message-ID, when only the 250 was lost: the window SMTP leaves', async () => {
    sink.plan.push('drop-after-250');
    await showInterest();
    await world.mailsAre('sent', 1);
    expect(sink.accepted).toHaveLength(2);
    expect(new Set(sink.accepted.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('is given up when the server refuses its address for good', async () => {
    sink.unknown.add(city.email);
    await showInterest();
    const [mail] = await world.mailsAre('failed', 1);
    expect(mail).toMatchObject({ attempts: 1, last_error: expect.stringContaining('550') });
    await sweep();
    expect(sink.seen).toEqual([]);
  });

  it('goes out through another worker when its worker dies while sending', async () => {
    sink.plan.push('hold');
    const dying = world.parts;
    await showInterest();
    await waitFor('the mail server to have it', async () => sink.held.length === 1);
    await world.startWorker();
    await world.killWorker(dying);
    expect((await world.mails())[0]).toMatchObject({ state: 'sending', attempts: 1 });
    await sweep();
    expect(sink.seen).toHaveLength(1);
    const [mail] = await world.mailsAre('sent', 1);
    expect(mail?.attempts).toBe(2);
    sink.held.shift()?.('drop');
    expect(sink.accepted).toHaveLength(1);
  });

  it('stays with its worker for as long as that lives, however slow the server is', async () => {
    sink.plan.push('hold');
    await showInterest();
    await waitFor('the mail server to have it', async () => sink.held.length === 1);
    const [before] = await claims();
    const renewed = await waitFor('the claim to be renewed past its first end', async () => {
      const [now] = await world.database.query<{ late: boolean }>(
        `select now() > $1::timestamptz as late from mail`,
        [before?.claimed_until],
      );
      return now?.late;
    });
    expect(renewed).toBe(true);
    await sweep();
    expect(sink.seen).toHaveLength(1);
    sink.held.shift()?.('accept');
    expect(await world.mailsAre('sent', 1)).toMatchObject([{ attempts: 1 }]);
    expect(sink.accepted).toHaveLength(1);
  });
});

const claims = () => world.database.query<{ claimed_until: Date }>('select claimed_until from mail');

describe('the mail of a registration', () => {
  const register = (email: string, language: string) =>
    world.parts.get(RegisterPerson, { strict: false }).execute('a-click', {
      email,
      password: 'a password nobody would guess',
      displayName: '새 회원',
      language,
      timeZone: 'Asia/Seoul',
    });

  it('carries the link that confirms the address; the table does not', async () => {
    await register('new@example.org', 'ko');
    const [mail] = await world.mailsAre('sent', 1);
    const body = sink.accepted[0]?.text;
    expect(body).toMatch(/https:\/\/ttn\.example\/confirm-email#token=[\w-]{43}/);
    expect(body).toContain('새 회원 님, 안녕하십니까.');
    expect(JSON.stringify(mail)).not.toContain('token=');
    expect(mail).toMatchObject({ to_address: 'new@example.org', language: 'ko' });
  });
});

describe('an event that nobody is told of', () => {
  it("leaves neither mail nor notice, and neither do one's own acts", async () => {
    await world.emit(company, 'profile.changed', {});
    await world.emit(company, 'message.posted', { messageId: newId(), seq: 1 });
    await world.emit(company, 'conversation.opened', {});
    await world.emit(company, 'match.dismissed', {});
    await world.emit(company, 'proposal.withdrawn', {}, { type: 'proposal', id: newId() });
    await world.settled();
    expect(await world.mails()).toEqual([]);
    expect(await world.database.query('select from notice')).toEqual([]);
  });
});
