import type pg from 'pg';

/** What a PostgreSQL parameter may be here. Arrays and JSON are passed as JavaScript values. */
export type Parameter = unknown;

/** Prepared statements a connection may hold before further texts are planned on each call. */
const MAX_NAMED = 1000;
const names = new Map<string, string>();

/**
 * A named statement: PostgreSQL plans it once per connection (planning is most of the cost of a short read).
 * The text must be one of finitely many; values go into parameters.
 */
export function named(text: string, values: readonly Parameter[] = []): pg.QueryConfig {
  let name = names.get(text);
  if (name === undefined && names.size < MAX_NAMED) {
    name = `ttn_${names.size}`;
    names.set(text, name);
  }
  return { name, text, values: values as unknown[] };
}
