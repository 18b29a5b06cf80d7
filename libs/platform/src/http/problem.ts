import { DomainError, type ErrorKind, type FieldError } from '#libs/kernel';
import { STATUS_CODES } from 'node:http';

/** Media type of every refusal (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** The body of every refusal. `code` is what programs decide on; `title` and `detail` are for people. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  /** `pointer`: a JSON Pointer (RFC 6901) into the body, or `/name` of a query parameter. */
  readonly errors: readonly FieldError[];
  readonly requestId: string;
}

/** A problem before it belongs to a request. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly extra?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly retryAfterSeconds?: number;
}

const STATUS_OF_KIND: Readonly<Record<ErrorKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'precondition-failed': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  invalid: 422,
  'precondition-required': 428,
  'rate-limited': 429,
  unavailable: 503,
};

/** Refusals that come from HTTP itself, from Nest or from Fastify, and so carry a status but no code of ours. */
const OF_STATUS: Readonly<Record<number, { code: string; detail: string }>> = {
  400: { code: 'request/malformed', detail: 'The request cannot be read.' },
  401: { code: 'auth/unauthenticated', detail: 'Sign in first.' },
  403: { code: 'auth/forbidden', detail: 'Your role does not allow this.' },
  404: { code: 'request/not-found', detail: 'There is nothing here for you.' },
  405: { code: 'request/method-not-allowed', detail: 'This address knows other methods; see Allow.' },
  406: { code: 'request/not-acceptable', detail: 'Answers are JSON.' },
  408: { code: 'request/timeout', detail: 'The request took too long to arrive.' },
  413: { code: 'request/too-large', detail: 'A body may hold 1 MiB.' },
  414: { code: 'request/address-too-long', detail: 'The address is too long.' },
  415: { code: 'request/unsupported-media-type', detail: 'Send application/json.' },
  422: { code: 'request/invalid', detail: 'Some fields are missing or wrong.' },
  429: { code: 'request/rate-limited', detail: 'Too many requests; wait a little.' },
  431: { code: 'request/headers-too-large', detail: 'The headers are too large.' },
  503: { code: 'service/unavailable', detail: 'TTN cannot answer just now. Try again.' },
};

const RETRY_AFTER_SECONDS: Readonly<Record<number, number>> = { 429: 30, 503: 2 };

/** PostgreSQL cannot serve this now, but soon: connection lost, too many, shutting down, lock or time ran out. */
const PASSING_SQLSTATE = /^(08|53|57P0|57014|55P03|40001|40P01)/;
const PASSING_CODE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const PASSING_MESSAGE =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered)/;

/** What to answer to any error. Undefined: a defect, of which the outside learns nothing but the request id. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof DomainError)
    return { status: STATUS_OF_KIND[error.kind], code: error.code, ...error.options };
  if (!(error instanceof Error)) return undefined;
  const status = statusOf(error);
  return status !== undefined && OF_STATUS[status] ? refusalOfStatus(status) : undefined;
}

export function refusalOfStatus(status: number): Refusal {
  const { code, detail } = OF_STATUS[status] ?? {
    code: 'request/refused',
    detail: 'The request is refused.',
  };
  return { status, code, detail };
}

/** The document for `refusal` in one request. */
export function problemDocument(refusal: Refusal | undefined, requestId: string): Problem {
  if (!refusal) {
    const status = 500;
    const code = 'service/internal';
    return { type: typeOf(code), title: titleOf(status), status, code, errors: [], requestId };
  }
  const { status, code, detail, errors = [], extra } = refusal;
  return { type: typeOf(code), title: titleOf(status), status, code, detail, ...extra, errors, requestId };
}

/** Seconds for `Retry-After`, where a later try makes sense. */
export function retryAfterOf(refusal: Refusal): number | undefined {
  return refusal.retryAfterSeconds ?? RETRY_AFTER_SECONDS[refusal.status];
}

const typeOf = (code: string): string => `urn:ttn:problem:${code}`;
const titleOf = (status: number): string => STATUS_CODES[status] ?? 'Error';

/** Nest says `getStatus()`, Fastify `statusCode`; drivers say neither. */
function statusOf(error: Error): number | undefined {
  const { statusCode, status, code } = error as { statusCode?: unknown; status?: unknown; code?: unknown };
  if (typeof statusCode === 'number') return statusCode;
  if (typeof status === 'number') return status;
  const passing =
    (typeof code === 'string' && (PASSING_SQLSTATE.test(code) || PASSING_CODE.test(code))) ||
    PASSING_MESSAGE.test(error.message);
  return passing ? 503 : undefined;
}
