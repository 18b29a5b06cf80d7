import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openApiFile } from '#libs/platform/http';
import { buildDocument } from './openapi/build-document.js';

/**
 * Writes docs/openapi.json from the compiled controllers (`nest build api` first: its plugin reads types and
 * comments). `--check` writes nothing and exits 1 when the committed document is another.
 */
const text = `${JSON.stringify(await buildDocument(), null, 2)}\n`;
const file = openApiFile();
if (process.argv.includes('--check')) {
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (committed !== text) {
    process.stderr.write('docs/openapi.json is not up to date: npm run generate\n');
    process.exit(1);
  }
} else {
  writeFileSync(file, text);
}
process.exit(0);
