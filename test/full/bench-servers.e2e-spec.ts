import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

/** The bench compares honestly only as long as its raw server does what TTN does; nobody runs it daily. */
it('measures TTN against a server that gives the same answers', async () => {
  const bench = join(root, 'dist/bench/main.js');
  const { stdout } = await promisify(execFile)(process.execPath, [bench, 'http', 'answers'], { cwd: root });
  expect(JSON.parse(stdout)).toMatchObject({ bench: 'http', comparisons: [] });
}, 240_000);
