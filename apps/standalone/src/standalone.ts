import { type DemoAccount, ensureDemo } from '#libs/demo';
import { loadConfig } from '#libs/platform/config';
import { migrate } from '#libs/platform/database';
import { stopEmbeddedPostgres } from '#libs/platform/embedded-postgres';
import { migrateQueue } from '#libs/platform/queue';
import { assertPortFree } from './assert-port-free.js';
import { Child } from './child.js';
import { prepareEnvironment } from './environment.js';

/** Starts everything TTN needs in one place and returns when it serves; signals end it cleanly. */
export async function runStandalone(): Promise<void> {
  const say = (line: string): void => {
    console.log(line);
  };
  await assertPortFree(process.env);
  const children: Child[] = [];
  const preparing = prepareEnvironment(say);
  const stop = async (): Promise<void> => {
    // What is being started can only be stopped once it stands.
    const environment = await preparing.catch(() => undefined);
    await Promise.all(children.map((child) => child.stop()));
    if (environment?.embedded) await stopEmbeddedPostgres({ dataDirectory: environment.embedded.folder });
  };
  const stopping = stopAtSignal(stop);
  try {
    const { variables } = await preparing;
    const config = loadConfig(variables);
    const ownerUrl = config.DATABASE_OWNER_URL ?? config.DATABASE_URL;
    const ran = await migrate(ownerUrl);
    await migrateQueue(ownerUrl);
    if (ran.length > 0) say(`The database is up to date (${ran.length} migrations ran).`);
    const accounts = config.DEMO ? await ensureDemo(config) : [];
    if (stopping.aborted) return;
    // The API's port is the product's; the worker serves nothing.
    children.push(new Child('api', variables, say), new Child('worker', variables, say));
    await Promise.all(children.map((child) => child.start()));
    sayAccounts(accounts, say);
    say(`\nTTN serves ${config.PUBLIC_URL}   (Ctrl-C stops it)`);
  } catch (error) {
    if (stopping.aborted) return; // a start that was called off fails somewhere; the signal decides the exit code
    await Promise.all(children.map((child) => child.stop()));
    const embedded = (await preparing.catch(() => undefined))?.embedded;
    if (embedded && !embedded.reused) await stopEmbeddedPostgres({ dataDirectory: embedded.folder });
    throw error;
  }
}

/** One line per account, in columns. */
function sayAccounts(accounts: readonly DemoAccount[], say: (line: string) => void): void {
  const columns = ['role', 'organization', 'email', 'password'] as const;
  const widths = columns.map((column) => Math.max(...accounts.map((account) => account[column].length)));
  for (const account of accounts) {
    say(`  ${columns.map((column, index) => account[column].padEnd(widths[index] ?? 0)).join('  ')}`);
  }
}

/** A terminal's signal may reach us a second time, passed on by npm. */
const SAME_REQUEST_MS = 500;

/**
 * Runs `work` at the first SIGINT or SIGTERM and exits 0; a later signal exits at once. Answers the signal that
 * says that a stop was asked for.
 */
function stopAtSignal(work: () => Promise<void>): AbortSignal {
  const stopping = new AbortController();
  let askedAt = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) {
        if (performance.now() - askedAt > SAME_REQUEST_MS) process.exit(1);
        return;
      }
      askedAt = performance.now();
      stopping.abort();
      work().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
  return stopping.signal;
}
