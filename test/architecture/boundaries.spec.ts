import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { planted } from './planted-violations.js';

const root = join(import.meta.dirname, '../..');
const require = createRequire(join(root, 'package.json'));

interface Violation {
  rule: { name: string };
  from: string;
}

function cruise(...folders: string[]): Violation[] {
  const command = [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')];
  const options = ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders];
  let output: string;
  try {
    output = execFileSync(process.execPath, [...command, ...options], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 27,
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const { summary } = JSON.parse(output) as {
    summary: { violations: Violation[]; totalDependenciesCruised: number };
  };
  if (summary.totalDependenciesCruised === 0) throw new Error('Nothing was cruised.');
  return summary.violations;
}

describe('the walls of the house', () => {
  it('stand: no file crosses one', () => {
    expect(cruise('libs', 'apps').map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
  });

  describe('each bites', () => {
    const ground = join(root, '.test/violations');
    let found: Violation[];
    const rules = (require('./.dependency-cruiser.cjs') as { forbidden: { name: string }[] }).forbidden.map(
      ({ name }) => name,
    );
    const graph = JSON.parse(readFileSync(join(root, 'docs/feature-graph.json'), 'utf8')) as Record<
      string,
      string[]
    >;
    const violations = planted(graph);

    beforeAll(() => {
      rmSync(ground, { recursive: true, force: true });
      for (const [rule, files] of Object.entries(violations)) {
        for (const [path, content] of Object.entries(files)) {
          const file = join(ground, rule, path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
      }
      found = cruise('.test/violations');
    });

    it('has a planted violation for every rule', () => {
      expect(Object.keys(violations).sort()).toEqual([...rules].sort());
    });

    it.each(rules)('%s', (rule) => {
      const caught = found.filter(
        ({ rule: { name }, from }) => name === rule && from.includes(`violations/${rule}/`),
      );
      expect(caught.length).toBeGreaterThan(0);
    });
  });
});
