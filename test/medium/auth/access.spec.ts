import { createHmac } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { AccessTokens, AuthModule, deriveKey, Public, RouteTable } from '#libs/platform/auth';
import { DatabaseModule, newId } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { OrganizationsModule } from '#libs/organizations';
import { type Answer, Network, type SignedIn } from '../identity/network.js';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';
import { waitFor } from '../../support/wait.js';

let database: TestDatabase;
let network: Network;
let busan: string;
let danang: string;

beforeAll(async () => {
  database = await testDatabase();
  network = await Network.start(database.config());
  busan = await network.organization('city');
  danang = await network.organization('city');
});
afterAll(async () => {
  await network?.stop();
  await database?.drop();
});

const outcome = ({ status, body }: Answer) => [status, body.code];
/** Everything a client can compare, but for what differs between any two requests. */
const seen = ({ status, headers, body }: Answer) => ({
  status,
  headers: { ...headers, 'x-request-id': '', date: '' },
  body: { ...body, requestId: '' },
});

describe('routes', () => {
  it('all declare a permission or are public, and refuse strangers unless public', async () => {
    const routes = network.app.get(RouteTable).routes();
    expect(routes.length).toBeGreaterThan(8);
    for (const { method, path, requirement } of routes) {
      expect(requirement).toBeDefined();
      if (!requirement || 'public' in requirement) continue;
      const url = path.replace('/api/v1', '').replace(':id', newId());
      const answer = await network.send(url, { method: method as 'GET' });
      expect([method, path, ...outcome(answer)]).toEqual([method, path, 401, 'auth/unauthenticated']);
    }
    const open = routes.filter(({ requirement }) => requirement && 'public' in requirement);
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'POST /api/v1/auth/confirm-email',
      'POST /api/v1/auth/email-change/confirm',
      'POST /api/v1/auth/login',
      'POST /api/v1/auth/login/second-factor',
      'POST /api/v1/auth/login/second-factor/passkey',
      'POST /api/v1/auth/logout',
      'POST /api/v1/auth/passkey',
      'POST /api/v1/auth/passkey/options',
      'POST /api/v1/auth/password-reset',
      'POST /api/v1/auth/password-reset/complete',
      'POST /api/v1/auth/refresh',
      'POST /api/v1/auth/register',
      'POST /api/v1/invitations/lookup',
      'POST /api/v1/invitations/register',
    ]);
  });

  it('that declare nothing keep the application from starting, by name', async () => {
    @Controller('api/v1/doors')
    class DoorsController {
      @Get('open')
      @Public()
      open(): void {}

      @Get(':id/forgotten')
      forgotten(): void {}
    }
    @Module({ imports: [DatabaseModule, OrganizationsModule, AuthModule], controllers: [DoorsController] })
    class DoorsModule {}

    const started = createHttpApplication(DoorsModule, database.config(), { document: { paths: {} } });
    await expect(started).rejects.toThrow(
      'neither @RequirePermission nor @Public:\n  - GET /api/v1/doors/:id/forgotten (DoorsController.forgotten)',
    );
  });
});

describe('access tokens', () => {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const soon = () => Math.floor(Date.now() / 1000) + 600;

  function forge(header: object, claims: object, secret: string | Buffer, hash = 'sha256'): string {
    const text = `${encode(header)}.${encode(claims)}`;
    return `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`;
  }

  it('are ours, of one algorithm, of a person and that person’s session, and not expired', async () => {
    const person = await network.signedIn();
    const claims = await network.app.get(AccessTokens).verify(person.token);
    const { TTN_SECRET } = database.config();
    const key = deriveKey(TTN_SECRET, 'access-token');
    const jwt = { alg: 'HS256', typ: 'JWT' };
    const good = { ...claims, exp: soon() };
    expect(outcome(await network.send('/me', { token: forge(jwt, good, key) }))).toEqual([200, undefined]);

    const bad = {
      'without signature': `${encode({ alg: 'none' })}.${encode(good)}.`,
      'of another algorithm': forge({ ...jwt, alg: 'HS512' }, good, key, 'sha512'),
      'signed with the bare secret': forge(jwt, good, TTN_SECRET),
      'signed for another purpose': forge(jwt, good, deriveKey(TTN_SECRET, 'refresh-token')),
      'that has expired': forge(jwt, { ...good, exp: soon() - 601 }, key),
      'that never expires': forge(jwt, { ...claims, exp: undefined }, key),
      'of another person': forge(jwt, { ...good, sub: newId() }, key),
      'of no session': forge(jwt, { ...good, sid: newId() }, key),
      'of a session that is no id': forge(jwt, { ...good, sid: "' or true" }, key),
      'cut short': person.token.slice(0, -1),
    };
    for (const [what, token] of Object.entries(bad)) {
      const answer = await network.send('/me', { token });
      expect([what, ...outcome(answer)]).toEqual([what, 401, 'auth/unauthenticated']);
    }
  });

  it('say nothing but person, session and time', async () => {
    const { token } = await network.signedIn();
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(Object.keys(claims).sort()).toEqual(['exp', 'iat', 'sid', 'sub']);
  });

  it('die of age although they were seen before', async () => {
    const shortLived = await Network.start(database.config({ ACCESS_TOKEN_SECONDS: '30' }));
    try {
      const { personId, token } = await shortLived.signedIn();
      const session = (await shortLived.app.get(AccessTokens).verify(token))?.sid ?? '';
      const key = deriveKey(database.config().TTN_SECRET, 'access-token');
      const almostOver = forge(
        { alg: 'HS256', typ: 'JWT' },
        { sub: personId, sid: session, exp: Math.floor(Date.now() / 1000) + 6 },
        key,
      );
      expect((await shortLived.send('/me', { token: almostOver })).status).toBe(200);
      const refused = async () => (await shortLived.send('/me', { token: almostOver })).status === 401;
      await waitFor('the token to expire', refused);
    } finally {
      await shortLived.stop();
    }
  });
});

describe('the acting organization', () => {
  const act = (person: SignedIn, organization?: string) =>
    network.send('/organizations', { token: person.token, organization });

  it('is the only one when none is named', async () => {
    const person = await network.signedIn([busan, 'viewer']);
    expect((await act(person)).status).toBe(200);
    expect((await act(person, busan)).status).toBe(200);
    expect((await act(person, busan.toUpperCase())).status).toBe(200);
  });

  it('must be named among several, but only where a route acts for one', async () => {
    const person = await network.signedIn([busan, 'viewer'], [danang, 'officer']);
    expect(outcome(await act(person))).toEqual([400, 'auth/organization-required']);
    expect((await act(person, danang)).status).toBe(200);
    expect((await network.send('/me', { token: person.token })).status).toBe(200);
  });

  it('unknown and not mine are one answer', async () => {
    const person = await network.signedIn([busan, 'viewer']);
    const foreign = await act(person, danang);
    expect(outcome(foreign)).toEqual([403, 'auth/not-a-member']);
    for (const unknown of [newId(), 'busan', '', `${busan}, ${danang}`]) {
      expect(seen(await act(person, unknown))).toEqual(seen(foreign));
    }
  });

  it('is missing for a person without one, who still has an account', async () => {
    const person = await network.signedIn();
    expect(outcome(await act(person))).toEqual([403, 'auth/no-organization']);
    expect((await network.send('/me', { token: person.token })).status).toBe(200);
  });

  it('must be an active member', async () => {
    const candidate = await network.organization('city');
    const person = await network.signedIn([candidate, 'owner']);
    expect((await act(person)).status).toBe(200);
    await database.query(`update organization set state = 'candidate' where id = $1`, [candidate]);
    const again = await network.signIn(person.email);
    const token = again.body.accessToken ?? '';
    expect(outcome(await network.send('/organizations', { token }))).toEqual([
      403,
      'auth/organization-not-active',
    ]);
    expect((await network.send('/me', { token })).status).toBe(200);
  });
});

describe('roles', () => {
  const rename = (person: SignedIn, id: string) =>
    network.send(`/organizations/${id}`, {
      method: 'PATCH',
      token: person.token,
      body: { adminRegion: 'Region' },
      headers: { 'if-match': '"1"' },
    });

  it('decide: an owner may what a viewer of the same organization may not', async () => {
    const city = await network.organization('city');
    const owner = await network.signedIn([city, 'owner']);
    const viewer = await network.signedIn([city, 'viewer']);
    expect(outcome(await rename(viewer, city))).toEqual([403, 'auth/permission-missing']);
    expect((await rename(owner, city)).status).toBe(200);
  });

  it('hold in their own organization: a foreign id is answered like a random one', async () => {
    const owner = await network.signedIn([busan, 'owner']);
    const random = newId();
    expect(outcome(await rename(owner, danang))).toEqual([404, 'request/not-found']);
    expect(seen(await rename(owner, danang))).toEqual(seen(await rename(owner, random)));
    const members = (id: string) => network.send(`/organizations/${id}/members`, { token: owner.token });
    expect((await members(busan)).status).toBe(200);
    expect((await members(danang)).status).toBe(404);
    expect(seen(await members(danang))).toEqual(seen(await members(random)));
    expect(seen(await members('no-uuid'))).toEqual(seen(await members(random)));
  });

  it('of the secretariat reach every organization', async () => {
    const secretariat = await network.organization('secretariat');
    const administrator = await network.signedIn([secretariat, 'administrator']);
    const officer = await network.signedIn([secretariat, 'officer']);
    const city = await network.organization('city');
    expect(outcome(await rename(officer, city))).toEqual([403, 'auth/permission-missing']);
    expect((await rename(administrator, city)).status).toBe(200);
  });
});
