import { createConnection, type Socket as TcpSocket } from 'node:net';
import { EndSession } from '#libs/identity';
import { systemActor } from '#libs/kernel';
import { Principals } from '#libs/platform/auth';
import { newId, UnitOfWork } from '#libs/platform/database';
import {
  actorRoom,
  organizationRoom,
  personRoom,
  RealtimeServer,
  sessionRoom,
  watchRoom,
} from '#libs/platform/realtime';
import { waitFor } from '../../support/wait.js';
import { type Line, type Member, Network } from '../messaging/network.js';

let network: Network;
let city: Member;
let company: Member;

beforeAll(async () => {
  network = await Network.start(2);
  city = await network.member('city', 'officer');
  company = await network.member('sme', 'editor');
});
afterEach(async () => {
  network.hangUp();
  await network.database.query('delete from ws_session');
});
afterAll(() => network.stop());

const server = (index: number) => network.process(index).app.get(RealtimeServer);
const handshakeOf = (member: Member) => ({
  token: member.accessToken,
  organizationId: member.organizationId,
});

/** The code a handshake is refused with; `connected` when it is not. */
async function outcome(line: Line): Promise<string | undefined> {
  let code: string | undefined;
  line.socket.once('connect_error', (error) => {
    code = (error as Error & { data?: { code: string } }).data?.code ?? error.message;
  });
  await waitFor('an outcome', async () => line.socket.connected || code !== undefined);
  return line.socket.connected ? 'connected' : code;
}

describe('the handshake', () => {
  it('lets a signed-in person in and says by code why it refuses', async () => {
    const twoHats = await network.member('sme', 'editor');
    await network.database.query(
      `insert into membership (id, organization_id, person_id, role) values ($1, $2, $3, 'officer')`,
      [newId(), city.organizationId, twoHats.personId],
    );
    const codes = await Promise.all(
      [
        handshakeOf(city),
        { token: city.accessToken },
        { token: city.accessToken, organizationId: null },
        {},
        { token: 'nonsense' },
        { token: 7 },
        { token: city.accessToken, organizationId: { $ne: null } },
        { token: city.accessToken, organizationId: company.organizationId },
        { token: city.accessToken, organizationId: newId() },
        { token: twoHats.accessToken },
        { token: twoHats.accessToken, organizationId: city.organizationId },
      ].map((auth) => outcome(network.dial(auth))),
    );
    expect(codes).toEqual([
      'connected',
      'connected',
      'connected',
      'auth/unauthenticated',
      'auth/unauthenticated',
      'auth/unauthenticated',
      'auth/unauthenticated',
      'auth/not-a-member',
      'auth/not-a-member',
      'auth/organization-required',
      'connected',
    ]);
  });

  it('admits our own pages and programs, and no foreign page', async () => {
    const own = new URL(network.process(0).url).host;
    const outcomes = await Promise.all(
      [
        '',
        `http://${own}`,
        'http://localhost:3000',
        'https://evil.example',
        'null',
        `http://${own}.evil.example`,
      ].map((origin) => outcome(network.dial(handshakeOf(city), 0, origin ? { origin } : {}))),
    );
    expect(outcomes.slice(0, 3)).toEqual(['connected', 'connected', 'connected']);
    expect(outcomes.slice(3)).not.toContain('connected');
  });

  it('serves polling as well', async () => {
    const address = `${network.process(0).url}/socket.io/?EIO=4&transport=polling`;
    const answer = await fetch(address);
    expect([answer.status, (await answer.text()).startsWith('0{"sid"')]).toEqual([200, true]);
    expect((await fetch(address, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
  });

  it('puts a socket into the rooms of its session, person and organization', async () => {
    const line = await network.line(city, 1);
    const rooms = [
      personRoom(city.personId),
      sessionRoom(city.sessionId),
      organizationRoom(city.organizationId),
      actorRoom(city.personId, city.organizationId),
    ];
    for (const room of rooms)
      server(0).emit(room, 'notifications.notice-added', { noticeId: room, unread: 1 });
    server(0).emit(rooms, 'notifications.notice-added', { noticeId: 'once', unread: 1 });
    server(0).emit(personRoom(company.personId), 'notifications.notice-added', { noticeId: 'no', unread: 1 });
    await waitFor('all', async () => line.others.length >= 5);
    expect(line.others.map(({ payload }) => (payload as { noticeId: string }).noticeId)).toEqual([
      ...rooms,
      'once',
    ]);
  });
});

describe('an event', () => {
  const ask = (line: Line, name: string, request: unknown) => line.ask(name as never, request as never);
  const message = () => ({ conversationId: newId(), clientMessageId: 'c', body: 'x' });

  it('is refused when nobody knows it, when its shape is wrong, and when the role does not allow it', async () => {
    const viewer = await network.member('sme', 'viewer');
    const [line, viewers] = await Promise.all([network.line(city), network.line(viewer)]);
    expect(await ask(line, 'messaging.delete-everything', {})).toMatchObject({
      error: { code: 'realtime/unknown-event' },
    });
    expect(await ask(line, 'constructor', {})).toMatchObject({ error: { code: 'realtime/unknown-event' } });
    for (const request of [
      null,
      [],
      'text',
      {},
      { ...message(), body: { $gt: '' } },
      Buffer.from('binary'),
    ]) {
      expect(await ask(line, 'messaging.post-message', request)).toMatchObject({
        ok: false,
        error: { code: 'request/invalid' },
      });
    }
    expect(await ask(viewers, 'messaging.post-message', message())).toMatchObject({
      ok: false,
      error: { code: 'auth/permission-missing' },
    });
  });

  it('is judged by the rights of the moment', async () => {
    const member = await network.member('sme', 'editor');
    const id = await network.conversation([member, city]);
    const line = await network.line(member, 1);
    const post = (clientMessageId: string) =>
      ask(line, 'messaging.post-message', { conversationId: id, clientMessageId, body: 'x' });
    expect(await post('1')).toMatchObject({ ok: true });
    await changeRights(member, `update membership set role = 'viewer' where person_id = $1`);
    await waitFor('the new role', async () => {
      const answer = await post('2');
      return !answer.ok && answer.error.code === 'auth/permission-missing';
    });
    expect(line.socket.connected).toBe(true);
  });

  it('beyond what one socket may send is refused, and later ones are answered again', async () => {
    const line = await network.line(company);
    const answers = await Promise.all(
      Array.from({ length: 1_400 }, () => ask(line, 'messaging.post-message', message())),
    );
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
    expect(new Set(codes)).toEqual(new Set(['request/not-found', 'realtime/too-many-events']));
    expect(codes.filter((code) => code === 'request/not-found').length).toBeGreaterThanOrEqual(512);
    await waitFor('an answer', async () => {
      const answer = await ask(line, 'messaging.post-message', message());
      return !answer.ok && answer.error.code === 'request/not-found';
    });
  });

  it('larger than a frame may be ends the connection', async () => {
    const line = await network.line(company);
    line.socket.emit('messaging.post-message', { ...message(), body: 'x'.repeat(70_000) });
    await waitFor('the end', async () => line.socket.disconnected);
  });

  it('that fails for a reason of ours says no more than that', async () => {
    const id = await network.conversation([city, company]);
    const line = await network.line(city);
    await network.database.query('alter table audit_entry rename to audit_entry_away');
    try {
      const answer = await ask(line, 'messaging.post-message', { ...message(), conversationId: id });
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'messaging/unconfirmed', retryAfterSeconds: 1 },
      });
      expect(JSON.stringify(answer)).not.toContain('audit');
    } finally {
      await network.database.query('alter table audit_entry_away rename to audit_entry');
    }
    expect(await ask(line, 'messaging.post-message', { ...message(), conversationId: id })).toMatchObject({
      ok: true,
      message: { seq: 1, duplicate: false },
    });
  });
});

describe('a hostile client', () => {
  it('forges nothing, breaks nothing, and nobody else notices', async () => {
    const id = await network.conversation([city, company]);
    const stranger = await network.member('sme', 'editor');
    const [own, theirs, hostile] = await Promise.all([
      network.line(city, 0),
      network.line(company, 1),
      network.line(stranger, 0),
    ]);
    const ask = (line: Line, name: string, request: unknown) => line.ask(name as never, request as never);
    const post = (body: string, more: object = {}) => ({
      conversationId: id,
      clientMessageId: newId(),
      body,
      ...more,
    });
    // Names that every object has are no events.
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '',
      'session.ended',
      'ttn.presence',
    ])
      expect(await ask(hostile, name, {})).toMatchObject({ error: { code: 'realtime/unknown-event' } });
    // Nobody speaks for another one, or says under which number: also those who take part.
    const forged: object[] = [
      { senderId: company.personId },
      { senderOrganizationId: company.organizationId },
      { seq: 1_000 },
      { id: newId() },
      { postedAt: '2000-01-01T00:00:00Z' },
      JSON.parse('{"__proto__": {"permission": "all"}}') as object,
    ];
    for (const more of forged)
      expect(await ask(own, 'messaging.post-message', post('forged', more))).toMatchObject({
        error: { code: 'request/invalid' },
      });
    // Rooms of others are not there, whichever event asks.
    for (const name of ['messaging.post-message', 'messaging.watch-presence', 'messaging.type'])
      for (const conversationId of [id, newId(), '../etc', "' or 1=1 --"]) {
        const request =
          name === 'messaging.post-message' ? { ...post('x'), conversationId } : { conversationId };
        expect(await ask(hostile, name, request)).toMatchObject({ error: { code: 'request/not-found' } });
      }
    // Binary where JSON is due, at any depth, and requests that are no object.
    for (const request of [
      Buffer.from('binary'),
      new Uint8Array(3),
      { ...post('x'), body: Buffer.from('x') },
      { ...post('x'), conversationId: [id] },
      7,
      true,
      [[[]]],
    ])
      expect(await ask(own, 'messaging.post-message', request)).toMatchObject({
        error: { code: 'request/invalid' },
      });
    // What stands in no text is refused, all else is kept letter by letter.
    const nul = await ask(own, 'messaging.post-message', post('nul \u0000'));
    expect(nul).toMatchObject({ error: { code: 'request/invalid' } });
    const markup = '<script>alert(1)</script><img src=x onerror=alert(1)>\u202Egpj.exe {{7*7}} ${7*7}';
    const kept = await ask(own, 'messaging.post-message', post(markup));
    expect(kept).toMatchObject({ ok: true, message: { seq: 1, body: markup, senderId: city.personId } });
    await waitFor('the markup', async () => theirs.posted.length === 1);
    expect(theirs.posted[0]?.message.body).toBe(markup);

    // Frames that are no packets end their own line and no other one.
    for (const bytes of [
      '42["messaging.post-message",{"a":',
      '4',
      '49999999-["x",{"_placeholder":true,"num":0}]',
      '451-["x",{"_placeholder":true,"num":7}]',
      '42[]',
      '42{"0":"x"}',
      '42["__proto__"]',
      '99garbage',
      '40{"token":{"$ne":null}}',
    ]) {
      const line = await network.line(stranger, 0);
      const engine = line.socket.io.engine as unknown as { transport: { ws: { send(text: string): void } } };
      engine.transport.ws.send(bytes);
      engine.transport.ws.send('3');
    }
    const good = await ask(own, 'messaging.post-message', post('still here'));
    expect(good).toMatchObject({ ok: true, message: { seq: 2 } });
    await waitFor('the others', async () => theirs.posted.length === 2);
    expect(theirs.posted.map(({ message }) => message.seq)).toEqual([1, 2]);
    expect([own.socket.connected, theirs.socket.connected]).toEqual([true, true]);
    expect(hostile.posted).toEqual([]);
    expect(({} as { permission?: string }).permission).toBeUndefined();
    const stored = await network.database.query('select from message where conversation_id = $1', [id]);
    expect(stored).toHaveLength(2);
  });
});

describe('the end of a session', () => {
  it('closes its sockets in every process within seconds, and no other', async () => {
    const ending = await network.signIn(company.personId, company.organizationId);
    const lines = await Promise.all([
      network.line(ending, 0),
      network.line(ending, 1),
      network.line(company, 1),
    ]);
    const started = Date.now();
    await network.process(0).app.get(EndSession).execute(newId(), company.personId, ending.sessionId);
    await waitFor('the end', async () => lines.slice(0, 2).every(({ socket }) => socket.disconnected));
    expect(Date.now() - started).toBeLessThan(2_000);
    for (const line of lines.slice(0, 2)) expect(line.ended).toEqual([{ reason: 'signed-out' }]);
    expect(lines[2]?.socket.connected).toBe(true);
    expect(await outcome(network.dial(handshakeOf(ending)))).toBe('auth/unauthenticated');
  });

  it('is found within five seconds even when no notification tells of it', async () => {
    const ending = await network.signIn(company.personId, company.organizationId);
    const line = await network.line(ending, 1);
    await network.database.query('update session set ended_at = now() where id = $1', [ending.sessionId]);
    // As after a lost notification that was noticed: nothing cached is trusted any more.
    network.process(1).app.get(Principals).forget(ending.sessionId);
    await waitFor('the end', async () => line.socket.disconnected, { timeoutMs: 5_000 });
    expect(line.ended).toEqual([{ reason: 'revoked' }]);
  });

  it('comes with the loss of the organization the socket acts for', async () => {
    const member = await network.member('sme', 'editor');
    const line = await network.line(member, 1);
    await changeRights(member, 'delete from membership where person_id = $1');
    await waitFor('the end', async () => line.socket.disconnected);
    expect(line.ended).toEqual([{ reason: 'revoked' }]);
  });

  it('hands out nothing that was missed to a session that ended meanwhile', async () => {
    const room = personRoom(company.personId);
    const say = (noticeId: string) =>
      server(0).emit(room, 'notifications.notice-added', { noticeId, unread: 1 });
    const sessions = await Promise.all(
      [0, 1].map(() => network.signIn(company.personId, company.organizationId)),
    );
    const [kept, ended] = await Promise.all(sessions.map((session) => network.line(session, 1)));
    say('before');
    await waitFor('the first', async () => [kept, ended].every((line) => line?.others.length === 1));
    for (const line of [kept, ended]) line?.socket.io.engine.close();
    await waitFor(
      'the loss',
      async () => (await network.database.query('select from ws_session')).length === 2,
    );
    say('missed');
    await network
      .process(0)
      .app.get(EndSession)
      .execute(newId(), company.personId, sessions[1]?.sessionId ?? '');
    if (!ended) throw new Error('There is no second line.');
    const refused = outcome(ended);
    for (const line of [kept, ended]) line?.socket.connect();
    expect(await refused).toBe('auth/unauthenticated');
    await waitFor('what was missed', async () => kept?.others.length === 2);
    expect(kept?.socket.recovered).toBe(true);
    expect(ended.others).toHaveLength(1);
  });

  it('does not move a recovered socket to another organization', async () => {
    const other = await network.organization('sme');
    await network.database.query(
      `insert into membership (id, organization_id, person_id, role) values ($1, $2, $3, 'editor')`,
      [newId(), other, company.personId],
    );
    const session = await network.signIn(company.personId, company.organizationId);
    const line = await network.line(session, 1);
    server(0).emit(personRoom(company.personId), 'notifications.notice-added', { noticeId: 'n', unread: 1 });
    await waitFor('the first', async () => line.others.length === 1);
    line.socket.io.engine.close();
    await waitFor(
      'the loss',
      async () => (await network.database.query('select from ws_session')).length === 1,
    );
    line.socket.auth = { token: session.accessToken, organizationId: other };
    let connections = 0;
    line.socket.on('connect', () => (connections += 1));
    line.socket.connect();
    await waitFor('the refusal', async () => connections === 1 && line.socket.disconnected);
    line.socket.connect();
    await waitFor('a new beginning', async () => connections === 2 && line.socket.connected);
    expect(line.socket.recovered).toBe(false);
  });
});

describe('an organization that is suspended', () => {
  const suspend = (member: Member) => setState(member, 'suspended');
  const setState = (member: Member, state: string) =>
    changeRights(
      member,
      `update organization set state = '${state}' where id in (select organization_id from membership where person_id = $1)`,
    );
  it('keeps its sockets and hears nothing of its conversations until it takes part again', async () => {
    const member = await network.member('sme', 'editor');
    const id = await network.conversation([city, member]);
    const [own, line, returning] = await Promise.all([
      network.line(city, 0),
      network.line(member, 1),
      network.line(member, 1),
    ]);
    const say = async (body: string): Promise<void> => {
      const message = { conversationId: id, clientMessageId: newId(), body };
      expect(await own.ask('messaging.post-message', message)).toMatchObject({ ok: true });
    };
    await say('before');
    for (const each of [line, returning]) await waitFor('the first', async () => each.posted.length === 1);
    returning.socket.io.engine.close();
    await waitFor(
      'the loss',
      async () => (await network.database.query('select from ws_session')).length === 1,
    );

    await suspend(member);
    await waitFor('the loss of rights', async () => {
      const answer = await line.ask('messaging.watch-presence', { conversationId: id });
      return !answer.ok && answer.error.code === 'auth/permission-missing';
    });
    await notice(member, line);
    await say('meanwhile');
    returning.socket.connect();
    await waitFor('the return', async () => returning.socket.connected);
    const fresh = await network.line(member, 1);
    await say('and now');
    await waitFor('both', async () => own.posted.length === 3);
    for (const each of [line, returning, fresh]) await notice(member, each);
    expect([line, returning, fresh].map(({ posted }) => posted.length)).toEqual([1, 1, 0]);
    expect(returning.socket.recovered).toBe(false);
    expect(line.socket.connected).toBe(true);

    await setState(member, 'active');
    await waitFor('the right to ask', async () => {
      const answer = await line.ask('messaging.watch-presence', { conversationId: id });
      return answer.ok;
    });
    await say('after');
    await waitFor('the message', async () => [line, returning, fresh].every(heard('after')));
  });
});

describe('a line that was cut', () => {
  it('is told of nobody until its screen asks again', async () => {
    const id = await network.conversation([city, company]);
    const line = await network.line(company, 1);
    await network.line(city, 1);
    await waitFor('the other', async () => {
      const answer = await line.ask('messaging.watch-presence', { conversationId: id });
      return answer.ok && 'here' in answer && answer.here.length === 1;
    });
    const come = (personId: string) =>
      server(1).emitHere(watchRoom(city), 'messaging.presence-changed', {
        personId,
        organizationId: city.organizationId,
        here: true,
      });
    come('first');
    await waitFor('the coming', async () => JSON.stringify(line.others).includes('first'));
    await notice(company, line);
    line.socket.io.engine.close();
    await waitFor(
      'the loss',
      async () => (await network.database.query('select from ws_session')).length === 1,
    );
    line.socket.connect();
    await waitFor('the return', async () => line.socket.connected);
    expect(line.socket.recovered).toBe(true);
    come('second');
    await notice(company, line);
    expect(JSON.stringify(line.others)).not.toContain('second');
  });
});

describe('a reader who does not read', () => {
  it('is cut off, while others hear everything', async () => {
    const id = await network.conversation([city, company]);
    const good = await network.line(company, 0);
    const slow = await stuckReader(company, 0);
    const before = server(0).openSockets;
    const payload = { conversationId: id, readSeq: 1, filler: 'x'.repeat(30_000) };
    let sent = 0;
    await waitFor(
      'the cut',
      async () => {
        for (let number = 0; number < 20; number += 1) {
          server(0).emit(personRoom(company.personId), 'messaging.conversation-read', payload);
          sent += 1;
        }
        await server(0).drained();
        return server(0).openSockets < before;
      },
      { timeoutMs: 30_000, dump: () => ({ sent }) },
    );
    const heard = () => good.others.filter(({ name }) => name === 'messaging.conversation-read').length;
    await waitFor('everything', async () => heard() === sent, { dump: () => [heard(), sent] });
    expect(good.socket.connected).toBe(true);
    slow.destroy();
  });
});

describe('a graceful stop', () => {
  it('answers what was asked, says good-bye and leaves the rest to another process', async () => {
    const leaving = await network.startProcess();
    const index = network.processes.indexOf(leaving);
    const id = await network.conversation([city, company]);
    const line = await network.line(city, index);
    const other = await network.line(company, 0);
    const answers = Array.from({ length: 100 }, (_, number) =>
      line.ask('messaging.post-message', { conversationId: id, clientMessageId: `${number}`, body: 'x' }),
    );
    await answers[0];
    const stopped = leaving.stop();
    const settled = await Promise.allSettled(answers);
    await stopped;
    const stored = await network.database.query('select from message where conversation_id = $1', [id]);
    const acknowledged = settled.filter((each) => each.status === 'fulfilled' && each.value.ok);
    expect(stored).toHaveLength(acknowledged.length);
    await waitFor('the good-bye', async () => line.ended.length > 0);
    expect(line.ended).toEqual([{ reason: 'server-restart' }]);
    await waitFor('the pushes', async () => other.posted.length === stored.length);
  });
});

/** What is told last, by which everything before has arrived. */
async function notice(member: Member, line: Line): Promise<void> {
  const noticeId = newId();
  server(1).emit(personRoom(member.personId), 'notifications.notice-added', { noticeId, unread: 1 });
  await waitFor('the notice', async () => JSON.stringify(line.others).includes(noticeId));
}

const heard =
  (words: string) =>
  ({ posted }: Line): boolean =>
    posted.some(({ message }) => message.body === words);

/** Changes what a person may do as the features do it: the rows and the announcement in one transaction. */
async function changeRights({ personId }: Member, statement: string): Promise<void> {
  await network.database.query(statement, [personId]);
  const { app } = network.process(0);
  await app.get(UnitOfWork).run(systemActor(newId()), (tx) => app.get(Principals).announce(tx, { personId }));
}

/** A client that shakes hands over a bare WebSocket and then never reads again. */
async function stuckReader(member: Member, index: number): Promise<TcpSocket> {
  const { hostname, port, host } = new URL(network.process(index).url);
  const tcp = createConnection({ host: hostname, port: Number(port) });
  const before = server(index).openSockets;
  tcp.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  );
  await new Promise((resolve) => tcp.once('data', resolve));
  tcp.write(frame(`40${JSON.stringify(handshakeOf(member))}`));
  await waitFor('the stuck reader', async () => server(index).openSockets > before);
  tcp.pause();
  return tcp;
}

/** A masked text frame, as clients send them. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const mask = Buffer.from([1, 2, 3, 4]);
  const head = Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, mask, payload.map((byte, position) => byte ^ (mask[position % 4] ?? 0))]);
}
