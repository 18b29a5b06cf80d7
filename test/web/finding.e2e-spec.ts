import type { Browser, BrowserContext, Locator } from 'playwright-core';
import {
  launchBrowser,
  openContext,
  openPage,
  screenshot,
  signIn,
  tabTo,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { accountOf, type RunningSystem, startSystem } from '../support/running-system.js';
import { waitFor } from '../support/wait.js';

const HOME = '/o/badaon-lab';

/** What was ticked is to be compared a few keys before the list. */
async function tabBackTo(page: WatchedPage, what: Locator): Promise<void> {
  await what.waitFor();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Shift+Tab');
    if (await what.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  throw new Error(`Shift and Tab never reached ${what.toString()}`);
}

/** Finding partners as people do it: by keyboard, in two languages, in the light and in the dark. */
describe('finding', () => {
  let browser: Browser;
  let system: RunningSystem;
  let context: BrowserContext;
  let page: WatchedPage;
  let url = '';

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    url = system.apis[0]?.url ?? '';
    await waitFor(
      'the directory to know who plays golf',
      async () => {
        const [row] = await system.database.query<{ n: number }>(
          `select count(*)::int as n from directory_entry where concepts && '{thm.golf}'`,
        );
        return (row?.n ?? 0) >= 5;
      },
      { timeoutMs: 60_000, dump: () => system.logs() },
    );
    context = await openContext(browser, { locale: 'ko' });
    page = await signIn(context, url, accountOf('Badaon Lab', system.accounts));
  }, 120_000);

  afterAll(async () => {
    await context?.close();
    await browser.close();
    await system.stop();
  }, 60_000);

  afterEach(() => {
    expect(page.problems.splice(0)).toEqual([]);
  });

  it('searches as one types, in the address, and never by the Enter of an input method', async () => {
    await page.goto(`${url}${HOME}/directory`);
    const field = page.getByRole('searchbox');
    await tabTo(page, field);
    await page.keyboard.insertText('골프');
    await page.waitForURL(/q=/);
    await page.getByRole('link', { name: /Cat Trang Golf Resort/ }).waitFor();
    expect(await page.locator('[data-matched=concept]').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: '투', selectionStart: 1, selectionEnd: 1 });
    const before = page.url();
    await page.keyboard.press('Enter');
    expect(page.url()).toBe(before);
    expect(await field.inputValue()).toBe('골프투');
  }, 60_000);

  it('says when the filters leave nothing, and gives everything back', async () => {
    await page.goto(`${url}${HOME}/directory?q=qqqqzzzzxx`);
    await page.getByTestId('empty-filtered').waitFor();
    const clear = page.getByTestId('empty-filtered').getByRole('button');
    await tabTo(page, clear);
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox').first().waitFor();
    expect(new URL(page.url()).search).toBe('');
  }, 60_000);

  it('compares three by keyboard; the address shows the same', async () => {
    await page.goto(`${url}${HOME}/directory?kind=${encodeURIComponent('["city"]')}`);
    for (const index of [0, 1, 2]) {
      await tabTo(page, page.getByRole('checkbox').nth(index));
      await page.keyboard.press('Space');
    }
    await tabBackTo(page, page.getByRole('link', { name: '비교하기 (3)' }));
    await page.keyboard.press('Enter');
    await page.getByRole('table').waitFor();
    expect(await page.locator('thead th').count()).toBe(3);
    const all = await page.locator('tbody tr').count();
    await page.goto(`${page.url()}&differences=true`);
    await page.getByRole('table').waitFor();
    const differing = await page.locator('tbody tr').count();
    expect([differing < all, differing > 0]).toEqual([true, true]);
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'comparison');
  }, 60_000);

  it('moves the map without changing the results, until this area is searched', async () => {
    await page.goto(`${url}${HOME}/directory`);
    await page.locator('svg[data-zoom]').waitFor();
    const count = page.getByTestId('result-count');
    const before = await count.textContent();
    const closer = page.getByRole('button', { name: '확대' });
    await tabTo(page, closer);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('svg[data-zoom="4"]').waitFor();
    expect([await count.textContent(), new URL(page.url()).search]).toEqual([before, '']);
    await tabTo(page, page.getByTestId('search-area'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/area=/);
    await waitFor('fewer results', async () => (await count.textContent()) !== before, { timeoutMs: 10_000 });
    const place = page.getByRole('button', { name: /건$/ }).first();
    await tabTo(page, place);
    await page.keyboard.press('Enter');
    expect(await place.getAttribute('aria-pressed')).toBe('true');
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('opens Busan by its initial consonants', async () => {
    await page.goto(`${url}${HOME}`);
    await page.locator('h1').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.insertText('ㅂㅅ');
    await page
      .getByRole('option', { name: /Busan 부산광역시/ })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Busan/ }).waitFor();
    await page.keyboard.press('Control+k');
    const recent = page.getByRole('group', { name: '최근 항목' }).getByRole('option');
    await recent.first().waitFor();
    expect(await recent.first().textContent()).toContain('Busan');
    await page.keyboard.press('Escape');
  }, 60_000);

  it('goes on with the first steps on another device, and ends on partners', async () => {
    await page.goto(`${url}${HOME}/welcome`);
    for (const step of ['소속 기관', '목표']) {
      await page.getByRole('button', { name: '다음' }).click();
      await page.getByRole('heading', { level: 1, name: step }).waitFor();
    }
    await page.getByLabel('찾는 내용').or(page.locator('#seekText')).first().fill('야간 투어를 함께할 도시');
    await page.locator('[data-saved=saved]').waitFor();
    const elsewhere = await openContext(browser, { locale: 'en', scheme: 'dark', width: 360 });
    const other = await signIn(elsewhere, url, accountOf('Badaon Lab', system.accounts));
    await other.getByRole('heading', { level: 1, name: 'Your goals' }).waitFor();
    expect(await other.locator('#seekText').inputValue()).toBe('야간 투어를 함께할 도시');
    expect(await violations(other)).toEqual([]);
    await other.getByRole('button', { name: 'Next' }).click();
    await other.getByRole('heading', { level: 1, name: 'Languages and hours' }).waitFor();
    await other.getByRole('button', { name: 'Show partners' }).click();
    await other.getByRole('heading', { level: 1, name: 'Your first partners' }).waitFor();
    await other.locator('[data-match]').nth(2).waitFor({ timeout: 20_000 });
    expect(await other.locator('[data-match]').count()).toBe(3);
    expect(await violations(other)).toEqual([]);
    expect(other.problems).toEqual([]);
    await elsewhere.close();
  }, 90_000);

  it.each([
    ['en', 'light', '/cities/busan'],
    ['ko', 'dark', '/cities/busan'],
    ['ko', 'light', '/cities'],
    ['en', 'dark', '/cities/atlantis'],
  ] as const)('shows visitors in %s and %s what is at %s', async (locale, scheme, path) => {
    const visitor = await openContext(browser, { locale, scheme, width: 360 });
    const visited = await openPage(visitor);
    const requests: string[] = [];
    visited.on('request', (request) => requests.push(request.url()));
    await visited.goto(`${url}${path}`);
    expect(await violations(visited)).toEqual([]);
    expect(requests.length).toBeLessThanOrEqual(4);
    expect(
      await visited.evaluate<number>(
        'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
      ),
    ).toBe(0);
    await visitor.close();
  });
});
