import { DomainError } from '#libs/kernel';

/** 422: the cursor was altered, is of another list, or of the same list with other filters. */
export class InvalidCursor extends DomainError {
  constructor() {
    super('request/invalid-cursor', 'invalid', {
      detail: 'This cursor does not belong to this list with these filters. Start from the first page.',
      errors: [{ pointer: '/cursor', code: 'request/invalid-cursor' }],
    });
  }
}

/** 428: a change must name the version it was made on. */
export class VersionRequired extends DomainError {
  constructor() {
    super('request/if-match-required', 'precondition-required', {
      detail: 'Send the ETag of the resource you read as If-Match.',
    });
  }
}

/** 400: `If-Match` holds no entity tag. */
export class MalformedIfMatch extends DomainError {
  constructor() {
    super('request/malformed-if-match', 'malformed', { detail: 'If-Match must be one ETag, like "3".' });
  }
}

/** 422: `Idempotency-Key` must be 1 to 255 printable ASCII characters without spaces. */
export class InvalidIdempotencyKey extends DomainError {
  constructor() {
    super('idempotency/invalid-key', 'invalid', {
      detail: 'Idempotency-Key must be 1 to 255 printable ASCII characters without spaces.',
    });
  }
}

/** 422: the key was used with another body. */
export class KeyReused extends DomainError {
  constructor() {
    super('idempotency/key-reused', 'invalid', {
      detail: 'This Idempotency-Key came with another body. Use a new key for new work.',
    });
  }
}

/** 409: the first request with this key is still at work. */
export class KeyInFlight extends DomainError {
  constructor() {
    super('idempotency/in-flight', 'conflict', {
      detail: 'The first request with this Idempotency-Key is still at work.',
      retryAfterSeconds: 1,
    });
  }
}

/** 409: the first request did its work, but its process ended before the answer was kept. */
export class AnswerLost extends DomainError {
  constructor() {
    super('idempotency/answer-lost', 'conflict', {
      detail: 'The work was done, but its answer is lost. Read the resource instead of sending again.',
    });
  }
}

/** 405; `allowed` goes into `Allow`. */
export class MethodNotAllowed extends Error {
  readonly statusCode = 405;

  constructor(readonly allowed: readonly string[]) {
    super('method not allowed');
  }
}
