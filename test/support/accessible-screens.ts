import { DEFAULT_SPEC } from '#libs/matching';
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
/** Shows the parts of the product with words of its own, in no catalog. */
const KIT = '/__kit';

/** Which screens are looked at; words in capitals stand for ids, see {@link plant}. */
export interface Screens {
  /** Before somebody signs in. */
  readonly doors: readonly string[];
  /** Of an SME. */
  readonly own: readonly string[];
  readonly office: readonly string[];
}

/** What people see every day. */
export const USUAL_SCREENS: Screens = {
  doors: ['/sign-in', '/register'],
  own: [...SCREENS, KIT],
  office: [`${OFFICE}/market-health`, `${OFFICE}/admissions`, `${OFFICE}/admissions?queue=appealed`],
};

/** What needs something to be there first, or is seen now and then. */
export const RARE_SCREENS: Screens = {
  doors: ['/forgot-password', '/unsubscribe'],
  own: [
    '/account/notifications',
    `${HOME}/welcome`,
    `${HOME}/organizations/RECOMMENDED`,
    `${HOME}/compare?ids=["RECOMMENDED","OTHER"]`,
    `${HOME}/shortlists/SHORTLIST`,
    `${HOME}/membership`,
    `${HOME}/opportunities/desk`,
    `${HOME}/opportunities/new/edit`,
    `${HOME}/case-library`,
    `${HOME}/calendars`,
    `${HOME}/reviews`,
    `${HOME}/engagements`,
    `${HOME}/projects`,
    `${HOME}/projects/results`,
    `${HOME}/calls`,
    `${HOME}/calls/CALL`,
    `${HOME}/proposals/TWICE/versions`,
    `${HOME}/contact-requests`,
    `${HOME}/message-reports`,
  ],
  office: [
    `${OFFICE}/membership-desk`,
    `${OFFICE}/membership-desk/MEMBERSHIP`,
    `${OFFICE}/votes`,
    `${OFFICE}/votes/VOTE`,
    `${OFFICE}/opportunities/reviews`,
    `${OFFICE}/calls/ours`,
    `${OFFICE}/calls/new/edit`,
    `${OFFICE}/calls/CALL/change`,
    `${OFFICE}/review-desk/ASSESSED`,
    `${OFFICE}/review-desk/ASSESSED/reviewers`,
    `${OFFICE}/review-desk/ASSESSED/proposals/JUDGED`,
    `${OFFICE}/projects/RUNNING`,
    `${OFFICE}/projects/RUNNING/results`,
    `${OFFICE}/matching-weights`,
    `${OFFICE}/matching-weights/new`,
    `${OFFICE}/matching-weights/WEIGHTS`,
    `${OFFICE}/matching-runs`,
    `${OFFICE}/moderation`,
  ],
};
/** Words of the product itself, never data: in the pseudo-locale each stands in brackets. */
const OWN_WORDS = 'nav a, label, legend, th:not([translate=no]), [role=tab], button[type=submit]';
/** Data of CLDR, of which the pseudo-locale has none. */
const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'short' }).format(new Date(2026, month)),
);
const WEEKDAYS = Array.from({ length: 7 }, (_, day) =>
  new Intl.DateTimeFormat('en', { weekday: 'long' }).format(new Date(2026, 0, day)),
);
const CALENDAR = new Set([...MONTHS, ...WEEKDAYS]);

/** Every one of the screens in each of these looks: nothing for axe to find, no sideways scrolling, no word left untranslated. */
export function describeScreens(looks: readonly Look[], screens: Screens = USUAL_SCREENS): void {
  let browser: Browser;
  let system: RunningSystem;
  let ids: Readonly<Record<string, string>>;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    ids = await plant(system);
  }, 300_000);

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
        (text) => /[a-z]{2}/i.test(text) && !text.includes('[') && !CALENDAR.has(text.trim()),
      );

    /** Opens a screen of the page and says all that is wrong with it. */
    const faultsOf = async (path: string): Promise<unknown> => {
      await page.goto(`${url}${path.replace(/[A-Z]{3,}/g, (name) => ids[name] ?? name)}`);
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

    it.each(screens.doors)('%s', async (path) => {
      page = await openPage(context);
      expect(await faultsOf(path)).toEqual(none);
      await page.close();
    });

    it('signs in', async () => {
      page = await signIn(context, url, accountOf('Badaon Lab', system.accounts));
    });

    it.each(screens.own.filter((path) => look.locale !== 'en-XA' || path !== KIT))('%s', async (path) => {
      expect(await faultsOf(path)).toEqual(none);
    });

    it('signs in as the secretariat', async () => {
      await context.close();
      context = await openContext(browser, look);
      const office = 'Tourism Promotion Organization for Global Cities';
      page = await signIn(context, url, accountOf(office, system.accounts));
    });

    it.each(screens.office)('%s', async (path) => {
      expect(await faultsOf(path)).toEqual(none);
    });
  });
}

/** What rare screens show, and the ids of it by the words that stand for them. */
async function plant({ database }: RunningSystem): Promise<Readonly<Record<string, string>>> {
  const one = async (text: string, values: unknown[] = []): Promise<string> =>
    (await database.query<{ id: string }>(text, values))[0]?.id ?? '';
  const organization = (slug: string): Promise<string> =>
    one('select id from organization where slug = $1', [slug]);
  const [own, recommended, other, city] = [
    await organization('badaon-lab'),
    await organization('cat-trang-golf-resort'),
    await organization('saigon-la-me-events'),
    await organization('da-nang'),
  ];
  const person = await one('select person_id as id from membership where organization_id = $1', [own]);
  const application = await one(
    `insert into membership_application (id, organization_id, created_by, state, language, decided_at)
     values (gen_random_uuid(), $1, $2, 'accepted', 'en', now()) returning id`,
    [recommended, person],
  );
  await one(
    `insert into recommendation (id, organization_id, applicant_id, application_id, state, statement, language,
       due_at, answered_at, answered_by)
     values (gen_random_uuid(), $1, $2, $3, 'given', 'We know them well.', 'en', now(), now(), $4)`,
    [city, recommended, application, person],
  );
  const shortlist = await one(
    `insert into shortlist (id, organization_id, created_by, name, note)
     values (gen_random_uuid(), $1, $2, 'Partners', 'For the fair.') returning id`,
    [own, person],
  );
  await one(
    `insert into shortlist_entry (shortlist_id, organization_id, added_by, note)
     values ($1, $2, $3, 'By the sea')`,
    [shortlist, recommended, person],
  );
  const weights = await one(
    `insert into matching_weights (id, number, note, spec, replay, created_by)
     values (gen_random_uuid(), 1, 'Themes decide too much.', $1,
       '{"answers": 40, "pairs": 120, "before": 0.62, "after": 0.66}', $2) returning id`,
    [JSON.stringify(DEFAULT_SPEC), person],
  );
  const twice = await one(
    `insert into proposal (id, organization_id, created_by, state, language, title, summary, submissions)
     values (gen_random_uuid(), $1, $2, 'submitted', 'en', 'Boats at night', 'Boats for the evening.', 2) returning id`,
    [own, person],
  );
  for (const [number, summary] of [
    [1, 'Boats for the evening.'] as const,
    [2, 'Boats for the whole night.'] as const,
  ])
    await one(
      `insert into proposal_version (id, organization_id, proposal_id, number, content, sha256, submitted_by)
       values (gen_random_uuid(), $1, $2, $3, $4::jsonb, $5, $6)`,
      [own, twice, number, submitted(summary), 'a'.repeat(64), person],
    );
  const assessed = await one(`select id from call where state = 'reviewing' order by id limit 1`);
  return {
    TWICE: twice,
    // The demo's.
    ASSESSED: assessed,
    JUDGED: await one('select id from proposal where call_id = $1 order by id limit 1', [assessed]),
    RUNNING: await one('select id from project order by id limit 1'),
    CALL: await one('select id from call order by id limit 1'),
    OWN: own,
    RECOMMENDED: recommended,
    OTHER: other,
    SHORTLIST: shortlist,
    WEIGHTS: weights,
    VOTE: await one('select id from vote limit 1'),
    MEMBERSHIP: await one('select id from tpo_membership limit 1'),
  };
}

/** What was handed in, but for its summary. */
function submitted(summary: string): string {
  const lists = { themes: [], collaboration: [], sdgTargets: [] };
  return JSON.stringify({
    ...{ title: 'Boats at night', language: 'en', partnersSought: null, budget: null, period: null, summary },
    ...lists,
  });
}
