import type { MessageView } from '#libs/contracts';
import { newId } from '#libs/platform/database';
import { waitFor } from '../../support/wait.js';
import { type Member, Network } from './network.js';

interface Page {
  items: MessageView[];
  lastSeq: number;
  nextCursor: string | null;
}

let network: Network;
let city: Member;
let company: Member;
let stranger: Member;
let viewer: Member;

beforeAll(async () => {
  network = await Network.start(2);
  city = await network.member('city', 'officer');
  company = await network.member('sme', 'editor');
  stranger = await network.member('sme', 'owner');
  viewer = await network.member('sme', 'viewer');
});
afterEach(() => network.hangUp());
afterAll(() => network.stop());

const post = (member: Member, id: string, body: unknown, index = 0) =>
  network.request<
    MessageView & { duplicate: boolean; code: string; errors: { pointer: string; code: string }[] }
  >(member, 'POST', `/conversations/${id}/messages`, body, index);
const pageOf = async (member: Member, id: string, query = '') =>
  (await network.request<Page>(member, 'GET', `/conversations/${id}/messages${query}`)).body;

describe('posting', () => {
  it('numbers messages from 1, answers the whole message and writes audit and outbox beside it', async () => {
    const id = await network.conversation([city, company]);
    const answer = await post(city, id, { clientMessageId: 'a-1', body: '안녕하세요 👋', language: 'ko' });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String),
      conversationId: id,
      seq: 1,
      clientMessageId: 'a-1',
      senderId: city.personId,
      senderOrganizationId: city.organizationId,
      body: '안녕하세요 👋',
      language: 'ko',
      postedAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
      duplicate: false,
    });
    const rows = await network.database.query(
      `select a.actor_id, a.request_id = e.request_id as same_request, a.xid = c.changed_xid as same_transaction,
              e.aggregate_id, e.aggregate_seq, e.payload
       from audit_entry a
       join outbox_event e on e.payload ->> 'messageId' = a.entity_id::text
       join conversation c on c.id = e.aggregate_id
       where a.action = 'message.post' and a.entity_id = $1`,
      [answer.body.id],
    );
    expect(rows).toEqual([
      {
        actor_id: city.personId,
        same_request: true,
        same_transaction: true,
        aggregate_id: id,
        aggregate_seq: 1,
        payload: { seq: 1, messageId: answer.body.id },
      },
    ]);
  });

  it('keeps one gap-free order when many send at once through two processes and both transports', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => network.conversation([city, company])));
    const lines = await Promise.all([network.line(city, 0), network.line(company, 1)]);
    const sent = Array.from({ length: 240 }, (_, number) => ({
      conversationId: ids[number % 3] ?? '',
      clientMessageId: `m-${number}`,
      body: `message ${number}`,
    }));
    await Promise.all(
      sent.map(async (message, number) => {
        if (number % 4 < 2) {
          const answer = await lines[number % 2]?.ask('messaging.post-message', message);
          expect(answer).toMatchObject({ ok: true, message: { duplicate: false } });
        } else {
          const { conversationId, ...body } = message;
          const answer = await post(number % 2 ? company : city, conversationId, body, number % 2);
          expect(answer.status).toBe(201);
        }
      }),
    );
    const distinct = (posted: readonly { message: { id: string } }[]): number =>
      new Set(posted.map(({ message }) => message.id)).size;
    await waitFor('all pushes', async () => lines.every(({ posted }) => distinct(posted) >= 240), {
      dump: () => lines.map(({ posted }) => posted.length),
    });
    for (const id of ids) {
      const { items, lastSeq } = await pageOf(city, id, '?limit=500');
      expect(lastSeq).toBe(80);
      expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
      expect((await pageOf(company, id, '?limit=500')).items).toEqual(items);
      for (const { posted } of lines) {
        // A push may come twice: the tail repeats what looked forgotten. Clients apply a number once.
        const pushed = new Map(
          posted.flatMap(({ conversationId, message }) =>
            conversationId === id ? [[message.seq, message] as const] : [],
          ),
        );
        expect([...pushed.values()].sort((a, b) => a.seq - b.seq)).toEqual(items);
      }
    }
  });

  it('answers a retry with the row of its first arrival, whatever the way, and uses no number', async () => {
    const id = await network.conversation([city, company]);
    const message = { clientMessageId: 'once', body: 'Hello' };
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, number) => post(city, id, message, number % 2)),
    );
    const line = await network.line(city, 1);
    const overSocket = await line.ask('messaging.post-message', { conversationId: id, ...message });
    const stored = answers.map(({ body }) => ({ id: body.id, seq: body.seq }));
    expect(new Set(stored.map((row) => JSON.stringify(row))).size).toBe(1);
    expect(answers.filter(({ body }) => !body.duplicate)).toHaveLength(1);
    expect(overSocket).toMatchObject({ ok: true, message: { ...stored[0], duplicate: true } });
    const next = await post(company, id, { clientMessageId: 'once', body: 'Mine, under the same name' });
    expect(next.body).toMatchObject({ seq: 2, duplicate: false });
  });

  it('refuses a client id that already names another text', async () => {
    const id = await network.conversation([city, company]);
    await post(city, id, { clientMessageId: 'x', body: 'One' });
    const again = await post(city, id, { clientMessageId: 'x', body: 'Two' });
    expect([again.status, again.body.code]).toEqual([409, 'messaging/client-id-reused']);
    const together = await Promise.all([
      post(city, id, { clientMessageId: 'y', body: 'One' }),
      post(city, id, { clientMessageId: 'y', body: 'Two' }),
    ]);
    expect(together.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await pageOf(city, id)).lastSeq).toBe(2);
  });

  it('lets one bad message of a batch fail alone', async () => {
    const id = await network.conversation([city, company]);
    const answers = await Promise.all([
      post(city, id, { clientMessageId: 'good-1', body: 'good' }),
      post(stranger, id, { clientMessageId: 'foreign', body: 'not mine' }),
      post(company, id, { clientMessageId: 'good-2', body: 'good' }),
      post(city, newId(), { clientMessageId: 'nowhere', body: 'nowhere' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 404, 201, 404]);
    expect((await pageOf(city, id)).lastSeq).toBe(2);
  });

  it.each([
    ['an empty body', { clientMessageId: 'c', body: '' }, '/body'],
    ['8,001 code points', { clientMessageId: 'c', body: '😀'.repeat(8_001) }, '/body'],
    ['a NUL character', { clientMessageId: 'c', body: 'a\0b' }, '/body'],
    ['a lone surrogate', { clientMessageId: 'c', body: 'a\ud83d' }, '/body'],
    ['a body that is no text', { clientMessageId: 'c', body: 7 }, '/body'],
    ['a client id with a space', { clientMessageId: 'a b', body: 'x' }, '/clientMessageId'],
    ['a client id of 65 characters', { clientMessageId: 'c'.repeat(65), body: 'x' }, '/clientMessageId'],
    ['no client id', { body: 'x' }, '/clientMessageId'],
    ['no language tag', { clientMessageId: 'c', body: 'x', language: 'korean language' }, '/language'],
    ['a field nobody asked for', { clientMessageId: 'c', body: 'x', seq: 3 }, '/seq'],
  ])('refuses %s over both transports alike', async (_, body, pointer) => {
    const id = await network.conversation([city, company]);
    const answer = await post(city, id, body);
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
    const line = await network.line(city);
    const refused = await line.ask('messaging.post-message', { conversationId: id, ...body } as never);
    expect(refused).toMatchObject({ ok: false, error: { code: 'request/invalid', errors: [{ pointer }] } });
    expect((await pageOf(city, id)).lastSeq).toBe(0);
  });

  it('takes 8,000 code points of two units each', async () => {
    const id = await network.conversation([city, company]);
    const body = '😀'.repeat(8_000);
    const answer = await post(city, id, { clientMessageId: 'long', body });
    expect([answer.status, answer.body.body]).toEqual([201, body]);
  });
});

describe('reading', () => {
  it('gives pages both ways, with a cursor that goes on', async () => {
    const id = await network.conversation([city, company]);
    for (let number = 1; number <= 7; number += 1)
      await post(city, id, { clientMessageId: `${number}`, body: `${number}` });
    const seqs = (page: Page) => page.items.map(({ seq }) => seq);
    const forward = await pageOf(company, id, '?afterSeq=2&limit=3');
    expect([seqs(forward), forward.lastSeq]).toEqual([[3, 4, 5], 7]);
    const rest = await pageOf(company, id, `?limit=3&cursor=${forward.nextCursor}`);
    expect([seqs(rest), rest.nextCursor]).toEqual([[6, 7], null]);
    const backward = await pageOf(company, id, '?beforeSeq=7&limit=3');
    expect(seqs(backward)).toEqual([4, 5, 6]);
    const older = await pageOf(company, id, `?limit=3&cursor=${backward.nextCursor}`);
    expect([seqs(older), older.nextCursor]).toEqual([[1, 2, 3], null]);
    expect(seqs(await pageOf(company, id))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const wrong = [
      '?afterSeq=1&beforeSeq=3',
      '?limit=501',
      '?limit=0',
      '?afterSeq=-1',
      '?cursor=x',
      '?page=2',
    ];
    for (const query of wrong) {
      const answer = await network.request(city, 'GET', `/conversations/${id}/messages${query}`);
      expect([query, answer.status]).toEqual([query, 422]);
    }
  });

  it('lists conversations by activity with the last message and what is unread', async () => {
    const owner = await network.member('city', 'owner');
    const silent = await network.conversation([owner, company]);
    const lively = await network.conversation([owner, company]);
    for (const number of [1, 2, 3])
      await post(company, lively, { clientMessageId: `${number}`, body: `text ${number}` });
    const first = await network.request<{ items: { id: string }[]; nextCursor: string }>(
      owner,
      'GET',
      '/conversations?limit=1&total=true',
    );
    expect(first.body).toMatchObject({
      items: [
        {
          id: lively,
          about: { type: 'interest' },
          lastSeq: 3,
          readSeq: 0,
          unread: 3,
          lastMessage: { seq: 3, senderId: company.personId, snippet: 'text 3' },
        },
      ],
      total: 2,
      totalCapped: false,
    });
    const second = await network.request<{ items: Record<string, unknown>[]; nextCursor: null }>(
      owner,
      'GET',
      `/conversations?limit=1&cursor=${first.body.nextCursor}`,
    );
    expect(second.body).toMatchObject({
      items: [{ id: silent, lastSeq: 0, unread: 0, lastMessage: null }],
      nextCursor: null,
    });
    expect(second.body.items[0]?.participants).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          personId: company.personId,
          displayName: expect.stringMatching(/^Person/),
          organization: expect.objectContaining({ id: company.organizationId, kind: 'sme', country: 'KR' }),
        }),
      ]),
    );
  });

  it('pins what was said before and says what the reader may do', async () => {
    const fact = {
      code: 'interest.message',
      text: '함께 해요',
      language: 'ko',
      organizationId: company.organizationId,
    };
    const id = await network.conversation([viewer, company], [fact]);
    const [mine, theirs] = await Promise.all(
      [company, viewer].map((member) => network.request(member, 'GET', `/conversations/${id}`)),
    );
    expect(mine?.body).toMatchObject({ id, facts: [fact], abilities: { post: true } });
    expect(theirs?.body).toMatchObject({ id, abilities: { post: false } });
    expect((await post(viewer, id, { clientMessageId: 'v', body: 'x' })).status).toBe(403);
  });

  it('moves the mark forward only, counts own messages as read and tells the reader’s other devices', async () => {
    const id = await network.conversation([city, company]);
    const other = await network.line(city, 1);
    for (const number of [1, 2, 3, 4]) await post(company, id, { clientMessageId: `${number}`, body: 'x' });
    const mark = (seq: number) => network.request(city, 'POST', `/conversations/${id}/read`, { seq });
    expect((await mark(3)).body).toEqual({ readSeq: 3, unread: 1 });
    expect((await mark(2)).body).toEqual({ readSeq: 3, unread: 1 });
    expect((await mark(99)).body).toEqual({ readSeq: 4, unread: 0 });
    expect((await mark(-1)).status).toBe(422);
    await post(company, id, { clientMessageId: '5', body: 'x' });
    await post(city, id, { clientMessageId: '6', body: 'x' });
    const read = await network.request(city, 'GET', `/conversations/${id}`);
    expect(read.body).toMatchObject({ lastSeq: 6, readSeq: 6, unread: 0 });
    await waitFor('the other device', async () => other.others.length >= 2);
    expect(other.others.filter(({ name }) => name === 'messaging.conversation-read')).toEqual([
      { name: 'messaging.conversation-read', payload: { conversationId: id, readSeq: 3 } },
      { name: 'messaging.conversation-read', payload: { conversationId: id, readSeq: 4 } },
    ]);
  });
});

/** An answer but for what names the request. */
function withoutRequest(answer: { body: Record<string, unknown> } | undefined): Record<string, unknown> {
  const { requestId: _, ...rest } = answer?.body ?? {};
  return rest;
}

describe('who takes part', () => {
  it('gives a stranger and a random id the same answer everywhere', async () => {
    const id = await network.conversation([city, company]);
    const colleague = await network.member('city', 'officer', city.organizationId);
    for (const member of [stranger, colleague]) {
      for (const [method, path, body] of [
        ['GET', '', undefined],
        ['GET', '/messages', undefined],
        ['POST', '/messages', { clientMessageId: 'c', body: 'x' }],
        ['POST', '/read', { seq: 1 }],
      ] as const) {
        const [foreign, random, malformed] = await Promise.all(
          [id, newId(), 'no-id'].map((each) =>
            network.request(member, method, `/conversations/${each}${path}`, body),
          ),
        );
        expect(foreign).toMatchObject({ status: 404, body: { code: 'request/not-found' } });
        expect(withoutRequest(foreign)).toEqual(withoutRequest(random));
        expect(withoutRequest(foreign)).toEqual(withoutRequest(malformed));
      }
    }
    const line = await network.line(stranger);
    for (const conversationId of [id, newId(), 'no-id']) {
      const refused = await line.ask('messaging.post-message', {
        conversationId,
        clientMessageId: 'c',
        body: 'x',
      });
      expect(refused).toMatchObject({ ok: false, error: { code: 'request/not-found' } });
    }
  });

  it('asks for a signed-in person', async () => {
    const id = await network.conversation([city, company]);
    expect((await network.request(undefined, 'GET', `/conversations/${id}`)).status).toBe(401);
  });

  it('shows who left what was said before, and nothing after', async () => {
    const id = await network.conversation([city, company]);
    const line = await network.line(company, 1);
    await post(city, id, { clientMessageId: '1', body: 'before' });
    await network.database.query(
      'update participant set left_seq = 1 where conversation_id = $1 and person_id = $2',
      [id, company.personId],
    );
    await post(city, id, { clientMessageId: '2', body: 'after' });
    await waitFor('the first push', async () => line.posted.length === 1);
    const { items, lastSeq } = await pageOf(company, id);
    expect([items.map(({ body }) => body), lastSeq]).toEqual([['before'], 1]);
    expect((await post(company, id, { clientMessageId: '3', body: 'x' })).status).toBe(404);
    const own = await network.line(city);
    await post(city, id, { clientMessageId: '4', body: 'end' });
    await waitFor('a later push', async () => own.posted.length === 1);
    expect(line.posted.map(({ message }) => message.body)).toEqual(['before']);
  });
});

describe('pushing', () => {
  it('tells members on every process, the sender’s own sockets too, and nobody else', async () => {
    const id = await network.conversation([city, company]);
    const colleague = await network.member('city', 'officer', city.organizationId);
    const lines = await Promise.all([
      network.line(city, 0),
      network.line(city, 1),
      network.line(company, 1),
      network.line(stranger, 1),
      network.line(colleague, 0),
    ]);
    const { body } = await post(city, id, { clientMessageId: 'p', body: 'to all' });
    const { duplicate: _, ...message } = body;
    await waitFor('three pushes', async () => lines.slice(0, 3).every(({ posted }) => posted.length === 1));
    for (const line of lines.slice(0, 3)) expect(line.posted).toEqual([{ conversationId: id, message }]);
    expect(lines.slice(3).map(({ posted }) => posted)).toEqual([[], []]);
  });

  it('does not tell a person who acts for another organization', async () => {
    const id = await network.conversation([city, company]);
    const other = await network.organization('sme');
    await network.database.query(
      `insert into membership (id, organization_id, person_id, role) values ($1, $2, $3, 'editor')`,
      [newId(), other, company.personId],
    );
    const elsewhere = await network.signIn(company.personId, other);
    const [theirs, mine] = await Promise.all([network.line(elsewhere, 1), network.line(company, 1)]);
    await post(city, id, { clientMessageId: 'p', body: 'for one hat only' });
    await waitFor('the push', async () => mine.posted.length === 1);
    expect(theirs.posted).toEqual([]);
    const list = await network.request<{ items: unknown[] }>(elsewhere, 'GET', '/conversations');
    expect(list.body.items).toEqual([]);
  });

  it('notes what was pushed, and repeats what a dead process left', async () => {
    const id = await network.conversation([city, company]);
    const line = await network.line(company, 1);
    await post(city, id, { clientMessageId: 'p', body: 'pushed' });
    const unpushed = (messageBody: string) =>
      network.database.query(
        `select e.id from outbox_event e join message m on m.id::text = e.payload ->> 'messageId'
         where e.type = 'message.posted' and e.pushed_at is null and m.body = $1`,
        [messageBody],
      );
    await waitFor('the note', async () => (await unpushed('pushed')).length === 0);
    // As a process leaves it that dies between commit and push: written, and pushed by nobody.
    await network.database.query(
      `select * from post_messages(array[$1::uuid], array[$2::uuid], array[$3::uuid], array[$4::uuid],
         array['left'], array['left behind'], array[null::text], array[null::text], array['request'], array[$5::uuid], array[$6::uuid])`,
      [newId(), id, city.personId, city.organizationId, newId(), newId()],
    );
    await waitFor('the repetition', async () => line.posted.length === 2, { dump: () => line.posted });
    expect(line.posted.map(({ message }) => [message.seq, message.body])).toEqual([
      [1, 'pushed'],
      [2, 'left behind'],
    ]);
    await waitFor('the note', async () => (await unpushed('left behind')).length === 0);
  });

  it('announces a conversation to those who take part', async () => {
    const line = await network.line(company, 1);
    const id = await network.conversation([city, company]);
    await waitFor('the opening', async () => line.others.length > 0);
    expect(line.others).toEqual([{ name: 'messaging.conversation-opened', payload: { conversationId: id } }]);
  });
});
