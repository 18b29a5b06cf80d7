import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { ActorSession, type LiveSocket } from '../support/actor-session.js';
import {
  launchBrowser,
  type Look,
  openContext,
  openPage,
  screenshot,
  signIn,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { ownerOf } from '../support/city-owners.js';
import { CRITERIA, terms } from '../support/draft-call.js';
import { heavyPng } from '../support/file-samples.js';
import { ruleWritten } from '../support/call-rule.js';
import { type Answer, ask, type Json } from '../support/grants-answers.js';
import { type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

jest.setTimeout(180_000);

/** … which must go well. */
async function done(...asked: Parameters<typeof ask>): Promise<Json> {
  const { status, text, body } = await ask(...asked);
  if (status >= 300) {
    const logs = status >= 500 ? JSON.stringify(system.logs()).slice(-4_000) : '';
    throw new Error(`${asked[1]} ${asked[2]}: ${status} ${text} ${logs}`);
  }
  return body;
}

let browser: Browser;
let system: RunningSystem;
let url: string;
let chair: ActorSession;
let decider: ActorSession;
let lead: ActorSession;
let second: ActorSession;
let third: ActorSession;
let rival: ActorSession;
let reviewers: ActorSession[];

const account = (named: string): DemoAccount => {
  const found = system.accounts.find(({ organization }) => organization.includes(named));
  if (!found) throw new Error(`No demo account of ${named}.`);
  return found;
};
const enter = async (named: string, look: Look = {}): Promise<WatchedPage> =>
  signIn(await openContext(browser, look), url, account(named));
const isFine = async (page: WatchedPage, name: string): Promise<void> => {
  await screenshot(page, `grants-${name}`);
  expect([name, await violations(page)]).toEqual([name, []]);
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect([name, overflow <= 0, page.problems]).toEqual([name, true, []]);
};

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
  url = system.apis[0]?.url ?? '';
  const enterAs = (named: string) => ActorSession.signIn(url, account(named));
  chair = await enterAs('Tourism Promotion Organization');
  const names = ['Busan', 'Badaon', 'Saigon', 'Cat Trang', 'Da Nang', 'Ho Chi Minh', 'Lua Vang'];
  const people: ActorSession[] = [];
  for (const name of names) people.push(await enterAs(name));
  [decider, lead, second, rival] = people as [ActorSession, ActorSession, ActorSession, ActorSession];
  reviewers = people.slice(4);
  const cities = await done(chair, 'GET', '/organizations?kind=city&country=JP&limit=1');
  const [japanese] = cities.items as unknown as { id: string; slug: string; name: string }[];
  if (!japanese) throw new Error('No city of Japan.');
  third = await ActorSession.signIn(url, await ownerOf(japanese, system, chair));
}, 240_000);

afterAll(async () => {
  for (const each of reviewers ?? []) each.close();
  await browser?.close();
  await system?.stop();
}, 300_000);

async function publishedCall(changes: object): Promise<string> {
  const body = terms({
    decidingOrganizationIds: [decider.organizationId],
    quorum: 2,
    spreadLimit: 60,
    conflictRule: { organization: true, city: false, pastProjects: false, years: 3 },
    criteria: CRITERIA,
    ...changes,
  });
  const { id } = await done(chair, 'POST', '/calls', body);
  await done(chair, 'POST', `/calls/${id}/publish`);
  return id;
}

/** The deadline is over: what the clock of the database does in the product, and the last part below waits for. */
const close = (callId: string) =>
  system.database.query(`update call set state = 'closed' where id = $1`, [callId]);

const CONTENT = {
  ...{ language: 'en', summary: 'One product for the evening hours.' },
  budget: { amountMinor: 900_000, currency: 'USD' },
  period: { from: '2027-01-01', to: '2027-12-31' },
};

/** A proposal of one organization, complete and not handed in. */
async function written(by: ActorSession, callId: string, title: string, summary = CONTENT.summary) {
  const { id } = await done(by, 'POST', '/proposals', { ...CONTENT, title, summary, callId });
  const { version } = await done(by, 'GET', `/proposals/${id}/dossier`);
  const budgetLines = [{ organizationId: by.organizationId, title: 'Work', amountMinor: 900_000 }];
  const workPlan = [{ title: 'Routes', due: '2027-06-30', organizationId: by.organizationId }];
  const answers = { need: 'The streets are empty after dinner.' };
  await done(by, 'PATCH', `/proposals/${id}/dossier`, { answers, budgetLines, workPlan }, version);
  return id;
}

/** As a browser hands over what was copied from a page that means no good. */
const PASTE_HOSTILE = `(() => {
  const data = new DataTransfer();
  data.setData('text/html', '<p onclick="window.pasted=1">Pasted <b>words</b><img src=x onerror="window.pasted=1">' +
    '<script>window.pasted=1</script><a href="javascript:window.pasted=1">here</a></p>' + '<div>'.repeat(2000));
  document.querySelector('#section-need').dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
})()`;

/** Uploads a picture that is to go with a proposal; answers its id once it can be used. */
async function uploadAnnex(by: ActorSession, bytes: Buffer): Promise<string> {
  const tus = {
    authorization: `Bearer ${by.token}`,
    'x-organization-id': by.organizationId,
    'tus-resumable': '1.0.0',
  };
  const named = (text: string): string => Buffer.from(text).toString('base64');
  const begun = await fetch(`${url}/api/v1/files/uploads`, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': `purpose ${named('proposal-annex')},filename ${named('map.png')}`,
    },
  });
  const { id } = (await begun.json()) as { id: string };
  const { status } = await fetch(`${url}/api/v1/files/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    body: new Uint8Array(bytes),
  });
  expect([begun.status, status]).toEqual([201, 204]);
  return id;
}

async function pool(callId: string, people: readonly ActorSession[]): Promise<void> {
  for (const { personId, organizationId } of people) {
    const entry = { personId, organizationId, languages: ['en'], expertise: [], reviewLimit: 20 };
    await done(chair, 'POST', `/calls/${callId}/reviewers`, entry);
  }
}

async function assign(callId: string, proposalIds: readonly string[]): Promise<Json> {
  for (const id of proposalIds)
    await done(chair, 'POST', `/calls/${callId}/panels/${id}/screen`, { verb: 'eligible' });
  const plan = await done(chair, 'GET', `/calls/${callId}/assignment`);
  await done(chair, 'POST', `/calls/${callId}/assignment`, { planHash: plan.planHash });
  return plan;
}

const dutiesOf = async (who: ActorSession, callId: string): Promise<readonly Json[]> =>
  (await done(who, 'GET', '/reviews')).items.filter((one) => one.callId === callId);

async function review(who: ActorSession, id: string, score: number): Promise<void> {
  await done(who, 'POST', `/reviews/${id}/accept`);
  const scores = CRITERIA.map(({ key }) => ({ key, score }));
  await done(who, 'POST', `/reviews/${id}/submit`, { scores, comment: 'Clear and new.', language: 'en' });
}

describe('a consortium of three partners from three countries', () => {
  let callId: string;
  let proposal: string;
  let weak: string;
  let projectId: string;
  let leading: WatchedPage;
  let joining: WatchedPage;
  const page = (slug: string, id: string) => `${url}/o/${slug}/proposals/${id}`;

  it('writes together, talks about it and signs, in two browsers', async () => {
    const office = await enter('Tourism Promotion Organization');
    await office.goto(`${url}/o/tpo-secretariat/calls/new/edit`);
    const eligibility = await ruleWritten(office, chair);
    await isFine(office, 'rule');
    await office.context().close();
    callId = await publishedCall({ eligibility });
    proposal = await written(lead, callId, 'Evenings by the sea');
    for (const [partner, shareMinor] of [[second, 300_000] as const, [third, 200_000] as const]) {
      const { organizationId } = partner;
      const seat = { organizationId, task: 'Routes and guides', shareMinor };
      await done(lead, 'POST', `/proposals/${proposal}/partners`, seat);
      await done(partner, 'POST', `/proposals/${proposal}/accept-partnership`);
    }
    const { version } = await done(lead, 'GET', `/proposals/${proposal}/dossier`);
    const line = (who: ActorSession, amountMinor: number) => ({
      ...{ organizationId: who.organizationId, title: 'Work', amountMinor },
    });
    const budgetLines = [line(lead, 400_000), line(second, 300_000), line(third, 200_000)];
    await done(lead, 'PATCH', `/proposals/${proposal}/dossier`, { budgetLines }, version);

    leading = await enter('Badaon');
    joining = await enter('Saigon', { scheme: 'dark' });
    await leading.goto(page('badaon-lab', proposal));
    await joining.goto(page('saigon-la-me-events', proposal));
    await leading.locator('#section-need[contenteditable=true]').click();
    await leading.keyboard.type('The streets are empty after dinner.');
    await joining.locator('#section-need').getByText('The streets are empty after dinner.').waitFor();
    await joining.getByRole('button', { name: 'Comment: Need' }).click();
    await joining.getByLabel('Comment for the consortium.').fill('Since when?');
    await joining.getByRole('button', { name: 'Send' }).click();
    await leading.getByText('Since when?').waitFor();
    await leading.getByRole('button', { name: 'Settle' }).click();
    await joining.getByText('1 settled comment').waitFor();
    await isFine(leading, 'writing');

    // They talk about it in a room of their own, with its facts beside what is said.
    await leading.getByRole('link', { name: 'Conversation of the consortium' }).click();
    await leading.locator('[data-fact="proposal.call"]').getByText('Evenings by the sea').waitFor();
    await leading.locator('[data-fact="proposal.deadline"]').getByText('Asia/Seoul').waitFor();
    await leading.locator('[data-fact="proposal.title"] a').click();
    await leading.locator('#section-need[contenteditable=true]').waitFor();

    // Pasted from anywhere: the words stay, nothing of it runs or loads, and the receipt knows no other markup.
    await leading.locator('#section-need').click();
    await leading.keyboard.press('Control+End');
    await leading.evaluate(PASTE_HOSTILE);
    await joining.locator('#section-need').getByText('Pasted words').waitFor();
    expect(await leading.evaluate('window.pasted')).toBeUndefined();
    expect(await joining.evaluate('window.pasted')).toBeUndefined();
    expect(await joining.locator('#section-need').innerHTML()).not.toMatch(
      /<script|onerror|javascript:|src=/iu,
    );

    const fileId = await uploadAnnex(lead, heavyPng({ width: 40, height: 30 }));
    await done(lead, 'POST', `/proposals/${proposal}/annexes`, { fileId, title: 'Map', questionKey: null });
    for (const [who, status] of [[second, 200] as const, [rival, 404] as const])
      expect((await ask(who, 'GET', `/files/${fileId}`)).status).toBe(status);

    for (const partner of [second, third]) {
      const { sha256 } = await done(partner, 'GET', `/proposals/${proposal}/dossier`);
      await done(partner, 'POST', `/proposals/${proposal}/sign-off`, { sha256 });
    }
    await done(lead, 'POST', `/proposals/${proposal}/submit`);
    const frozen = await ask(lead, 'GET', `/proposals/${proposal}/versions/1`);
    const { link, sha256: kept } = await done(second, 'GET', `/files/${fileId}`);
    const bytes = Buffer.from(await (await fetch(`${url}${link.url}`)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(kept);
    expect(frozen.text).toContain(kept);
    expect(frozen.text).toMatch(/Pasted .*words/su);
    expect(frozen.text).not.toMatch(/onerror|javascript:|<script/iu);
    weak = await written(rival, callId, 'One more bus tour');
    await done(rival, 'POST', `/proposals/${weak}/submit`);
    await leading.reload();
    await leading.getByText('The streets are empty after dinner.').first().waitFor();
    expect(await leading.locator('[contenteditable]').count()).toBe(0);
    await isFine(leading, 'handed-in');
    await close(callId);
  });

  it('keeps every letter when the tab goes or the line does, and says where they are', async () => {
    const { id } = await done(lead, 'POST', '/proposals', { title: 'Kept evenings', language: 'en' });
    const first = await enter('Badaon');
    const context = first.context();
    await first.goto(page('badaon-lab', id));
    await first.locator('#section-need[contenteditable=true]').click();
    await first.keyboard.type('Typed in the last moment.');
    await first.close();

    const again = await openPage(context);
    await again.goto(page('badaon-lab', id));
    const need = again.locator('#section-need[contenteditable=true]');
    await need.getByText('Typed in the last moment.').waitFor();
    await again.locator('[data-writing=saved]').first().waitFor();
    await context.setOffline(true);
    const said = () => again.locator('[data-writing]').allInnerTexts();
    await waitFor(
      'the page to say that there is no line',
      async () => (await said()).includes('Not connected: kept on this device'),
      { timeoutMs: 10_000, dump: async () => [await said(), await again.evaluate('navigator.onLine')] },
    );
    await need.click();
    await again.keyboard.press('Control+End');
    await again.keyboard.type(' Written without a line.');
    await isFine(again, 'kept-here');
    await again.close();
    const colleague = await enter('Badaon', { scheme: 'dark' });
    await colleague.goto(page('badaon-lab', id));
    const theirs = colleague.locator('#section-need[contenteditable=true]');
    await theirs.click();
    await colleague.keyboard.press('Control+Home');
    await colleague.keyboard.type('Meanwhile, elsewhere. ');
    await colleague.locator('[data-writing=saved]').first().waitFor();

    await context.setOffline(false);
    const back = await openPage(context);
    await back.goto(page('badaon-lab', id));
    // The name at the cursor of the colleague stands between the two.
    for (const kept of ['Meanwhile, elsewhere.', 'Typed in the last moment. Written without a line.']) {
      await back.locator('#section-need').getByText(kept).waitFor();
      await theirs.getByText(kept).waitFor();
    }
    await back.locator('[data-writing=saved]').first().waitFor();
    await colleague.context().close();
    await context.close();
  });

  it('is reviewed without conflict: one is found, one is declared, and somebody else is asked', async () => {
    // The partner of the consortium is in the pool, and is asked for the other proposal alone.
    await pool(callId, [...reviewers, second]);
    const plan = await assign(callId, [proposal, weak]);
    const people = (await done(chair, 'GET', `/calls/${callId}/reviewers`)).items;
    const partner = people.find(({ organizationId }) => organizationId === second.organizationId);
    const own = plan.conflicts.filter(({ reviewerId }) => reviewerId === partner?.id);
    expect(own.map(({ kind }) => kind)).toContain('organization');
    const isAsked = (reviewerId: string | undefined, proposalId: string): boolean =>
      plan.assigned.some((one) => one.reviewerId === reviewerId && one.proposalId === proposalId);
    expect(isAsked(partner?.id, proposal)).toBe(false);

    const asked = plan.assigned.filter(({ proposalId }) => proposalId === proposal);
    expect(asked).toHaveLength(2);
    const [first] = asked;
    const personOf = (reviewerId: string | undefined) =>
      people.find(({ id }) => id === reviewerId)?.organizationId;
    const conflicted = reviewers.find(({ organizationId }) => organizationId === personOf(first?.reviewerId));
    if (!conflicted) throw new Error('Nobody is asked.');
    const [duty] = (await dutiesOf(conflicted, callId)).filter(
      ({ title }) => title === 'Evenings by the sea',
    );
    const because = { reason: 'We bid together last year.', language: 'en' };
    const given = await done(conflicted, 'POST', `/reviews/${duty?.id ?? ''}/declare-conflict`, because);
    expect(given).toMatchObject({ state: 'conflicted', title: null });
    const next = await done(chair, 'GET', `/calls/${callId}/assignment`);
    expect(next.assigned.filter(({ proposalId }) => proposalId === proposal)).toHaveLength(1);
    expect(next.assigned.some(({ reviewerId }) => reviewerId === first?.reviewerId)).toBe(false);
    await done(chair, 'POST', `/calls/${callId}/assignment`, { planHash: next.planHash });
  });

  it('is revised on demand, scored on a screen of its own, and decided by the body in one batch', async () => {
    const everybody = [...reviewers, second];
    const screen = await enter('Lua Vang', { width: 360 });
    await screen.goto(`${url}/o/lua-vang-destination-advisors/reviews`);
    await screen
      .getByRole('link', { name: /Evenings by the sea|One more bus tour/ })
      .first()
      .waitFor();
    await isFine(screen, 'duties');
    await screen.context().close();
    for (const who of everybody)
      for (const { id, state } of await dutiesOf(who, callId))
        if (state === 'assigned') await review(who, id, 4);
    const desk = `/calls/${callId}/panels/${proposal}`;
    const dueAt = new Date(Date.now() + 864e5).toISOString();
    await done(chair, 'POST', `${desk}/request-revision`, {
      words: 'Reckon the budget anew.',
      language: 'en',
      dueAt,
    });
    expect(await done(lead, 'GET', `/proposals/${proposal}`)).toMatchObject({ state: 'revision_requested' });
    const { version } = await done(lead, 'GET', `/proposals/${proposal}`);
    await done(lead, 'PATCH', `/proposals/${proposal}`, { summary: 'One product, reckoned anew.' }, version);
    expect((await ask(lead, 'POST', `/proposals/${proposal}/submit`)).body.code).toBe('proposal/incomplete');
    for (const partner of [second, third]) {
      const { sha256 } = await done(partner, 'GET', `/proposals/${proposal}/dossier`);
      await done(partner, 'POST', `/proposals/${proposal}/sign-off`, { sha256 });
    }
    await done(lead, 'POST', `/proposals/${proposal}/submit`);
    await waitFor('the second round', async () => {
      for (const who of everybody)
        for (const { id, state } of await dutiesOf(who, callId))
          if (state === 'assigned') await review(who, id, 5);
      return (await done(chair, 'GET', desk)).state === 'discussion';
    });
    for (const id of [proposal, weak]) await done(chair, 'POST', `/calls/${callId}/panels/${id}/make-ready`);
    const decisions = `/calls/${callId}/decisions`;
    const verdict = (outcome: string) => ({
      outcome,
      reasons: `Found ${outcome} by all.`,
      conditions: [],
      language: 'en',
    });
    expect((await ask(chair, 'PUT', `${decisions}/${proposal}`, verdict('accepted'), 0)).status).toBe(403);
    await done(decider, 'PUT', `${decisions}/${proposal}`, verdict('accepted'), 0);
    await done(decider, 'PUT', `${decisions}/${weak}`, verdict('rejected'), 0);
    await done(decider, 'POST', `${decisions}/agree`);
    for (const [who, id] of [[lead, proposal] as const, [rival, weak] as const])
      expect(await done(who, 'GET', `/proposals/${id}/decision`)).toMatchObject({
        state: 'under_review',
        decision: null,
      });

    const body = await enter('Busan', { scheme: 'dark' });
    await body.goto(`${url}/o/busan/review-desk/${callId}`);
    await body.locator('main').getByRole('table').waitFor();
    await isFine(body, 'desk');
    await done(decider, 'POST', `${decisions}/release`);
    expect((await ask(decider, 'POST', `${decisions}/release`)).status).toBe(409);
    const told = await system.database.query(
      `select id from outbox_event where type = 'proposal.released' and aggregate_id = any($1)`,
      [[proposal, weak]],
    );
    expect(told).toHaveLength(2);
    await leading.reload();
    await leading.getByText('Found accepted by all.').first().waitFor();
    await leading.getByText('Clear and new.').first().waitFor();
    await isFine(leading, 'outcome');
    expect(await done(rival, 'GET', `/proposals/${weak}/decision`)).toMatchObject({ state: 'rejected' });
    const versions = (await done(lead, 'GET', `/proposals/${proposal}/versions`)).items;
    expect(versions.map(({ number }) => number)).toEqual([1, 2]);
    await body.context().close();
  });

  it('becomes a project, which hands in, is rated and closes', async () => {
    const found = await waitFor('the project', async () => {
      const { items } = await done(lead, 'GET', '/projects');
      return items.find((one) => one.title === 'Evenings by the sea');
    });
    projectId = found.id;
    const project = () => done(lead, 'GET', `/projects/${projectId}`);
    expect((await project()).partners).toHaveLength(3);
    const handIn = async (isWanted: (kind: string) => boolean): Promise<void> => {
      for (const { id, kind, state } of (await project()).milestones) {
        if (state === 'accepted' || !isWanted(kind)) continue;
        const at = `/projects/${projectId}/milestones/${id}`;
        await done(lead, 'POST', `${at}/submit`, { words: 'Reached.', language: 'en', spending: [] });
        await done(chair, 'POST', `${at}/accept`, { note: null, language: 'en' });
      }
    };
    await handIn((kind) => kind !== 'final_report' && kind !== 'final-report');
    await done(lead, 'POST', `/projects/${projectId}/begin-closing`);
    expect((await ask(chair, 'POST', `/projects/${projectId}/close`)).body.code).toBe(
      'project/closing-incomplete',
    );
    await handIn(() => true);
    const { version } = (await project()) as unknown as { version: number };
    const texts = [
      { language: 'en', headline: 'Evenings that last', story: 'Three countries, one product.' },
    ];
    const result = { texts, figures: [{ code: 'visitors', value: 1280 }] };
    const saved = await ask(lead, 'PUT', `/projects/${projectId}/result`, result, 0);
    if (saved.status >= 300) await done(lead, 'PUT', `/projects/${projectId}/result`, result, version);
    const consortium = [lead, second, third];
    for (const who of consortium)
      for (const { organizationId } of consortium.filter((other) => other !== who))
        await done(who, 'POST', `/projects/${projectId}/ratings`, {
          ...{ organizationId, cooperation: 5, wouldAgain: true, words: null, language: 'en' },
        });
    await done(chair, 'POST', `/projects/${projectId}/close`);
    expect((await project()).state).toMatch(/complete|closed/);
    await leading.context().close();
    await joining.context().close();
  });
});

describe('a blind round', () => {
  const NAMES = /badaon|바다온/iu;

  it('names nobody by page, API, mail, socket, search, export, history or header', async () => {
    const callId = await publishedCall({ isBlind: true, title: 'Blind evenings' });
    const summary =
      'Badaon Lab (바다온랩), by its Badaon Lab Owner, badaon-lab.example.com, knows the harbour.';
    const proposal = await written(lead, callId, 'Badaon Lab evenings', summary);
    await done(lead, 'POST', `/proposals/${proposal}/submit`);
    await close(callId);
    const [first, other] = reviewers as [ActorSession, ActorSession];
    const live: LiveSocket[] = [await first.openSocket(), await other.openSocket()];
    await pool(callId, [first, other]);
    await assign(callId, [proposal]);
    const [duty] = await dutiesOf(first, callId);
    if (!duty) throw new Error('Nobody is asked.');
    const page = await enter('Da Nang');
    await page.goto(`${url}/o/da-nang/reviews/${duty.id}`);
    await page.getByText('This is a blind round.').waitFor();
    await isFine(page, 'blind');
    const seen = [await page.content()];
    await page.goto(`${url}/o/da-nang/reviews`);
    await page.getByText('evenings').first().waitFor();
    seen.push(await page.locator('main').innerHTML());
    await page.goto(`${url}/o/da-nang/calls/${callId}`);
    await page.getByRole('heading', { name: 'Blind evenings' }).first().waitFor();
    seen.push(await page.locator('main').innerHTML());
    for (const [who, score] of [[first, 5] as const, [other, 4] as const])
      for (const { id } of await dutiesOf(who, callId)) await review(who, id, score);

    const paths = [
      ...[`/reviews/${duty.id}`, '/reviews', '/notices', '/calls'],
      ...[`/proposals/${proposal}`, `/proposals/${proposal}/versions/1`, `/proposals/${proposal}/dossier`],
      ...[
        `/proposals/${proposal}/decision`,
        `/proposals/${proposal}/steps`,
        `/proposals/${proposal}/comments`,
      ],
      ...[`/proposals/${proposal}/version-comparison?from=1&to=1`, `/proposals/${proposal}/versions/1/pdf`],
      ...[
        `/calls/${callId}/decision-sheet`,
        ...['csv', 'xlsx', 'pdf'].map((form) => `/calls/${callId}/decision-sheet.${form}`),
        `/calls/${callId}/history`,
        `/calls/${callId}/projects`,
      ],
      ...[`/calls/${callId}/panels/${proposal}`, '/proposal-parts', '/proposals'],
    ];
    for (const path of paths) {
      const { status, text, headers } = await ask(first, 'GET', path);
      expect([path, status < 500, NAMES.test(text + headers)]).toEqual([path, true, false]);
      expect([path, text.includes(proposal)]).toEqual([path, false]);
    }
    // The market names who is in it, for other reasons; that this one proposes here is nowhere said.
    const copy = await done(first, 'POST', '/data-exports');
    await waitFor('the copy of what TTN holds of a reviewer', async () => {
      return (await done(first, 'GET', `/data-exports/${copy.id}`)).state === 'ready';
    });
    const elsewhere = [
      ...['/matches', '/conversations', '/directory?q=evenings', '/organizations?q=badaon', '/results'],
      ...['/messages?q=evenings', '/directory/export?q=evenings', `/data-exports/${copy.id}/content`],
    ];
    for (const path of elsewhere) {
      const { status, text } = await ask(first, 'GET', path);
      expect([path, status]).toEqual([path, 200]);
      expect([path, text.includes(proposal), /lab evenings|knows the harbour/iu.test(text)]).toEqual([
        ...[path, false, false],
      ]);
    }
    const mails = await waitFor('the mails to a reviewer', async () => {
      const rows = await system.database.query<{ text: string }>(
        `select m.subject || m.text || m.html as text from mail m where m.person_id = $1 and m.template like 'review%'`,
        [first.personId],
      );
      return rows.length > 0 ? rows : undefined;
    });
    const pushed = live.flatMap((socket) => socket.pushed.map((push) => JSON.stringify(push)));
    for (const text of [...seen, ...mails.map((mail) => mail.text), ...pushed]) {
      expect(NAMES.exec(text)).toBeNull();
      expect(text).not.toContain(lead.organizationId);
    }
    // Who has to know does.
    expect((await ask(chair, 'GET', `/calls/${callId}/panels/${proposal}`)).text).toMatch(NAMES);
    await page.context().close();
  });
});

describe('a deadline', () => {
  it('holds at the second, by the clock of the database, whoever is asked when', async () => {
    const drafts = 24;
    const closesAt = new Date(Date.now() + 25_000);
    const stages = [
      {
        ...{
          key: 'full',
          opensAt: new Date(Date.now() - 60_000).toISOString(),
          closesAt: closesAt.toISOString(),
        },
        form: [{ key: 'need', kind: 'long', words: 'Which need?', required: true, maxLength: 2000 }],
      },
    ];
    const callId = await publishedCall({ title: 'Until this second', stages });
    const ids = await Promise.all(
      Array.from({ length: drafts }, (_, index) => written(rival, callId, `Draft ${index}`)),
    );
    const now = async () => {
      const [row] = await system.database.query<{ left: number }>(
        `select extract(epoch from $1::timestamptz - clock_timestamp())::float as left`,
        [closesAt],
      );
      return row?.left ?? 0;
    };
    await waitFor('the last seconds', async () => (await now()) < 1.5, { timeoutMs: 40_000 });
    const answers: Answer[] = [];
    for (const id of ids) {
      answers.push(await ask(rival, 'POST', `/proposals/${id}/submit`));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await waitFor('the end', async () => (await now()) < 0);
    answers.push(await ask(rival, 'POST', `/proposals/${ids.at(-1) ?? ''}/submit`));
    const taken = await system.database.query<{ late: boolean }>(
      `select v.submitted_at >= $2 as late from proposal_version v join proposal p on p.id = v.proposal_id
       where p.call_id = $1`,
      [callId, closesAt],
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(taken).toHaveLength(won.length);
    expect(won.length).toBeGreaterThan(0);
    expect(taken.filter(({ late }) => late)).toEqual([]);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(lost.length).toBeGreaterThan(0);
    for (const { status, body } of lost) expect([status, body.code]).toEqual([409, 'proposal/stage-closed']);
    // Nothing of the late ones is lost.
    expect(await done(rival, 'GET', `/proposals/${ids.at(-1) ?? ''}`)).toMatchObject({ state: 'draft' });
  });
});
