import { Network, type SignedIn } from '../identity/network.js';
import { FirstRunHttpModule } from '#libs/first-run/http';
import { testDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let network: Network;

beforeAll(async () => {
  database = await testDatabase();
  network = await Network.start(database.config(), [FirstRunHttpModule]);
});
afterAll(async () => {
  await network?.stop();
  await database?.drop();
});

const URL = '/me/first-run';
const read = ({ token }: SignedIn) => network.send(URL, { token });
const keep = ({ token }: SignedIn, version: number, body: object) =>
  network.send(URL, { method: 'PUT', token, body, headers: { 'if-match': `"${version}"` } });
const finish = ({ token }: SignedIn) => network.send(`${URL}/finish`, { method: 'POST', token });

const ANSWERS = {
  displayName: '김하늘',
  summary: 'Walking tours along the harbour.',
  themes: ['thm.cruise'],
  seekText: '크루즈 손님을 데려올 여행사',
  languages: ['ko', 'en'],
  timeZone: 'Asia/Seoul',
  worksFrom: '09:00',
  worksUntil: '18:30',
};

describe('the first run', () => {
  it('has not begun for who never opened it', async () => {
    const answer = await read(await network.signedIn());
    expect([answer.status, answer.body]).toEqual([200, { step: 1, answers: {}, state: 'open', version: 0 }]);
  });

  it('goes on where it was left, on any device, with what was typed', async () => {
    const person = await network.signedIn();
    const begun = await keep(person, 0, { step: 1, answers: { displayName: '김하늘' } });
    expect([begun.status, begun.body, begun.headers.etag]).toEqual([
      200,
      { step: 1, answers: { displayName: '김하늘' }, state: 'open', version: 1 },
      '"1"',
    ]);
    await keep(person, 1, { step: 3, answers: ANSWERS });
    const again = await network.signIn(person.email);
    const elsewhere = { ...person, token: again.body.accessToken ?? '' };
    expect((await read(elsewhere)).body).toEqual({ step: 3, answers: ANSWERS, state: 'open', version: 2 });
  });

  it("is the person's own", async () => {
    const [one, other] = [await network.signedIn(), await network.signedIn()];
    await keep(one, 0, { step: 2, answers: ANSWERS });
    expect((await read(other)).body).toMatchObject({ version: 0, answers: {} });
    expect((await network.send(URL)).status).toBe(401);
  });

  it('never loses what another device kept meanwhile', async () => {
    const person = await network.signedIn();
    const both = await Promise.all([
      keep(person, 0, { step: 1, answers: { summary: 'one' } }),
      keep(person, 0, { step: 1, answers: { summary: 'two' } }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await keep(person, 7, { step: 1, answers: {} })).status).toBe(412);
    const unread = await network.send(URL, {
      method: 'PUT',
      token: person.token,
      body: { step: 1, answers: {} },
    });
    expect(unread.status).toBe(428);
  });

  it('ends once, forgets the answers, and is not begun again', async () => {
    const person = await network.signedIn();
    expect((await finish(person)).status).toBe(404);
    await keep(person, 0, { step: 4, answers: ANSWERS });
    const ended = await finish(person);
    expect([ended.status, ended.body]).toEqual([
      200,
      { step: 4, answers: {}, state: 'finished', version: 2 },
    ]);
    const late = [await finish(person), await keep(person, 2, { step: 1, answers: {} })];
    expect(late.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'first-run/wrong-state'],
      [409, 'first-run/wrong-state'],
    ]);
    const trail = await database.query<{ action: string }>(
      `select action from audit_entry where entity_id = $1 and action like 'first-run.%' order by id`,
      [person.personId],
    );
    expect(trail.map(({ action }) => action)).toEqual(['first-run.begin', 'first-run.finish']);
  });

  it.each<[string, object]>([
    ['a step that is none', { step: 5, answers: {} }],
    ['no answers', { step: 1 }],
    ['an answer to another question', { step: 1, answers: { password: 'x' } }],
    ['an hour that no clock shows', { step: 4, answers: { worksFrom: '25:00' } }],
    ['a zone nobody lives in', { step: 4, answers: { timeZone: 'Sea/Atlantis' } }],
    ['a text that is too long', { step: 2, answers: { summary: 'x'.repeat(10_001) } }],
  ])('refuses %s', async (_, body) => {
    const answer = await keep(await network.signedIn(), 0, body);
    expect([answer.status, answer.body.code]).toEqual([422, 'request/invalid']);
  });
});
