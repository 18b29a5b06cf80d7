import type { FastifyReply } from 'fastify';

export interface StoredHeaders {
  readonly 'content-type'?: string;
  readonly etag?: string;
  readonly location?: string;
  /** While the work is going on: the request that does it. */
  readonly holder?: string;
}

/** The answer that the first request with this key got. Thrown to end a repeat before its handler runs. */
export class StoredAnswer extends Error {
  constructor(
    private readonly status: number,
    private readonly body: string | null,
    private readonly headers: StoredHeaders,
  ) {
    super('answered before');
  }

  replay(reply: FastifyReply): void {
    const { holder: _, ...headers } = this.headers;
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) void reply.header(name, value);
    }
    void reply
      .code(this.status)
      .header('idempotency-replayed', 'true')
      .serializer((body: string) => body)
      .send(this.body ?? undefined);
  }
}
