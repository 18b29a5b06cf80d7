import 'reflect-metadata';
import { ConfigError, loadConfig } from '#libs/platform/config';
import { runWorker } from './run-worker.js';

try {
  await runWorker(loadConfig());
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exit(1);
}
