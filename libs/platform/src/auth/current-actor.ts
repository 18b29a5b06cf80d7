import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Unauthenticated } from './auth.errors.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard on every route that is not public. */
    actor?: Actor;
  }
}

/** The {@link Actor} of the request. Only on routes with a permission: a public route has none. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<{ actor?: Actor }>();
  if (!actor) throw new Unauthenticated();
  return actor;
});
