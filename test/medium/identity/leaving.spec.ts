import { systemActor } from '#libs/kernel';
import { SetOrganizationState } from '#libs/organizations';
import { newId, UnitOfWork } from '#libs/platform/database';
import { waitFor } from '../../support/wait.js';
import { LeavingWorld } from './leaving-world.js';
import { PASSWORD, type SignedIn } from './network.js';
import { ERASED, IDS_OF_OTHERS, KEPT, KEPT_OTHERWISE } from './persons-in-tables.js';

/** Features with something of a person to give out; a new one joins here and in the world that plants it. */
const SOURCES = [
  'admission',
  'calls',
  'consulting',
  'directory',
  'engagements',
  'files',
  'first-run',
  'identity',
  'matchmaking',
  'membership',
  'messaging',
  'notifications',
  'opportunities',
  'organizations',
  'profiles',
  'projects',
  'proposals',
  'reviews',
];

/** The copy itself, and answers that are kept for a day for requests that come twice. */
const NOT_GIVEN_OUT = ['data_export_part', 'idempotency_record'];

let world: LeavingWorld;

beforeAll(async () => {
  world = await LeavingWorld.start();
}, 60_000);
afterAll(() => world?.stop());

const post = (url: string, token: string, body: object = {}) => world.network.send(url, { body, token });
const get = (url: string, token: string) => world.network.send(url, { token });
const ask = (token: string) => post('/account/erasure', token);
const dueAt = async (token: string) => (await get('/account/security', token)).body.erasureDueAt;
const forgetProof = ({ personId }: SignedIn) =>
  world.database.query(`update session set proven_at = now() - interval '11 minutes' where person_id = $1`, [
    personId,
  ]);
const isErased = async (personId: string): Promise<boolean> => {
  const [person] = await world.database.query<{ erased: boolean }>(
    'select erased_at is not null as erased from person where id = $1',
    [personId],
  );
  return person?.erased ?? false;
};
const erased = (personId: string) =>
  waitFor(
    'the erasure',
    async () => {
      await world.letGraceEnd(personId);
      return isErased(personId);
    },
    { timeoutMs: 30_000, dump: () => world.database.query('select * from timer') },
  );
const eventsOf = async (personId: string): Promise<string[]> => {
  const rows = await world.database.query<{ type: string }>(
    `select type from outbox_event where aggregate_id = $1 and type like 'person.%' order by id`,
    [personId],
  );
  return rows.map(({ type }) => type);
};

describe('a copy of my data', () => {
  const request = (token: string) => post('/data-exports', token);
  const ready = async (id: string, token: string) =>
    waitFor('the copy', async () => (await get(`/data-exports/${id}`, token)).body.state === 'ready', {
      timeoutMs: 30_000,
    });

  it('holds what every feature has of me, and nothing of anybody else', async () => {
    const city = await world.network.organization('city');
    const [me, other] = [
      await world.network.signedIn([city, 'owner']),
      await world.network.signedIn([city, 'officer']),
    ];
    await world.plant({ personId: me.personId, organizationId: city, mark: 'mine' });
    const elsewhere = await world.network.organization('city');
    await world.plant({ personId: other.personId, organizationId: elsewhere, mark: 'theirs' });
    const asked = await request(me.token);
    expect([asked.status, asked.body]).toMatchObject([201, { state: 'preparing' }]);
    const id: string = asked.body.id ?? '';
    await ready(id, me.token);
    const answer = await world.network.app.inject({
      url: `/api/v1/data-exports/${id}/content`,
      headers: { authorization: `Bearer ${me.token}` },
    });
    expect(answer.headers['content-disposition']).toContain('ttn-data.json');
    const copy = answer.json<Record<string, object>>();
    expect(Object.keys(copy)).toEqual(SOURCES);
    const text = JSON.stringify(copy);
    const planted = (await world.tablesWith('mine in')).filter((table) => !NOT_GIVEN_OUT.includes(table));
    expect(planted.length).toBeGreaterThan(15);
    for (const table of planted) {
      if (table === 'notice') expect(JSON.stringify(copy.notifications)).toContain('"match.found"');
      else expect(text).toContain(`mine in ${table}`);
    }
    expect(copy.membership).toMatchObject({ ballots: [{ choice: 'yes' }] });
    expect(copy.profiles).toMatchObject({ profiles: [{ organizationId: city }] });
    expect(copy.identity).toMatchObject({ person: { email: me.email } });
    expect(text).not.toContain('theirs');
    expect(text).not.toContain(other.email);
    expect(text).not.toContain(other.personId);
  });

  it('is mine alone, and for a week', async () => {
    const [me, other] = [await world.network.signedIn(), await world.network.signedIn()];
    const id: string = (await request(me.token)).body.id ?? '';
    await ready(id, me.token);
    for (const path of [id, `${id}/content`, newId()])
      expect((await get(`/data-exports/${path}`, other.token)).status).toBe(404);
    expect((await get('/data-exports', other.token)).body.items).toEqual([]);
    await world.database.query('update data_export set expires_at = now() where id = $1', [id]);
    for (const path of [id, `${id}/content`])
      expect((await get(`/data-exports/${path}`, me.token)).status).toBe(404);
  });

  it('is asked for after a fresh proof, once an hour', async () => {
    const me = await world.network.signedIn();
    await forgetProof(me);
    expect((await request(me.token)).body.code).toBe('auth/proof-required');
    await post('/account/proof', me.token, { password: PASSWORD });
    const answers = await Promise.all([request(me.token), request(me.token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await request(me.token)).body.code).toBe('data-export/recent');
  });

  it('cannot be had before it is ready', async () => {
    const me = await world.network.signedIn();
    const id = newId();
    await world.row('data_export', {
      id,
      person_id: me.personId,
      expires_at: new Date(Date.now() + 60_000).toISOString(),
    });
    expect((await get(`/data-exports/${id}/content`, me.token)).body.code).toBe('data-export/not-ready');
  });
});

describe('every table with the id of a person', () => {
  it('is emptied with the person, or says why not', async () => {
    const columns = await world.database.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
         join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE' and udt_name in ('uuid', '_uuid')`,
    );
    const named = new Set(
      columns.filter(({ column }) => !IDS_OF_OTHERS.includes(column)).map(({ table }) => table),
    );
    expect([...Object.keys(ERASED), ...Object.keys(KEPT)].sort()).toEqual([...named].sort());
    const known = new Set(columns.map(({ column }) => column));
    expect(IDS_OF_OTHERS.filter((column) => !known.has(column))).toEqual([]);
  });
});

describe('an erasure', () => {
  it('leaves nothing that says who it was, anywhere, and the words where they were said', async () => {
    const city = await world.network.organization('city');
    const keeper = await world.network.signedIn([city, 'owner']);
    const me = await world.network.signedIn([city, 'officer']);
    const inviting = await world.network.organization('sme');
    await world.network.send('/me', {
      method: 'PATCH',
      token: me.token,
      headers: { 'if-match': '"1"' },
      body: {
        displayName: 'Canary 김카나리',
        latinName: 'Canary Latin',
        languages: ['ko'],
        timeZone: 'Asia/Seoul',
        workingHours: [{ weekday: 1, from: '09:00', to: '18:00' }],
        discoverable: true,
      },
    });
    const { personId } = me;
    await world.database.query(
      `update account set email = 'Canary@example.org', email_folded = 'canary@example.org' where person_id = $1`,
      [personId],
    );
    await world.plant({ personId, organizationId: city, mark: 'canary' });
    await world.row('invitation', {
      id: newId(),
      organization_id: inviting,
      email: 'CANARY@example.org',
      email_folded: 'canary@example.org',
      role: 'editor',
      language: 'en',
      token_hash: '\\x01',
      invited_by: keeper.personId,
      expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    });
    await world.row('mail', {
      ...{ id: newId(), event_id: newId(), dedupe_key: 'k', message_id: 'm', template: 't', language: 'en' },
      ...{ to_address: 'canary@EXAMPLE.org', subject: 's', text: 't', html: 'h', link: 'l', request_id: 'r' },
    });
    await post('/auth/password-reset', '', { email: 'canary@example.org' });
    await post('/data-exports', me.token);
    expect((await ask(me.token)).status).toBe(200);
    await world.settled();
    const before = await world.tablesWith('canary');
    expect(before).toEqual(
      expect.arrayContaining([
        'account',
        'data_export_part',
        'first_run',
        'idempotency_record',
        'invitation',
        'mail',
        'person',
      ]),
    );
    await erased(personId);
    await world.settled();

    // What was written to others, or for the organization, stays without a name beside it.
    const WORDS = [
      'application_decision',
      'application_review',
      'application_step',
      'consulting_request',
      'file',
      'interest',
      'match_dismissal',
      'membership_application',
      'membership_step',
      'message',
      'opportunity',
      'opportunity_step',
      'profile_entry',
      'proposal',
      'shortlist',
      'shortlist_entry',
      'tpo_membership',
    ];
    expect(await world.tablesWith('canary')).toEqual(WORDS);
    for (const name of ['김카나리', 'canary latin', 'canary@example.org'])
      expect(await world.tablesWith(name)).toEqual([]);
    // A name with a point is a table of the queue, which is emptied by itself.
    const reasons = { ...KEPT, ...KEPT_OTHERWISE };
    const stillNamed = (await world.tablesWith(personId)).filter((table) => !table.includes('.'));
    expect(stillNamed.filter((table) => !(table in reasons))).toEqual([]);
    expect(stillNamed.length).toBeGreaterThan(15);
    expect((await get('/me', me.token)).status).toBe(401);
    expect((await world.network.send('/auth/refresh', { method: 'POST', cookie: me.cookie })).status).toBe(
      401,
    );
    expect((await world.network.signIn('canary@example.org')).status).toBe(401);
    const [row] = await world.database.query(
      `select display_name, latin_name, languages, working_hours, discoverable from person where id = $1`,
      [personId],
    );
    expect(row).toEqual({
      display_name: '',
      latin_name: null,
      languages: [],
      working_hours: [],
      discoverable: false,
    });
    const members = await get(`/organizations/${city}/members`, keeper.token);
    expect(JSON.stringify(members.body)).not.toContain(personId);
    const left = await world.database.query(`select from outbox_event where type = 'member.left'`);
    expect(left).toHaveLength(1);
    // Whoever has the address now may begin anew.
    await post('/auth/register', '', {
      email: 'canary@example.org',
      password: PASSWORD,
      displayName: 'Somebody new',
    });
    const [account] = await world.database.query<{ person_id: string }>(
      `select person_id from account where email_folded = 'canary@example.org'`,
    );
    expect(account?.person_id).not.toBe(personId);
    await world.database.query(`delete from account where email_folded = 'canary@example.org'`);
  });

  it('needs a fresh proof, waits ten days, and asking twice changes nothing', async () => {
    const me = await world.network.signedIn();
    await forgetProof(me);
    expect((await ask(me.token)).body.code).toBe('auth/proof-required');
    await post('/account/proof', me.token, { password: PASSWORD });
    const first = await ask(me.token);
    const days = (new Date(first.body.dueAt ?? '').getTime() - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(10, 1);
    expect((await ask(me.token)).body.dueAt).toBe(first.body.dueAt);
    expect(await dueAt(me.token)).toBe(first.body.dueAt);
    expect(await eventsOf(me.personId)).toEqual(['person.erasure-requested']);
  });

  it('can be taken back until then', async () => {
    const me = await world.network.signedIn();
    await ask(me.token);
    expect((await post('/account/erasure/cancel', me.token)).status).toBe(204);
    expect((await post('/account/erasure/cancel', me.token)).status).toBe(204);
    expect(await dueAt(me.token)).toBeNull();
    const timers = await world.database.query('select from timer where key = $1', [
      `erase-person:${me.personId}`,
    ]);
    expect(timers).toEqual([]);
    expect(await eventsOf(me.personId)).toEqual(['person.erasure-requested', 'person.erasure-cancelled']);
  });

  it('is refused to the only owner of an organization, until it is handed over or closed', async () => {
    const [city, firm] = [await world.network.organization('city'), await world.network.organization('sme')];
    const me = await world.network.signedIn([city, 'owner'], [firm, 'owner']);
    const refused = await ask(me.token);
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'identity/last-owner', organizationIds: [city, firm].sort() },
    ]);
    await world.network.signedIn([city, 'owner']);
    await world.network.app
      .get(UnitOfWork)
      .run(systemActor('test'), (tx) =>
        world.network.app.get(SetOrganizationState).execute(tx, firm, 'close'),
      );
    expect((await ask(me.token)).status).toBe(200);
  });

  it('is held for a day when the person became the only owner meanwhile', async () => {
    const city = await world.network.organization('city');
    const me = await world.network.signedIn([city, 'officer']);
    const owner = await world.network.signedIn([city, 'owner']);
    await ask(me.token);
    await world.database.query(
      `update membership set role = case when person_id = $1 then 'owner' else 'officer' end
       where organization_id = $2`,
      [me.personId, city],
    );
    await world.letGraceEnd(me.personId);
    await waitFor('the delay', async () => (await eventsOf(me.personId)).includes('person.erasure-held'), {
      timeoutMs: 30_000,
    });
    expect(await isErased(me.personId)).toBe(false);
    const hours = (new Date(String(await dueAt(me.token))).getTime() - Date.now()) / 3_600_000;
    expect(hours).toBeCloseTo(24, 0);
    await world.database.query(`update membership set role = 'owner' where person_id = $1`, [owner.personId]);
    await erased(me.personId);
  });

  it('of two owners at the same moment leaves one of them', async () => {
    const city = await world.network.organization('city');
    const owners = [
      await world.network.signedIn([city, 'owner']),
      await world.network.signedIn([city, 'owner']),
    ];
    for (const { token } of owners) expect((await ask(token)).status).toBe(200);
    await Promise.all(owners.map(({ personId }) => world.letGraceEnd(personId)));
    await waitFor(
      'both to be decided',
      async () => {
        const told = await Promise.all(owners.map(({ personId }) => eventsOf(personId)));
        return told.every(
          (types) => types.includes('person.erased') || types.includes('person.erasure-held'),
        );
      },
      { timeoutMs: 30_000 },
    );
    const gone = await Promise.all(owners.map(({ personId }) => isErased(personId)));
    expect(gone.sort()).toEqual([false, true]);
  });

  it('takes an offered ownership back', async () => {
    const city = await world.network.organization('city');
    const owner = await world.network.signedIn([city, 'owner']);
    const heir = await world.network.signedIn([city, 'officer']);
    const offer = { id: newId(), organization_id: city, from_person_id: owner.personId };
    await world.row('ownership_offer', { ...offer, to_person_id: heir.personId });
    await ask(heir.token);
    await erased(heir.personId);
    const [row] = await world.database.query('select state from ownership_offer where id = $1', [offer.id]);
    expect(row).toEqual({ state: 'withdrawn' });
  });
});
