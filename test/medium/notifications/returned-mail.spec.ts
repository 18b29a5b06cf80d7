import { OpenConversation, PostMessage } from '#libs/messaging';
import { systemActor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { NoticeWorld, type Person } from './notice-world.js';
import { type AcceptedMail, SmtpSink } from './smtp-sink.js';

jest.setTimeout(90_000);

const SECRET = 'a-secret-of-the-mail-server-0123456789';
let sink: SmtpSink;
let world: NoticeWorld;
let officer: Person;
let company: Person;
let room: string;

beforeAll(async () => {
  sink = await SmtpSink.start();
  const inbound = { MAIL_INBOUND_ADDRESS: 'ttn@in.example.org', MAIL_INBOUND_SECRET: SECRET };
  world = await NoticeWorld.start({ SMTP_URL: sink.url, PUBLIC_URL: 'https://ttn.example', ...inbound }, 1);
  officer = await world.person(await world.organization('city', 'Busan', '부산광역시'), 'officer');
  company = await world.person(await world.organization('sme', 'Han River Nights'), 'editor');
  await world.settled();
});
beforeEach(async () => {
  await world.database.query('truncate mail, notice, notice_event, timer, returned_mail, stopped_address');
  sink.clear();
  const about = { type: 'group', id: newId() };
  room = await world.parts
    .get(UnitOfWork, { strict: false })
    .run(systemActor('a-click'), (tx) =>
      world.parts
        .get(OpenConversation, { strict: false })
        .execute(tx, { about, participants: [company, officer], facts: [] }),
    );
});
afterEach(() => world.settled());
afterAll(async () => {
  await world.stop();
  await sink.stop();
});

/** The company mentions the officer, who gets a mail of it. */
const mentioned = async (): Promise<AcceptedMail> => {
  const { personId, organizationId } = officer;
  await world.parts.get(PostMessage, { strict: false }).execute(
    {
      ...systemActor('a-click'),
      personId: company.personId,
      organization: { id: company.organizationId, kind: 'sme', role: 'editor', signatory: false },
    },
    {
      ...{ conversationId: room, clientMessageId: newId(), body: '@officer: May or June?' },
      mentions: [{ personId, organizationId }],
    },
  );
  await world.mailsAre('sent', 1);
  const mail = sink.accepted.at(-1);
  if (!mail) throw new Error('There is no mail.');
  return mail;
};
const replyTo = ({ source }: AcceptedMail) =>
  /^Reply-To: (\S+)$/m.exec(source.replaceAll('\r', ''))?.[1] ?? '';
const letter = (to: string, text: string, headers: Record<string, string> = {}) =>
  Object.entries({
    From: `The Officer <${officer.email}>`,
    To: to,
    'Message-ID': `<${newId()}@mail.example>`,
    Subject: 'Re: mentioned',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')
    .concat('\r\n\r\n', text.replaceAll('\n', '\r\n'));
const bring = async (raw: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${world.processes[0]?.url}/inbound-mail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'message/rfc822', ...headers },
    body: raw,
  });
  const { outcome } = (await answer.json()) as { outcome?: string };
  return outcome ?? answer.status;
};
const said = async () =>
  (
    await world.database.query<{ body: string; sender_id: string }>(
      'select body, sender_id from message where conversation_id = $1 order by seq',
      [room],
    )
  ).slice(1);
const toldOf = async () => {
  await world.settled();
  const rows = await world.database.query<{ object_type: string }>(
    `select object_type from notice where person_id = $1 and type = 'message.reply-refused'`,
    [officer.personId],
  );
  return rows.map(({ object_type }) => object_type);
};

describe('an answer to a mail about a conversation', () => {
  it('is said in the conversation by who wrote it, without the copy of the mail, and once', async () => {
    const mail = await mentioned();
    const address = replyTo(mail);
    expect(address).toMatch(/^ttn\+r[0-9a-v]{42}@in\.example\.org$/);
    expect(mail.text).toContain('You can answer this mail');
    const raw = letter(
      address,
      'May suits us. 5월이 좋습니다.\n\nOn Tue, 3 Mar 2026 at 10:00, TTN <no-reply@ttn.example> wrote:\n> Dear X',
    );
    expect(await bring(raw)).toBe('posted');
    expect(await said()).toEqual([{ body: 'May suits us. 5월이 좋습니다.', sender_id: officer.personId }]);
    expect(await bring(raw)).toBe('duplicate');
    // A crash between the message and the note of it: the message is found, not said again.
    await world.database.query('delete from returned_mail');
    expect(await bring(raw)).toBe('posted');
    expect(await said()).toHaveLength(1);
    expect(await toldOf()).toEqual([]);
    const html = letter(address, '<p>Or <b>June</b>.</p><blockquote type="cite">Dear X</blockquote>', {
      'Content-Type': 'text/html; charset=utf-8',
    });
    expect(await bring(html.replace(/^To: .*$/m, 'To: list@example.org'), { 'x-envelope-to': address })).toBe(
      'posted',
    );
    expect((await said()).at(-1)?.body).toBe('Or June.');
  });

  it('loses its files, and is refused from another address, without words, too long, or by who has left: and told why', async () => {
    const address = replyTo(await mentioned());
    const withFile = (words: string) =>
      letter(
        address,
        `--b\nContent-Type: text/plain\n\n${words}\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\nx\n--b--\n`,
        { 'Content-Type': 'multipart/mixed; boundary=b' },
      );
    expect(await bring(withFile('The plan is enclosed.'))).toBe('posted');
    expect(await said()).toMatchObject([{ body: 'The plan is enclosed.' }]);
    expect(await toldOf()).toEqual(['reply_attachment']);
    expect(await bring(letter(address, 'Pay here.', { From: 'somebody@evil.example' }))).toBe('refused');
    expect(await bring(letter(address, '> only\n> a copy'))).toBe('refused');
    expect(await bring(letter(address, 'x'.repeat(8_001)))).toBe('refused');
    await world.database.query(
      'update participant set left_seq = 2 where person_id = $1 and conversation_id = $2',
      [officer.personId, room],
    );
    const late = letter(address, 'Hello?');
    expect([await bring(late), await bring(late)]).toEqual(['refused', 'duplicate']);
    expect((await toldOf()).sort()).toEqual([
      ...['reply_attachment', 'reply_closed', 'reply_empty', 'reply_sender', 'reply_too_long'],
    ]);
    expect(await said()).toHaveLength(1);
  });

  it('is taken from the mail server alone, to addresses nobody can make up, and not from programs', async () => {
    const address = replyTo(await mentioned());
    const raw = letter(address, 'May.');
    expect(await bring(raw, { authorization: 'Bearer wrong' })).toBe(401);
    expect(await bring('{}', { authorization: '', 'content-type': 'application/json' })).toBe(415);
    expect(await bring(`${raw}${'x'.repeat(10 * 1024 * 1024)}`)).toBe(413);
    for (const wrong of [
      address.replace('+r', '+b'),
      address.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@')),
      'ttn@in.example.org',
      'x',
    ])
      expect(await bring(letter(wrong, 'May.'))).toBe('ignored');
    const programs = [
      ['Auto-Submitted', 'auto-replied'],
      ['Precedence', 'bulk'],
      ['Return-Path', '<>'],
    ] as const;
    for (const [name, value] of programs)
      expect(await bring(letter(address, 'I am away.', { [name]: value }))).toBe('ignored');
    expect(await bring('')).toBe('ignored');
    expect(await said()).toEqual([]);
    expect(await bring(raw)).toBe('posted');
  });
});

describe('a report of a mail server', () => {
  const report = (to: string, action: string, status: string) =>
    letter(
      to,
      [
        '--b\nContent-Type: text/plain\n\nYour mail could not be delivered.\n',
        '--b\nContent-Type: message/delivery-status\n',
        'Reporting-MTA: dns; mx.example.net\n',
        `Final-Recipient: rfc822; ${officer.email}\nAction: ${action}\nStatus: ${status}`,
        'Diagnostic-Code: smtp; 550 5.1.1 No such\n user here\n',
        '--b\nContent-Type: text/rfc822-headers\n\nSubject: mentioned\n',
        '--b--\n',
      ].join('\n'),
      {
        ...{ From: 'MAILER-DAEMON@mx.example.net', 'Auto-Submitted': 'auto-replied', 'Return-Path': '<>' },
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
      },
    );
  const stopped = () =>
    world.database.query<{ address: string; reason: string }>('select address, reason from stopped_address');

  it('comes to the address each mail was sent from, and stops an address that does not exist', async () => {
    const { returnPath } = await mentioned();
    expect(returnPath).toMatch(/^ttn\+b[0-9a-v]{42}@in\.example\.org$/);
    expect(await bring(report(returnPath, 'delayed', '4.2.2'))).toBe('reported');
    expect(await bring(report(returnPath, 'failed', '5.2.2'))).toBe('reported');
    expect(await stopped()).toEqual([]);
    const final = report(returnPath, 'failed', '5.1.1');
    expect([await bring(final), await bring(final)]).toEqual(['stopped', 'duplicate']);
    expect(await stopped()).toEqual([{ address: officer.email, reason: '550 5.1.1 No such user here' }]);
    await world.settled();
    const told = await world.database.query(`select from notice where type = 'mail.bounced'`);
    expect(told).toHaveLength(1);
    expect(await bring(letter(returnPath, 'I am away.'))).toBe('ignored');
  });
});
