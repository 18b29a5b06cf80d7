import type { Browser, BrowserContext } from 'playwright-core';
import {
  launchBrowser,
  openContext,
  screenshot,
  signIn,
  violations,
  type WatchedPage,
} from '../support/browser.js';
import { accountOf, type RunningSystem, startSystem } from '../support/running-system.js';

const HOME = '/o/badaon-lab';
const TEXT = `We look for a city that opens its harbour to small groups of divers from Korea in spring and autumn.
We bring guides, equipment and the guests, and share what the tours earn.`;

/** An opportunity from the first letter to its end, as a company lives it. */
describe('an opportunity', () => {
  let browser: Browser;
  let system: RunningSystem;
  let context: BrowserContext;
  let page: WatchedPage;
  let url = '';

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ web: true }), launchBrowser()]);
    url = system.apis[0]?.url ?? '';
    context = await openContext(browser, { locale: 'en' });
    page = await signIn(context, url, accountOf('Badaon Lab', system.accounts));
  }, 300_000);

  afterAll(async () => {
    await context?.close();
    await browser.close();
    await system.stop();
  }, 300_000);

  afterEach(() => {
    expect(page.problems.splice(0)).toEqual([]);
  });

  it('is checked while it is written, and published', async () => {
    await page.goto(`${url}${HOME}/opportunities/new/edit`);
    await page.getByLabel('Title').fill('A harbour for small groups of divers');
    await page.getByLabel('What you look for').fill(`${TEXT} Call +82 51 123 4567.`);
    await page.getByText('The secretariat will look at it before it is published').waitFor();
    await page.getByText('+82 51 123 4567', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('What you look for').fill(TEXT);
    await page.getByText('Ready to be published').waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('heading', { name: 'A harbour for small groups of divers' }).waitFor();
    await page.getByText('Published', { exact: true }).first().waitFor();
  }, 300_000);

  it('is paused and put back, and tells its story', async () => {
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByText('Paused', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Put back on the lists' }).click();
    await page.getByText('Back on the lists').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 300_000);

  it('stands on the desk, and ends with a word on what came of it', async () => {
    const opportunity = page.url();
    await page.goto(`${url}${HOME}/opportunities/desk`);
    await page.getByRole('link', { name: 'A harbour for small groups of divers' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await screenshot(page, 'opportunity-desk');
    await page.goto(opportunity);
    await page.getByRole('button', { name: 'We found a partner' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What came of it').selectOption('agreement');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'We found a partner' }).click();
    await page.getByText('Filled', { exact: true }).first().waitFor();
    await page.getByText('An agreement').waitFor();
  }, 300_000);

  it('whose day has passed while it was looked at is refused to the secretariat, which sends it back', async () => {
    await page.goto(`${url}${HOME}/opportunities/new/edit`);
    await page.getByLabel('Title').fill('Guides for divers of the southern islands');
    await page.getByLabel('What you look for').fill(`${TEXT} Call +82 51 123 4567.`);
    await page.getByText('The secretariat will look at it before it is published').waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Quality check', { exact: true }).first().waitFor();

    const desk = await openContext(browser, { locale: 'en' });
    const officer = await signIn(
      desk,
      url,
      accountOf('Tourism Promotion Organization for Global Cities', system.accounts),
    );
    await officer.goto(`${url}/o/tpo-secretariat/opportunities/reviews`);
    await officer.getByRole('link', { name: 'Guides for divers of the southern islands' }).click();
    await officer.getByText('There seems to be a telephone number in the text.').waitFor();
    await system.database.query(
      `update opportunity set deadline = (now() at time zone 'UTC')::date - 1 where state = 'review' and title = $1`,
      ['Guides for divers of the southern islands'],
    );
    await officer.getByRole('button', { name: 'Publish', exact: true }).click();
    await officer.getByText('The quality check refuses it by now.').waitFor();
    await officer.getByText('Cannot be published yet').waitFor();
    await officer.getByText('The last day for answers has passed.').waitFor();
    expect(await violations(officer)).toEqual([]);
    await screenshot(officer, 'opportunity-refused');
    await officer.getByRole('button', { name: 'Send back' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByLabel('What has to be changed').fill('Please choose a later day for answers.');
    await dialog.getByRole('button', { name: 'Send back' }).click();
    await officer.getByText('Draft', { exact: true }).first().waitFor();
    expect(officer.problems).toEqual([]);
    await desk.close();
    await page.reload();
    await page.getByText('Please choose a later day for answers.').first().waitFor();
  }, 300_000);

  it('of who takes part no longer says by its link that it takes no answers', async () => {
    const [other] = await system.database.query<{ id: string; owner: string }>(
      `select o.id, o.organization_id as owner from opportunity o join organization g on g.id = o.organization_id
       where o.state = 'published' and o.life_ends_at > now() and g.state = 'active' and g.slug <> 'badaon-lab'
       order by o.id limit 1`,
    );
    const [setState, address] = [
      'update organization set state = $2 where id = $1',
      `${url}${HOME}/opportunities/${other!.id}`,
    ];
    await page.goto(address);
    await page.getByText('Published', { exact: true }).waitFor();
    await page.getByText('How to answer').waitFor();
    await system.database.query(setState, [other!.owner, 'suspended']);
    try {
      await page.reload();
      await page.getByText('This opportunity is not open at the moment. It takes no answers.').waitFor();
      await page.getByText('Not open', { exact: true }).waitFor();
      expect(await page.getByText('Published', { exact: true }).count()).toBe(0);
      expect(await page.getByText('How to answer').count()).toBe(0);
      expect(await violations(page)).toEqual([]);
      await screenshot(page, 'opportunity-not-open');
    } finally {
      // The tests that follow find it as it was.
      await system.database.query(setState, [other!.owner, 'active']);
    }
  }, 300_000);

  it('is found by whom it concerns through filters that stand in the address', async () => {
    await page.goto(`${url}${HOME}/opportunities`);
    await page.getByLabel('Kind of collaboration').waitFor();
    const theme = page.getByLabel('Theme');
    await theme.locator('option').nth(1).waitFor({ state: 'attached' });
    await theme.selectOption({ index: 1 });
    await page.waitForURL(/theme=thm/);
    await page.getByLabel('Order').selectOption('deadline');
    await page.waitForURL(/sort=deadline/);
    expect(await violations(page)).toEqual([]);
  }, 300_000);
});
