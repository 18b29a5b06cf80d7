import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { DomainError, type FieldError, InvalidInput } from '#libs/kernel';

const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Objects within objects; ours need four. What goes deeper would exhaust the stack of whoever walks it. */
const MAX_DEPTH = 32;

/**
 * Reads JSON bodies, and nothing else (415). What PostgreSQL cannot store, NUL characters and halves of
 * surrogate pairs, is refused here with pointers (422), so that no feature has to think of it.
 */
export function acceptJsonOnly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) {
      done(null, undefined); // a verb without a body, from a client that always names the type
      return;
    }
    if (!isUtf8(body as Buffer)) {
      done(new DomainError('request/malformed', 'malformed', { detail: 'The body is not UTF-8.' }));
      return;
    }
    const text = body.toString('utf8');
    // Only an escape can smuggle either in: raw control characters are no JSON, and UTF-8 has no surrogates.
    const suspicious = text.includes('\\u');
    void parse(request, text, (error, value) => {
      if (!error && isDeeper(value, MAX_DEPTH)) {
        done(new DomainError('request/malformed', 'malformed', { detail: 'The body is nested too deeply.' }));
        return;
      }
      const errors = !error && suspicious ? unstorableTexts(value, '') : [];
      done(errors.length > 0 ? new InvalidInput(errors) : error, value);
    });
  });
}

/** Pointers of all texts, keys included, that hold a NUL character or half a surrogate pair. */
export function unstorableTexts(value: unknown, pointer: string): FieldError[] {
  if (typeof value === 'string') {
    return UNSTORABLE.test(value) ? [{ pointer, code: 'field/unstorable-character' }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (UNSTORABLE.test(key)) return [{ pointer, code: 'field/unstorable-character' }];
    return unstorableTexts(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  });
}

/** Whether `value` holds objects or lists more than `levels` deep. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}
