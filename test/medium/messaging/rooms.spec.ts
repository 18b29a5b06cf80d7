import type { MessageView } from '#libs/contracts';
import { systemActor } from '#libs/kernel';
import { ConversationMembers, ConversationSubjects, OpenConversation } from '#libs/messaging';
import { newId, UnitOfWork } from '#libs/platform/database';
import { waitFor } from '../../support/wait.js';
import { actorOf, type Member, Network } from './network.js';

interface Page {
  items: MessageView[];
  lastSeq: number;
}
interface Room {
  id: string;
  title: { text: string; language: string | null } | null;
  lastSeq: number;
  unread: number;
  participants: { personId: string; isHere: boolean; role: string }[];
  subjectFacts: object[];
  abilities: Record<string, unknown>;
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
const unit = <Result>(
  member: Member,
  work: Parameters<UnitOfWork['run']>[1] extends (tx: infer Tx) => unknown
    ? (tx: Tx) => Promise<Result>
    : never,
  index = 0,
) => network.process(index).app.get(UnitOfWork).run(actorOf(member), work);
const members = (index = 0) => network.process(index).app.get(ConversationMembers);
const post = (member: Member, id: string, body: string, index = 0) =>
  network.request<MessageView>(
    member,
    'POST',
    `/conversations/${id}/messages`,
    { clientMessageId: newId(), body },
    index,
  );
const pageOf = async (member: Member, id: string) =>
  (await network.request<Page>(member, 'GET', `/conversations/${id}/messages?limit=500`)).body;
const roomOf = async (member: Member, id: string) =>
  (await network.request<Room>(member, 'GET', `/conversations/${id}`)).body;

describe('a bound room', () => {
  const open = (about: { type: string; id: string }, people: readonly Member[], title?: string) =>
    network
      .process(0)
      .app.get(UnitOfWork)
      .run(actorOf(city), (tx) =>
        network
          .process(0)
          .app.get(OpenConversation)
          .execute(tx, {
            about,
            participants: people.map(seat),
            facts: [],
            ...(title !== undefined && { title: { text: title, language: 'ko' } }),
          }),
      );

  it('opens once for what it is about, however often and at once it is asked for', async () => {
    const about = { type: 'project', id: newId() };
    const ids = await Promise.all([1, 2, 3, 4].map(() => open(about, [city, company], '야간 산책')));
    expect(new Set(ids).size).toBe(1);
    const id = ids[0] ?? '';
    expect(await open(about, [city, company, expert])).toBe(id);
    const room = await roomOf(expert, id);
    expect(room.title).toEqual({ text: '야간 산책', language: 'ko' });
    expect(room.participants.map(({ personId }) => personId).sort()).toEqual(
      [city, company, expert].map(({ personId }) => personId).sort(),
    );
    expect((await pageOf(expert, id)).items).toMatchObject([
      { seq: 1, kind: 'joined', body: '', senderId: city.personId, members: [seat(expert)] },
    ]);
    expect(await open({ ...about, type: 'engagement' }, [city, company])).not.toBe(id);
  });

  it('shows the facts of what it is about as its feature tells them, to those who take part', async () => {
    const about = { type: 'facts-told', id: newId() };
    network
      .process(0)
      .app.get(ConversationSubjects)
      .register({
        type: 'facts-told',
        facts: async (_, id, organizationId) => [
          { code: 'told.id', text: id, href: `projects/${id}` },
          { code: 'told.for', text: organizationId },
        ],
      });
    const id = await open(about, [city, company]);
    expect((await roomOf(company, id)).subjectFacts).toEqual([
      { code: 'told.id', text: about.id, href: `projects/${about.id}` },
      { code: 'told.for', text: company.organizationId },
    ]);
  });
});

describe('a removal', () => {
  it('takes a number, and nothing later reaches who was removed by any channel', async () => {
    const id = await network.conversation([city, company, expert]);
    const lines = await Promise.all([network.line(expert, 0), network.line(expert, 1)]);
    await post(city, id, 'before');
    await waitFor('the first', async () => lines.every(({ posted }) => posted.length === 1));
    // Written at once from two processes, the removal somewhere among them.
    const writes = Array.from({ length: 30 }, (_, number) => post(city, id, `during ${number}`, number % 2));
    await unit(city, (tx) => members().remove(tx, id, [seat(expert)]));
    await Promise.all(writes);
    await post(city, id, 'after');
    const { items, lastSeq } = await pageOf(city, id);
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1));
    const removal = items.find(({ kind }) => kind === 'removed');
    expect(removal).toMatchObject({ members: [seat(expert)], senderId: city.personId });
    const leftSeq = removal?.seq ?? 0;

    await waitFor('the end', async () =>
      lines.every(({ others }) => others.some(({ name }) => name === 'messaging.seat-ended')),
    );
    const told = await network.line(company, 1);
    await post(city, id, 'heard by others');
    const heard = (): string[] => told.posted.map(({ message }) => message.body);
    await waitFor('a later push', async () => heard().includes('heard by others'), { dump: heard });
    for (const { posted } of lines)
      expect(Math.max(...posted.map(({ message }) => message.seq))).toBeLessThan(leftSeq);

    const seen = await pageOf(expert, id);
    expect([seen.lastSeq, seen.items.at(-1)?.seq]).toEqual([leftSeq, leftSeq]);
    expect(JSON.stringify(seen)).not.toContain('after');
    expect((await post(expert, id, 'still here?')).status).toBe(404);
    const list = await network.request<{ items: (Room & { lastMessage: object })[] }>(
      expert,
      'GET',
      '/conversations',
    );
    const card = list.body.items.find((item) => item.id === id);
    expect(card).toMatchObject({ lastSeq: leftSeq });
    expect(JSON.stringify(card)).not.toContain('after');
    expect(lastSeq).toBeGreaterThan(leftSeq);
    expect(await roomOf(expert, id)).toMatchObject({ abilities: { post: false, leave: false } });
  });

  it('of somebody who returns leaves a hole that stays one', async () => {
    const id = await network.conversation([city, company, expert]);
    await post(city, id, 'one');
    await unit(city, (tx) => members().remove(tx, id, [seat(expert)]));
    await post(city, id, 'while away');
    await unit(city, (tx) => members().add(tx, id, [seat(expert)], { sees: 'from-now' }));
    await post(city, id, 'welcome back');
    expect((await pageOf(expert, id)).items.map(({ kind, body }) => kind ?? body)).toEqual([
      'joined',
      'welcome back',
    ]);
    expect((await post(expert, id, 'thanks')).status).toBe(201);
  });

  it('does not show who left what became of the room since', async () => {
    const id = await network.conversation([city, company, expert]);
    await unit(expert, (tx) => members().remove(tx, id, [seat(expert)]));
    const newcomer = await network.member('sme', 'editor');
    await unit(city, (tx) => members().add(tx, id, [seat(newcomer)]));
    await network.database.query(`update conversation set title = 'CANARY' where id = $1`, [id]);
    const room = await roomOf(expert, id);
    expect(room.participants.map(({ personId }) => personId)).not.toContain(newcomer.personId);
    expect(JSON.stringify(room)).not.toContain('CANARY');
    expect((await pageOf(expert, id)).items).toMatchObject([{ kind: 'left', senderId: expert.personId }]);
  });

  it('leaves its number, its audit line and its event in one transaction', async () => {
    const id = await network.conversation([city, company, expert]);
    await unit(city, (tx) => members().remove(tx, id, [seat(expert)]));
    const rows = await network.database.query(
      `select a.action, e.aggregate_seq, p.left_seq, a.xid = c.changed_xid as together
       from conversation c join audit_entry a on a.entity_id = c.id and a.action = 'conversation.removed'
       join outbox_event e on e.aggregate_id = c.id and e.type = 'message.posted'
       join participant p on p.conversation_id = c.id and p.person_id = $2 where c.id = $1`,
      [id, expert.personId],
    );
    expect(rows).toEqual([{ action: 'conversation.removed', aggregate_seq: 1, left_seq: 1, together: true }]);
  });
});

describe('a hand-over', () => {
  it('gives a colleague what was seen and said, and ends the seat of who hands over', async () => {
    const successor = await network.member('sme', 'editor', company.organizationId);
    const id = await network.conversation([city, company]);
    await post(city, id, 'before');
    await unit(company, (tx) => members().handOver(tx, id, seat(company), seat(successor)));
    await post(city, id, 'after');
    expect((await pageOf(successor, id)).items.map(({ kind, body }) => kind ?? body)).toEqual([
      ...['before', 'handed-over', 'after'],
    ]);
    expect((await pageOf(company, id)).items.map(({ kind, body }) => kind ?? body)).toEqual([
      'before',
      'handed-over',
    ]);
    await expect(
      network
        .process(0)
        .app.get(UnitOfWork)
        .run(systemActor(newId()), (tx) => members().handOver(tx, newId(), seat(city), seat(expert))),
    ).rejects.toMatchObject({ code: 'request/not-found' });
  });
});
