import type { Browser } from 'playwright-core';
import { ActorSession } from '../support/actor-session.js';
import { askForContact } from '../support/ask-for-contact.js';
import {
  hasFocus,
  launchBrowser,
  openContext,
  screenshot,
  signIn,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import {
  accept,
  accountOfDesk,
  done,
  quiet,
  quoted,
  requested,
  seated,
} from '../support/consulting-story.js';
import { accountOf, type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

jest.setTimeout(300_000);

const CHANGED = 'Somebody else changed this meanwhile';

/** What one has typed stays, and so does what others have saved meanwhile. */
describe('words that are typed', () => {
  let browser: Browser;
  let system: RunningSystem;
  let url: string;
  const pages: WatchedPage[] = [];

  const enter = async (account: DemoAccount): Promise<WatchedPage> => {
    const page = await signIn(await openContext(browser), url, account);
    pages.push(page);
    return page;
  };
  const isFine = async (page: WatchedPage, name: string): Promise<void> => {
    await screenshot(page, `words-${name}`);
    expect([name, await violations(page)]).toEqual([name, []]);
  };

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    url = system.apis[0]?.url ?? '';
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, 60_000);

  afterEach(async () => {
    expect(pages.flatMap(({ problems }) => problems.splice(0))).toEqual([]);
    for (const page of pages.splice(0)) {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.context().close();
    }
  });

  it('of an account do not write over what another device has saved', async () => {
    const account = accountOf('Da Nang', system.accounts);
    const device = await ActorSession.signIn(url, account);
    const me = () => done(device, 'GET', '/me');
    const rename = async (displayName: string) => {
      const { version } = await me();
      await done(device, 'PATCH', '/me', { body: { displayName }, version });
    };
    const page = await enter(account);
    await page.goto(`${url}/account`);
    const name = page.getByLabel('Name', { exact: true });
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await page.getByLabel('Name in Latin letters').fill('Le An');
    await rename('Lê An');
    await save.click();
    // Read anew, where nothing was typed theirs is taken over.
    await page.getByRole('alert').first().waitFor();
    await save.click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await me()).toMatchObject({ displayName: 'Lê An', latinName: 'Le An' });

    await name.fill('An Lê');
    await rename('Lê Thị An');
    await save.click();
    await page.getByText('Theirs was: Lê Thị An').waitFor();
    expect(await name.inputValue()).toBe('An Lê');
    await isFine(page, 'account-clash');
    await page.getByRole('button', { name: 'Take theirs: Name' }).click();
    expect(await name.inputValue()).toBe('Lê Thị An');
    await hasFocus(name);
    await page.getByText(CHANGED).waitFor({ state: 'detached' });
  });

  it('of a results page do not write over those of a colleague', async () => {
    const [row] = await system.database.query<{ id: string; slug: string }>(
      `select p.id, o.slug from project p join organization o on o.id = p.organization_id
       where p.state = 'running' order by p.id limit 1`,
    );
    const desk = await ActorSession.signIn(url, accountOfDesk(system));
    const { account, session: colleague } = await seated(row?.slug ?? '', system, desk);
    const at = `/projects/${row?.id ?? ''}`;
    const result = async () => {
      const { result: now } = (await done(colleague, 'GET', at)) as unknown as { result: Result };
      return now;
    };
    const page = await enter(account);
    await page.goto(`${url}/o/${row?.slug ?? ''}${at}/results`);
    await page.locator('#figure-jobs').fill('12');
    const { texts, figures, version } = await result();
    const told = { language: 'en', headline: 'Evenings that last', story: 'Three countries, one product.' };
    const body = { texts: [...texts.filter(({ language }) => language !== 'en'), told], figures };
    await done(colleague, 'PUT', `${at}/result`, { body, version });
    const save = page.getByRole('button', { name: 'Save results page' });
    await save.click();
    await page.getByRole('alert').first().waitFor();
    await save.click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    const saved = await result();
    expect(saved.texts).toContainEqual(told);
    expect(saved.figures).toContainEqual({ code: 'jobs', value: 12 });
  });

  it('and not sent wait below those of a message that is worded anew', async () => {
    const city = accountOf('Da Nang', system.accounts);
    const reader = await ActorSession.signIn(url, city);
    const writer = await ActorSession.signIn(url, accountOf('Badaon Lab', system.accounts));
    const asked = { toOrganizationId: reader.organizationId, message: 'May we write to you?' };
    const { id } = await done(writer, 'POST', '/contact-requests', { body: asked });
    const accepted = await done(reader, 'POST', `/contact-requests/${id}/accept`);
    const { conversationId } = accepted as unknown as { conversationId: string };
    const page = await enter(city);
    await page.goto(`${page.url().replace(/\/$/, '')}/messages/${conversationId}`);
    const field = page.locator('form textarea');
    const said = page.locator('[role=listitem]').filter({ hasText: 'We meet on' });
    const edit = async () => {
      await said.getByRole('button', { name: 'More for this message' }).click();
      await page.getByRole('menuitem', { name: 'Edit' }).click();
    };
    await field.fill('We meet on Tusday.');
    await field.press('Enter');
    await said.and(page.locator('[data-state=sent]')).waitFor();
    await field.fill('And what I was about to say');
    await edit();
    expect(await field.inputValue()).toBe('We meet on Tusday.');
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await field.inputValue()).toBe('And what I was about to say');
    await hasFocus(field);
    await edit();
    await field.fill('We meet on Tuesday.');
    await field.press('Enter');
    await said.filter({ hasText: 'Tuesday' }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('And what I was about to say');
    await page.reload();
    const isBack = async () => (await field.inputValue()) === 'And what I was about to say';
    await waitFor('the draft', isBack);
  });

  it('are not asked for to take back what was put away, also where it was the last of a list', async () => {
    const page = await enter(accountOf('Badaon Lab', system.accounts));
    let isAway = false;
    let reread: () => void = () => undefined;
    const empty = new Promise<void>((resolve) => (reread = resolve));
    await page.route('**/api/v1/matches?*', async (route) => {
      const response = await route.fetch();
      const list = (await response.json()) as { items: unknown[]; run: object };
      // Those who wait for an answer stand in a list of their own, where none is.
      const isWaiting = new URL(route.request().url()).searchParams.getAll('state').length === 1;
      const items = isAway || isWaiting ? [] : list.items.slice(0, 1);
      await route.fulfill({ response, json: { ...list, items, nextCursor: null } });
      if (isAway) reread();
    });
    await page.goto(`${page.url().replace(/\/$/, '')}/matches`);
    const card = page.locator('[data-match]');
    await card.first().waitFor({ timeout: 60_000 });
    const id = await card.first().getAttribute('data-match');
    await card.first().getByRole('button', { name: 'Not now' }).click();
    isAway = true;
    await page.getByRole('menuitem').first().click();
    const undo = page.getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    await askForContact(system, 'Cat Trang Golf Resort', 'Badaon Lab');
    await empty;
    await undo.click();
    await undo.waitFor({ state: 'detached' });
    expect(await system.database.query('select from match_dismissal where match_id = $1', [id])).toEqual([]);
  });

  it('to a panel stay when the proposal is read in another version', async () => {
    const [row] = await system.database.query<{ call: string; proposal: string }>(
      `select p.call_id as call, p.id as proposal from proposal p join call c on c.id = p.call_id
       where c.state = 'reviewing' order by p.id limit 1`,
    );
    const page = await enter(accountOfDesk(system));
    let version = 1;
    await page.route('**/api/v1/calls/*/panels/*', async (route) => {
      const response = await route.fetch();
      const panel = (await response.json()) as { abilities: object };
      const abilities = { screen: false, readmit: false, fulfil: false, requestRevision: true };
      await route.fulfill({ response, json: { ...panel, version, abilities } });
    });
    // Somebody else was faster.
    await page.route('**/api/v1/calls/*/panels/*/make-ready', (route) => {
      version += 1;
      return route.fulfill({ status: 409, json: { code: 'request/conflict', status: 409 } });
    });
    await page.goto(
      `${url}/o/tpo-secretariat/review-desk/${row?.call ?? ''}/proposals/${row?.proposal ?? ''}`,
    );
    const words = page.getByLabel('What is to be revised');
    await words.fill('Reckon the budget anew.');
    await page.getByRole('button', { name: 'Ready for decision' }).click();
    await page.getByText(CHANGED).waitFor();
    expect(await words.inputValue()).toBe('Reckon the budget anew.');
    await isFine(page, 'panel');
  });

  it('of a quote stay when a colleague has handed in another', async () => {
    const desk = await ActorSession.signIn(url, accountOfDesk(system));
    await quiet(system);
    const city = await seated('busan', system, desk);
    const expert = await seated('hanbada-urban-tourism-lab', system, desk);
    const id = await requested(city.session, { kind: 'committee', title: 'An old harbour for visitors' });
    const organizationIds = [expert.session.organizationId];
    await done(desk, 'POST', `/consulting-requests/${id}/invite`, { body: { organizationIds } });
    await accept(expert.session, id);
    const page = await enter(expert.account);
    await page.goto(`${url}/o/${expert.slug}/consulting/${id}`);
    const scope = page.getByRole('textbox', { name: 'What you will do' });
    await scope.fill('One walk along the quay');
    await page.locator('#fee').fill('100');
    await page.locator('#valid-until').fill('2099-01-31');
    await quoted(expert.session, id);
    await page.getByRole('button', { name: 'Hand in the quote' }).click();
    await page.getByRole('button', { name: 'Hand in the new version' }).waitFor();
    expect(await scope.inputValue()).toBe('One walk along the quay');
    await page.getByText('Theirs was: Two workshops and a plan').waitFor();
    await isFine(page, 'quote');
  });
});

interface Result {
  texts: { language: string; headline: string; story: string }[];
  figures: { code: string; value: number }[];
  version: number;
}
