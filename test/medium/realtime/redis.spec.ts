import { EndSession } from '#libs/identity';
import { newId } from '#libs/platform/database';
import { personRoom, RealtimeServer } from '#libs/platform/realtime';
import { waitFor } from '../../support/wait.js';
import { type Member, Network } from '../messaging/network.js';
import { REDIS_BINARY, type RedisServer, startRedis } from '../queue/redis-server.js';

const runs = REDIS_BINARY !== undefined || process.env.CI === 'true';
if (!runs) console.warn('Sockets on Redis: not run, there is no redis-server on this machine.');

/** Without a server there is nothing to run here; the suite says so above. */
const suites = runs ? ['sockets on Redis'] : [];

describe('the choice of backend', () => {
  it('needs no Redis unless REDIS_URL is set', async () => {
    const network = await Network.start(1);
    const member = await network.member('sme', 'editor');
    const line = await network.line(member);
    const server = network.process(0).app.get(RealtimeServer);
    server.emit(personRoom(member.personId), 'notifications.notice-added', { noticeId: 'n', unread: 1 });
    await waitFor('the push', async () => line.others.length === 1);
    expect(await network.database.query('select from ws_stream')).toHaveLength(1);
    network.hangUp();
    await network.stop();
  });
});

for (const suite of suites) {
  describe(suite, () => {
    let redis: RedisServer;
    let network: Network;
    let city: Member;
    let company: Member;

    beforeAll(async () => {
      redis = await startRedis();
      network = await Network.start(2, { REDIS_URL: redis.url });
      city = await network.member('city', 'officer');
      company = await network.member('sme', 'editor');
    });
    afterEach(() => network.hangUp());
    afterAll(async () => {
      await network.stop();
      await redis.stop();
    });

    it('carries messages between processes, in the order of their emits, and leaves nothing in PostgreSQL', async () => {
      const id = await network.conversation([city, company]);
      const [sender, reader] = await Promise.all([network.line(city, 0), network.line(company, 1)]);
      for (let number = 0; number < 100; number += 1) {
        const body = number === 50 ? '가'.repeat(8_000) : `message ${number}`;
        const request = { conversationId: id, clientMessageId: `${number}`, body };
        void sender.ask('messaging.post-message', request);
      }
      await waitFor('100 pushes', async () => reader.posted.length === 100, {
        dump: () => reader.posted.length,
      });
      expect(reader.posted.map(({ message }) => message.seq)).toEqual(
        Array.from({ length: 100 }, (_, index) => index + 1),
      );
      expect(await network.database.query('select from ws_stream')).toEqual([]);
      const unpushed = () =>
        network.database.query(
          `select from outbox_event where type = 'message.posted' and pushed_at is null`,
        );
      await waitFor('the notes', async () => (await unpushed()).length === 0);
    });

    it('gives a client that comes back to another process what it missed, unless its session ended', async () => {
      const room = personRoom(company.personId);
      const say = (noticeId: string) =>
        network
          .process(0)
          .app.get(RealtimeServer)
          .emit(room, 'notifications.notice-added', { noticeId, unread: 1 });
      const sessions = await Promise.all(
        [0, 1].map(() => network.signIn(company.personId, company.organizationId)),
      );
      const lines = await Promise.all(sessions.map((session) => network.line(session, 1)));
      say('before');
      await waitFor('the first', async () => lines.every(({ others }) => others.length === 1));
      const open = network.process(1).app.get(RealtimeServer);
      for (const { socket } of lines) {
        (socket.io as unknown as { uri: string }).uri = network.process(0).url;
        socket.io.engine.close();
      }
      await waitFor('the loss', async () => open.openSockets === 0);
      say('missed');
      await network
        .process(0)
        .app.get(EndSession)
        .execute(newId(), company.personId, sessions[1]?.sessionId ?? '');
      for (const { socket } of lines) socket.connect();
      const [kept, ended] = lines;
      await waitFor('what was missed', async () => kept?.others.length === 2, { dump: () => kept?.others });
      expect([kept?.socket.recovered, ended?.socket.connected, ended?.others.length]).toEqual([
        true,
        false,
        1,
      ]);
    });

    it('goes on within each process while Redis is away', async () => {
      const id = await network.conversation([city, company]);
      const lines = await Promise.all([network.line(city, 0), network.line(company, 0)]);
      await redis.stop();
      const answer = await lines[0]?.ask('messaging.post-message', {
        conversationId: id,
        clientMessageId: 'a',
        body: 'still here',
      });
      expect(answer).toMatchObject({ ok: true, message: { seq: 1 } });
      await waitFor('the push', async () => lines.every(({ posted }) => posted.length > 0), {
        timeoutMs: 15_000,
      });
      // What is sent without waiting for an answer fails unseen as well, and harms nobody.
      const server = network.process(0).app.get(RealtimeServer);
      server.gossip({ kind: 'beat', from: newId(), version: 1 });
      await expect(server.drained()).rejects.toThrow();
      redis = await startRedis();
    });
  });
}
