import 'reflect-metadata';
import { ConfigError, loadConfig } from '#libs/platform/config';
import { serveApi } from './serve-api.js';

try {
  await serveApi(loadConfig());
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exit(1);
}
