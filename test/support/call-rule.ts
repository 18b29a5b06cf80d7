import type { Page } from 'playwright-core';
import type { ActorSession } from './actor-session.js';
import { waitFor } from './wait.js';

const WORDS = 'A company of Korea or Vietnam leads.';
const COUNTRIES = ['South Korea', 'Vietnam'];

/**
 * Whoever runs calls begins one on the screen they have before them, and says who may lead: in words, and by what of
 * them holds by itself. Answers the rules as they are kept, once the screen has shown them anew.
 */
export async function ruleWritten(editor: Page, runner: ActorSession): Promise<unknown> {
  await editor.getByLabel('Title', { exact: true }).fill('Evenings that companies lead');
  await editor.getByRole('button', { name: 'Add a rule' }).click();
  await editor.getByLabel('Rule 1', { exact: true }).fill(WORDS);
  await editor.getByRole('combobox', { name: 'Which kinds may lead' }).fill('Comp');
  await editor.getByRole('option', { name: 'Company' }).click();
  const countries = editor.getByRole('combobox', { name: 'From which countries' });
  for (const name of COUNTRIES) {
    await countries.fill(name);
    await editor.getByRole('option', { name, exact: true }).click();
  }
  // The open list would lie over what stands below it.
  await countries.press('Escape');

  await editor.waitForURL(/\/calls\/[0-9a-f-]{36}\/edit$/);
  const id = editor.url().split('/').at(-2) ?? '';
  const kept = async () => {
    const { data } = await runner.api.GET('/api/v1/calls/{id}', { params: { path: { id } } });
    return data?.terms.eligibility;
  };
  const rules = await waitFor(
    'the rule to be kept',
    async () => {
      const found = await kept();
      return found?.[0]?.countries?.length === COUNTRIES.length && found;
    },
    { dump: kept },
  );
  expect(rules).toEqual([{ number: 1, words: WORDS, kinds: ['sme'], countries: ['KR', 'VN'] }]);

  await editor.reload();
  const words = editor.getByLabel('Rule 1', { exact: true });
  await words.waitFor();
  expect(await words.inputValue()).toBe(WORDS);
  for (const chosen of ['Company', ...COUNTRIES])
    await editor.locator('#eligibility').getByText(chosen, { exact: true }).first().waitFor();
  return rules;
}
