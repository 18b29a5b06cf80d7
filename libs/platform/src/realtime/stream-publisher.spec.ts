import type pg from 'pg';
import type { ClusterMessage } from 'socket.io-adapter';
import { StreamPublisher } from './stream-publisher.js';

const NEVER_MS = 3_600_000;

describe('the publisher of the stream', () => {
  it('lets what is patient gather, and sends it as one with the first that is not', async () => {
    const { publisher, batches } = begin(NEVER_MS);
    const patient = [];
    for (let turn = 0; turn < 3; turn += 1) {
      patient.push(publisher.publish(MESSAGE, true));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(batches).toEqual([]);
    await publisher.publish(MESSAGE);
    await Promise.all(patient);
    expect(batches).toEqual([4]);
  });

  it('sends what is patient when somebody asks for it, and lets the next gather again', async () => {
    const { publisher, batches } = begin(NEVER_MS);
    await publisher.drained();
    void publisher.publish(MESSAGE, true);
    await publisher.drained();
    void publisher.publish(MESSAGE, true).catch(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(batches).toEqual([1]);
    publisher.close();
  });

  it('sends what is patient after a moment though nobody asks', async () => {
    const { publisher, batches } = begin(1);
    await publisher.publish(MESSAGE, true);
    expect(batches).toEqual([1]);
  });

  it('does not call drained what it refused', async () => {
    const { publisher } = begin(NEVER_MS);
    await publisher.publish(MESSAGE);
    await expect(publisher.drained()).resolves.toBeUndefined();
    const given = Array.from({ length: 20_001 }, () => publisher.publish(MESSAGE, true));
    await expect(given.pop()).rejects.toThrow('no more');
    await expect(publisher.drained()).rejects.toThrow('refused');
    await Promise.all(given);
  });

  it('gives up what gathers when it closes', async () => {
    const { publisher, batches } = begin(NEVER_MS);
    const given = publisher.publish(MESSAGE, true);
    publisher.close();
    await expect(given).rejects.toThrow('closed');
    expect(batches).toEqual([]);
  });
});

const MESSAGE = { bytes: new Uint8Array([1]), message: {} as ClusterMessage };

/** A publisher on a database that takes everything, and how many messages each statement had. */
function begin(gatherMs: number): { publisher: StreamPublisher; batches: number[] } {
  const batches: number[] = [];
  const query = ({ values }: { values: [number] }): Promise<object> => {
    batches.push(values[0]);
    return Promise.resolve({ rows: [{ last: '9' }] });
  };
  const pool = { query } as unknown as pg.Pool;
  const onError = (error: unknown): void => {
    throw error as Error;
  };
  return { publisher: new StreamPublisher(pool, 'self', () => undefined, onError, gatherMs), batches };
}
