/** One wrong field: `pointer` is a JSON Pointer into the body that was sent. */
export interface FieldFault {
  pointer: string;
  code: string;
}

/**
 * A refusal of the API (RFC 9457), or the lack of an answer. Screens show a text by `code`, never `title` or
 * `detail`, which are for logs.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly faults: readonly FieldFault[] = [],
    readonly requestId: string | null = null,
    readonly retryAfterSeconds: number | null = null,
    detail = code,
  ) {
    super(detail);
  }

  /** No answer came: offline, a broken connection, or a server that is away. */
  static unreachable(): ApiProblem {
    return new ApiProblem(0, 'network/unreachable');
  }

  /** Whether sending the same again later can succeed without the reader changing anything. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Reads the problem document of a refused answer; an answer that is none still becomes a problem. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return problemOf(response, body);
}

/** As `readProblem`, where the body was read already. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  const document = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: unknown;
    detail?: unknown;
    errors?: unknown;
    requestId?: unknown;
  };
  const retryAfter = Number(response.headers.get('retry-after'));
  return new ApiProblem(
    response.status,
    typeof document.code === 'string' ? document.code : `http/${response.status}`,
    Array.isArray(document.errors) ? document.errors.filter(isFault) : [],
    typeof document.requestId === 'string' ? document.requestId : null,
    Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
    typeof document.detail === 'string' ? document.detail : undefined,
  );
}

function isFault(value: unknown): value is FieldFault {
  const fault = value as Partial<FieldFault> | null;
  return typeof fault?.pointer === 'string' && typeof fault.code === 'string';
}
