import type { Browser, Locator } from 'playwright-core';
import { askForContact } from '../support/ask-for-contact.js';
import {
  launchBrowser,
  type Look,
  openContext,
  screenshot,
  signIn,
  tabTo,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { accountOf, type RunningSystem, startSystem } from '../support/running-system.js';

const OFFICE = 'Tourism Promotion Organization for Global Cities';
const LETTER = '다낭의 밤길 안내를 함께 시험해 보고 싶습니다.';
const WELCOME = 'Gladly. When could you come?';
const ANSWER = '3월에 갈 수 있습니다.';
/** The demonstration is matched soon after the system has started. */
const MATCHED_MS = 60_000;

/** From a match to a conversation as two organizations live it, by keyboard, and what the secretariat sees of it. */
describe('matching', () => {
  let browser: Browser;
  let system: RunningSystem;
  let url: string;
  let sme: WatchedPage;
  let city: WatchedPage;
  let office: WatchedPage;
  const pages: WatchedPage[] = [];

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    url = system.apis[0]?.url ?? '';
    [sme, city, office] = await Promise.all([
      open('Badaon Lab', { locale: 'ko' }),
      open('Da Nang', { scheme: 'dark', width: 360 }),
      open(OFFICE, {}),
    ]);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, 300_000);

  afterEach(() => {
    expect(pages.flatMap((page) => page.problems.splice(0))).toEqual([]);
  });

  async function open(organization: string, look: Look): Promise<WatchedPage> {
    const context = await openContext(browser, { locale: 'en', ...look });
    const page = await signIn(context, url, accountOf(organization, system.accounts));
    pages.push(page);
    return page;
  }

  const press = async (page: WatchedPage, what: Locator): Promise<void> => {
    await tabTo(page, what);
    await page.keyboard.press('Enter');
  };

  /** The first match of the firm with the city that it may write about. */
  const card = (): Locator =>
    sme
      .locator('[data-match]')
      .filter({ hasText: 'Da Nang' })
      .filter({ has: sme.getByRole('button', { name: '대화 시작하기' }) })
      .first();

  it('an SME reads why a city fits, in the words of both, and what each would give', async () => {
    await sme.goto(`${url}/o/badaon-lab/matches`);
    await card().waitFor({ timeout: MATCHED_MS });
    expect(await card().locator('[data-reason]').count()).toBeGreaterThanOrEqual(2);
    await press(sme, card().getByRole('button', { name: /양측 비교/ }));
    await card().getByText('우리가 주는 것').waitFor();
    await card().getByText('상대가 주는 것').waitFor();
    expect(await card().locator('table [lang]').count()).toBeGreaterThanOrEqual(1);
    expect(await violations(sme)).toEqual([]);
  }, 300_000);

  it('asks why it does not fit better, and is told what either side could state', async () => {
    await press(sme, card().getByRole('button', { name: '왜 더 높지 않습니까?' }));
    await card().locator('[data-why] li').first().waitFor();
    await screenshot(sme, 'matching-why');
    expect(await violations(sme)).toEqual([]);
  }, 300_000);

  it('sees whom one fact more would bring', async () => {
    await sme.locator('[data-prospect]').first().waitFor();
    expect(await sme.locator('[data-prospect] a').count()).toBeGreaterThanOrEqual(1);
  }, 300_000);

  it('puts another match away by mistake and takes that back', async () => {
    const id = await sme.locator('[data-match]').nth(1).getAttribute('data-match');
    const other = sme.locator(`[data-match='${id}']`);
    // Something else comes while the answer is on its way, and has the list read again: the card is gone before it.
    await sme.route('**/api/v1/matches/*/dismiss', async (route) => {
      const response = await route.fetch();
      await askForContact(system, 'Cat Trang Golf Resort', 'Badaon Lab');
      await other.waitFor({ state: 'detached' });
      await route.fulfill({ response });
    });
    await press(sme, other.getByRole('button', { name: '다음에' }));
    await sme.getByRole('menuitem', { name: '시기가 맞지 않음' }).press('Enter');
    await screenshot(sme, 'matching-away');
    await press(sme, sme.getByRole('button', { name: '되돌리기' }));
    await sme.locator(`[data-match='${id}']`).waitFor();
    const rows = await system.database.query('select from match_dismissal where match_id = $1', [id]);
    expect(rows).toEqual([]);
  }, 300_000);

  it('does not find again what it has put away, also where no line tells of changes', async () => {
    const context = await openContext(browser, { locale: 'ko' });
    const quiet = await signIn(context, url, accountOf('Badaon Lab', system.accounts));
    await quiet.routeWebSocket(/\/socket\.io\//, () => undefined);
    await quiet.goto(`${url}/o/badaon-lab/matches`);
    const any = quiet.locator('[data-match]');
    await any.first().waitFor({ timeout: MATCHED_MS });
    // While lists are drawn they are asked for again anyway.
    const drawing = quiet.getByText('매칭을 진행하고 있습니다.');
    await drawing.waitFor({ state: 'detached', timeout: MATCHED_MS });
    const id = await any.filter({ hasNotText: 'Da Nang' }).last().getAttribute('data-match');
    const away = quiet.locator(`[data-match='${id}']`);
    await away.getByRole('button', { name: '다음에' }).click();
    await quiet.getByRole('menuitem', { name: '시기가 맞지 않음' }).click();
    await quiet.getByRole('button', { name: '되돌리기' }).waitFor();
    await quiet.getByRole('link', { name: '답변을 기다리는 관심' }).click();
    await any.first().waitFor({ state: 'detached' });
    await quiet.goBack();
    await any.first().waitFor();
    await away.waitFor({ state: 'detached' });
    expect(quiet.problems).toEqual([]);
    await context.close();
  }, 300_000);

  it('writes in its own words, and finds it waiting with the clock beside it', async () => {
    await press(sme, card().getByRole('button', { name: '대화 시작하기' }));
    await tabTo(sme, sme.getByRole('textbox'));
    await sme.keyboard.type(LETTER);
    await press(sme, sme.getByRole('button', { name: '보내기' }));
    await sme.locator('[data-match]').getByText('관심 표시함').first().waitFor();
    await press(sme, sme.getByRole('link', { name: '답변을 기다리는 관심' }));
    const row = sme.locator('[data-interest]').filter({ hasText: LETTER });
    await row.getByText(/상대의 답변 기한/).waitFor();
    await screenshot(sme, 'matching-waiting');
    expect(await violations(sme)).toEqual([]);
  }, 300_000);

  it('the city finds it on its phone, sees the same reasons, accepts and is in the conversation', async () => {
    await city.goto(`${url}/o/da-nang/interests`);
    const row = city.locator('[data-interest]').filter({ hasText: LETTER });
    await row.getByText(/Answer by/).waitFor();
    await screenshot(city, 'matching-to-answer');
    expect(await violations(city)).toEqual([]);
    const codes = await system.database.query<{ code: string }>(
      `select r ->> 'code' as code from interest i join match m on m.id = i.match_id,
         jsonb_array_elements(m.reasons || m.unmet) r where i.message = $1`,
      [LETTER],
    );
    await press(city, row.getByRole('link', { name: 'Badaon Lab' }));
    const whole = city.locator('[data-match]');
    await whole.waitFor();
    const shown = await whole
      .locator('[data-reason]')
      .evaluateAll<string[], HTMLElementLike>((all) => all.map((each) => each.dataset.reason ?? ''));
    expect([...new Set(shown)].sort()).toEqual([...new Set(codes.map(({ code }) => code))].sort());

    await press(city, city.getByRole('button', { name: 'Accept and talk' }));
    await city.waitForURL(/\/messages\//);
    await city.getByText(LETTER).first().waitFor();
  }, 300_000);

  it('both talk', async () => {
    await tabTo(city, city.getByRole('textbox', { name: /Badaon Lab/ }));
    await city.keyboard.type(WELCOME);
    await city.keyboard.press('Enter');
    await press(sme, sme.getByRole('link', { name: '성사' }));
    await press(sme, sme.locator('[data-interest]').getByRole('link', { name: '대화 열기' }).first());
    await sme.getByText(WELCOME, { exact: true }).last().waitFor();
    await tabTo(sme, sme.getByRole('textbox', { name: /Da Nang/ }));
    await sme.keyboard.type(ANSWER);
    await sme.keyboard.press('Enter');
    await city.getByText(ANSWER, { exact: true }).last().waitFor();
  }, 300_000);

  it('the secretariat sees that somebody asked and was answered', async () => {
    await press(office, office.getByRole('link', { name: 'Market health' }));
    await office.waitForURL(/\/market-health$/);
    const figure = (name: string) =>
      office.locator('dl > div').filter({ hasText: name }).locator('dd').first();
    expect(await figure('Unanswered interest').textContent()).toBe('0');
    expect(await figure('Time to an answer').textContent()).toBe('0 hours');
    const summary = office.locator('summary').nth(1);
    await press(office, summary);
    const week = office.locator('details[open] tbody tr').last();
    await week.waitFor();
    expect(await week.locator('td').allTextContents()).toEqual(['1', '1']);
    await screenshot(office, 'matching-health');
    expect(await violations(office)).toEqual([]);
  }, 300_000);

  it('tries other weights on past answers, and puts them away again', async () => {
    await press(office, office.getByRole('link', { name: 'Weights', exact: true }));
    await press(office, office.getByRole('link', { name: 'Draft new weights' }));
    const send = office.getByRole('button', { name: /past answers/ });
    const themes = office.getByLabel('Themes', { exact: true }).first();
    await tabTo(office, themes);
    await office.keyboard.press('Control+a');
    await office.keyboard.type('2');
    await press(office, send);
    await office
      .getByRole('alert')
      .or(office.getByRole('link', { name: /0 to 1/ }))
      .first()
      .waitFor();
    await tabTo(office, themes);
    await office.keyboard.press('Control+a');
    await office.keyboard.type('0.4');
    await tabTo(office, office.getByLabel('Why'));
    await office.keyboard.type('Themes decide too little.');
    await press(office, send);
    await office.getByRole('heading', { name: 'Weights, version 1' }).waitFor();
    await office.getByRole('heading', { name: 'Compared with the weights in use' }).waitFor();
    await screenshot(office, 'matching-weights');
    await press(office, office.getByRole('button', { name: 'Discard' }));
    await office.getByText('They were put away without having been used.').waitFor();
  }, 300_000);

  it('compares everybody now, and reads how it went', async () => {
    await press(office, office.getByRole('link', { name: 'Runs', exact: true }));
    const done = office.locator('[data-run=finished]').filter({ hasText: 'Started by an administrator' });
    await press(office, office.getByRole('button', { name: 'Compare everybody now' }));
    await done.waitFor({ timeout: MATCHED_MS });
    await screenshot(office, 'matching-runs');
    expect(await violations(office)).toEqual([]);
  }, 300_000);
});

/** Of the page; nothing else of it is known here. */
interface HTMLElementLike {
  readonly dataset: Readonly<Record<string, string | undefined>>;
}
