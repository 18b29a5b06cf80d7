import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFailed } from './child.js';

/** An API that lost its parent a moment ago answers what it has begun, and then lets the port go. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;

/**
 * Asks for the port before anything else is begun: most often the other program is TTN itself, started before.
 *
 * @throws StartFailed when somebody goes on listening there
 */
export async function assertPortFree({ PORT, HOST }: NodeJS.ProcessEnv): Promise<void> {
  const port = Number(PORT ?? '3000');
  if (!(port > 0 && port < 65_536)) return; // the configuration will say what is wrong with it
  const deadline = Date.now() + PATIENCE_MS;
  while (await isTaken(port, HOST ?? '127.0.0.1')) {
    if (Date.now() > deadline)
      throw new StartFailed(`Port ${port} is taken by another program: end that one, or set PORT.`);
    await pause(LOOK_EVERY_MS);
  }
}

function isTaken(port: number, host: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code === 'EADDRINUSE');
    });
    server.listen(port, host, () => {
      server.close(() => {
        resolve(false);
      });
    });
  });
}
