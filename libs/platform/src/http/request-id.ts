import type { IncomingMessage } from 'node:http';
import { newId } from '#libs/platform/database';

const ACCEPTED = /^[\w-]{8,64}$/;

/** The caller's `X-Request-Id` when it is fit to be logged, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && ACCEPTED.test(given) ? given : newId();
}
