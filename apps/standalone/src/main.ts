import { ConfigError } from '#libs/platform/config';
import { EmbeddedPostgresError } from '#libs/platform/embedded-postgres';
import { StartFailed } from './child.js';
import { runStandalone } from './standalone.js';

try {
  await runStandalone();
} catch (error) {
  const expected =
    error instanceof ConfigError || error instanceof EmbeddedPostgresError || error instanceof StartFailed;
  console.error(expected ? error.message : error);
  process.exit(1);
}
