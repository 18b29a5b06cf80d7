import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Runs the suites and says, in one line for those that run together, what passed. `npm test` runs the quick ones,
 * `npm run test:full` the long ones: both backends, kill runs, stories in Chromium, every look of every screen.
 * What a machine lacks (Chromium, Redis) is named with the way to get it; with CI=true it is a failure.
 */
const SUITES = {
  // Together where they start servers and browsers, so that no core is idle while the longest file ends.
  quick: [
    ['unit', 'architecture'],
    ['medium', 'e2e', 'web'],
  ],
  full: [['full']],
};

const kind = process.argv[2] ?? 'quick';
const wanted = process.argv.slice(3).length > 0 ? [process.argv.slice(3)] : SUITES[kind];
const isCi = process.env.CI === 'true';
const chromium = process.env.CHROMIUM ?? findProgram('chromium', 'chromium-browser', 'google-chrome');
const redis = process.env.REDIS_SERVER ?? findProgram('redis-server', 'valkey-server');
const env = {
  ...process.env,
  ...(chromium && { CHROMIUM: chromium }),
  ...(redis && { REDIS_SERVER: redis }),
};

const missing = [
  !chromium && 'Chromium (Debian: apt-get install chromium fonts-noto-cjk)',
  !redis && 'Redis (Debian: apt-get install redis-server)',
].filter(Boolean);
let lacking = 0;
for (const what of missing) {
  console.log(`${isCi ? 'FAIL' : 'note'}: ${what} was not found; the suites that need it do not run.`);
  if (isCi) lacking += 1;
}

run('build', 'npm', ['run', '--silent', 'build']);

const totals = { passed: 0, failed: lacking };
mkdirSync('.test', { recursive: true });
for (const group of wanted) {
  const suites = group.filter((suite) => suite !== 'web' || chromium);
  if (suites.length === 0) continue;
  const name = suites.join('+');
  const report = join('.test', `${name}.json`);
  rmSync(report, { force: true }); // yesterday's report must not stand in for a run that broke
  const started = Date.now();
  const jest = [
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    ...suites,
    '--maxWorkers=2', // what starts whole systems waits a good part of its time: two at once use both cores
    '--json',
    `--outputFile=${report}`,
  ];
  spawnSync(process.execPath, jest, { stdio: ['ignore', 'ignore', 'inherit'], env });
  const result = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 1 };
  // A file that could not even be loaded has no tests to count, yet failed.
  const failed = result.numFailedTests + (result.numRuntimeErrorTestSuites ?? 0);
  totals.passed += result.numPassedTests;
  totals.failed += failed + (result.numPendingTests ?? 0);
  console.log(
    `${name}: ${result.numPassedTests} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)`,
  );
}
writeFileSync(join('.test', `total-${kind}.json`), JSON.stringify(totals));
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;

function run(what, command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  if (status !== 0) {
    console.error(`${what} failed`);
    process.exit(1);
  }
}

function findProgram(...names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}
