/**
 * The one error of the embedded PostgreSQL: its message says what went wrong and what to do, and ends with
 * the last lines of the server's own words where there are any.
 */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(message: string, options: { cause?: unknown; output?: string } = {}) {
    const output = options.output?.trim();
    super(output ? `${message}\n${lastLines(output, 20)}` : message, { cause: options.cause });
  }
}

/** The way out that is always open. */
export const OWN_SERVER_ADVICE = 'set DATABASE_URL to a PostgreSQL 18 server of your own';

function lastLines(text: string, count: number): string {
  return text
    .split('\n')
    .slice(-count)
    .map((line) => `  | ${line}`)
    .join('\n');
}

/** What a failed program wrote on standard error, or the error's own message. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'stderr' in error && typeof error.stderr === 'string' && error.stderr ? error.stderr : error.message;
}

/** The `code` of a system or database error, or undefined. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
