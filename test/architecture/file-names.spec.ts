import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Roles a file of server code may carry in its name; verbs and `*-access` files carry none. */
const SUFFIXES = new Set([
  'entity', 'repository', 'loader', 'reader', 'controller', 'dto', 'policy', 'errors', 'events', 'gateway',
  'publisher', 'rooms', 'job', 'module', 'spec', 'e2e-spec', 'd',
  // Nest's own roles and the socket.io adapter.
  'guard', 'pipe', 'filter', 'interceptor', 'strategy', 'adapter',
]); // prettier-ignore
const BANNED = /(^|[-/])(utils?|helpers?|common|manager|generic|misc)([-./]|$)/;

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'libs', 'apps'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('apps/web/'));

/** What is wrong with a file's name, if anything. */
export function nameProblem(file: string): string | undefined {
  const name = file.split('/').pop()?.replace(/\.ts$/, '') ?? '';
  const [stem = '', ...suffixes] = name.split('.');
  if (!/^\d*-?[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(stem)) return 'not kebab-case';
  if (suffixes.some((suffix) => !SUFFIXES.has(suffix)))
    return `role suffix .${suffixes.join('.')} is not on the list`;
  if (BANNED.test(file)) return 'a name that says nothing';
  return undefined;
}

describe('file names', () => {
  it('are kebab-case with a role suffix from the closed list', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => nameProblem(file)?.concat(': ', file) ?? [])).toEqual([]);
  });

  it.each([
    ['libs/x/src/app/SubmitProposal.ts', 'not kebab-case'],
    ['libs/x/src/app/proposal.service.ts', 'role suffix .service is not on the list'],
    ['libs/x/src/app/string-utils.ts', 'a name that says nothing'],
  ])('%s is refused', (file, problem) => {
    expect(nameProblem(file)).toBe(problem);
  });

  it('give every folder of a library one front door only', () => {
    const inner = files.filter((file) => /^libs\/(?!platform\/)[^/]+\/src\/.+\/index\.ts$/.test(file));
    expect(inner).toEqual([]);
  });
});
