import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Transition, TransitionTable } from '#libs/kernel';

/**
 * Prints every transition table of the product into `docs/STATES.md`. They are found, not listed: a table is what a
 * module of a `domain/` folder exports with states and transitions. Without `--write` it says whether the page is
 * current and exits 1 where it is not.
 */
const PAGE = 'docs/STATES.md';
const LIBS = join(import.meta.dirname, '../libs');
const HEAD = `# State machines

Made by \`node dist/scripts/state-tables.js --write\` from the tables the product runs on; never edited by hand. A verb
starts from the states named and from no other; where it leads to the state it came from, the step is written down and
the state stays. The policy of the feature has the last word on who may do it.
`;

type Table = TransitionTable<string, string>;

function domainModules(): string[] {
  return readdirSync(LIBS, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|[\\/])domain[\\/][^\\/]+\.js$/.test(path))
    .map((path) => join(LIBS, path))
    .sort();
}

function isTable(value: unknown): value is Table {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['feature', 'initial', 'states', 'transitions'].every((key) => key in value)
  );
}

async function tables(): Promise<{ table: Table; source: string }[]> {
  const found: { table: Table; source: string }[] = [];
  for (const path of domainModules()) {
    const exported = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
    const source = join('libs', relative(LIBS, path)).replace(/\.js$/, '.ts');
    for (const table of Object.values(exported).filter(isTable)) found.push({ table, source });
  }
  return found.sort((a, b) => a.table.feature.localeCompare(b.table.feature));
}

function rowOf(verb: string, { from, to, actor, event }: Transition<string>): string {
  return `| ${verb} | ${from.join(', ')} | ${to} | ${actor} | ${event ?? ''} |`;
}

function sectionOf({ table, source }: { table: Table; source: string }): string {
  const { feature, initial, states, transitions } = table;
  const left = new Set(Object.values(transitions).flatMap(({ from }) => from));
  const ends = states.filter((state) => !left.has(state));
  return [
    `## ${feature}`,
    '',
    `Begins as \`${initial}\`${ends.length > 0 ? `, ends as ${ends.map((state) => `\`${state}\``).join(', ')}` : ''}. Source: \`${source}\`.`,
    '',
    '| verb | from | to | who | event |',
    '| --- | --- | --- | --- | --- |',
    ...Object.entries(transitions).map(([verb, transition]) => rowOf(verb, transition)),
    '',
  ].join('\n');
}

const page = `${HEAD}\n${(await tables()).map(sectionOf).join('\n')}`;
if (process.argv.includes('--write')) writeFileSync(PAGE, page);
else if (readFileSync(PAGE, 'utf8') !== page) {
  console.error(`${PAGE} is not current: run \`node dist/scripts/state-tables.js --write\`.`);
  process.exitCode = 1;
}
