import type { Browser, BrowserContext } from 'playwright-core';
import {
  launchBrowser,
  type Look,
  openContext,
  screenshot,
  signIn,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { type RunningSystem, startSystem } from '../support/running-system.js';

const SCREENS = [
  '',
  '/matches',
  '/proposals',
  '/proposals/new',
  '/opportunities',
  '/consulting',
  '/messages',
  '/notices',
];
const LOOKS: Look[] = [
  { locale: 'en', scheme: 'light', width: 1280 },
  { locale: 'ko', scheme: 'dark', width: 1280 },
  { locale: 'ko', scheme: 'light', width: 360 },
  { locale: 'en', scheme: 'dark', width: 360 },
];

describe('every screen is accessible', () => {
  let browser: Browser;
  let system: RunningSystem;

  beforeAll(async () => {
    system = await startSystem({ web: true });
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await system.stop();
  }, 60_000);

  describe.each(LOOKS)('in $locale, $scheme, $width px', (look) => {
    let context: BrowserContext;
    let page: WatchedPage;
    const url = () => system.apis[0]?.url ?? '';
    const account = () => system.accounts.find(({ organization }) => organization === 'Badaon Lab');

    beforeAll(async () => {
      context = await openContext(browser, look);
      const found = account();
      if (!found) throw new Error('No demo account.');
      page = await signIn(context, url(), found);
    }, 60_000);

    afterAll(() => context.close());

    it.each(SCREENS)('home%s', async (path) => {
      await page.goto(`${url()}/o/badaon-lab${path}`);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      await screenshot(page, `screen${path.replace(/\W/g, '-')}-${look.locale}-${look.scheme}-${look.width}`);
      expect(await violations(page)).toEqual([]);
      expect(await page.locator('html').getAttribute('lang')).toBe(look.locale);
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBeLessThanOrEqual(0);
      expect(page.problems).toEqual([]);
    });

    it('the account, the kit and the door', async () => {
      for (const path of ['/account', '/__kit']) {
        await page.goto(`${url()}${path}`);
        await page.locator('h1').first().waitFor();
        expect(await violations(page)).toEqual([]);
      }
      const visitor = await (await openContext(browser, look)).newPage();
      await visitor.goto(`${url()}/sign-in`);
      await visitor.locator('h1').waitFor();
      await screenshot(visitor, `door-${look.locale}-${look.scheme}-${look.width}`);
      expect(await violations(visitor)).toEqual([]);
      await visitor.context().close();
    });
  });
});
