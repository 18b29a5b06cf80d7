import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Classes of one name declared at several places, as `Name: file, file`. */
export function sharedNames(sources: Readonly<Record<string, string>>): string[] {
  const places = new Map<string, string[]>();
  for (const [file, source] of Object.entries(sources)) {
    for (const [, name = ''] of source.matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm))
      places.set(name, [...(places.get(name) ?? []), file]);
  }
  return [...places]
    .filter(([, files]) => files.length > 1)
    .map(([name, files]) => `${name}: ${files.join(', ')}`);
}

/** Every class that may stand in the OpenAPI document, which knows classes by their bare names. */
const documented = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'libs', 'apps'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /\/http\/[^/]+\.ts$|\.dto\.ts$/.test(file) && !/\.spec\.ts$|^apps\/web\//.test(file));

it('gives every request, response and controller a name of its own: of two, the document would keep one', () => {
  expect(documented.length).toBeGreaterThan(80);
  const sources = documented.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);
  expect(sharedNames(Object.fromEntries(sources))).toEqual([]);
});

it('knows every schema of the document by its class', () => {
  const document = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')) as {
    components: { schemas: Record<string, unknown> };
  };
  const declared = new Set(
    documented.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\bclass (\w+)/g)].map(([, name = '']) => name),
    ),
  );
  const schemas = Object.keys(document.components.schemas);
  expect(schemas.length).toBeGreaterThan(200);
  // The document's own: what every refusal looks like.
  expect(schemas.filter((name) => !declared.has(name))).toEqual(['Problem']);
});

it('is told two classes of one name', () => {
  const [a, b] = ['libs/a/src/http/a.dto.ts', 'libs/b/src/http/b.dto.ts'];
  expect(
    sharedNames({ [a]: 'export class NameResponse {}', [b]: '/** */\nexport class NameResponse {\n}' }),
  ).toEqual([`NameResponse: ${a}, ${b}`]);
  expect(sharedNames({ [a]: 'export class One {}', [b]: 'export class Other {}' })).toEqual([]);
});
