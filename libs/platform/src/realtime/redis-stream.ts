import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type { Namespace } from 'socket.io';
import type { Adapter } from 'socket.io-adapter';
import type { ClusterBackend } from './cluster-backend.js';
import type { RecoveryGuard } from './recovery.js';

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
 * attempts to connect, and a push reaches the sockets of its own process only. What is said while a session is being
 * taken up is not among what it missed.
 */
export function redisStream(
  url: string,
  guard: RecoveryGuard,
  onError: (error: unknown) => void,
): ClusterBackend {
  const redis = new WatchedRedis(url, { lazyConnect: true, maxRetriesPerRequest: 2 });
  redis.on('error', onError);
  const make = createAdapter(redis, {
    streamName: 'ttn:sockets',
    maxLen: MAX_STREAM_LENGTH,
    blockTimeInMs: BLOCK_MS,
  });
  return {
    // socket.io calls it with `new`: not an arrow.
    adapter: function (namespace: Namespace): Adapter {
      const adapter: Adapter = make(namespace);
      const restore = adapter.restoreSession.bind(adapter);
      adapter.restoreSession = async (pid, offset) => {
        const { missedPackets, ...kept } = await restore(pid, offset);
        return { ...(await guard(kept)), missedPackets };
      };
      return adapter;
    },
    start: async () => {
      if (redis.status === 'wait') await redis.connect();
      await redis.ping();
    },
    ahead: () => undefined,
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
