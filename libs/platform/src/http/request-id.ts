import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const ACCEPTED = /^[\w-]{8,64}$/;
/** Ids of one process: a random part, drawn once, and a counter. Drawing per request showed in profiles. */
const PROCESS = randomBytes(9).toString('base64url');
let count = 0;

/** The caller's `X-Request-Id` when it is fit to be logged, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && ACCEPTED.test(given)) return given;
  count += 1;
  return `${PROCESS}-${count.toString(36)}`;
}
