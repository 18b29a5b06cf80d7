import { newId } from '#libs/platform/database';
import { Network, type SignedIn } from '../identity/network.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let network: Network;

beforeAll(async () => {
  database = await testDatabase();
  network = await Network.start(database.config());
});
afterAll(async () => {
  await network?.stop();
  await database?.drop();
});

interface Member {
  personId: string;
  role: string;
  signatory: boolean;
  version: number;
}

const membersOf = async (organization: string, by: SignedIn): Promise<Member[]> => {
  const answer = await network.send(`/organizations/${organization}/members`, { token: by.token });
  expect(answer.status).toBe(200);
  return answer.body.items ?? [];
};
const rolesIn = async (organization: string): Promise<Record<string, string>> => {
  const rows = await database.query<{ person_id: string; role: string }>(
    'select person_id, role from membership where organization_id = $1',
    [organization],
  );
  return Object.fromEntries(rows.map(({ person_id, role }) => [person_id, role]));
};
const change = (organization: string, who: string, by: SignedIn, body: object, version = 1) =>
  network.send(`/organizations/${organization}/members/${who}`, {
    method: 'PATCH',
    token: by.token,
    organization,
    body,
    headers: { 'if-match': `"${version}"` },
  });
const remove = (organization: string, who: string, by: SignedIn, version = 1) =>
  network.send(`/organizations/${organization}/members/${who}`, {
    method: 'DELETE',
    token: by.token,
    organization,
    headers: { 'if-match': `"${version}"` },
  });
const post = (path: string, by: SignedIn, organization: string, body?: object) =>
  network.send(path, { method: 'POST', token: by.token, organization, body });

async function office(kind: 'city' | 'sme' | 'secretariat' = 'sme') {
  const id = await network.organization(kind);
  const top = kind === 'secretariat' ? 'administrator' : 'owner';
  const other = kind === 'sme' ? 'editor' : 'officer';
  return { id, owner: await network.signedIn([id, top]), other: await network.signedIn([id, other]) };
}

describe('members', () => {
  it('are given roles and the signatory mark, and act with them on the next request', async () => {
    const { id, owner, other } = await office('city');
    const promoted = await change(id, other.personId, owner, { role: 'owner', signatory: true });
    expect(promoted.body).toMatchObject({
      personId: other.personId,
      role: 'owner',
      signatory: true,
      version: 2,
    });
    expect(promoted.headers.etag).toBe('"2"');
    expect((await post(`/organizations/${id}/ownership-offer/withdraw`, other, id)).status).toBe(404);
    const demoted = await change(id, other.personId, owner, { role: 'viewer' }, 2);
    expect(demoted.body).toMatchObject({ role: 'viewer', signatory: true, version: 3 });
    const denied = await change(id, owner.personId, other, { role: 'viewer' });
    expect([denied.status, denied.body.code]).toEqual([403, 'auth/permission-missing']);
    const events = await database.query(
      `select type, payload ->> 'personId' as who from outbox_event
       where organization_id = $1 and type like 'member.%' order by occurred_at`,
      [id],
    );
    expect(events).toEqual([
      { type: 'member.joined', who: owner.personId },
      { type: 'member.joined', who: other.personId },
      { type: 'member.changed', who: other.personId },
      { type: 'member.changed', who: other.personId },
    ]);
  });

  it('get only roles there are, and only cities have signatories', async () => {
    const { id, owner, other } = await office();
    const wrong = await change(id, other.personId, owner, { role: 'officer' });
    expect([wrong.status, wrong.body]).toMatchObject([
      422,
      { errors: [{ pointer: '/role', code: 'organization/unknown-role' }] },
    ]);
    const inherited = await change(id, other.personId, owner, { role: 'constructor' });
    expect(inherited.status).toBe(422);
    const mark = await change(id, other.personId, owner, { signatory: true });
    expect([mark.status, mark.body]).toMatchObject([
      422,
      { errors: [{ pointer: '/signatory', code: 'member/signatory-of-cities-only' }] },
    ]);
    expect((await change(id, other.personId, owner, { role: 'viewer' }, 9)).status).toBe(412);
  });

  it('who are removed have no access with the next request', async () => {
    const { id, owner, other } = await office();
    expect(await membersOf(id, other)).toHaveLength(2);
    expect((await remove(id, other.personId, owner, 4)).status).toBe(412);
    expect((await remove(id, other.personId, owner)).status).toBe(204);
    const after = await network.send(`/organizations/${id}/members`, {
      token: other.token,
      organization: id,
    });
    expect([after.status, after.body.code]).toEqual([403, 'auth/not-a-member']);
    expect(await rolesIn(id)).toEqual({ [owner.personId]: 'owner' });
    const [audit] = await database.query(
      `select actor_id, from_state from audit_entry where action = 'membership.remove' and organization_id = $1`,
      [id],
    );
    expect(audit).toEqual({ actor_id: owner.personId, from_state: 'editor' });
  });

  it('leave by themselves', async () => {
    const { id, other } = await office();
    expect((await post(`/organizations/${id}/leave`, other, id)).status).toBe(204);
    expect((await post(`/organizations/${id}/leave`, other, id)).status).toBe(403);
    expect(Object.keys(await rolesIn(id))).toHaveLength(1);
  });

  it.each(['city', 'sme', 'secretariat'] as const)('of a %s keep one who manages it', async (kind) => {
    const { id, owner, other } = await office(kind);
    for (const answer of [
      await change(id, owner.personId, owner, { role: kind === 'sme' ? 'editor' : 'officer' }),
      await remove(id, owner.personId, owner),
      await post(`/organizations/${id}/leave`, owner, id),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'member/last-owner']);
    }
    const top = kind === 'secretariat' ? 'administrator' : 'owner';
    expect((await change(id, other.personId, owner, { role: top })).status).toBe(200);
    expect((await post(`/organizations/${id}/leave`, owner, id)).status).toBe(204);
  });

  it('keep one of two owners who demote each other, leave or remove at the same moment', async () => {
    for (let round = 0; round < 12; round += 1) {
      const id = await network.organization('sme');
      const [one, two] = [await network.signedIn([id, 'owner']), await network.signedIn([id, 'owner'])];
      const acts = [
        () => change(id, two.personId, one, { role: 'viewer' }),
        () => change(id, one.personId, two, { role: 'viewer' }),
        () => post(`/organizations/${id}/leave`, one, id),
        () => post(`/organizations/${id}/leave`, two, id),
        () => remove(id, two.personId, one),
        () => remove(id, one.personId, two),
      ];
      const first = acts[(round % 3) * 2];
      const second = acts[(round % 3) * 2 + 1];
      const answers = await Promise.all([first?.(), second?.()]);
      expect(answers.filter((answer) => answer && answer.status < 300)).toHaveLength(1);
      expect(Object.values(await rolesIn(id)).filter((role) => role === 'owner')).toHaveLength(1);
    }
  });

  it('of others are nobody’s to see or change', async () => {
    const { id, owner, other } = await office();
    const stranger = (await office()).owner;
    const ask = (organization: string, person: string) => [
      network.send(`/organizations/${organization}/members`, { token: stranger.token }),
      network.send(`/organizations/${organization}/invitations`, { token: stranger.token }),
      network.send(`/organizations/${organization}/members/${person}`, {
        method: 'PATCH',
        token: stranger.token,
        body: { role: 'viewer' },
        headers: { 'if-match': '"1"' },
      }),
      network.send(`/organizations/${organization}/members/${person}`, {
        method: 'DELETE',
        token: stranger.token,
        headers: { 'if-match': '"1"' },
      }),
      ...['leave', 'ownership-offer/accept', 'ownership-offer/withdraw'].map((verb) =>
        network.send(`/organizations/${organization}/${verb}`, { method: 'POST', token: stranger.token }),
      ),
    ];
    const foreign = await Promise.all(ask(id, other.personId));
    const random = await Promise.all(ask(newId(), newId()));
    const essence = ({ status, body }: (typeof foreign)[number]) => ({ status, ...body, requestId: '' });
    expect(foreign.map(essence)).toEqual(random.map(essence));
    expect(foreign.map(({ status }) => status)).toEqual(foreign.map(() => 404));
    // A member of another organization is not reached through one's own.
    expect((await remove(id, stranger.personId, owner)).status).toBe(404);
    expect((await change(id, newId(), owner, { role: 'viewer' })).status).toBe(404);
  });
});

describe('the hand-over', () => {
  it('changes places when the successor accepts, in one transaction', async () => {
    const { id, owner, other } = await office();
    const offered = await post(`/organizations/${id}/ownership-offer`, owner, id, {
      personId: other.personId,
    });
    expect(offered.status).toBe(204);
    const page = await network.send(`/organizations/${id}/members`, { token: other.token });
    expect(page.body.ownershipOffer).toMatchObject({
      fromPersonId: owner.personId,
      toPersonId: other.personId,
    });
    const again = await post(`/organizations/${id}/ownership-offer`, owner, id, { personId: other.personId });
    expect([again.status, again.body.code]).toEqual([409, 'ownership/already-offered']);
    expect((await post(`/organizations/${id}/ownership-offer/accept`, owner, id)).status).toBe(404);
    expect((await post(`/organizations/${id}/ownership-offer/accept`, other, id)).status).toBe(204);
    expect(await rolesIn(id)).toEqual({ [owner.personId]: 'editor', [other.personId]: 'owner' });
    expect((await post(`/organizations/${id}/ownership-offer/accept`, other, id)).status).toBe(404);
    // The roles hold with the next request.
    expect((await remove(id, other.personId, owner, 2)).status).toBe(403);
    expect((await remove(id, owner.personId, other, 2)).status).toBe(204);
    const events = await database.query<{ type: string }>(
      `select type from outbox_event where aggregate_type = 'ownership-offer' and organization_id = $1
       order by aggregate_seq`,
      [id],
    );
    expect(events.map(({ type }) => type)).toEqual(['ownership.offered', 'ownership.accepted']);
  });

  it('goes to members only who are no owners, and may be declined or taken back', async () => {
    const { id, owner, other } = await office();
    for (const personId of [owner.personId, newId()]) {
      const answer = await post(`/organizations/${id}/ownership-offer`, owner, id, { personId });
      expect([answer.status, answer.body]).toMatchObject([
        422,
        { errors: [{ pointer: '/personId', code: 'ownership/not-a-successor' }] },
      ]);
    }
    for (const [verb, by] of [
      ['decline', other],
      ['withdraw', owner],
    ] as const) {
      await post(`/organizations/${id}/ownership-offer`, owner, id, { personId: other.personId });
      expect((await post(`/organizations/${id}/ownership-offer/${verb}`, by, id)).status).toBe(204);
    }
    expect(await rolesIn(id)).toEqual({ [owner.personId]: 'owner', [other.personId]: 'editor' });
  });

  it('falls with the seat of one of the two', async () => {
    const { id, owner, other } = await office();
    await post(`/organizations/${id}/ownership-offer`, owner, id, { personId: other.personId });
    await post(`/organizations/${id}/leave`, other, id);
    await network.seat(other.personId, id, 'viewer');
    expect((await post(`/organizations/${id}/ownership-offer/accept`, other, id)).status).toBe(404);
  });
});

describe('an organization that closes', () => {
  it('ends its seats, takes invitations back, is hidden, and leaves its name', async () => {
    const { id, owner, other } = await office();
    const invited = await network.person();
    await post(`/organizations/${id}/invitations`, owner, id, { email: invited.email, role: 'viewer' });
    expect((await post(`/organizations/${id}/close`, other, id, { reason: 'x' })).status).toBe(403);
    expect((await post(`/organizations/${id}/close`, owner, id, { reason: ' ' })).status).toBe(422);
    expect((await post(`/organizations/${id}/close`, owner, id, { reason: 'Sold.' })).status).toBe(204);
    for (const person of [owner, other]) {
      expect((await network.send('/organizations', { token: person.token, organization: id })).status).toBe(
        403,
      );
    }
    const stranger = (await office()).owner;
    expect((await network.send(`/organizations/${id}`, { token: stranger.token })).status).toBe(404);
    const [row] = await database.query(
      `select name is not null as named, state, closed_because, closed_at is not null as dated,
         (select count(*)::int from membership where organization_id = o.id) as seats,
         (select string_agg(state, ',') from invitation where organization_id = o.id) as invitations,
         (select count(*)::int from outbox_event where aggregate_id = o.id and type = 'organization.closed') as told
       from organization o where id = $1`,
      [id],
    );
    expect(row).toEqual({
      named: true,
      state: 'closed',
      closed_because: 'Sold.',
      dated: true,
      seats: 0,
      invitations: 'revoked',
      told: 1,
    });
  });

  it('is never the secretariat', async () => {
    const { id, owner } = await office('secretariat');
    const answer = await post(`/organizations/${id}/close`, owner, id, { reason: 'No.' });
    expect([answer.status, answer.body.code]).toEqual([409, 'organization/secretariat-stays']);
  });
});
