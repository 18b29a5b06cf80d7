import type pg from 'pg';
import { MessageRepository } from '../../libs/messaging/src/data/message.repository.js';
import { MessageWriter } from '../../libs/messaging/src/app/message-writer.js';
import { wrap } from './wrap.js';

/** How long a batch lies written and uncommitted. */
const UNCOMMITTED_MS = 60;

interface Inside {
  readonly database: { readonly pool: pg.Pool };
}

/**
 * Makes a repository answer when its batch is written, and commit it a moment later. `onCommit` hears of each batch
 * how that ended.
 */
export function commitLate(onCommit: (ids: readonly string[], committed: Promise<void>) => void): void {
  wrap(
    MessageRepository.prototype,
    'writeBatch',
    (original) =>
      async function (this: MessageRepository, batch) {
        const { pool } = (this as unknown as Inside).database;
        const client = await pool.connect();
        client.on('error', () => undefined);
        try {
          await client.query('begin');
          const written = await original.call(onClient(this, client), batch);
          const committed = commit(client);
          committed.catch(() => undefined);
          onCommit(
            batch.map(({ id }) => id),
            committed,
          );
          return written;
        } catch (error) {
          client.release(true);
          throw error;
        }
      },
  );
}

/** The same repository, asking on one connection. */
function onClient(repository: MessageRepository, client: pg.PoolClient): MessageRepository {
  const rows = async (text: string, values: unknown[]): Promise<object[]> =>
    (await client.query<object>({ text, values })).rows;
  return Object.create(repository, { database: { value: { rows } } }) as MessageRepository;
}

async function commit(client: pg.PoolClient): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, UNCOMMITTED_MS));
  try {
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Lets whoever waits for a message wait for its commit, too. */
export function acknowledgeCommitted(commits: ReadonlyMap<string, Promise<void>>): void {
  wrap(
    MessageWriter.prototype,
    'write',
    (original) =>
      async function (this: MessageWriter, message) {
        const written = await original.call(this, message);
        await commits.get(message.id);
        return written;
      },
  );
}
