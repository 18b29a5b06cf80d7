import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type { ClusterBackend } from './cluster-backend.js';

const MAX_STREAM_LENGTH = 10_000;
/** How long a reader waits for the stream, and so how long a stop may take. */
const BLOCK_MS = 1_000;
const DRAIN_WITHIN_MS = 3_000;

/**
 * The adapter sends some of its commands without a look at what becomes of them: unwatched, one that fails while Redis is
 * away would end the process. Whoever does look still sees it fail.
 */
class WatchedRedis extends Redis {
  override sendCommand(...sent: Parameters<Redis['sendCommand']>): unknown {
    sent[0].promise.catch(() => undefined);
    return super.sendCommand(...sent);
  }
}

/**
 * Pushes between processes through a stream of Redis or Valkey. While that is away, commands give up after two
 * attempts to connect, and a push reaches the sockets of its own process only.
 */
export function redisStream(url: string, onError: (error: unknown) => void): ClusterBackend {
  const redis = new WatchedRedis(url, { lazyConnect: true, maxRetriesPerRequest: 2 });
  redis.on('error', onError);
  return {
    adapter: createAdapter(redis, {
      streamName: 'ttn:sockets',
      maxLen: MAX_STREAM_LENGTH,
      blockTimeInMs: BLOCK_MS,
    }),
    start: async () => {
      if (redis.status === 'wait') await redis.connect();
      await redis.ping();
    },
    // Commands of one connection are answered in order, so the answer to this one means all before arrived.
    drained: async () => {
      const late = new Promise<never>((_, reject) => {
        setTimeout(() => {
          reject(new Error('Redis does not answer.'));
        }, DRAIN_WITHIN_MS).unref();
      });
      await Promise.race([redis.ping(), late]);
    },
    close: async () => {
      await redis.quit().catch(() => undefined);
      // Without an answer it would go on trying to connect.
      redis.disconnect();
    },
  };
}
