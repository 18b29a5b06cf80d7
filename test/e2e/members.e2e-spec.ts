import { randomUUID } from 'node:crypto';
import { ActorSession, type LiveSocket } from '../support/actor-session.js';
import { accountOf, type RunningSystem, startSystem } from '../support/running-system.js';
import { type RawAnswer, sendRaw } from '../support/raw-http.js';
import { waitFor } from '../support/wait.js';

const SECRETARIAT = 'Tourism Promotion Organization for Global Cities';
const MINSEO = {
  role: 'officer',
  organization: 'Da Nang',
  email: 'kim.minseo@example.org',
  password: randomUUID(),
};

let system: RunningSystem;
let here: string;
let there: string;
let owner: ActorSession;
let officer: ActorSession;

jest.setTimeout(120_000);

beforeAll(async () => {
  system = await startSystem({ apis: 2 });
  [here, there] = system.apis.map(({ url }) => url) as [string, string];
  owner = await ActorSession.signIn(here, accountOf('Da Nang', system.accounts));
}, 180_000);

afterAll(async () => {
  for (const session of [owner, officer]) session?.close();
  await system?.stop();
}, 60_000);

const send = (
  session: ActorSession,
  method: string,
  path: string,
  { body, version }: { body?: object; version?: number } = {},
): Promise<RawAnswer> =>
  sendRaw(session.baseUrl, {
    method,
    path: `/api/v1${path}`,
    headers: {
      authorization: `Bearer ${session.token}`,
      'x-organization-id': session.organizationId,
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    ...(body && { body }),
  });

/** The text of the mail that went to an address, as an administrator sees it in the demo. */
async function mailTo(address: string, template: string): Promise<string> {
  const administrator = await ActorSession.signIn(here, accountOf(SECRETARIAT, system.accounts));
  const id = await waitFor(
    `the mail ${template}`,
    async () => {
      const rows = await system.database.query<{ id: string }>(
        `select id from mail where to_address = $1 and template = $2 and state = 'sent'`,
        [address, template],
      );
      return rows[0]?.id;
    },
    { timeoutMs: 30_000, dump: () => system.logs() },
  );
  return String((await send(administrator, 'GET', `/captured-mails/${id}`)).json.text);
}

const invite = (email: string) =>
  send(owner, 'POST', `/organizations/${owner.organizationId}/invitations`, {
    body: { email, role: 'officer', language: 'ko' },
  });

it('takes an invited person from the mail into the organization, with one link', async () => {
  expect((await invite(MINSEO.email)).status).toBe(201);
  const text = await mailTo(MINSEO.email, 'invitation.sent');
  expect(text).toContain('Da Nang 측에서 귀하를');
  const token = /\/invitation#token=(\S+)/.exec(text)?.[1] ?? '';
  const registered = await sendRaw(there, {
    method: 'POST',
    path: '/api/v1/invitations/register',
    body: { token, password: MINSEO.password, displayName: '김민서', timeZone: 'Asia/Seoul' },
  });
  expect([registered.status, registered.json]).toMatchObject([201, { organizationId: owner.organizationId }]);
  officer = await ActorSession.signIn(there, MINSEO);
  expect(officer.organizationId).toBe(owner.organizationId);
  expect((await send(officer, 'GET', `/organizations/${owner.organizationId}/members`)).status).toBe(200);
  const [mails] = await system.database.query(
    `select count(*)::int as n from mail where to_address = $1 and template = 'person.registered'`,
    [MINSEO.email],
  );
  expect(mails).toEqual({ n: 0 });
});

it('ends an invitation when its time comes', async () => {
  const { id } = (await invite('late@example.org')).json;
  await mailTo('late@example.org', 'invitation.sent');
  await system.database.query(`update invitation set expires_at = now() where id = $1`, [id]);
  await system.database.query(`update timer set due_at = now() where key = $1`, [`invitation-expiry:${id}`]);
  await waitFor(
    'the end of the invitation',
    async () => {
      const rows = await system.database.query<{ state: string }>(
        'select state from invitation where id = $1 and email is null',
        [id],
      );
      return rows[0]?.state === 'expired' ? true : undefined;
    },
    { timeoutMs: 30_000, dump: () => system.logs() },
  );
});

it('hands the ownership over and back: offered, told, accepted, roles changed places', async () => {
  const path = `/organizations/${owner.organizationId}/ownership-offer`;
  const handOver = async (from: ActorSession, to: ActorSession): Promise<void> => {
    expect((await send(from, 'POST', path, { body: { personId: to.personId } })).status).toBe(204);
    const told = await waitFor('the notice of the offer', async () => {
      const { json } = await send(to, 'GET', '/notices?limit=20');
      const items = json.items as { type: string }[] | undefined;
      return items?.find(({ type }) => type === 'ownership.offered');
    });
    expect(told).toBeDefined();
    expect((await send(to, 'POST', `${path}/accept`)).status).toBe(204);
    expect((await send(from, 'POST', path, { body: { personId: to.personId } })).status).toBe(403);
    expect((await send(to, 'GET', `/organizations/${owner.organizationId}/invitations`)).status).toBe(200);
  };
  await handOver(owner, officer);
  expect(await mailTo(accountOf('Da Nang', system.accounts).email, 'ownership.accepted')).toContain(
    'Da Nang',
  );
  await handOver(officer, owner);
});

it('lets an officer go: no access on the next request, no socket within 5 s, no word any more', async () => {
  const partner = await ActorSession.signIn(here, accountOf('Cat Trang Golf Resort', system.accounts));
  const match = await waitFor(
    'a match of the two',
    async () => {
      const { data } = await partner.api.GET('/api/v1/matches', { params: { query: { limit: 100 } } });
      return data?.items.find((each) => each.counterpart.id === owner.organizationId)?.id;
    },
    { timeoutMs: 60_000, dump: () => system.logs() },
  );
  const interest = await send(partner, 'POST', `/matches/${match}/interest`, {
    body: { message: 'Xin chào' },
  });
  const accepted = await send(officer, 'POST', `/interests/${String(interest.json.id)}/accept`);
  const conversation = String(accepted.json.conversationId);
  const sockets: LiveSocket[] = [await officer.openSocket(), await officer.at(here).openSocket()];
  const ended = sockets.map(
    (live) => new Promise<number>((resolve) => live.socket.once('disconnect', () => resolve(Date.now()))),
  );
  const say = async (body: string): Promise<void> => {
    const message = { clientMessageId: randomUUID(), body };
    const answer = await send(partner, 'POST', `/conversations/${conversation}/messages`, { body: message });
    expect(answer.status).toBe(201);
  };
  const heard = (): string[] =>
    sockets.flatMap((live) => live.all('messaging.message-posted').map(({ message }) => message.body));
  await say('before');
  await waitFor('the message at both sockets', async () => (heard().length === 2 ? true : undefined));

  const began = Date.now();
  expect((await send(officer, 'POST', `/organizations/${owner.organizationId}/leave`)).status).toBe(204);
  for (const at of [there, here]) {
    const answer = await send(officer.at(at), 'GET', `/conversations/${conversation}`);
    if (at === there) expect([answer.status, answer.json.code]).toEqual([403, 'auth/not-a-member']);
    else
      await waitFor('the other process', async () =>
        refused(await send(officer.at(at), 'GET', '/proposals')),
      );
  }
  for (const end of await Promise.all(ended)) expect(end - began).toBeLessThan(5_000);
  await say('after');
  expect(
    (await send(owner, 'GET', `/organizations/${owner.organizationId}/members`)).json.items,
  ).toHaveLength(1);
  await expect(officer.openSocket(owner.organizationId)).rejects.toThrow('auth/not-a-member');
  expect(heard()).toEqual(['before', 'before']);
  expect((await send(officer, 'GET', `/conversations/${conversation}/messages`)).status).toBe(403);
  partner.close();
});

const refused = ({ status }: RawAnswer): true | undefined => (status === 403 ? true : undefined);
