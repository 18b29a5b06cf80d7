import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { EmbeddedPostgresError } from './embedded-postgres.errors.js';
import { readSmallFile, replaceFile } from './small-file.js';

/** Below 32768, where Linux begins to hand out ports for outgoing connections. */
const FIRST_PORT = 20_000;
const LAST_PORT = 32_767;

/** The port of the last start if nobody else listens on it now, otherwise a free one. */
export async function choosePort(portFile: string): Promise<number> {
  const stored = readPort(portFile);
  if (stored !== undefined && (await isFree(stored))) return stored;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    if (await isFree(port)) return port;
  }
  throw new EmbeddedPostgresError(`No free port was found on 127.0.0.1 in ${FIRST_PORT}–${LAST_PORT}.`);
}

export function storePort(portFile: string, port: number): void {
  if (readPort(portFile) !== port) replaceFile(portFile, String(port), 0o644);
}

function readPort(portFile: string): number | undefined {
  const port = Number(readSmallFile(portFile));
  return Number.isInteger(port) && port >= FIRST_PORT && port <= LAST_PORT ? port : undefined;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    // Whoever looks for the server that is to start here must not keep it from starting.
    const probe = createServer((caller) => caller.destroy());
    probe.once('error', () => answer(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => answer(true)));
  });
}
