import { type DemoAccount, ensureDemo } from '#libs/demo';
import { loadConfig } from '#libs/platform/config';
import { migrate } from '#libs/platform/database';
import { stopEmbeddedPostgres } from '#libs/platform/embedded-postgres';
import { migrateQueue } from '#libs/platform/queue';
import { Child } from './child.js';
import { prepareEnvironment } from './environment.js';

/** Starts everything TTN needs in one place and returns when it serves; signals end it cleanly. */
export async function runStandalone(): Promise<void> {
  const say = (line: string): void => {
    console.log(line);
  };
  const environment = await prepareEnvironment(say);
  const children: Child[] = [];
  const stop = stopOnce(async () => {
    await Promise.all(children.map((child) => child.stop()));
    if (environment.embedded) await stopEmbeddedPostgres({ dataDirectory: environment.embedded });
  });
  try {
    const config = loadConfig(environment.variables);
    const ownerUrl = config.DATABASE_OWNER_URL ?? config.DATABASE_URL;
    const ran = await migrate(ownerUrl);
    await migrateQueue(ownerUrl);
    if (ran.length > 0) say(`The database is up to date (${ran.length} migrations ran).`);
    const accounts = config.DEMO ? await ensureDemo(config) : [];
    // The API's port is the product's; the worker serves nothing.
    children.push(
      new Child('api', environment.variables, say),
      new Child('worker', environment.variables, say),
    );
    await Promise.all(children.map((child) => child.start()));
    sayAccounts(accounts, say);
    say(`\nTTN serves ${config.PUBLIC_URL}   (Ctrl-C stops it)`);
  } catch (error) {
    await stop();
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

/** Runs `work` at the first SIGINT or SIGTERM and exits 0; a second signal exits at once. */
function stopOnce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  const stop = (): Promise<void> => (running ??= work());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (running) process.exit(1);
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
  return stop;
}
