import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type { ClusterBackend } from './cluster-backend.js';

const MAX_STREAM_LENGTH = 10_000;

/** Pushes between processes through a stream of Redis or Valkey. */
export function redisStream(url: string, onError: (error: unknown) => void): ClusterBackend {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: null });
  redis.on('error', onError);
  return {
    adapter: createAdapter(redis, { streamName: 'ttn:sockets', maxLen: MAX_STREAM_LENGTH }),
    start: async () => {
      if (redis.status === 'wait') await redis.connect();
      await redis.ping();
    },
    // Commands of one connection are answered in order, so the answer to this one means all before arrived.
    drained: async () => {
      await redis.ping();
    },
    close: async () => {
      await redis.quit().catch(() => undefined);
    },
  };
}
