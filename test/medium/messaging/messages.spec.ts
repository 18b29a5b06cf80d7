import pg from 'pg';
import type { MessageView } from '#libs/contracts';
import { systemActor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { RealtimeServer } from '#libs/platform/realtime';
import { MessageRepository } from '../../../libs/messaging/src/data/message.repository.js';
import { waitFor } from '../../support/wait.js';
import { type Member, Network } from './network.js';

interface Page {
  items: MessageView[];
  lastSeq: number;
  lastChange: number;
}

let network: Network;
let city: Member;
let company: Member;
let expert: Member;

beforeAll(async () => {
  network = await Network.start(2);
  city = await network.member('city', 'officer');
  company = await network.member('sme', 'editor');
  expert = await network.member('consultancy', 'editor');
});
afterEach(() => network.hangUp());
afterAll(() => network.stop());

const seat = ({ personId, organizationId }: Member) => ({ personId, organizationId });
const post = (member: Member, id: string, body: string, extras: object = {}) =>
  network.request<MessageView & { code: string; errors: { pointer: string; code: string }[] }>(
    member,
    'POST',
    `/conversations/${id}/messages`,
    { clientMessageId: newId(), body, ...extras },
  );
const pageOf = async (member: Member, id: string, query = '') =>
  (await network.request<Page>(member, 'GET', `/conversations/${id}/messages${query}`)).body;
const changesOf = async (member: Member, id: string, after = 0) =>
  (await network.request<Page>(member, 'GET', `/conversations/${id}/changes?after=${after}`)).body;
const react = (member: Member, id: string, seq: number, code: string, given = true) =>
  network.request<MessageView>(member, 'POST', `/conversations/${id}/messages/${seq}/reactions`, {
    code,
    given,
  });

const change: Network['change'] = (...edit) => network.change(...edit);

describe('answers', () => {
  it('join the thread of what they answer, and mention only who takes part', async () => {
    const id = await network.conversation([city, company]);
    await post(city, id, 'root');
    await post(city, id, 'aside');
    const reply = await post(company, id, 'reply', { replyTo: 1, mentions: [seat(city), seat(city)] });
    expect(reply.body).toMatchObject({ seq: 3, replyTo: 1, thread: 1, mentions: [seat(city)] });
    const deeper = await post(city, id, 'deeper', { replyTo: 3 });
    expect(deeper.body).toMatchObject({ replyTo: 3, thread: 1 });
    expect((await pageOf(city, id, '?thread=1')).items.map(({ body }) => body)).toEqual([
      'root',
      'reply',
      'deeper',
    ]);
    expect((await pageOf(company, id)).items[2]).toEqual({
      ...Object.fromEntries(Object.entries(reply.body).filter(([name]) => name !== 'duplicate')),
    });
    const refused = await post(city, id, 'x', { mentions: [seat(expert)] });
    expect([refused.status, refused.body.errors[0]?.code]).toEqual([422, 'messaging/not-in-conversation']);
    expect((await post(city, id, 'x', { replyTo: 99 })).body.errors[0]?.pointer).toBe('/replyTo');
    const told = await network.database.query(
      `select payload ->> 'toPersonId' as to, actor_id as by from outbox_event
       where type = 'message.mentioned' and aggregate_id = $1`,
      [id],
    );
    expect(told).toEqual([{ to: city.personId, by: company.personId }]);
  });
});

describe('writing', () => {
  it('looks at the seat of who writes and at no other, however many there are', async () => {
    const id = await network.conversation([city, company]);
    await network.database.query(`
      begin;
      set local session_replication_role = replica;
      insert into participant (conversation_id, person_id, organization_id)
      select uuidv7(), uuidv7(), uuidv7() from generate_series(1, 400);
      commit`);
    const { app } = network.process(0);
    const sender = { senderId: city.personId, senderOrganizationId: city.organizationId };
    const plain = {
      conversationId: id,
      body: 'Hello',
      language: null,
      extras: null,
      requestId: newId(),
      ...sender,
    };
    const read = await app.get(UnitOfWork).run(systemActor(newId()), async (tx) => {
      // PostgreSQL settles on a plan after some calls.
      for (let number = 0; number < 12; number += 1) {
        const message = { id: newId(), eventId: newId(), clientMessageId: newId(), ...plain };
        const [written] = await app.get(MessageRepository).writeBatch([message], tx);
        expect(written?.recipients).toHaveLength(2);
      }
      return tx.rows<{ table: string; rows: number }>(
        `select relname as table, seq_tup_read::int as rows from pg_stat_xact_user_tables
         where relname in ('participant', 'conversation', 'message') order by 1`,
      );
    });
    expect(read).toEqual(['conversation', 'message', 'participant'].map((table) => ({ table, rows: 0 })));
  });
});

describe('telling', () => {
  it('reaches other processes with the commit, once, as everybody reads it, and by the stream where it is too long', async () => {
    const id = await network.conversation([city, company, expert]);
    const near = await network.line(city, 0);
    const far = [await network.line(company, 1), await network.line(expert, 1)];
    const outside = await network.line(await network.member('sme', 'editor'), 1);
    const realtime = network.process(0).app.get(RealtimeServer);
    await waitFor('word of their sockets', async () => realtime.ahead() !== undefined);
    const stream = new pg.Client({ connectionString: network.database.url });
    await stream.connect();
    await stream.query('begin');
    await stream.query('lock table ws_stream in access exclusive mode');
    await Promise.all([post(city, id, 'a "quoted"\nword, 한국어 🙂'), post(city, id, 'at the same time')]);
    await post(city, id, 'reply', { replyTo: 1, mentions: [seat(company)], language: 'ko' });
    await waitFor('three', async () => far.every(({ posted }) => posted.length === 3), {
      dump: () => far.map(({ posted }) => posted),
    });
    await stream.query('commit');
    await stream.end();
    // The stream keeps the order, so whatever it brought of the three came before this one.
    await post(city, id, '가'.repeat(4_000));
    await waitFor('four', async () => far.every(({ posted }) => posted.length >= 4));
    const { items } = await pageOf(company, id);
    expect(items).toHaveLength(4);
    for (const { posted } of [near, ...far]) {
      expect(posted.map(({ message }) => message)).toEqual(items);
      expect(posted.map(({ conversationId }) => conversationId)).toEqual(Array(4).fill(id));
    }
    expect(outside.posted).toEqual([]);
  });
});

describe('changes', () => {
  it('let one of many edits win, keep every wording and number, and are pushed and caught up with', async () => {
    const id = await network.conversation([city, company]);
    const line = await network.line(company, 1);
    await post(city, id, 'first');
    await post(city, id, 'second');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        change(city, 'PATCH', id, 1, { body: `edit ${number}`, index: number % 2 }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
    await react(company, id, 2, 'thumbs-up');
    await react(company, id, 2, 'thumbs-up');
    const changes = await changesOf(company, id);
    expect(changes.items.map(({ seq, change: count, revision }) => [seq, count, revision])).toEqual([
      [1, 1, 2],
      [2, 2, undefined],
    ]);
    expect(changes.lastChange).toBe(2);
    expect((await changesOf(company, id, 1)).items.map(({ seq }) => seq)).toEqual([2]);
    // Pushes of another kind are none of this test's business.
    const pushed = () => line.others.filter(({ name }) => name === 'messaging.message-changed');
    await waitFor('the pushes', async () => pushed().length >= 2, { dump: () => line.others });
    expect(pushed().map(({ payload }) => (payload as { message: MessageView }).message.change)).toEqual([
      1, 2,
    ]);
    const { items } = await pageOf(company, id);
    expect(items[1]?.reactions).toEqual([{ code: 'thumbs-up', by: [seat(company)] }]);
    const wordings = await network.request<{ items: { body: string }[] }>(
      company,
      'GET',
      `/conversations/${id}/messages/1/wordings`,
    );
    expect(wordings.body.items.map(({ body }) => body)).toEqual(['first']);
    await react(company, id, 2, 'thumbs-up', false);
    expect((await pageOf(company, id)).items[1]?.reactions).toEqual([]);
  });

  it('take the words of a deleted message away everywhere, and leave its number', async () => {
    const id = await network.conversation([city, company]);
    await post(city, id, 'CANARY words');
    expect((await change(company, 'DELETE', id, 1)).status).toBe(404);
    const gone = await change(city, 'DELETE', id, 1);
    expect(gone.body).toMatchObject({ seq: 1, body: '', deletedAt: expect.any(String) });
    const [page, list, wordings, found] = await Promise.all(
      ['/messages', '', '/messages/1/wordings']
        .map((path) => network.request(company, 'GET', `/conversations/${id}${path}`))
        .concat(network.request(company, 'GET', '/messages?q=CANARY')),
    );
    expect(JSON.stringify([page?.body, list?.body, found?.body])).not.toContain('CANARY');
    expect(wordings?.status).toBe(404);
    expect((await change(city, 'PATCH', id, 1, { revision: 2, body: 'back' })).status).toBe(404);
    expect((await pageOf(city, id)).lastSeq).toBe(1);
  });

  it('are refused after a day, to others, and without a version', async () => {
    const id = await network.conversation([city, company]);
    await post(city, id, 'old');
    expect((await change(company, 'PATCH', id, 1, { body: 'mine now' })).status).toBe(404);
    await network.database.query(
      `update message set posted_at = now() - interval '25 hours' where conversation_id = $1`,
      [id],
    );
    expect((await change(city, 'PATCH', id, 1, { body: 'late' })).body.code).toBe('messaging/too-late');
  });

  it('made after somebody left are not for them', async () => {
    const id = await network.conversation([city, company, expert]);
    await post(city, id, 'as it was');
    await network.request(expert, 'POST', `/conversations/${id}/arrange`, { isMuted: true });
    await network.database.query(
      `update participant set left_seq = 1, left_change = 0, left_at = now() where conversation_id = $1 and person_id = $2`,
      [id, expert.personId],
    );
    await change(city, 'PATCH', id, 1, { body: 'CANARY' });
    await react(company, id, 1, 'heart');
    const { items } = await pageOf(expert, id);
    expect(items).toMatchObject([{ body: 'as it was' }]);
    expect(items[0]).not.toHaveProperty('reactions');
    expect((await changesOf(expert, id)).items).toEqual([]);
    const found = await network.request<{ items: unknown[] }>(expert, 'GET', '/messages?q=CANARY');
    expect(found.body.items).toEqual([]);
  });

  it('are repeated by the tail when the process that made them died', async () => {
    const id = await network.conversation([city, company]);
    await post(city, id, 'text');
    const line = await network.line(company, 1);
    await react(city, id, 1, 'smile');
    await waitFor('the push', async () => line.others.length === 1);
    await waitFor(
      'the note',
      async () =>
        (
          await network.database.query(
            `select from outbox_event where type = 'message.changed' and pushed_at is null`,
          )
        ).length === 0,
    );
    await network.database.query(
      `update outbox_event set pushed_at = null where type = 'message.changed' and aggregate_id = $1`,
      [id],
    );
    await waitFor('the repetition', async () => line.others.length === 2);
    expect(line.others[1]).toEqual(line.others[0]);
  });
});

describe('the search', () => {
  it('finds the middle of words in every script, as it reads now, and only what the reader may see', async () => {
    const [own, foreign] = await Promise.all([
      network.conversation([city, company]),
      network.conversation([company, expert]),
    ]);
    for (const words of [
      '부산야간관광코스',
      '夜間観光のご提案',
      '我们想合作夜游项目',
      'การท่องเที่ยวกลางคืน',
      'Đà Nẵng về đêm',
    ])
      await post(city, own, words);
    await post(company, foreign, '야간 비밀');
    const find = async (member: Member, q: string, query = '') =>
      (
        await network.request<{ items: { body: string; seq: number }[]; nextCursor: string | null }>(
          member,
          'GET',
          `/messages?q=${encodeURIComponent(q)}${query}`,
        )
      ).body;
    for (const [q, seq] of [
      ['야간', 1],
      ['観光', 2],
      ['夜游', 3],
      ['เที่ยว', 4],
      ['da nang', 5],
    ] as const)
      expect([q, (await find(city, q)).items.map((item) => item.seq)]).toEqual([q, [seq]]);
    expect((await find(company, '야간')).items.map(({ body }) => body)).toEqual([
      '야간 비밀',
      '부산야간관광코스',
    ]);
    const first = await find(company, '야간', '&limit=1');
    const rest = await find(company, '야간', `&limit=1&cursor=${first.nextCursor}`);
    expect([first.items[0]?.body, rest.items[0]?.body, rest.nextCursor]).toEqual([
      '야간 비밀',
      '부산야간관광코스',
      null,
    ]);
    expect((await find(company, '야간', `&conversationId=${own}`)).items).toHaveLength(1);
    await change(city, 'PATCH', own, 1, { body: '부산 아침 시장' });
    expect((await find(city, '야간')).items).toEqual([]);
    expect((await find(city, '아침')).items).toHaveLength(1);
    expect((await find(city, '%_')).items).toEqual([]);
  });
});

describe('files of a message', () => {
  /** A file as it stands when its bytes have arrived; answers its id. */
  const fileOf = async (member: Member, state: string): Promise<string> => {
    const id = newId();
    await network.database.query(
      `insert into file (id, organization_id, created_by, purpose, name, announced_bytes, expires_at,
         state, media_type, size, sha256)
       values ($1, $2, $3, 'message-attachment', 'plan.txt', 4, now() + interval '1 day',
         $4, 'text/plain', 4, repeat('0', 64))`,
      [id, member.organizationId, member.personId, state],
    );
    return id;
  };

  it('are said once they are clean: nobody hears of a message whose files wait, are infected, or are another’s', async () => {
    const id = await network.conversation([city, company]);
    const line = await network.line(company, 1);
    const said = { clientMessageId: newId(), body: 'plan.txt' };
    for (const fileId of [
      await fileOf(city, 'scanning'),
      await fileOf(city, 'quarantined'),
      await fileOf(company, 'clean'),
      newId(),
    ]) {
      const refused = await post(city, id, said.body, { ...said, fileIds: [fileId] });
      expect([refused.status, refused.body.code]).toEqual([422, 'file/unusable']);
    }
    expect((await pageOf(company, id)).items).toEqual([]);
    const fileId = await fileOf(city, 'clean');
    // The same message, once its file is clean; a retry says it once.
    for (let attempt = 0; attempt < 2; attempt += 1)
      expect((await post(city, id, said.body, { ...said, fileIds: [fileId] })).body).toMatchObject({
        seq: 1,
      });
    const attachments = [{ fileId, name: 'plan.txt', mediaType: 'text/plain', size: 4 }];
    expect((await pageOf(company, id)).items).toMatchObject([{ seq: 1, attachments }]);
    await waitFor('the push', async () => line.posted.length > 0);
    expect(line.posted).toMatchObject([{ message: { seq: 1, attachments } }]);
  });
});
