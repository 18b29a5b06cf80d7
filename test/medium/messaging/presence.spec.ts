import { Database, newId } from '#libs/platform/database';
import { waitFor } from '../../support/wait.js';
import { REDIS_BINARY, type RedisServer, startRedis } from '../queue/redis-server.js';
import { type Line, type Member, Network } from './network.js';

const withRedis = REDIS_BINARY !== undefined || process.env.CI === 'true';
if (!withRedis) console.warn('Presence on Redis: not run, there is no redis-server on this machine.');
const BACKENDS = ['PostgreSQL alone', ...(withRedis ? ['Redis'] : [])];

for (const backend of BACKENDS) {
  describe(`who is here and who writes, in two processes on ${backend}`, () => {
    let redis: RedisServer | undefined;
    let network: Network;
    let city: Member;
    let company: Member;
    let room: string;

    beforeAll(async () => {
      redis = backend === 'Redis' ? await startRedis() : undefined;
      network = await Network.start(2, redis ? { REDIS_URL: redis.url } : {});
      city = await network.member('city', 'officer');
      company = await network.member('sme', 'editor');
      room = await network.conversation([city, company]);
    });
    afterEach(() => {
      jest.restoreAllMocks();
      network.hangUp();
    });
    afterAll(async () => {
      await network.stop();
      await redis?.stop();
    });

    it('is told across processes, counted by connections, with a grace, and by no table', async () => {
      const watcher = await network.line(city, 0);
      expect(await watch(watcher, room)).toEqual({ ok: true, here: [] });
      const first = await network.line(company, 1);
      await waitFor('the coming', async () => heard(watcher, 'messaging.presence-changed').length === 1);
      expect(heard(watcher, 'messaging.presence-changed')).toEqual([{ ...seat(company), here: true }]);
      const second = await network.line(company, 1);
      first.socket.disconnect();
      // Whoever asks meanwhile is told so as well; the answer of the second comes after the first has left.
      await seen(second, room, [city]);
      expect(await watch(watcher, room)).toEqual({ ok: true, here: [seat(company)] });

      const statements = asked(network);
      await say(second, room);
      await waitFor('the typing', async () => heard(watcher, 'messaging.typing').length === 1);
      expect(heard(watcher, 'messaging.typing')).toEqual([{ conversationId: room, ...seat(company) }]);
      expect(heard(second, 'messaging.typing')).toEqual([]);
      second.socket.disconnect();
      const left = Date.now();
      await waitFor('the going', async () => heard(watcher, 'messaging.presence-changed').length === 2, {
        timeoutMs: 40_000,
      });
      expect(Date.now() - left).toBeGreaterThan(10_000);
      expect(heard(watcher, 'messaging.presence-changed').at(-1)).toEqual({ ...seat(company), here: false });
      expect(await watch(watcher, room)).toEqual({ ok: true, here: [] });
      expect(statements()).toEqual([]);
      // A room that is not remembered is what this would have seen.
      expect(await watch(watcher, newId())).toEqual(NOT_FOUND);
      expect(statements()).toHaveLength(1);
    }, 90_000);

    it('is for those who take part, as long as they do, and for nobody who is kept away or keeps to themselves', async () => {
      const stranger = await network.member('sme', 'editor');
      const [own, theirs, strange] = await Promise.all([
        network.line(city, 0),
        network.line(company, 1),
        network.line(stranger, 1),
      ]);
      for (const id of [room, newId(), 'nonsense']) {
        expect(await watch(strange, id)).toEqual(NOT_FOUND);
        expect(await strange.ask('messaging.type', { conversationId: id })).toEqual(NOT_FOUND);
      }
      await seen(own, room, [company]);

      const { body: block } = await network.request(company, 'POST', '/contact-blocks', seat(city));
      await waitFor('the reset', async () => heard(own, 'messaging.presence-reset').length > 0);
      expect(await watch(own, room)).toEqual({ ok: true, here: [] });
      await say(theirs, room);
      await network.request(company, 'POST', `/contact-blocks/${String(block.id)}/lift`);
      await seen(own, room, [company]);

      await network.request(company, 'POST', '/messaging-preferences', {
        showsReading: true,
        showsPresence: false,
      });
      await seen(own, room, []);
      expect(await watch(theirs, room)).toEqual({ ok: true, here: [] });
      await network.request(company, 'POST', '/messaging-preferences', {
        showsReading: true,
        showsPresence: true,
      });
      await seen(own, room, [company]);
      // What was written under the block was told to nobody; what is written now is.
      expect(heard(own, 'messaging.typing')).toEqual([]);
      await waitFor('the typing', async () => {
        await say(theirs, room);
        return heard(own, 'messaging.typing').length > 0;
      });
    }, 60_000);
  });
}

const NOT_FOUND = { ok: false, error: expect.objectContaining({ code: 'request/not-found' }) as unknown };

const seat = ({ personId, organizationId }: Member) => ({ personId, organizationId });
const watch = (line: Line, conversationId: string) =>
  line.ask('messaging.watch-presence', { conversationId });
const say = async (line: Line, conversationId: string): Promise<void> => {
  expect(await line.ask('messaging.type', { conversationId })).toEqual({ ok: true });
};
const heard = (line: Line, event: string): unknown[] =>
  line.others.filter(({ name }) => name === event).map(({ payload }) => payload);

/** Announcements travel; nothing is told by the old rule meanwhile. */
async function seen(line: Line, conversationId: string, members: readonly Member[]): Promise<void> {
  const expected = members.map(seat);
  await waitFor(`seeing ${expected.length}`, async () => {
    const answer = await watch(line, conversationId);
    return answer.ok && JSON.stringify('here' in answer ? answer.here : null) === JSON.stringify(expected);
  });
}

/** Tells what both processes ask from now on that knows anything of people or conversations, or keeps a push. */
function asked({ processes }: Network): () => string[] {
  const spies = processes.map(({ app }) => jest.spyOn(app.get(Database).pool, 'query'));
  return () =>
    spies
      .flatMap(({ mock }) => mock.calls as unknown as [string | { text: string }][])
      .map(([statement]) => (typeof statement === 'string' ? statement : statement.text))
      // A line that ended is kept for its return.
      .filter((text) => TABLES.test(text) && !text.includes('ws_session'));
}

/** Neither the announcements that carry it nor the tail that looks for messages nobody pushed. */
const TABLES = /\b(participant p|messaging_preference|contact_block|ws_publish|insert|audit_entry)\b/;
