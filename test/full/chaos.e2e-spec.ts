import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** A calm machine needs a third of it; the campaign bounds itself. */
const LIMIT_MS = 270_000;

interface Report {
  kept: boolean;
  backends: { messages: number; faults: { kind: string }[]; broken: Record<string, number> }[];
  goals: { name: string; goal: string; value: number; met: boolean }[];
}

/** Runs `npm run chaos` as built; answers its exit code, its report and what it said. */
async function chaos(...words: string[]): Promise<{ code: number | null; report: Report; said: string }> {
  const child = spawn(process.execPath, [join(root, 'dist/chaos/main.js'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, REDIS_SERVER: process.env.REDIS_SERVER },
  });
  const heard = { out: '', said: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (heard.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (heard.said += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (heard.out === '') throw new Error(`The campaign reported nothing:\n${heard.said}`);
  return { code, report: JSON.parse(heard.out) as Report, said: heard.said };
}

describe('three apis and two workers while parties are killed and lines disturbed', () => {
  it.each(['postgres', 'redis'])(
    'keep every promise, on %s',
    async (backend) => {
      const { code, report, said } = await chaos('--minutes', '0.4', '--backend', backend);
      const [told] = report.backends;
      console.log(`${said}\n${report.goals.map((goal) => JSON.stringify(goal)).join('\n')}`);
      expect(told?.broken).toEqual({});
      expect([code, report.kept]).toEqual([0, true]);
      expect(told?.messages).toBeGreaterThan(100);
      expect(told?.faults.some(({ kind }) => kind.startsWith('kill'))).toBe(true);
    },
    LIMIT_MS,
  );

  it(
    'are found out when they go on telling somebody who was removed',
    async () => {
      mkdirSync(join(root, '.test'), { recursive: true });
      const record = join(root, '.test', 'lingering-members.jsonl');
      const { code, report } = await chaos(
        ...[
          '--minutes',
          '0.06',
          '--backend',
          'postgres',
          '--mutant',
          'lingering-members',
          '--record',
          record,
        ],
      );
      expect(code).toBe(1);
      expect(report.backends[0]?.broken.late).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );
});
