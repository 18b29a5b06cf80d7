import { isDeepStrictEqual } from 'node:util';
import type { LoadRequest } from './load.js';

type Answer = Record<string, unknown>;

export async function ask(origin: string, { method, path, headers, body }: LoadRequest): Promise<Answer> {
  const response = await fetch(origin + path, { method, headers, ...(body === undefined ? {} : { body }) });
  if (!response.ok) throw new Error(`${origin}${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/**
 * Two servers may be compared only if they do the same work. Sends the same request to both.
 *
 * @param own fields that each server makes for itself (new ids, times, signed cursors)
 * @throws Error naming the fields that differ
 */
export async function assertSameAnswer(
  origins: readonly [string, string],
  request: LoadRequest,
  own: readonly string[],
): Promise<void> {
  const [first, second] = await Promise.all(origins.map((origin) => ask(origin, request)));
  const fields = new Set([...Object.keys(first ?? {}), ...Object.keys(second ?? {})]);
  const different = [...fields].filter((field) =>
    own.includes(field)
      ? typeof first?.[field] !== typeof second?.[field]
      : !isDeepStrictEqual(first?.[field], second?.[field]),
  );
  if (different.length > 0) throw new Error(`${request.path}: the servers differ in ${different.join(', ')}`);
}
