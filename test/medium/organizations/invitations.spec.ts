import { systemActor } from '#libs/kernel';
import { ExpireInvitation, InvitationLinks } from '#libs/organizations';
import { newId, UnitOfWork } from '#libs/platform/database';
import { Network, PASSWORD, type SignedIn } from '../identity/network.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let network: Network;
let city: string;
let owner: SignedIn;
let addresses = 0;

beforeAll(async () => {
  database = await testDatabase();
  network = await Network.start(database.config());
  city = await network.organization('city', 'Busan');
  owner = await network.signedIn([city, 'owner']);
});
afterAll(async () => {
  await network?.stop();
  await database?.drop();
});

const address = (): string => `Invited-${(addresses += 1)}@Example.org`;
const invite = (body: object, by = owner) =>
  network.send(`/organizations/${city}/invitations`, { method: 'POST', token: by.token, body });
async function invited(email = address(), further: object = {}): Promise<{ id: string; email: string }> {
  const answer = await invite({ email, role: 'officer', language: 'ko', ...further });
  expect(answer.status).toBe(201);
  return { id: String(answer.body.id), email };
}
/** The token of the newest mail. */
async function tokenOf(id: string): Promise<string> {
  const link = await network.app.get(InvitationLinks).linkFor(id);
  return new URL(link ?? 'x:').hash.replace('#token=', '');
}
const lookUp = (token: string) => network.send('/invitations/lookup', { body: { token } });
const register = (token: string, further: object = {}) =>
  network.send('/invitations/register', {
    body: { token, password: PASSWORD, displayName: 'Kim Minseo', timeZone: 'Asia/Seoul', ...further },
  });
const answer = (id: string, verb: 'accept' | 'decline', by: SignedIn) =>
  network.send(`/invitations/${id}/${verb}`, { method: 'POST', token: by.token });
const received = async (by: SignedIn) => (await network.send('/invitations', { token: by.token })).body.items;
async function signedInAs(email: string): Promise<SignedIn> {
  const { body, cookie } = await network.signIn(email);
  return { personId: '', email, token: body.accessToken ?? '', cookie: cookie ?? '' };
}
const row = async (id: string) =>
  (await database.query('select state, email, email_folded from invitation where id = $1', [id]))[0];

describe('an invitation', () => {
  it('goes to an address with role, language and term', async () => {
    const email = address();
    const made = await invite({ email, role: 'officer', signatory: true, language: 'ko', days: 3 });
    expect(made.body).toMatchObject({ email, role: 'officer', signatory: true, language: 'ko', version: 1 });
    const term = Date.parse(String(made.body.expiresAt)) - Date.now();
    expect(Math.round(term / 86_400_000)).toBe(3);
    const list = await network.send(`/organizations/${city}/invitations`, { token: owner.token });
    expect(list.body.items).toContainEqual(made.body);
    const [written] = await database.query(
      `select (select count(*)::int from timer where key = 'invitation-expiry:' || i.id and due_at = i.expires_at) as timers,
         (select count(*)::int from outbox_event e where e.aggregate_id = i.id and e.type = 'invitation.sent') as events,
         (select count(*)::int from outbox_event e where e.payload::text like '%@%') as leaks,
         i.token_hash from invitation i where i.id = $1`,
      [made.body.id],
    );
    expect(written).toMatchObject({ timers: 1, events: 1, leaks: 0 });
    expect(JSON.stringify(written)).not.toContain(await tokenOf(String(made.body.id)));
    expect(
      await network.send(`/organizations/${city}/invitations`, { token: owner.token }),
    ).not.toHaveProperty('body.items.0.token');
  });

  it('is refused where it cannot be', async () => {
    const { email } = await invited();
    const twice = await invite({ email: email.toUpperCase(), role: 'viewer' });
    expect([twice.status, twice.body.code]).toEqual([409, 'invitation/already-sent']);
    const member = await network.signedIn([city, 'officer']);
    const known = await invite({ email: member.email, role: 'viewer' });
    expect([known.status, known.body.code]).toEqual([409, 'organization/already-a-member']);
    for (const wrong of [
      { email: 'nobody', role: 'viewer' },
      { email: address(), role: 'editor' },
      { email: address(), role: 'viewer', days: 0 },
      { email: address(), role: 'viewer', days: 61 },
      { email: address(), role: 'viewer', language: 'korean?' },
    ]) {
      expect([wrong, (await invite(wrong)).status]).toEqual([wrong, 422]);
    }
    expect((await invite({ email: address(), role: 'viewer' }, member)).status).toBe(403);
  });

  it('is accepted once, by the confirmed account of exactly that address', async () => {
    const person = await network.signedIn();
    const other = await network.signedIn();
    const { id } = await invited(person.email.toUpperCase());
    expect(await received(other)).toEqual([]);
    expect(await received(person)).toMatchObject([{ id, organization: { name: 'Busan' }, role: 'officer' }]);
    const wrong = await answer(id, 'accept', other);
    const unknown = await answer(newId(), 'accept', other);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(wrong.status).toBe(404);
    const both = await Promise.all([answer(id, 'accept', person), answer(id, 'accept', person)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(both.find(({ status }) => status === 200)?.body).toEqual({ organizationId: city });
    expect(await row(id)).toEqual({ state: 'accepted', email: null, email_folded: null });
    const me = await network.send('/me', { token: person.token });
    expect(me.body).toMatchObject({ organizations: [{ id: city, role: 'officer' }] });
    expect(await received(person)).toEqual([]);
  });

  it('makes an account by its link, confirmed at once, and the link works once', async () => {
    const { id, email } = await invited();
    const token = await tokenOf(id);
    expect((await lookUp(token)).body).toMatchObject({ id, email, hasAccount: false, language: 'ko' });
    expect((await register(token, { password: 'short' })).status).toBe(422);
    const both = await Promise.all([register(token), register(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(both.find(({ status }) => status === 201)?.body).toEqual({ email, organizationId: city });
    const person = await signedInAs(email.toLowerCase());
    const me = await network.send('/me', { token: person.token });
    expect(me.body).toMatchObject({ language: 'ko', organizations: [{ id: city, role: 'officer' }] });
    for (const used of [await lookUp(token), await register(token)]) {
      expect([used.status, used.body.code]).toEqual([422, 'invitation/invalid']);
    }
    const confirmations = await database.query(`select 1 from outbox_event where type = 'person.registered'`);
    expect(confirmations).toEqual([]);
  });

  it('takes over a registration that was never confirmed, with its own password', async () => {
    const { id, email } = await invited();
    await network.send('/auth/register', {
      body: { email, password: 'a password of somebody else', displayName: 'Mallory' },
    });
    expect((await register(await tokenOf(id))).status).toBe(201);
    expect((await network.signIn(email, 'a password of somebody else')).status).toBe(401);
    const person = await signedInAs(email);
    expect((await network.send('/me', { token: person.token })).body).toMatchObject({
      displayName: 'Kim Minseo',
    });
  });

  it('asks who has an account to sign in', async () => {
    const person = await network.signedIn();
    const { id } = await invited(person.email);
    const token = await tokenOf(id);
    expect((await lookUp(token)).body).toMatchObject({ hasAccount: true });
    const taken = await register(token);
    expect([taken.status, taken.body.code]).toEqual([409, 'account/email-taken']);
    expect((await answer(id, 'decline', person)).status).toBe(204);
    expect(await row(id)).toMatchObject({ state: 'declined', email: null });
    expect((await answer(id, 'accept', person)).status).toBe(404);
  });

  it('is sent again with a new link, and taken back', async () => {
    const { id } = await invited();
    const first = await tokenOf(id);
    const path = `/organizations/${city}/invitations/${id}`;
    const again = await network.send(`${path}/resend`, { method: 'POST', token: owner.token });
    expect(again.body).toMatchObject({ id, version: 2 });
    expect((await lookUp(first)).body.code).toBe('invitation/invalid');
    const second = await tokenOf(id);
    expect((await lookUp(second)).status).toBe(200);
    const revoke = (headers: Record<string, string> = {}) =>
      network.send(path, { method: 'DELETE', token: owner.token, headers });
    expect((await revoke()).status).toBe(428);
    expect((await revoke({ 'if-match': '"1"' })).status).toBe(412);
    expect((await revoke({ 'if-match': '"2"' })).status).toBe(204);
    expect((await lookUp(second)).body.code).toBe('invitation/invalid');
    expect(await row(id)).toMatchObject({ state: 'revoked', email: null });
    expect((await revoke({ 'if-match': '"3"' })).status).toBe(404);
    expect(await database.query('select 1 from timer where key like $1', [`%${id}`])).toEqual([]);
  });

  it('of another organization is not managed through one’s own', async () => {
    const { id } = await invited();
    const elsewhere = await network.organization('sme');
    const stranger = await network.signedIn([elsewhere, 'owner']);
    for (const organization of [elsewhere, city]) {
      const path = `/organizations/${organization}/invitations/${id}`;
      const sent = { token: stranger.token, headers: { 'if-match': '"1"' } };
      expect((await network.send(path, { ...sent, method: 'DELETE' })).status).toBe(404);
      expect((await network.send(`${path}/resend`, { ...sent, method: 'POST' })).status).toBe(404);
    }
    expect(await row(id)).toMatchObject({ state: 'open' });
  });

  it('ends when its term is over, whether or not the clock has come by', async () => {
    const person = await network.signedIn();
    const { id } = await invited(person.email);
    const token = await tokenOf(id);
    const expire = () =>
      network.app
        .get(UnitOfWork)
        .run(systemActor('clock-of-the-test'), (tx) => network.app.get(ExpireInvitation).execute(tx, id));
    await expire();
    expect(await row(id)).toMatchObject({ state: 'open' });
    await database.query(`update invitation set expires_at = now() - interval '1 second' where id = $1`, [
      id,
    ]);
    for (const late of [await lookUp(token), await answer(id, 'accept', person)]) {
      expect([late.status, late.body.code]).toEqual([409, 'invitation/expired']);
    }
    expect(await received(person)).toEqual([]);
    await expire();
    await expire();
    expect(await row(id)).toEqual({ state: 'expired', email: null, email_folded: null });
    expect((await lookUp(token)).body.code).toBe('invitation/expired');
    expect((await invited(person.email)).id).not.toBe(id);
  });
});

describe('the first owner', () => {
  let vacant: string;
  let administrator: SignedIn;
  const inviteTo = (by: SignedIn, body: object, id = vacant) =>
    network.send(`/organizations/${id}/invitations`, { method: 'POST', token: by.token, body });

  beforeAll(async () => {
    vacant = await network.organization('city', 'Yeosu');
    administrator = await network.signedIn([await network.organization('secretariat'), 'administrator']);
  });

  it('is invited by an administrator of the secretariat, and then invites the others', async () => {
    const email = address();
    const page = await network.send(`/organizations/${vacant}`, { token: administrator.token });
    expect(page.body.abilities).toMatchObject({ inviteOwner: true, manageMembers: false });
    const asViewer = await inviteTo(administrator, { email, role: 'viewer' });
    expect([asViewer.status, asViewer.body.errors?.[0]]).toEqual([
      422,
      { pointer: '/role', code: 'member/first-is-owner' },
    ]);
    const made = await inviteTo(administrator, { email, role: 'owner', signatory: true });
    expect(made.status).toBe(201);
    const open = await network.send(`/organizations/${vacant}/invitations`, { token: administrator.token });
    expect(open.body.items).toEqual([made.body]);

    expect((await register(await tokenOf(String(made.body.id)))).status).toBe(201);
    const first = await signedInAs(email);
    expect((await inviteTo(first, { email: address(), role: 'officer' })).status).toBe(201);
    expect((await inviteTo(administrator, { email: address(), role: 'owner' })).status).toBe(404);
    const after = await network.send(`/organizations/${vacant}`, { token: administrator.token });
    expect(after.body.abilities).toMatchObject({ inviteOwner: false });
  });

  it('is nobody else’s to invite, and not of who does not take part', async () => {
    const other = await network.organization('city', 'Mokpo');
    const officer = await network.signedIn([await network.organization('secretariat'), 'officer']);
    const wanted = { email: address(), role: 'owner' };
    expect((await inviteTo(owner, wanted, other)).status).toBe(404);
    expect((await inviteTo(officer, wanted, other)).status).toBe(403);
    await database.query(`update organization set state = 'candidate' where id = $1`, [other]);
    expect((await inviteTo(administrator, wanted, other)).status).toBe(404);
  });
});
