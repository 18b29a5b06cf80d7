import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import type { DemoAccount } from './running-system.js';

const SHOTS = join(import.meta.dirname, '../../.test/screenshots');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How long a step may take before the test fails; nothing a person does takes longer. */
const STEP_MS = 30_000;

export interface Look {
  /** `en-XA` is English with accents, in brackets, half as long again: what is not translated stands out. */
  locale?: 'en' | 'ko' | 'en-XA';
  scheme?: 'light' | 'dark';
  width?: number;
}

export async function launchBrowser(): Promise<Browser> {
  mkdirSync(SHOTS, { recursive: true });
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

/** A person's own browser: separate cookies and storage, the language and colours they chose. */
export async function openContext(
  browser: Browser,
  { locale = 'en', scheme = 'light', width = 1280 }: Look = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: locale === 'ko' ? 'ko-KR' : 'en-GB',
    colorScheme: scheme,
    viewport: { width, height: 860 },
    reducedMotion: 'reduce',
  });
  await context.addInitScript(`localStorage.setItem('ttn.language', ${JSON.stringify(locale)})`);
  return context;
}

/** A page that fails fast, and whose errors fail the test that reads `problems`. */
export async function openPage(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage();
  page.setDefaultTimeout(STEP_MS);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  return Object.assign(page, { problems });
}

/** Signs in by keyboard alone and waits for the home screen. */
export async function signIn(
  context: BrowserContext,
  baseUrl: string,
  account: DemoAccount,
): Promise<WatchedPage> {
  const page = await openPage(context);
  await page.goto(`${baseUrl}/sign-in`);
  await tabTo(page, page.locator('input[type=email]'));
  await page.keyboard.type(account.email);
  await tabTo(page, page.locator('input[type=password]'));
  await page.keyboard.type(account.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/o\//);
  await page.locator('h1').waitFor();
  return page;
}

export type WatchedPage = Page & { problems: string[] };

/** What axe finds wrong on the page as it stands, one line per rule with the elements. */
export async function violations(page: Page): Promise<string[]> {
  // No page of ours has frames, so axe may run once, in the page itself: half the time.
  const { violations: found } = await new AxeBuilder({ page }).withTags(AXE_TAGS).setLegacyMode().analyze();
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help} at ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}

export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

/** Presses Tab until `what` has the focus; throws with the stops it made when it never does. */
export async function tabTo(page: Page, what: Locator, limit = 120): Promise<void> {
  await what.waitFor();
  const stops: string[] = [];
  for (let step = 0; step < limit; step += 1) {
    const stop = await what.evaluate(whereFocus);
    if (stop === null) return;
    stops.push(stop);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${what.toString()}; it stopped at ${JSON.stringify(stops)}`);
}

/** Waits until `what`, or something in it, has the focus: keys are for whoever has it. */
export async function hasFocus(what: Locator): Promise<void> {
  await what.and(what.page().locator(':focus-within')).waitFor();
}

/** Of the page; nothing else of it is known here. */
interface Focusable {
  readonly textContent: string | null;
  readonly ownerDocument: { readonly activeElement: Focusable | null };
}

/** Runs in the page: null where the element has the focus, else the words of what has it. */
function whereFocus(element: Focusable): string | null {
  const { activeElement } = element.ownerDocument;
  return element === activeElement ? null : (activeElement?.textContent?.slice(0, 40) ?? '');
}
