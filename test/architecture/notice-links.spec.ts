import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathTo } from '../../libs/notifications/src/domain/notice.js';
import { NOTICE_RULES } from '../../libs/notifications/src/domain/notice-rules.js';

const ROUTES = join(import.meta.dirname, '../../apps/web/src/app/routes');
const ID = '0199a0f2-7c4e-7b6a-9c53-0d9be1b4f001';

/** Addresses of the web client's screens, as its route files declare them: `/o/$slug/votes/$voteId`. */
export function screensOf(sources: readonly string[]): string[] {
  const files = sources.map((source) => {
    const declared = parentSaid(source).matchAll(
      /const (\w+) = createRoute\(\{\s*getParentRoute: \(\) => (\w+),\s*(?:path|id): '([^']*)'/g,
    );
    return new Map(
      [...declared].map(([text, name = '', parent = '', path = '']) => [name, { text, parent, path }]),
    );
  });
  // Two files may give two routes one name; a parent from another file has been exported, and its name is its own.
  const addressOf = (name: string, file: (typeof files)[number]): string => {
    const home = file.has(name) ? file : files.find((other) => other.has(name));
    const route = home?.get(name);
    if (!home || !route) return '';
    const own = /\bid: '[^']*'$/.test(route.text) ? '' : route.path;
    return `${addressOf(route.parent, home)}/${own}`;
  };
  return files.flatMap((file) =>
    [...file.keys()].map((name) =>
      addressOf(name, file)
        .replace(/\/+/g, '/')
        .replace(/(?<=.)\/$/, ''),
    ),
  );
}

/** The same source where it says one parent for all of its routes at the top. */
function parentSaid(source: string): string {
  const shared = /const getParentRoute = (\(\) => \w+);/.exec(source)?.[1];
  return shared ? source.replace(/\bgetParentRoute,/g, `getParentRoute: ${shared},`) : source;
}

/** Whether a screen stands at this address. A lone `$` at the end is a door that knows itself what is behind it. */
export const leadsSomewhere = (address: string, screens: readonly string[]): boolean =>
  screens.some((screen) => {
    const pattern = screen.replace(/\$\w+/g, '[^/]+').replace(/\/\$$/, '(/.*)?');
    return new RegExp(`^${pattern}$`).test(address);
  });

const screens = screensOf(readdirSync(ROUTES).map((file) => readFileSync(join(ROUTES, file), 'utf8')));

it('leads every notice and every mail to a screen of the web client', () => {
  expect(screens.length).toBeGreaterThan(30);
  const told = Object.entries(NOTICE_RULES).flatMap(([type, rule]) =>
    rule === 'silent' ? [] : [{ type, rule }],
  );
  expect(told.length).toBeGreaterThan(40);
  const astray = told.flatMap(({ type, rule }) => {
    const facts = { object: { type: 'thing', id: ID }, counterpartId: null };
    // The mail of an invitation makes the whole address itself, with a secret behind `#`.
    if (rule.leadsTo === 'invitation' && !rule.notice) return [];
    // Without an organization in the address some lead to the start page alone.
    return [pathTo(rule.leadsTo, facts, 'busan'), pathTo(rule.leadsTo, facts, null)]
      .filter((address) => !leadsSomewhere(address, screens))
      .map((address) => `${type}: ${address}`);
  });
  expect(astray).toEqual([]);
  expect(screens).toContain('/invitation');
});

it('finds out a link to a screen that is not there', () => {
  const known = screensOf([
    "const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in' });",
    "const city = createRoute({\n  getParentRoute: () => signedIn,\n  path: '/o/$slug',\n});",
    "const calls = createRoute({\n  getParentRoute: () => city,\n  path: '/calls/$',\n});",
    "const vote = createRoute({\n  getParentRoute: () => city,\n  path: '/votes/$voteId',\n});",
  ]);
  expect(known).toContain('/o/$slug/votes/$voteId');
  expect(leadsSomewhere(`/o/busan/votes/${ID}`, known)).toBe(true);
  expect(leadsSomewhere('/o/busan/votes', known)).toBe(false);
  expect(leadsSomewhere(`/o/busan/calls/${ID}`, known)).toBe(true);
  expect(leadsSomewhere('/o/busan/callsign', known)).toBe(false);
  expect(leadsSomewhere(`/o/busan/elections/${ID}`, known)).toBe(false);
});
