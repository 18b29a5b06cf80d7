import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { ConfigError, loadConfig } from '#libs/platform/config';
import { serveApi } from './serve-api.js';

/** What whoever started it should read: mistakes of theirs in a sentence, defects with their stack. */
function wordsOf(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port, stack } = error as Error & { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE')
    return `Port ${String(port)} is taken by another program: end that one, or set PORT.`;
  return stack ?? String(error);
}

// While the house is built everything lives, and V8 would learn from that to put what requests allocate straight
// among the old objects, which hold on to the rest of the request: garbage collection then costs three times as much.
setFlagsFromString('--no-allocation-site-pretenuring');

try {
  await serveApi(loadConfig());
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exit(1);
}
