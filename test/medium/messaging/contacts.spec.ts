import type { MessageView } from '#libs/contracts';
import { FilePurposes } from '#libs/platform/files';
import { newId } from '#libs/platform/database';
import { waitFor } from '../../support/wait.js';
import { type Member, Network } from './network.js';

type Body = Record<string, unknown> & { id: string; code: string; state: string; conversationId: string };

let network: Network;
let city: Member;
let company: Member;
let staff: Member;

beforeAll(async () => {
  network = await Network.start(2);
  city = await network.member('city', 'officer');
  company = await network.member('sme', 'editor');
  staff = await network.member('secretariat', 'officer');
});
afterEach(() => network.hangUp());
afterAll(() => network.stop());

const seat = ({ personId, organizationId }: Member) => ({ personId, organizationId });
const ask = (member: Member, method: 'GET' | 'POST', path: string, body?: unknown) =>
  network.request<Body>(member, method, path, body);
const post = (member: Member, id: string, body: string, extras: object = {}) =>
  network.request<MessageView & { code: string }>(member, 'POST', `/conversations/${id}/messages`, {
    clientMessageId: newId(),
    body,
    ...extras,
  });
const request = (member: Member, to: Member, message = 'May we talk?') =>
  ask(member, 'POST', '/contact-requests', { toOrganizationId: to.organizationId, message, language: 'en' });

describe('first contact', () => {
  it('is asked for, and opens the conversation of the two when it is accepted', async () => {
    const asking = await network.member('sme', 'editor');
    const start = await ask(asking, 'POST', '/conversations', { participants: [seat(city)] });
    expect([start.status, start.body.code]).toEqual([403, 'conversation/not-acquainted']);
    const sent = await request(asking, city);
    expect(sent.body).toMatchObject({ state: 'waiting', isLapsed: false, conversationId: null });
    const received = await network.request<{ items: Body[] }>(city, 'GET', '/contact-requests');
    expect(received.body.items[0]).toMatchObject({ id: sent.body.id, message: 'May we talk?' });
    expect((await ask(asking, 'POST', `/contact-requests/${sent.body.id}/accept`)).status).toBe(404);
    const accepted = await ask(city, 'POST', `/contact-requests/${sent.body.id}/accept`);
    expect(accepted.body.state).toBe('accepted');
    const { conversationId } = accepted.body;
    const room = await ask(asking, 'GET', `/conversations/${conversationId}`);
    expect(room.body).toMatchObject({
      about: { type: 'direct' },
      facts: [{ code: 'contact.message', text: 'May we talk?' }],
    });
    // Two people have one conversation, from now on without asking.
    const again = await ask(asking, 'POST', '/conversations', { participants: [seat(city)] });
    expect([again.status, again.body.id]).toEqual([201, conversationId]);
    expect((await ask(city, 'POST', `/contact-requests/${sent.body.id}/decline`)).body.code).toBe(
      'contact-request/wrong-state',
    );
    const events = await network.database.query(
      `select type from outbox_event where aggregate_id = $1 order by aggregate_seq`,
      [sent.body.id],
    );
    expect(events).toEqual([{ type: 'contact-request.sent' }, { type: 'contact-request.accepted' }]);
  });

  it('has a quota that holds when all is asked at once, and a pause after a refusal', async () => {
    const eager = await network.member('sme', 'editor');
    const targets = await Promise.all(Array.from({ length: 7 }, () => network.member('sme', 'editor')));
    const answers = await Promise.all(targets.map((target) => request(eager, target)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(answers.filter(({ body }) => body.code === 'contact-request/too-many-waiting')).toHaveLength(2);
    const rules = await ask(eager, 'GET', '/contact-rules');
    expect(rules.body).toMatchObject({ waiting: 5, sent: 5, quota: { waiting: 5, sent: 20, days: 30 } });

    const other = await network.member('sme', 'editor');
    const first = await request(other, city);
    expect((await request(other, city)).body.code).toBe('contact-request/already-waiting');
    await ask(city, 'POST', `/contact-requests/${first.body.id}/decline`);
    expect((await request(other, city)).body.code).toBe('contact-request/refused-before');
    const lapsed = await request(other, company);
    await network.database.query('update contact_request set expires_at = now() where id = $1', [
      lapsed.body.id,
    ]);
    expect((await ask(company, 'POST', `/contact-requests/${lapsed.body.id}/accept`)).body.code).toBe(
      'contact-request/lapsed',
    );
    expect((await request(other, staff)).status).toBe(201);
  });
});

describe('a block', () => {
  it('closes the conversation of the two for both, keeps it readable, and is taken back', async () => {
    const one = await network.member('sme', 'editor');
    const colleague = await network.member('sme', 'editor', one.organizationId);
    const { body: room } = await ask(one, 'POST', '/conversations', { participants: [seat(colleague)] });
    expect((await post(colleague, room.id, 'hello')).status).toBe(201);
    const blocked = await ask(one, 'POST', '/contact-blocks', seat(colleague));
    for (const member of [one, colleague]) {
      expect((await post(member, room.id, 'still?')).body.code).toBe('messaging/not-open');
      const read = await ask(member, 'GET', `/conversations/${room.id}/messages`);
      expect(read.body).toMatchObject({ items: [{ body: 'hello' }] });
    }
    const again = await ask(colleague, 'POST', '/conversations', { participants: [seat(one)] });
    expect(again.status).toBe(403);
    expect((await ask(colleague, 'POST', `/contact-blocks/${blocked.body.id}/lift`)).status).toBe(404);
    await fetch(`${network.process(0).url}/api/v1/contact-blocks/${blocked.body.id}/lift`, {
      method: 'POST',
      headers: { authorization: `Bearer ${one.accessToken}`, 'x-organization-id': one.organizationId },
    });
    expect((await post(colleague, room.id, 'thanks')).status).toBe(201);
  });

  it('lets nothing new be said by editing or reacting, and what was said be taken back', async () => {
    const one = await network.member('sme', 'editor');
    const colleague = await network.member('sme', 'editor', one.organizationId);
    const { body: room } = await ask(one, 'POST', '/conversations', { participants: [seat(colleague)] });
    const react = (seq: number, given: boolean) =>
      ask(colleague, 'POST', `/conversations/${room.id}/messages/${seq}/reactions`, {
        code: 'thumbs-up',
        given,
      });
    await post(one, room.id, 'good morning');
    await post(colleague, room.id, 'hello');
    expect((await react(1, true)).status).toBe(200);
    await ask(one, 'POST', '/contact-blocks', seat(colleague));

    const edited = await network.change(colleague, 'PATCH', room.id, 2, { body: 'read this instead' });
    expect([edited.status, edited.body.code]).toEqual([409, 'messaging/not-open']);
    expect((await react(2, true)).body.code).toBe('messaging/not-open');
    expect((await react(1, false)).status).toBe(200);
    expect((await network.change(colleague, 'DELETE', room.id, 2)).status).toBe(200);
  });

  it('holds for whoever the seat is given to, also when it is given back', async () => {
    const { asking, target, id } = await acquainted();
    const colleague = await network.member('sme', 'editor', asking.organizationId);
    const handOver = (from: Member, to: Member) =>
      ask(from, 'POST', `/conversations/${id}/hand-over`, { toPersonId: to.personId });
    await handOver(asking, colleague);
    expect((await post(colleague, id, 'I am new here')).status).toBe(201);
    await ask(target, 'POST', '/contact-blocks', seat(asking));
    await handOver(colleague, asking);
    for (const member of [asking, target])
      expect((await post(member, id, 'me again')).body.code).toBe('messaging/not-open');
    await ask(target, 'POST', '/contact-blocks', { organizationId: asking.organizationId });
    await handOver(asking, colleague);
    expect((await post(colleague, id, 'and me')).body.code).toBe('messaging/not-open');
  });
});

describe('a seat that was given away', () => {
  it('shows nothing of what was said since to whoever comes back to the conversation of two', async () => {
    const { asking, target, id } = await acquainted();
    const colleague = await network.member('sme', 'editor', asking.organizationId);
    // So that they may still write to each other.
    await network.conversation([asking, target]);
    await post(target, id, 'to you');
    await ask(asking, 'POST', `/conversations/${id}/hand-over`, { toPersonId: colleague.personId });
    await post(target, id, 'to your colleague');
    const again = await ask(asking, 'POST', '/conversations', { participants: [seat(target)] });
    expect(again.body.id).toBe(id);
    await post(target, id, 'to both');
    const page = await network.request<{ items: MessageView[] }>(
      asking,
      'GET',
      `/conversations/${id}/messages`,
    );
    expect(page.body.items.map(({ kind, body }) => kind ?? body)).toEqual(['joined', 'to both']);
  });
});

/** Two of different organizations and their conversation. */
async function acquainted(): Promise<{ asking: Member; target: Member; id: string }> {
  const asking = await network.member('sme', 'editor');
  const target = await network.member('sme', 'editor');
  const { body: sent } = await request(asking, target);
  const { body: accepted } = await ask(target, 'POST', `/contact-requests/${sent.id}/accept`);
  return { asking, target, id: accepted.conversationId };
}

describe('a group', () => {
  it('is named, joined, left and put away by its people, each within what they may', async () => {
    const host = await network.member('sme', 'owner');
    // Of those who came at one time the first by id follows a host who leaves.
    const guests = [1, 2].map(() => network.member('sme', 'editor', host.organizationId));
    const [first, second] = (await Promise.all(guests)).sort((a, b) => (a.personId < b.personId ? -1 : 1));
    const later = await network.member('sme', 'editor', host.organizationId);
    if (!first || !second) throw new Error('Nobody to talk to.');
    const { body: room } = await ask(host, 'POST', '/conversations', {
      participants: [seat(first), seat(second)],
      title: '야간 관광',
      language: 'ko',
    });
    const id = room.id;
    await post(first, id, 'before');
    expect((await ask(first, 'POST', `/conversations/${id}/rename`, { title: 'Mine' })).status).toBe(404);
    expect((await ask(first, 'POST', `/conversations/${id}/remove`, seat(second))).status).toBe(404);
    const renamed = await ask(host, 'POST', `/conversations/${id}/rename`, {
      title: 'Nights',
      language: 'en',
    });
    expect(renamed.body.title).toEqual({ text: 'Nights', language: 'en' });
    const invited = { participants: [seat(later)], showsHistory: false };
    expect((await ask(first, 'POST', `/conversations/${id}/invite`, invited)).status).toBe(200);
    const stranger = { participants: [seat(city)], showsHistory: true };
    expect((await ask(host, 'POST', `/conversations/${id}/invite`, stranger)).status).toBe(403);
    const seen = await network.request<{ items: MessageView[] }>(
      later,
      'GET',
      `/conversations/${id}/messages`,
    );
    expect(seen.body.items.map(({ kind }) => kind)).toEqual(['joined']);
    expect((await ask(host, 'POST', `/conversations/${id}/leave`)).status).toBe(200);
    const heir = await ask(first, 'GET', `/conversations/${id}`);
    expect(heir.body).toMatchObject({ abilities: { rename: true } });

    const listed = async (query: string) =>
      (await network.request<{ items: Body[] }>(first, 'GET', `/conversations${query}`)).body.items.map(
        (item) => item.id,
      );
    await ask(first, 'POST', `/conversations/${id}/arrange`, { isArchived: true });
    expect([await listed(''), await listed('?archived=true')]).toEqual([[], [id]]);
    await post(second, id, 'something new');
    expect([await listed(''), await listed('?archived=true')]).toEqual([[id], []]);
    await ask(first, 'POST', `/conversations/${id}/arrange`, { isArchived: true, isMuted: true });
    await post(second, id, 'and more');
    expect(await listed('?archived=true')).toEqual([id]);
  });

  it('shows how far others have read to who shows it too', async () => {
    const one = await network.member('sme', 'editor');
    const other = await network.member('sme', 'editor', one.organizationId);
    const { body: room } = await ask(one, 'POST', '/conversations', { participants: [seat(other)] });
    await post(one, room.id, 'seen?');
    const line = await network.line(one, 1);
    await ask(other, 'POST', `/conversations/${room.id}/read`, { seq: 1 });
    await waitFor('the receipt', async () => line.others.length > 0);
    expect(line.others).toEqual([
      {
        name: 'messaging.conversation-seen',
        payload: { conversationId: room.id, ...seat(other), readSeq: 1 },
      },
    ]);
    const marks = async (member: Member) =>
      (
        (await ask(member, 'GET', `/conversations/${room.id}`)).body.participants as {
          personId: string;
          readSeq: number | null;
        }[]
      ).find(({ personId }) => personId !== member.personId)?.readSeq;
    expect(await marks(one)).toBe(1);
    await ask(other, 'POST', '/messaging-preferences', { showsReading: false, showsPresence: true });
    expect([await marks(one), await marks(other)]).toEqual([null, null]);
  });
});

describe('a report', () => {
  it('shows the secretariat what was reported and nothing else, and tells who reported the outcome', async () => {
    const id = await network.conversation([city, company]);
    for (const words of ['one', 'two', 'three', 'four', 'five', 'six', 'Pay me first', 'later'])
      await post(company, id, words);
    const filed = await ask(city, 'POST', `/conversations/${id}/reports`, {
      seq: 7,
      reason: 'fraud',
      note: 'Odd.',
    });
    expect(filed.body).toMatchObject({ caseNumber: expect.stringMatching(/^M-\d{6}$/), state: 'received' });
    const twice = await ask(city, 'POST', `/conversations/${id}/reports`, { seq: 7, reason: 'spam' });
    expect(twice.body.id).toBe(filed.body.id);
    for (const [member, seq] of [
      [staff, 7],
      [city, 99],
    ] as const)
      expect(
        (await ask(member, 'POST', `/conversations/${id}/reports`, { seq, reason: 'spam' })).status,
      ).toBe(404);

    expect((await ask(city, 'GET', '/message-reports')).status).toBe(403);
    const shown = await ask(staff, 'GET', `/message-reports/${filed.body.id}`);
    expect((shown.body.evidence as { body: string }[]).map(({ body }) => body)).toEqual([
      ...['two', 'three', 'four', 'five', 'six', 'Pay me first'],
    ]);
    const decision = { outcome: 'Removed.', language: 'en', removesMessage: true };
    const upheld = await ask(staff, 'POST', `/message-reports/${filed.body.id}/uphold`, decision);
    expect(upheld.body).toMatchObject({ state: 'upheld', isRemoved: true });
    expect((await ask(staff, 'POST', `/message-reports/${filed.body.id}/dismiss`, decision)).status).toBe(
      409,
    );
    const mine = await network.request<{ items: Body[] }>(city, 'GET', '/own-message-reports');
    expect(mine.body.items[0]).toMatchObject({ outcome: 'Removed.', state: 'upheld' });
    const after = await network.request<{ items: MessageView[] }>(
      company,
      'GET',
      `/conversations/${id}/messages`,
    );
    expect(after.body.items[6]).toMatchObject({ seq: 7, body: '', deletedAt: expect.any(String) });
    const told = await network.database.query(
      `select type, payload ->> 'toPersonId' as to from outbox_event
       where type in ('message.taken-down', 'conversation-report.decided') order by type`,
    );
    expect(told).toEqual([
      { type: 'conversation-report.decided', to: city.personId },
      { type: 'message.taken-down', to: company.personId },
    ]);
  });
});

describe('a report of words that were taken back', () => {
  it('shows what they were to the secretariat alone', async () => {
    const id = await network.conversation([city, company]);
    await post(company, id, 'Pay me at once');
    await network.change(company, 'PATCH', id, 1, { body: 'Pay me' });
    await network.change(company, 'PATCH', id, 1, { body: 'Good morning', revision: 2 });
    await post(company, id, 'or else');
    expect((await network.change(company, 'DELETE', id, 2)).status).toBe(200);
    const filed = await ask(city, 'POST', `/conversations/${id}/reports`, { seq: 2, reason: 'harassment' });
    const shown = await ask(staff, 'GET', `/message-reports/${filed.body.id}`);
    expect(shown.body.evidence).toMatchObject([
      { seq: 1, body: 'Good morning', isDeleted: false, formerly: ['Pay me at once', 'Pay me'] },
      { seq: 2, body: '', isDeleted: true, formerly: ['or else'] },
    ]);
    const mine = await ask(city, 'GET', '/own-message-reports');
    expect(JSON.stringify([filed.body, mine.body])).not.toContain('or else');
  });
});

it('knows what files go with messages', () => {
  expect(network.process(0).app.get(FilePurposes).find('message-attachment')?.maxBytes).toBe(
    25 * 1024 * 1024,
  );
});
