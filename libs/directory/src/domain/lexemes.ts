/**
 * What an entry is found by is one set of lexemes in one GIN index. Plain ones are folded words and pieces of text;
 * the others begin with a sign that no folded text contains.
 */
export const LEXEMES = {
  /** A whole own name as one word. */
  name: (key: string): string => `=${key}`,
  /** Another spelling as one word. */
  alias: (key: string): string => `~${key}`,
  /** A name from one of its later words on. */
  inner: (key: string): string => `-${key}`,
  /** Initial consonants of a Korean name. */
  initials: (key: string): string => `^${key}`,
  /** A word or piece of a name, where plain ones may stand anywhere. */
  named: (token: string): string => `*${token}`,
  /** A taxonomy code, declared or told in a text. */
  concept: (code: string): string => `#${code}`,
  /** The organization of the city it belongs to. */
  place: (organizationId: string): string => `@${organizationId}`,
  /** A value of a facet, `country:KR`. */
  facet: (token: string): string => `!${token}`,
} as const;

/** A boolean expression over lexemes, as PostgreSQL's tsquery reads it; empty: finds nothing. */
export type LexemeQuery = string;

/** One lexeme, or with `prefix` everything that begins with it. */
export function has(lexeme: string, prefix = false): LexemeQuery {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${prefix ? ':*' : ''}`;
}

export function allOf(parts: readonly LexemeQuery[]): LexemeQuery {
  const told = parts.filter((part) => part !== '');
  return told.length > 1 ? `(${told.join(' & ')})` : (told[0] ?? '');
}

export function anyOf(parts: readonly LexemeQuery[]): LexemeQuery {
  const told = parts.filter((part) => part !== '');
  return told.length > 1 ? `(${told.join(' | ')})` : (told[0] ?? '');
}
