import { spawnSync } from 'node:child_process';

/** What CI runs before the tests, in the order in which it fails fastest. */
const STEPS = [
  ['lock file', 'node scripts/check-lock.mjs'],
  ['format', 'npx --no-install prettier --check --log-level warn .'],
  ['types', 'npm run --silent typecheck'],
  ['types of the web client', 'npm run --silent typecheck:web'],
  ['boundaries', 'npx --no-install depcruise --config .dependency-cruiser.cjs libs apps'],
  ['lint', 'npx --no-install eslint . --max-warnings 0'],
  ['build', 'npm run --silent build'],
  ['OpenAPI document and client', 'npm run --silent generate:check'],
  ['schema', 'node dist/scripts/check-schema.js'],
  ['state machines in docs', 'node dist/scripts/state-tables.js'],
  ['size of the web client', 'npm run --silent size'],
];

let failures = 0;
for (const [what, command] of STEPS) {
  const started = Date.now();
  const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${what} (${seconds} s)`);
  if (status !== 0) failures += 1;
}
process.exitCode = failures === 0 ? 0 : 1;
