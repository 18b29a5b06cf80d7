import { createHash } from 'node:crypto';

/** A short name for what a message says. */
export function textOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 12);
}
