import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedPostgresStatus, startEmbeddedPostgres, stopEmbeddedPostgres } from './index.js';

describe('embedded PostgreSQL', () => {
  it('starts, is found running, stops, and starts again on the same port', async () => {
    const home = mkdtempSync(join(tmpdir(), 'ttn-postgres-'));
    chmodSync(home, 0o755);
    const dataDirectory = join(home, 'postgres');
    try {
      const first = await startEmbeddedPostgres({ dataDirectory });
      expect(first).toMatchObject({ outcome: 'initialized', dataDirectory });
      expect(await startEmbeddedPostgres({ dataDirectory })).toEqual({ ...first, outcome: 'reused' });
      expect(await stopEmbeddedPostgres({ dataDirectory })).toBe(true);
      expect(embeddedPostgresStatus({ dataDirectory })).toEqual({ state: 'stopped', dataDirectory });
      expect(await startEmbeddedPostgres({ dataDirectory })).toEqual({ ...first, outcome: 'started' });
    } finally {
      await stopEmbeddedPostgres({ dataDirectory });
      rmSync(home, { recursive: true });
    }
  }, 60_000);
});
