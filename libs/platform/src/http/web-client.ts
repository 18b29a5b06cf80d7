import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const YEAR_SECONDS = 31_536_000;
const NOT_PAGES = /^\/(?:api|socket\.io|assets)(?:\/|$)/;

/** The built web client: hashed files for ever, pages asked for again each time. */
export class WebClient {
  private constructor(readonly root: string | undefined) {}

  /** Serves `webRoot`, precompressed variants (.br, .gz) included; `none` or a missing folder serves nothing. */
  static async serve(server: FastifyInstance, webRoot: string): Promise<WebClient> {
    const root = resolve(webRoot);
    if (webRoot === 'none' || !existsSync(join(root, 'index.html'))) return new WebClient(undefined);
    await server.register(fastifyStatic, {
      root,
      wildcard: false,
      // What stands at `/` is for a controller to say; where none does, it is a page like the others.
      index: false,
      preCompressed: true,
      globIgnore: ['**/*.br', '**/*.gz', '.vite/**'],
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = path.startsWith(join(root, 'assets'));
        void reply.header(
          'cache-control',
          hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
        );
      },
    });
    return new WebClient(root);
  }

  /** Whether an unknown address is one of the client's own pages, asked for by a browser. */
  hasPage({ method, url, headers }: FastifyRequest): boolean {
    return (
      this.root !== undefined &&
      (method === 'GET' || method === 'HEAD') &&
      !NOT_PAGES.test(url.split('?', 1)[0] ?? '') &&
      (headers.accept ?? '').includes('text/html')
    );
  }

  sendPage(reply: FastifyReply): void {
    void reply.code(200).sendFile('index.html');
  }
}
