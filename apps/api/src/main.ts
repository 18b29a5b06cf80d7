import 'reflect-metadata';
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

try {
  await serveApi(loadConfig());
} catch (error) {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exit(1);
}
