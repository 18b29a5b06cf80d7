import type { Browser } from 'playwright-core';
import { openContext, signIn } from './browser.js';
import { accountOf, type RunningSystem } from './running-system.js';
import { waitFor } from './wait.js';

const SECRETARIAT = 'Tourism Promotion Organization for Global Cities';

/** The `#token=…` of the invitation that was mailed to an address, as the administrator reads it on the screen. */
export async function invitationLink(
  browser: Browser,
  { apis, accounts, database }: RunningSystem,
  address: string,
): Promise<string> {
  const context = await openContext(browser, { locale: 'en' });
  const administrator = await signIn(context, apis[0]?.url ?? '', accountOf(SECRETARIAT, accounts));
  const id = await waitFor('the mail', async () => {
    const rows = await database.query<{ id: string }>(
      `select id from mail where to_address = $1 and state = 'sent'`,
      [address],
    );
    return rows[0]?.id;
  });
  await administrator.goto(`${administrator.url().replace(/\/$/, '')}/mail/${id}`);
  await administrator.getByText('#token=').first().waitFor();
  const text = (await administrator.textContent('main')) ?? '';
  await context.close();
  const [link] = /\S+\/invitation#token=\S+/.exec(text) ?? [];
  if (!link) throw new Error(`The mail to ${address} holds no link.`);
  return new URL(link).hash;
}
