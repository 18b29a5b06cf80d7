import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopEmbeddedPostgres } from '#libs/platform/embedded-postgres';

export default async function globalTeardown() {
  const directory = process.env.TEST_CLUSTER_DIRECTORY;
  if (!directory) return;
  await stopEmbeddedPostgres({ dataDirectory: join(directory, 'postgres') });
  rmSync(directory, { recursive: true, force: true });
}
