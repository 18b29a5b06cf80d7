import { randomUUID } from 'node:crypto';
import { ActorSession } from '../support/actor-session.js';
import { type RawAnswer, sendRaw } from '../support/raw-http.js';
import { accountOf, type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

const APPLICATIONS = '/api/v1/membership-applications';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n');
const PROPOSAL = {
  title: 'Night beach walks in Da Nang',
  summary:
    'An app guides through the night beaches and markets of Da Nang. We look for the city as a partner.',
  language: 'en',
  themes: ['thm.smart', 'thm.night'],
};
const said = (text: string) => ({ text, language: 'en' });
const verdict = (kind: string) => ({ verdict: kind, reason: `Because: ${kind}.`, language: 'en' });
const base64 = (text: string): string => Buffer.from(text).toString('base64');

let system: RunningSystem;
let url: string;
let city: ActorSession;
let officer: ActorSession;
let colleague: ActorSession;
const sessions: ActorSession[] = [];

jest.setTimeout(120_000);

beforeAll(async () => {
  system = await startSystem();
  url = system.apis[0]?.url ?? '';
  city = await keep(ActorSession.signIn(url, accountOf('Da Nang', system.accounts)));
  const office = accountOf('Tourism Promotion Organization for Global Cities', system.accounts);
  officer = await keep(ActorSession.signIn(url, office));
  colleague = await registered('colleague', officer.organizationId);
}, 180_000);
afterAll(async () => {
  for (const session of sessions) session.close();
  await system?.stop();
}, 60_000);

async function keep(signingIn: Promise<ActorSession>): Promise<ActorSession> {
  const session = await signingIn;
  sessions.push(session);
  return session;
}

/** Somebody who registered and confirmed; with a seat in the secretariat where one is named. */
async function registered(name: string, office?: string): Promise<ActorSession> {
  const account: DemoAccount = {
    ...{ role: '', organization: '' },
    ...{ email: `${name}@${name}-tours.example`, password: randomUUID() },
  };
  const body = { email: account.email, password: account.password, displayName: name };
  await sendRaw(url, { method: 'POST', path: '/api/v1/auth/register', body });
  await system.database.query(`update account set state = 'active', confirmed_at = now() where email = $1`, [
    account.email,
  ]);
  if (office)
    await system.database.query(
      `insert into membership (id, organization_id, person_id, role)
       select $1, $2, person_id, 'officer' from account where email = $3`,
      [randomUUID(), office, account.email],
    );
  return keep(ActorSession.signIn(url, account));
}

function ask(
  who: ActorSession,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const own = { authorization: `Bearer ${who.token}`, ...headers };
  return sendRaw(url, { method, path, headers: own, ...(body && { body }) });
}

async function done(...asked: Parameters<typeof ask>): Promise<RawAnswer['json']> {
  const { status, json, text } = await ask(...asked);
  if (status >= 300) throw new Error(`${asked[1]} ${asked[2]}: ${status} ${text}`);
  return json;
}

async function uploaded(who: ActorSession): Promise<string> {
  const tus = { 'tus-resumable': '1.0.0' };
  const { id } = await done(who, 'POST', '/api/v1/files/uploads', undefined, {
    ...tus,
    'upload-length': String(PDF.length),
    'upload-metadata': `purpose ${base64('registration-document')},filename ${base64('register.pdf')}`,
  });
  const sent = await sendRaw(url, {
    method: 'PATCH',
    path: `/api/v1/files/uploads/${id}`,
    raw: PDF,
    headers: {
      ...tus,
      authorization: `Bearer ${who.token}`,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    },
  });
  if (sent.status >= 300) throw new Error(`Uploading: ${sent.status} ${sent.text}`);
  return String(id);
}

/** Begins an application and fills in what `route` needs. */
async function drafted(name: string, way: (who: ActorSession) => Promise<object>) {
  const who = await registered(name);
  const begin = { kind: 'sme', name: `${name} tours`, country: 'VN', language: 'en' };
  const { id, organizationId } = await done(who, 'POST', APPLICATIONS, begin);
  const content = {
    motivation: 'We guide walks and look for cities to walk in.',
    documentFileId: await uploaded(who),
    ...(await way(who)),
  };
  await done(who, 'PATCH', `${APPLICATIONS}/${id}`, content, { 'if-match': '"1"' });
  await done(who, 'POST', `${APPLICATIONS}/${id}/submit`);
  return { who, id: String(id), organizationId: String(organizationId) };
}

const byRecommendation = (name: string) =>
  drafted(name, () => Promise.resolve({ route: 'recommendation', recommenderId: city.organizationId }));

async function recommended(name: string) {
  const applied = await byRecommendation(name);
  const { items } = await done(city, 'GET', '/api/v1/recommendations?state=requested');
  await done(
    city,
    'POST',
    `/api/v1/recommendations/${String(items?.[0]?.id)}/give`,
    said('We know them well.'),
  );
  return applied;
}

const decide = (who: ActorSession, id: string, kind: string) =>
  done(who, 'POST', `${APPLICATIONS}/${id}/decisions`, verdict(kind));
const statusOf = async (who: ActorSession, id: string) =>
  (await done(who, 'GET', `${APPLICATIONS}/${id}`)).status;

/** The clock of the worker carries the decision out ten seconds later. */
const becomes = (who: ActorSession, id: string, status: string) =>
  waitFor(`the application to be ${status}`, async () => (await statusOf(who, id)) === status || undefined, {
    timeoutMs: 30_000,
    dump: () => system.logs(),
  });
const firstMatch = (who: ActorSession, proposalId: string) =>
  waitFor(
    'the first match',
    async () => {
      const query = `subjectType=proposal&subjectId=${proposalId}`;
      const { items } = await done(who, 'GET', `/api/v1/matches?${query}`);
      return items?.[0]?.id;
    },
    { timeoutMs: 60_000, dump: () => system.logs() },
  );
/** Types of what people of an organization were told about an application, by notice and by mail. */
async function told(organizationId: string): Promise<string[]> {
  const rows = await system.database.query<{ type: string }>(
    `select distinct type from notice_event e join membership s on s.person_id = e.person_id
     where s.organization_id = $1 and type like 'application.%'
     union select distinct template from mail m join membership s on s.person_id = m.person_id
     where s.organization_id = $1 and template like 'application.%' order by 1`,
    [organizationId],
  );
  return rows.map(({ type }) => type);
}

it('route A leads from registration to the first match', async () => {
  const { who, id, organizationId } = await recommended('lotus');
  expect(await statusOf(who, id)).toBe('under-review');
  expect((await ask(city, 'GET', `/api/v1/organizations/${organizationId}`)).status).toBe(404);
  await decide(officer, id, 'accept');
  expect(await statusOf(who, id)).toBe('under-review');
  await becomes(who, id, 'admitted');
  const badge = await done(city, 'GET', `/api/v1/organizations/${organizationId}/recommendations`);
  expect(badge.items).toHaveLength(1);
  const { id: proposalId } = await done(who, 'POST', '/api/v1/proposals', PROPOSAL);
  await done(who, 'POST', `/api/v1/proposals/${String(proposalId)}/submit`);
  await firstMatch(who, String(proposalId));
  await waitFor('the applicant to be told', async () => (await told(organizationId)).length > 0 || undefined);
  expect(await told(organizationId)).toEqual(['application.accepted']);
});

it('a newcomer shows interest five times a week, not six', async () => {
  const { who, id } = await recommended('jasmine');
  await decide(officer, id, 'accept');
  await becomes(who, id, 'admitted');
  const { id: proposalId } = await done(who, 'POST', '/api/v1/proposals', {
    ...PROPOSAL,
    summary: 'Night markets, night walks and smart guides: cities of every country are welcome as partners.',
  });
  await done(who, 'POST', `/api/v1/proposals/${String(proposalId)}/submit`);
  // Its own lists and those of the proposal come one after the other.
  const items = await waitFor(
    'six matches',
    async () => {
      const { items: found = [] } = await done(who, 'GET', '/api/v1/matches?limit=6');
      return found.length === 6 && found;
    },
    { timeoutMs: 60_000, dump: () => system.logs() },
  );
  const interest = { message: 'We would like to walk with you.', language: 'en' };
  const answers = [];
  for (const match of items)
    answers.push(await ask(who, 'POST', `/api/v1/matches/${String(match.id)}/interest`, interest));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 429]);
  expect(answers[5]?.json.code).toBe('interest/quota-used');
});

it('the registration document is read by the applicant and, once it was sent, by the secretariat', async () => {
  const who = await registered('maple');
  const begin = { kind: 'sme', name: 'Maple tours', country: 'VN', language: 'en' };
  const { id } = await done(who, 'POST', APPLICATIONS, begin);
  const documentFileId = await uploaded(who);
  const content = {
    ...{ motivation: 'We guide walks.', documentFileId },
    ...{ route: 'recommendation', recommenderId: city.organizationId },
  };
  await done(who, 'PATCH', `${APPLICATIONS}/${String(id)}`, content, { 'if-match': '"1"' });
  const stranger = await registered('willow');
  await done(stranger, 'POST', APPLICATIONS, { ...begin, name: 'Willow tours' });
  const readers = [who, officer, city, stranger];
  const statuses = () =>
    Promise.all(
      readers.map(async (reader) => (await ask(reader, 'GET', `/api/v1/files/${documentFileId}`)).status),
    );
  expect(await statuses()).toEqual([200, 404, 404, 404]);
  await done(who, 'POST', `${APPLICATIONS}/${String(id)}/submit`);
  expect(await statuses()).toEqual([200, 200, 404, 404]);
});

it('a recommendation that is taken back is told to every open client within five seconds', async () => {
  const { who, id, organizationId } = await recommended('aster');
  await decide(officer, id, 'accept');
  await becomes(who, id, 'admitted');
  const path = `/api/v1/organizations/${organizationId}/recommendations`;
  expect((await done(officer, 'GET', path)).items).toHaveLength(1);
  const bystander = await keep(ActorSession.signIn(url, accountOf('Busan', system.accounts)));
  const live = await bystander.openSocket();
  const { items } = await done(city, 'GET', '/api/v1/recommendations?state=given');
  await done(
    city,
    'POST',
    `/api/v1/recommendations/${String(items?.[0]?.id)}/revoke`,
    said('They have moved on.'),
  );
  await waitFor(
    'the push',
    async () =>
      live.all('admission.recommendations-changed').some((push) => push.organizationId === organizationId) ||
      undefined,
    { dump: () => system.logs() },
  );
  expect((await done(officer, 'GET', path)).items).toEqual([]);
});

it('route B is matched from the entry proposal on, once it was reviewed and admitted', async () => {
  let proposalId = '';
  const { who, id } = await drafted('orchid', async (applicant) => {
    proposalId = String((await done(applicant, 'POST', '/api/v1/proposals', PROPOSAL)).id);
    return { route: 'entry_proposal', proposalId };
  });
  for (const reviewer of [city, colleague]) {
    const { personId, organizationId } = reviewer;
    await done(officer, 'POST', `${APPLICATIONS}/${id}/reviewers`, { personId, organizationId });
    const { items } = await done(reviewer, 'GET', '/api/v1/application-reviews');
    const scores = { novelty: 4, market: 4, smeBenefit: 5 };
    const path = `/api/v1/application-reviews/${String(items?.[0]?.id)}/submit`;
    await done(reviewer, 'POST', path, { scores, language: 'en' });
  }
  const before = await done(officer, 'GET', `/api/v1/matches?subjectType=proposal&subjectId=${proposalId}`);
  expect(before.items).toEqual([]);
  await decide(officer, id, 'accept');
  await becomes(who, id, 'admitted');
  await firstMatch(who, proposalId);
});

it('a decision that was taken back is told to nobody; a refusal is appealed to another officer', async () => {
  const { who, id, organizationId } = await recommended('cedar');
  const undone = await decide(officer, id, 'reject');
  await done(officer, 'POST', `/api/v1/application-decisions/${String(undone.id)}/undo`);
  const [{ left } = { left: -1 }] = await system.database.query<{ left: number }>(
    `select count(*)::int as left from timer where payload ->> 'decisionId' = $1`,
    [undone.id],
  );
  expect(left).toBe(0);

  await decide(officer, id, 'reject');
  await becomes(who, id, 'not-admitted');
  const rejections = await system.database.query(
    `select id from outbox_event where aggregate_id = $1 and type = 'application.rejected'`,
    [id],
  );
  expect(rejections).toHaveLength(1);
  await done(who, 'POST', `${APPLICATIONS}/${id}/appeal`, said('The document shows it on page two.'));
  const again = await ask(officer, 'POST', `${APPLICATIONS}/${id}/decisions`, verdict('accept'));
  expect([again.status, again.json.code]).toEqual([409, 'application/appeal-needs-another-officer']);
  await decide(colleague, id, 'accept');
  await becomes(who, id, 'admitted');
  await waitFor(
    'the applicant to be told',
    async () => (await told(organizationId)).length === 2 || undefined,
  );
  expect(await told(organizationId)).toEqual(['application.accepted', 'application.rejected']);
});
