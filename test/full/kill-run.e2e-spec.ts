import { setTimeout as pause } from 'node:timers/promises';
import { ActorSession, type LiveSocket } from '../support/actor-session.js';
import {
  type Attempt,
  broken,
  checkHistory,
  type History,
  type StoredMessage,
} from '../../chaos/checker/check-history.js';
import {
  FaithfulMember,
  postOverHttp,
  postOverSocket,
  postUntilAcknowledged,
  readAll,
} from '../support/message-senders.js';
import { type RedisServer, startRedis } from '../support/redis-server.js';
import { type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

const SENDERS = 20;
const CONVERSATIONS = 5;
const MESSAGES_EACH = 500;
const RUN_LIMIT_MS = 90_000;

/** Two api processes, every demo person in every conversation, and a member with a socket at each process. */
describe.each(['PostgreSQL alone', 'PostgreSQL and Redis'])(
  'two api processes that are killed, on %s',
  (backend) => {
    let redis: RedisServer | undefined;
    let system: RunningSystem;
    let conversations: string[];
    const sessions: ActorSession[] = [];

    beforeAll(async () => {
      if (backend.includes('Redis')) redis = await startRedis();
      system = await startSystem({ apis: 2, redisUrl: redis?.url });
      for (const account of system.accounts) sessions.push(await ActorSession.signIn(at(0).url, account));
      conversations = await arrangeConversations();
    }, 300_000);

    afterAll(async () => {
      for (const session of sessions) session.close();
      await system.stop();
      await redis?.stop();
    }, 300_000);

    const at = (index: number) => {
      const api = system.apis[index];
      if (!api) throw new Error(`There is no api ${index}.`);
      return api;
    };

    const person = (index: number): ActorSession => {
      const session = sessions[index];
      if (!session) throw new Error(`Nobody signed in as number ${index}.`);
      return session;
    };

    /** One more than the senders use, for the push across processes. */
    async function arrangeConversations(): Promise<string[]> {
      const ids: string[] = [];
      for (let index = 0; index <= CONVERSATIONS; index += 1) {
        const [row] = await system.database.query<{ id: string }>(
          `insert into conversation (id, about_type, about_id, facts) values (uuidv7(), 'match', uuidv7(), '[]') returning id`,
        );
        for (const { personId, organizationId } of sessions) {
          await system.database.query(
            `insert into participant (conversation_id, person_id, organization_id) values ($1, $2, $3)`,
            [row?.id, personId, organizationId],
          );
        }
        ids.push(row?.id ?? '');
      }
      return ids;
    }

    it('pushes at one what was posted at the other', async () => {
      const [here, there] = [person(0).at(at(0).url), person(1).at(at(1).url)];
      const live = await there.openSocket();
      const conversationId = conversations.pop() ?? '';
      const message = { conversationId, clientMessageId: 'across', body: '건너편에서 보입니까?' };
      expect(await postOverHttp(here, message)).toMatchObject({ outcome: 'ok' });
      await waitFor(
        'the push at the other process',
        async () =>
          live.all('messaging.message-posted').some((push) => push.message.clientMessageId === 'across'),
        { dump: () => ({ pushed: live.pushed, logs: system.logs() }) },
      );
      there.close();
    });

    it(
      `keeps ${SENDERS * MESSAGES_EACH} messages of ${SENDERS} senders through two kills: none lost, none doubled, one order`,
      async () => {
        const attempts: Attempt[] = [];
        const members = await seatMembers();
        const startedAt = Date.now();
        const senders = Array.from({ length: SENDERS }, (_, index) => send(index, attempts));
        const killer = killTwice(attempts);
        await Promise.all([...senders, killer]);
        const tookMs = Date.now() - startedAt;

        const history = await collect(attempts, members);
        expect(broken(checkHistory(history))).toEqual({});
        expect(attempts.some(({ outcome }) => outcome === 'info')).toBe(true);
        expect(tookMs).toBeLessThan(RUN_LIMIT_MS);
        console.log(
          `${backend}: ${history.finals[0]?.messages.length} messages in ${tookMs} ms, ${attempts.length} attempts`,
        );

        // The same history, read from a store that lost one row and turned two around, is red.
        await sabotage();
        const damaged = broken(checkHistory(await collect(attempts, members)));
        expect(Object.keys(damaged)).toEqual(expect.arrayContaining(['lost', 'moved', 'gaps', 'diverged']));
      },
      RUN_LIMIT_MS + 60_000,
    );

    async function seatMembers(): Promise<FaithfulMember[]> {
      return Promise.all(
        [0, 1].map(async (index) => {
          const session = person(index).at(at(index).url);
          sessions.push(session);
          const live = await session.openSocket();
          const member = new FaithfulMember(`member at api ${index}`, session, live, conversations);
          await member.settle();
          return member;
        }),
      );
    }

    /** Half of the senders use a socket, half HTTP; after a failure they try the other process. */
    async function send(index: number, attempts: Attempt[]): Promise<void> {
      const sender = person(index % system.accounts.length);
      const homes = [0, 1].map((step) => sender.at(at((index + step) % 2).url));
      sessions.push(...homes);
      const live: LiveSocket | undefined = index < SENDERS / 2 ? await homes[0]?.openSocket() : undefined;
      const conversationId = conversations[index % conversations.length] ?? '';
      for (let number = 0; number < MESSAGES_EACH; number += 1) {
        const clientMessageId = `s${index}-${number}`;
        const message = { conversationId, clientMessageId, body: `${clientMessageId} 안녕하세요` };
        const post = (turn: number) =>
          live && turn % 3 !== 2
            ? postOverSocket(live, message)
            : postOverHttp(homes[turn % 2] ?? sender, message);
        await postUntilAcknowledged(post, { conversationId, clientMessageId }, attempts);
      }
    }

    async function killTwice(attempts: Attempt[]): Promise<void> {
      const total = SENDERS * MESSAGES_EACH;
      for (const [index, share] of [0.25, 0.6].entries()) {
        while (attempts.filter(({ outcome }) => outcome === 'ok').length < total * share) await pause(20);
        await at(index).end('SIGKILL');
        await at(index).start();
      }
    }

    async function collect(
      attempts: readonly Attempt[],
      members: readonly FaithfulMember[],
    ): Promise<History> {
      await Promise.all(members.map((member) => member.settle()));
      const readers = [0, 1].map((index) => person(0).at(at(index).url));
      const finals = await Promise.all(
        readers.map(async (session, index) => ({
          reader: `api ${index}`,
          messages: (await Promise.all(conversations.map((id) => readAll(session, id)))).flat(),
        })),
      );
      const rows = await system.database.query<StoredMessage>(
        `select conversation_id as "conversationId", client_message_id as "clientMessageId", seq::int
       from message where conversation_id = any($1) order by 1, seq`,
        [conversations],
      );
      return {
        attempts,
        finals: [...finals, { reader: 'SQL', messages: rows }],
        applied: members.map(({ name, applied }) => ({ member: name, messages: applied })),
      };
    }

    async function sabotage(): Promise<void> {
      const conversation = conversations[1];
      await system.database.query(`delete from message where conversation_id = $1 and seq = 40`, [
        conversation,
      ]);
      await system.database.query(
        `update message set seq = case seq when 10 then -11 else -10 end where conversation_id = $1 and seq in (10, 11)`,
        [conversation],
      );
      await system.database.query(`update message set seq = -seq where conversation_id = $1 and seq < 0`, [
        conversation,
      ]);
    }
  },
);
