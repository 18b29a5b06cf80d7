import webPush from 'web-push';
import { EndSession } from '#libs/identity';
import { newId } from '#libs/platform/database';
import { waitFor } from '../../support/wait.js';
import { NoticeWorld, type Person } from './notice-world.js';
import { PushSink } from '../../support/push-sink.js';

jest.setTimeout(90_000);

interface Push {
  publicKey: string | null;
  devices: { id: string; label: string; isThis: boolean }[];
  code: string;
}

const keys = webPush.generateVAPIDKeys();
let sink: PushSink;
let world: NoticeWorld;
let officer: Person;
let colleague: Person;
let company: Person;

beforeAll(async () => {
  sink = await PushSink.start(keys.publicKey);
  const settings = {
    ...{ VAPID_PUBLIC_KEY: keys.publicKey, VAPID_PRIVATE_KEY: keys.privateKey },
    PUSH_SERVICES: `push.example.net,${sink.origin}`,
  };
  world = await NoticeWorld.start(settings, 1);
  await world.startProcess({ VAPID_PUBLIC_KEY: '', VAPID_PRIVATE_KEY: '' });
  const busan = await world.organization('city', 'Busan', '부산광역시');
  officer = await world.person(busan, 'officer', 'ko');
  colleague = await world.person(busan, 'viewer');
  company = await world.person(await world.organization('sme', 'Han River Nights'), 'editor');
  await world.settled();
});
afterEach(async () => {
  await world.settled();
  await world.database.query(
    'truncate mail, notice, notice_event, timer, notification_settings, push_device',
  );
  sink.clear();
});
afterAll(async () => {
  await world.stop();
  await sink.stop();
});

const push = (person: Person, index = 0) => world.ask<Push>(person, 'GET', '/account/push', index);
const add = (person: Person, device: object, index = 0) =>
  world.ask<Push>(person, 'POST', '/account/push/devices', index, device);
const remove = (person: Person, id: string) =>
  world.ask<Push>(person, 'POST', `/account/push/devices/${id}/remove`);
const interest = (matchId = newId()) =>
  world.emit(company, 'interest.sent', { matchId, toOrganizationId: officer.organizationId });
const received = (count: number) =>
  waitFor(`${count} pushes`, async () => sink.received.length >= count && sink.received, {
    timeoutMs: 30_000,
    dump: () => world.database.query('select key, due_at, started_at from timer'),
  });
const done = async () => {
  await world.settled();
  await waitFor(
    'every timer to be done',
    async () => (await world.database.query('select from timer')).length === 0,
    {
      timeoutMs: 40_000,
      dump: () => world.database.query('select key, due_at, started_at from timer'),
    },
  );
};
/** Quiet now and for some hours, wherever the clock stands. */
const quietNow = () => {
  const hour = (shift: number) =>
    `${String((new Date().getUTCHours() + 33 + shift) % 24).padStart(2, '0')}:00`;
  return { from: hour(-1), to: hour(3) };
};
const choose = (choice: object) =>
  world.database.query(
    `insert into notification_settings (person_id, switched_off, quiet_from, quiet_to)
     select $1, array(select jsonb_array_elements_text($2::jsonb -> 'switchedOff')), $2::jsonb #>> '{quiet,from}',
       $2::jsonb #>> '{quiet,to}'`,
    [officer.personId, JSON.stringify(choice)],
  );

describe('a browser in which a person wants to be told', () => {
  it('is added, listed, and taken away by its person alone', async () => {
    expect((await push(officer)).body).toEqual({ publicKey: keys.publicKey, devices: [] });
    const subscription = sink.browser('phone').subscription('Chromium on Linux');
    expect((await add(officer, subscription)).status).toBe(201);
    const { body } = await add(officer, subscription);
    expect(body.devices).toMatchObject([{ label: 'Chromium on Linux', isThis: true }]);
    expect(JSON.stringify(body)).not.toContain(subscription.auth);
    const id = body.devices[0]?.id ?? '';
    const foreign = await remove(colleague, id);
    expect([foreign.status, (await remove(officer, newId())).status, foreign.body.code]).toEqual([
      404,
      404,
      'request/not-found',
    ]);
    // Whoever signs in there next has it.
    expect((await add(colleague, subscription)).body.devices).toHaveLength(1);
    expect((await push(officer)).body.devices).toEqual([]);
    expect((await remove(colleague, id)).body.devices).toEqual([]);
  });

  it('is reached by known push services only, and not at all where nothing is set up', async () => {
    const subscription = sink.browser('phone').subscription();
    for (const endpoint of [
      'https://127.0.0.1/x',
      'http://push.example.net/x',
      'https://push.example.net:8443/x',
      'https://push.example.net.evil.example/x',
      'https://push.example.net@evil.example/x',
      'file:///etc/passwd',
    ])
      expect([endpoint, (await add(officer, { ...subscription, endpoint })).status]).toEqual([endpoint, 422]);
    const fine = { ...subscription, endpoint: 'https://eu.push.example.net/x' };
    expect((await add(officer, fine)).status).toBe(201);
    expect((await add(officer, { ...fine, auth: 'short' })).status).toBe(422);
    expect((await push(officer, 1)).body.publicKey).toBeNull();
    expect(await add(officer, subscription, 1)).toMatchObject({
      status: 409,
      body: { code: 'push/unavailable' },
    });
  });

  it('shows what was told, in the language of its person, so that only it can read it', async () => {
    await add(officer, sink.browser('phone').subscription());
    await add(colleague, sink.browser('laptop').subscription());
    await interest();
    const pushes = await received(2);
    const [korean] = pushes.filter(({ name }) => name === 'phone');
    const [row] = await world.database.query<{ id: string }>('select id from notice where person_id = $1', [
      officer.personId,
    ]);
    expect(korean?.payload).toEqual({
      ...{ title: 'TTN', path: '/o/busan/matches', tag: row?.id, count: 1 },
      body: 'Han River Nights 측에서 부산광역시 측에 관심을 표시했습니다.',
    });
    expect(korean?.headers).toMatchObject({
      topic: row?.id.replaceAll('-', ''),
      urgency: 'normal',
      ttl: '86400',
    });
    expect(pushes.find(({ name }) => name === 'laptop')?.payload.body).toBe(
      'Han River Nights is interested in working with Busan.',
    );
    await done();
    expect(sink.requests).toBe(2);
  });

  it('is forgotten when its push service says so, or the sign-in ends', async () => {
    await add(officer, sink.browser('phone').subscription());
    for (const status of [410, 404]) {
      await add(officer, sink.browser('phone').subscription());
      sink.answers.push(status);
      await interest();
      await done();
      expect((await push(officer)).body.devices).toEqual([]);
    }
    const guest = await world.person(officer.organizationId, 'viewer');
    await add(guest, sink.browser('tablet').subscription());
    const claims = Buffer.from(guest.accessToken.split('.')[1] ?? '', 'base64url').toString('utf8');
    const { sid } = JSON.parse(claims) as { sid: string };
    await world.parts.get(EndSession, { strict: false }).execute(newId(), guest.personId, sid);
    sink.clear();
    await interest();
    await done();
    expect(sink.requests).toBe(0);
    expect(await world.database.query('select from push_device')).toEqual([]);
    const trail = await world.database.query(`select from audit_entry where action = 'push-device.expire'`);
    expect(trail).toHaveLength(3);
  });

  it('is told once more when the service was away, and not of what was read, or is not wanted', async () => {
    await add(officer, sink.browser('phone').subscription());
    sink.answers.push(503, 429);
    await interest();
    await received(1);
    await done();
    expect(sink.requests).toBe(3);
    sink.answers.push(503);
    await interest();
    await waitFor('the first attempt', async () => sink.requests === 4);
    await world.ask(officer, 'POST', '/notices/read-all');
    await done();
    expect(sink.received).toHaveLength(1);
    await choose({ switchedOff: ['matches:push'] });
    await interest();
    await world.settled();
    expect(await world.database.query('select from timer')).toEqual([]);
  });

  it('is left alone in quiet hours, then shows the last of each object, but for what guards the account', async () => {
    await add(officer, sink.browser('phone').subscription());
    await choose({ switchedOff: [], quiet: quietNow() });
    const matchId = newId();
    await interest(matchId);
    await interest(matchId);
    await world.emit(officer, 'password.changed', {}, { type: 'person', id: officer.personId });
    await received(1);
    await world.settled();
    expect(sink.received.map(({ payload }) => payload.path)).toEqual(['/account/security']);
    expect(sink.received[0]?.headers.urgency).toBe('high');
    const timers = await world.database.query<{ due_at: Date }>(
      `select due_at from timer where key like 'push:%' and started_at is null`,
    );
    expect(timers).toHaveLength(1);
    const hours = ((timers[0]?.due_at.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(1.9);
    await world.database.query(`update timer set due_at = now() where key like 'push:%'`);
    await received(2);
    expect(sink.received[1]?.payload).toMatchObject({ count: 2, path: '/o/busan/matches' });
  });
});
