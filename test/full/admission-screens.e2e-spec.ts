import type { Browser, Page } from 'playwright-core';
import {
  launchBrowser,
  type Look,
  openContext,
  openPage,
  screenshot,
  signIn,
  tabTo,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { accountOf, type DemoAccount, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

const OFFICE = 'Tourism Promotion Organization for Global Cities';
const PASSWORD = 'a password of some length';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n');
/** A decision takes effect after ten seconds, and the clock of the worker looks once a second. */
const DECIDED_MS = 60_000;
const MATCHED_MS = 60_000;

/** Newcomers on both ways into the network, in the browser, mostly by keyboard, up to their first match. */
describe('admission', () => {
  let browser: Browser;
  let system: RunningSystem;
  let url: string;
  let officer: WatchedPage;
  let city: WatchedPage;
  const pages: WatchedPage[] = [];

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    url = system.apis[0]?.url ?? '';
    officer = await demo(OFFICE);
    city = await demo('Da Nang', { scheme: 'dark' });
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, 300_000);

  afterEach(() => {
    expect(pages.flatMap((page) => page.problems.splice(0))).toEqual([]);
  });

  async function demo(organization: string, look: Look = {}): Promise<WatchedPage> {
    const context = await openContext(browser, { locale: 'en', ...look });
    const page = await signIn(context, url, accountOf(organization, system.accounts));
    pages.push(page);
    return page;
  }

  /** Registers through the screens, follows the link of the mail and signs in: nobody's member yet. */
  async function newcomer(name: string, look: Look = {}): Promise<WatchedPage> {
    const page = await openPage(await openContext(browser, { locale: 'en', ...look }));
    pages.push(page);
    const account: DemoAccount = {
      ...{ role: '', organization: '' },
      ...{ email: `${name}@${name}.example`, password: PASSWORD },
    };
    await page.goto(`${url}/register`);
    await page.locator('#displayName').fill(name);
    await page.locator('#email').fill(account.email);
    await page.locator('#password').fill(account.password);
    await page.locator('#password').press('Enter');
    await page.goto(`${url}/confirm-email#token=${await confirmationOf(account.email)}`);
    await page.locator('main a[href="/sign-in"]').first().waitFor();
    await page.goto(`${url}/sign-in`);
    await page.locator('input[type=email]').fill(account.email);
    await page.locator('input[type=password]').fill(account.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/apply$/);
    await page.locator('#kind').waitFor();
    return page;
  }

  async function confirmationOf(email: string): Promise<string> {
    const id = await waitFor('the mail', async () => {
      const rows = await system.database.query<{ id: string }>(
        `select id from mail where to_address = $1 and state = 'sent'`,
        [email],
      );
      return rows[0]?.id;
    });
    const reader = await openPage(officer.context());
    await reader.goto(`${url}/o/tpo-secretariat/mail/${id}`);
    await reader.getByText('#token=').first().waitFor();
    const token = /#token=(\S+)/.exec((await reader.textContent('main')) ?? '')?.[1] ?? '';
    await reader.close();
    return token;
  }

  /** Chooses in a list that searches as one types. */
  async function choose(page: Page, field: string, typed: string, option: RegExp): Promise<void> {
    await tabTo(page, page.locator(field));
    await page.keyboard.type(typed);
    const first = page.locator('[role=listbox]:visible [role=option]').first();
    await waitFor(
      `${typed} to be offered first`,
      async () => option.test((await first.textContent().catch(() => '')) ?? '') || undefined,
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }

  /** The organization, by keyboard. */
  async function begin(page: WatchedPage, name: string, country = 'Vietnam'): Promise<void> {
    await tabTo(page, page.locator('#kind'));
    await page.locator('#kind').selectOption('sme');
    await choose(page, '#country', country, new RegExp(country));
    await tabTo(page, page.locator('#name'));
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/application\?step=way$/);
  }

  const step = async (page: WatchedPage, name: string): Promise<void> => {
    const link = page.locator('nav ol').getByRole('link', { name });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/step=/);
  };

  const motivate = async (page: WatchedPage): Promise<void> => {
    await tabTo(page, page.locator('#motivation'));
    await page.keyboard.type('We guide walks at night and look for cities to walk in.');
  };

  async function attachAndSend(page: WatchedPage): Promise<void> {
    await step(page, 'Registration document');
    const upload = page.locator('input[type=file]');
    await upload.waitFor({ state: 'attached' });
    await upload.setInputFiles({ name: 'register.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page.getByRole('button', { name: 'Save register.pdf' }).waitFor();
    await step(page, 'Check and send');
    await page.getByText('Everything is there').waitFor();
    expect(await violations(page)).toEqual([]);
    const send = page.getByRole('button', { name: 'Send the application' });
    await tabTo(page, send);
    await page.keyboard.press('Enter');
  }

  /** Opens the application on the officer's desk, by its name in the queue. */
  async function openOnDesk(page: WatchedPage, name: string): Promise<void> {
    await page.goto(`${url}/o/tpo-secretariat/admissions`);
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async function decide(page: WatchedPage, verdict: string, reason: string): Promise<void> {
    const choice = page.locator(`#verdict-${verdict}`);
    await choice.waitFor();
    await choice.focus();
    await page.keyboard.press('Space');
    await tabTo(page, page.locator('#reason'));
    await page.locator('#reason').fill(reason);
    await tabTo(page, page.getByRole('button', { name: 'Decide' }));
    await page.keyboard.press('Enter');
  }

  async function recommend(applicant: string): Promise<void> {
    await city.goto(`${url}/o/da-nang/recommendations`);
    await city.getByRole('link', { name: applicant }).click();
    await tabTo(city, city.locator('#statement'));
    await city.keyboard.type('We have walked with them since 2021.');
    expect(await violations(city)).toEqual([]);
    await screenshot(city, `admission-recommend-${applicant}`);
    await tabTo(city, city.getByRole('button', { name: 'Recommend', exact: true }));
    await city.keyboard.press('Enter');
    await city.locator('#revoke-reason').waitFor();
  }

  async function applyByRecommendation(name: string, look?: Look): Promise<WatchedPage> {
    const page = await newcomer(name.toLowerCase(), look);
    await begin(page, `${name} Night Walks`);
    await motivate(page);
    await page.locator('#route').focus();
    await page.keyboard.press('Space');
    await choose(page, '#recommenderId', 'Da Nang', /^Da Nang/);
    await attachAndSend(page);
    await page.getByText('Da Nang has your request for a recommendation').waitFor();
    return page;
  }

  it('says what is missing, goes on where one left, and sends what is whole', async () => {
    const page = await newcomer('fern', { locale: 'ko', width: 360 });
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'admission-apply');
    await page.getByRole('button', { name: '신청 시작' }).click();
    await page.getByText('기관 유형을 선택하십시오').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await begin(page, 'Fern Trails', '베트남');
    await page.locator('#motivation').fill('밤길을 안내합니다.');
    await page.locator('[data-saved=saved]').first().waitFor();
    await page.goto(`${url}/o/fern-trails/application?step=review`);
    await page.getByText('2개 항목이 비어 있습니다').waitFor();
    expect(await page.getByRole('button', { name: '신청서 제출' }).isDisabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'admission-gaps');
    await page.getByRole('link', { name: '참여 경로를 선택하십시오' }).click();
    expect(await page.locator('#motivation').inputValue()).toBe('밤길을 안내합니다.');
    await screenshot(page, 'admission-way');
    await page.context().close();
  }, 300_000);

  it('route A: recommended by a member city, admitted, and led to the first match', async () => {
    const page = await applyByRecommendation('Lotus');
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'admission-status');
    await recommend('Lotus Night Walks');
    await page.getByText('The secretariat has your application').waitFor();

    await officer.goto(`${url}/o/tpo-secretariat/admissions`);
    await officer.getByRole('link', { name: 'Lotus Night Walks' }).waitFor();
    expect(await violations(officer)).toEqual([]);
    await screenshot(officer, 'admission-queue');
    await openOnDesk(officer, 'Lotus Night Walks');
    expect(await violations(officer)).toEqual([]);
    await screenshot(officer, 'admission-desk');
    await decide(officer, 'reject', 'A slip of the hand.');
    const undo = officer.getByRole('button', { name: /Take it back/ });
    await tabTo(officer, undo);
    await officer.keyboard.press('Enter');
    await officer.locator('main').getByText('Nothing has happened.').first().waitFor();
    await decide(officer, 'accept', 'Welcome among us.');
    // Looked at where it is not against the clock: this one is not taken back.
    await undo.waitFor();
    await screenshot(officer, 'admission-undo');
    expect(await violations(officer)).toEqual([]);
    await officer.getByText('The application is closed.').waitFor({ timeout: DECIDED_MS });

    await page.getByText('Welcome to the network').waitFor({ timeout: DECIDED_MS });
    await page.getByRole('link', { name: 'Matches' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'admission-admitted');
    await page.goto(`${url}/o/lotus-night-walks/proposals/new`);
    await page.locator('#title').fill('Night beach walks in Da Nang');
    await page
      .locator('#summary')
      .fill(
        'An app guides through the night beaches and markets of Da Nang. We look for the city as a partner.',
      );
    await page.locator('button[type=submit]').click();
    await page.locator('article').first().waitFor({ timeout: MATCHED_MS });
  }, 300_000);

  it('route B: an entry proposal, two reviews, and a match from the proposal on', async () => {
    const page = await newcomer('orchid');
    await begin(page, 'Orchid Tours');
    await motivate(page);
    await page.locator('input[value=entry_proposal]').focus();
    await page.keyboard.press('Space');
    await tabTo(page, page.locator('#title'));
    await page.keyboard.type('Night beach walks in Da Nang');
    await tabTo(page, page.locator('#summary'));
    await page.keyboard.type('An app guides through the night beaches and markets of Da Nang.');
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'admission-entry');
    await attachAndSend(page);
    await page.getByText('Two reviewers have your entry proposal').waitFor();

    await openOnDesk(officer, 'Orchid Tours');
    await choose(officer, '#reviewer-organization', 'Da Nang', /^Da Nang/);
    await assignFirstOf(officer);
    await choose(officer, '#reviewer-organization', 'Ho Chi Minh', /^Ho Chi Minh City/);
    await assignFirstOf(officer);
    await officer.locator('#reviewer').waitFor({ state: 'detached' });
    const other = await demo('Ho Chi Minh City', { width: 360 });
    await review(city, 'da-nang');
    await review(other, 'ho-chi-minh-city');

    await officer.getByText('2 of 2 are in').waitFor();
    expect(await violations(officer)).toEqual([]);
    await decide(officer, 'accept', 'A new market.');
    await page.getByText('Welcome to the network').waitFor({ timeout: DECIDED_MS });
    await page.getByText('Name the cities you would begin with.').first().waitFor();
    await page.goto(`${url}/o/orchid-tours/proposals`);
    await page.getByRole('link', { name: 'Night beach walks in Da Nang' }).click();
    await page.locator('article').first().waitFor({ timeout: MATCHED_MS });
  }, 300_000);

  async function assignFirstOf(page: WatchedPage): Promise<void> {
    const person = page.locator('#reviewer');
    await waitFor('the people of the organization', async () => {
      return (await person.locator('option').count()) > 1 || undefined;
    });
    await person.selectOption({ index: 1 });
    const reviewers = await page.getByText('To be written').count();
    await tabTo(page, page.getByRole('button', { name: 'Ask for a review' }));
    await page.keyboard.press('Enter');
    await page.getByText('To be written').nth(reviewers).waitFor();
  }

  async function review(page: WatchedPage, slug: string): Promise<void> {
    await page.goto(`${url}/o/${slug}/application-reviews`);
    await page.getByRole('link', { name: 'Night beach walks in Da Nang' }).click();
    await tabTo(page, page.locator('#novelty-1'));
    for (const scale of ['novelty', 'market', 'smeBenefit']) {
      await page.locator(`#${scale}-1`).focus();
      for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
    }
    await page.locator('#comment').fill('Name the cities you would begin with.');
    expect(await violations(page)).toEqual([]);
    await screenshot(page, `admission-review-${slug}`);
    await tabTo(page, page.getByRole('button', { name: 'Hand in the review' }));
    await page.keyboard.press('Enter');
    await page.getByText('4 of 5').first().waitFor();
    expect(await violations(page)).toEqual([]);
  }

  it('a refusal says why; an appeal goes to another officer', async () => {
    const page = await applyByRecommendation('Cedar', { scheme: 'dark' });
    await recommend('Cedar Night Walks');
    await openOnDesk(officer, 'Cedar Night Walks');
    await decide(officer, 'ask', 'Which cities do you walk in?');
    await page.getByText('Which cities do you walk in?').first().waitFor({ timeout: DECIDED_MS });
    await tabTo(page, page.locator('#answer'));
    await page.keyboard.type('In Da Nang and Hoi An.');
    expect(await violations(page)).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: 'Send the answer' }));
    await page.keyboard.press('Enter');
    await page.getByText('The secretariat has your application').waitFor();

    await officer.getByText('In Da Nang and Hoi An.').first().waitFor();
    await decide(officer, 'reject', 'The document does not name you.');
    await page.getByText('The application was not accepted').waitFor({ timeout: DECIDED_MS });
    expect(await page.getByText('The document does not name you.').count()).toBeGreaterThan(0);
    await tabTo(page, page.locator('#appeal'));
    await page.keyboard.type('It does, on page two.');
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'admission-refused');
    await tabTo(page, page.getByRole('button', { name: 'Appeal' }));
    await page.keyboard.press('Enter');
    await page.getByText('Another officer has your appeal').waitFor();
    await officer.getByText('You cannot decide on this application').waitFor();
    expect(await violations(officer)).toEqual([]);
  }, 300_000);
});
