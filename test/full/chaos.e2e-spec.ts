import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { broken, checkHistory } from '../../chaos/checker/check-history.js';
import { readHistory } from '../../chaos/checker/history-file.js';

const root = join(import.meta.dirname, '../..');

interface Told {
  readonly kept: boolean;
  readonly backends: readonly {
    readonly messages: number;
    readonly faults: readonly { readonly kind: string }[];
    readonly broken: Readonly<Record<string, number>>;
    readonly jobs: Readonly<Record<string, number>>;
  }[];
}

interface Campaign {
  readonly exitCode: number | null;
  readonly told: Told;
  /** Everything it printed, for whoever must find out why. */
  readonly said: string;
}

/**
 * `npm run chaos` with few faults. It gives up by itself when it takes too long, ends what it started, and
 * leaves the conversation in which a promise was broken in `record`.
 */
async function campaign(record: string, ...words: string[]): Promise<Campaign> {
  const child = spawn(
    process.execPath,
    [join(root, 'dist/chaos/main.js'), ...words, '--backend', 'postgres', '--record', record],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const printed: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  const said = `${printed.stderr}\n${printed.stdout}`;
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`The campaign ended with ${exitCode}:\n${said}`);
  return { exitCode, told: JSON.parse(printed.stdout) as Told, said };
}

/** The campaign gives up before that, having ended what it started. */
const LIMIT_MS = 420_000;

describe('the fault campaign, cut short', () => {
  const folder = join(root, '.test');
  const record = (name: string): string => join(folder, `chaos-${name}.jsonl`);

  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    for (const name of ['sound', 'lingering-members']) rmSync(record(name), { force: true });
  });

  it(
    'finds every promise kept though an api is killed',
    async () => {
      const { exitCode, told, said } = await campaign(record('sound'), '--faults', '1', '--seed', '7');
      explained(said, () => {
        expect(exitCode).toBe(0);
        expect(told.kept).toBe(true);
        const [{ broken: promises, faults, jobs, messages } = nothing] = told.backends;
        expect(promises).toEqual({});
        expect(faults.map(({ kind }) => kind)).toEqual(['kill api']);
        expect(jobs).toMatchObject({ lost: 0, doubled: 0, unexpected: 0 });
        expect(messages).toBeGreaterThan(100);
      });
    },
    LIMIT_MS,
  );

  it(
    'is red for a system that goes on pushing to whoever was removed, and keeps what shows it',
    async () => {
      const name = 'lingering-members';
      const { exitCode, told, said } = await campaign(
        record(name),
        ...['--mutant', name, '--faults', '1', '--seed', '7'],
      );
      explained(said, () => {
        expect(exitCode).toBe(1);
        expect(told.kept).toBe(false);
        const [{ broken: promises, jobs } = nothing] = told.backends;
        expectOnlyLate(promises);
        expect(jobs).toMatchObject({ lost: 0, doubled: 0, unexpected: 0 });
        expectOnlyLate(broken(checkHistory(readHistory(record(name)))));
      });
    },
    LIMIT_MS,
  );
});

/** Messages reached the one who was removed; who may have put them on the screen, and so differs from the others. */
function expectOnlyLate({ late = 0, diverged = 0, ...others }: Readonly<Record<string, number>>): void {
  expect(late).toBeGreaterThan(0);
  expect(diverged).toBeLessThanOrEqual(1);
  expect(others).toEqual({});
}

const nothing: Told['backends'][number] = { messages: 0, faults: [], broken: {}, jobs: {} };

/** What fails says all that the campaign said. */
function explained(said: string, judge: () => void): void {
  try {
    judge();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\nThe campaign said:\n${said}`, { cause: error });
  }
}
