import type { Browser, BrowserContext } from 'playwright-core';
import { askForContact } from '../support/ask-for-contact.js';
import {
  launchBrowser,
  openContext,
  screenshot,
  signIn,
  tabTo,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { accountOf, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

/** The slice as people live it: an SME writes Korean, a city reads English in the dark; no mouse is used. */
describe('two signed-in browsers', () => {
  const TITLE = '다낭 해변 야간 음성안내';
  const SUMMARY = '다낭의 밤 해변과 야시장을 여러 언어로 안내하는 앱을 시와 함께 실증합니다.';
  const LETTER = '다낭 해변에서 함께 실증하고 싶습니다.';
  const WELCOME = 'Chào mừng! When could you come?';
  const ANSWER = '3월에 갈 수 있습니다.';
  const WHILE_AWAY = ['하나', '둘', '셋'];

  let browser: Browser;
  let system: RunningSystem;
  let contexts: BrowserContext[] = [];
  let sme: WatchedPage;
  let city: WatchedPage;
  let station = 0;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    contexts = await Promise.all([
      openContext(browser, { locale: 'ko' }),
      openContext(browser, { locale: 'en', scheme: 'dark' }),
    ]);
    const url = system.apis[0]?.url ?? '';
    const [korean, english] = contexts as [BrowserContext, BrowserContext];
    sme = await signIn(korean, url, accountOf('Badaon Lab', system.accounts));
    city = await signIn(english, url, accountOf('Da Nang', system.accounts));
  }, 300_000);

  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser.close();
    await system.stop();
  }, 60_000);

  afterEach(async () => {
    station += 1;
    await screenshot(sme, `story-${station}-sme`);
    await screenshot(city, `story-${station}-city`);
    expect([...sme.problems, ...city.problems]).toEqual([]);
  });

  it('an SME writes a proposal that saves itself, and hands it in', async () => {
    await tabTo(sme, sme.getByRole('link', { name: '제안서', exact: true }));
    await sme.keyboard.press('Enter');
    await sme.waitForURL(/\/proposals$/);
    await tabTo(sme, sme.getByRole('main').getByRole('link', { name: '제안서 작성' }).first());
    await sme.keyboard.press('Enter');

    await tabTo(sme, sme.getByLabel('제목', { exact: true }));
    await sme.keyboard.type(TITLE);
    await tabTo(sme, sme.getByLabel('요약', { exact: true }));
    await sme.keyboard.type(SUMMARY);
    // That something was saved is said since the title was: what counts is the last letter.
    const kept = 'select from proposal where title = $1 and summary = $2';
    await waitFor(
      'the summary to be kept',
      async () => (await system.database.query(kept, [TITLE, SUMMARY])).length === 1,
    );
    await sme.locator('[data-saved=saved]').waitFor();
    expect(await violations(sme)).toEqual([]);

    await sme.reload();
    const title = sme.getByLabel('제목', { exact: true });
    await title.waitFor();
    expect(await title.inputValue()).toBe(TITLE);
    expect(await sme.getByLabel('요약', { exact: true }).inputValue()).toBe(SUMMARY);

    await tabTo(sme, sme.getByRole('button', { name: '제출', exact: true }));
    await sme.keyboard.press('Enter');
    await sme.getByText('제출되었습니다').waitFor();
    await sme.getByRole('heading', { name: '접수증' }).waitFor();
  }, 180_000);

  it('it sees the city its text names, with reasons, and shows interest', async () => {
    const card = sme.locator('[data-match]').filter({ hasText: 'Da Nang' }).first();
    await card.waitFor();
    expect(await card.locator('[data-reason]').count()).toBeGreaterThanOrEqual(2);
    expect(await card.locator('[data-reason=named_in_text]').count()).toBe(1);
    expect(await violations(sme)).toEqual([]);

    await tabTo(sme, card.getByRole('button', { name: '대화 시작하기' }));
    await sme.keyboard.press('Enter');
    await tabTo(sme, card.getByRole('textbox'));
    await sme.keyboard.type(LETTER);
    expect(await violations(sme)).toEqual([]);
    await tabTo(sme, card.getByRole('button', { name: '보내기' }));
    await sme.keyboard.press('Enter');
    await card.getByText('관심 표시함').waitFor();
  }, 180_000);

  it('the city finds it waiting without asking, accepts, and a conversation opens', async () => {
    const waiting = city.getByRole('link', { name: /^Badaon Lab is interested/ });
    await waiting.waitFor();
    expect(await violations(city)).toEqual([]);
    await tabTo(city, waiting);
    await city.keyboard.press('Enter');
    const accept = city.getByRole('button', { name: 'Accept and talk' });
    await accept.waitFor();
    expect(await violations(city)).toEqual([]);
    // Something else comes while the answer is on its way, and has the list read again: the buttons are gone before it.
    await city.route('**/api/v1/interests/*/accept', async (route) => {
      const response = await route.fetch();
      await askForContact(system, 'Cat Trang Golf Resort', 'Da Nang');
      await accept.waitFor({ state: 'detached' });
      await route.fulfill({ response });
    });
    await tabTo(city, accept);
    await city.keyboard.press('Enter');
    await city.waitForURL(/\/messages\//);
    await city.getByText(LETTER).first().waitFor();
  }, 180_000);

  it('both write, and read each other at once', async () => {
    await tabTo(city, city.getByRole('textbox', { name: /Badaon Lab/ }));
    await city.keyboard.type(WELCOME);
    await city.keyboard.press('Enter');

    // The search comes while the row has the focus, and must not take the row away.
    let comes: () => void = () => undefined;
    const focused = new Promise<void>((resolve) => (comes = resolve));
    await sme.route('**/assets/*.js', async (route) => {
      const response = await route.fetch();
      if ((await response.text()).includes('data-search-results')) await focused;
      await route.fulfill({ response });
    });
    await tabTo(sme, sme.getByRole('link', { name: /^메시지/ }).first());
    await sme.keyboard.press('Enter');
    await sme.waitForURL(/\/messages$/);
    await tabTo(sme, sme.getByRole('link', { name: /Da Nang/ }).first());
    comes();
    await sme.getByRole('searchbox').waitFor();
    await sme.keyboard.press('Enter');
    await sme.waitForURL(/\/messages\/./);
    await said(sme, WELCOME).waitFor();
    expect(await violations(sme)).toEqual([]);

    await tabTo(sme, sme.getByRole('textbox', { name: /Da Nang/ }));
    await sme.keyboard.type(ANSWER);
    const sentAt = Date.now();
    await sme.keyboard.press('Enter');
    await said(city, ANSWER).waitFor();
    expect(Date.now() - sentAt).toBeLessThan(5_000);
    expect(await violations(city)).toEqual([]);
  }, 180_000);

  it('what is written while the server is away is kept, sent once, and in order', async () => {
    const api = system.apis[0];
    await api?.end('SIGKILL');
    for (const words of WHILE_AWAY) {
      await tabTo(sme, sme.getByRole('textbox', { name: /Da Nang/ }));
      await sme.keyboard.type(words);
      await sme.keyboard.press('Enter');
    }
    for (const words of WHILE_AWAY) await said(sme, words).waitFor();
    expect(await sme.getByText('전송 대기 중').count()).toBe(WHILE_AWAY.length);
    await api?.start();

    for (const words of WHILE_AWAY) await said(city, words).waitFor({ timeout: 40_000 });
    await sme.getByText('전송 대기 중').first().waitFor({ state: 'detached' });
    const rows = await system.database.query<{ body: string }>(
      'select body from message where body = any($1) order by seq',
      [WHILE_AWAY],
    );
    expect(rows.map(({ body }) => body)).toEqual(WHILE_AWAY);
    const shown = await city
      .getByRole('main')
      .getByText(/^(하나|둘|셋)$/)
      .allTextContents();
    expect(shown.filter((words) => WHILE_AWAY.includes(words)).slice(-WHILE_AWAY.length)).toEqual(WHILE_AWAY);
  }, 180_000);
});

/** The latest place on the page that says just this: the thread, which stands after the list. */
function said(page: WatchedPage, words: string) {
  return page.getByText(words, { exact: true }).last();
}
