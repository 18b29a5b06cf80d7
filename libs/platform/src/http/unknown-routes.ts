import type { FastifyInstance, FastifyRequest } from 'fastify';
import { NotFound } from '#libs/kernel';
import { MethodNotAllowed } from './http.errors.js';

/** Knows every address of the server, to tell "no such address" (404) from "not with this method" (405). */
export class KnownRoutes {
  private readonly methods = new Map<string, { pattern: RegExp; methods: Set<string> }>();

  constructor(server: FastifyInstance) {
    server.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      const known = this.methods.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
      for (const name of [method].flat()) known.methods.add(name);
      this.methods.set(url, known);
    });
  }

  /** Why no handler took this request: 404, or 405 where other methods would be taken. */
  refusal(request: Pick<FastifyRequest, 'url' | 'method'>): NotFound | MethodNotAllowed {
    const path = request.url.split('?', 1)[0] ?? '';
    const matching = [...this.methods.values()].filter(({ pattern }) => pattern.test(path));
    const allowed = [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
    const other = allowed.length > 0 && !allowed.includes(request.method);
    return other ? new MethodNotAllowed(allowed) : new NotFound();
  }
}

function patternOf(url: string): RegExp {
  const segments = url.split('/').map((segment) => {
    if (segment.startsWith(':')) return '[^/]+';
    return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${segments.join('/')}$`);
}
