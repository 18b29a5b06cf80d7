import type { Browser, BrowserContext } from 'playwright-core';
import {
  launchBrowser,
  type Look,
  openContext,
  openPage,
  screenshot,
  signIn,
  violations,
  type WatchedPage,
} from './browser.js';
import { accountOf, type RunningSystem, startSystem } from './running-system.js';

const HOME = '/o/badaon-lab';
const SCREENS = [
  HOME,
  `${HOME}/matches`,
  `${HOME}/interests`,
  `${HOME}/interests?list=past`,
  `${HOME}/proposals`,
  `${HOME}/proposals/new`,
  `${HOME}/opportunities`,
  `${HOME}/consulting`,
  `${HOME}/consulting/new`,
  `${HOME}/directory`,
  `${HOME}/saved-searches`,
  `${HOME}/shortlists`,
  `${HOME}/messages`,
  `${HOME}/notices`,
  `${HOME}/members`,
  `${HOME}/settings`,
  `${HOME}/organizations/OWN`,
  `${HOME}/organizations/OWN/profile`,
  `${HOME}/mail`,
  `${HOME}/application`,
  `${HOME}/recommendations`,
  `${HOME}/application-reviews`,
  '/apply',
  '/account',
  '/account/security',
];
/** What the secretariat alone sees. */
const OFFICE = '/o/tpo-secretariat';
const OFFICE_SCREENS = [
  `${OFFICE}/market-health`,
  `${OFFICE}/admissions`,
  `${OFFICE}/admissions?queue=appealed`,
];
/** Shows the parts of the product with words of its own, in no catalog. */
const KIT = '/__kit';
const DOORS = ['/sign-in', '/register'];
/** Words of the product itself, never data: in the pseudo-locale each stands in brackets. */
const OWN_WORDS = 'nav a, label, legend, th, [role=tab], button[type=submit]';
/** Data of CLDR, of which the pseudo-locale has none. */
const MONTHS = new Set(
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat('en', { month: 'short' }).format(new Date(2026, month)),
  ),
);
/** Every screen in each of these looks: nothing for axe to find, no sideways scrolling, no word left untranslated. */
export function describeScreens(looks: readonly Look[]): void {
  let browser: Browser;
  let system: RunningSystem;
  /** Stands in paths as OWN. */
  let own: string;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    const rows = await system.database.query<{ id: string }>(
      `select id from organization where slug = 'badaon-lab'`,
    );
    own = rows[0]?.id ?? '';
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await system.stop();
  }, 60_000);

  describe.each(looks)('in $locale, $scheme, $width px', (look) => {
    let context: BrowserContext;
    let page: WatchedPage;
    let url: string;

    const untranslated = async (): Promise<string[]> =>
      (await page.locator(OWN_WORDS).allInnerTexts()).filter(
        (text) => /[a-z]{2}/i.test(text) && !text.includes('[') && !MONTHS.has(text.trim()),
      );

    /** Opens a screen of the page and says all that is wrong with it. */
    const faultsOf = async (path: string): Promise<unknown> => {
      await page.goto(`${url}${path.replace('OWN', own)}`);
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      await screenshot(page, `screen${path.replace(/\W/g, '-')}-${look.locale}-${look.scheme}-${look.width}`);
      return {
        // The pseudo-locale is there for the layout; what axe looks at is the same as in English.
        violations: look.locale === 'en-XA' ? [] : await violations(page),
        language: await page.locator('html').getAttribute('lang'),
        overflow: await page.evaluate<number>(
          'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
        ),
        untranslated: look.locale === 'en-XA' ? await untranslated() : [],
        problems: page.problems.splice(0),
      };
    };
    const none = { violations: [], language: look.locale, overflow: 0, untranslated: [], problems: [] };

    beforeAll(async () => {
      url = system.apis[0]?.url ?? '';
      context = await openContext(browser, look);
    }, 60_000);

    afterAll(() => context.close());

    it.each(DOORS)('%s', async (path) => {
      page = await openPage(context);
      expect(await faultsOf(path)).toEqual(none);
      await page.close();
    });

    it('signs in', async () => {
      page = await signIn(context, url, accountOf('Badaon Lab', system.accounts));
    });

    it.each(look.locale === 'en-XA' ? SCREENS : [...SCREENS, KIT])('%s', async (path) => {
      expect(await faultsOf(path)).toEqual(none);
    });

    it('signs in as the secretariat', async () => {
      await context.close();
      context = await openContext(browser, look);
      const office = 'Tourism Promotion Organization for Global Cities';
      page = await signIn(context, url, accountOf(office, system.accounts));
    });

    it.each(OFFICE_SCREENS)('%s', async (path) => {
      expect(await faultsOf(path)).toEqual(none);
    });
  });
}
