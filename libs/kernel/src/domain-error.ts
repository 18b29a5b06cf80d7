/** What went wrong, in terms every transport can map: HTTP status, socket acknowledgement, job outcome. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'unsupported-media-type'
  | 'precondition-failed'
  | 'precondition-required'
  | 'invalid'
  | 'rate-limited'
  | 'unavailable';

/** One field that is wrong: `pointer` is a JSON Pointer (RFC 6901) into the request body or query. */
export interface FieldError {
  pointer: string;
  code: string;
  detail?: string;
}

export interface DomainErrorOptions {
  /** One English sentence for people who read logs and API answers. Never echoes an id or personal data. */
  detail?: string;
  errors?: readonly FieldError[];
  /** Seconds after which a retry makes sense; sent as `Retry-After`. */
  retryAfterSeconds?: number;
  /** Extra members of the problem document, e.g. the current state. */
  extra?: Readonly<Record<string, string | number | readonly string[]>>;
  cause?: unknown;
}

/**
 * An expected refusal. `code` is stable and documented, `<feature>/<problem>`; the same code reaches HTTP
 * problem documents (RFC 9457) and socket acknowledgements.
 */
export class DomainError extends Error {
  override readonly name: string = 'DomainError';

  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly options: DomainErrorOptions = {},
  ) {
    super(options.detail ?? code, { cause: options.cause });
  }
}

/** Absent and not yours are one answer, so that ids cannot be probed. */
export class NotFound extends DomainError {
  constructor() {
    super('request/not-found', 'not-found', { detail: 'There is nothing here for you.' });
  }
}

/** The row changed since it was read (`If-Match` names an older version). */
export class StaleVersion extends DomainError {
  constructor(currentVersion: number) {
    super('request/stale-version', 'precondition-failed', {
      detail: 'The resource changed since you read it. Read it again and repeat the change.',
      extra: { currentVersion },
    });
  }
}

/** Several fields, or one, do not hold what they must. */
export class InvalidInput extends DomainError {
  constructor(errors: readonly FieldError[], code = 'request/invalid') {
    super(code, 'invalid', { detail: 'Some fields are missing or wrong.', errors });
  }
}
