import { type IncomingHttpHeaders, request } from 'node:http';

export interface RawRequest {
  method?: string;
  /** Sent as it is written: nothing is encoded, nothing tidied up. */
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, as `application/json` unless the headers say otherwise. */
  raw?: string | Buffer;
  headers?: Readonly<Record<string, string>>;
}

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: Problem & Readonly<Record<string, unknown>>;
}

/** The members of a problem document, and whatever else an answer holds. */
interface Problem {
  code?: string;
  errors?: { pointer: string; code: string }[];
  requestId?: string;
  id?: string;
  items?: Record<string, unknown>[];
  nextCursor?: string | null;
}

/** One request on a connection of its own, byte for byte what the test says: a client would not send half of it. */
export function sendRaw(
  baseUrl: string,
  { method = 'GET', path, body, raw, headers = {} }: RawRequest,
): Promise<RawAnswer> {
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const length = payload === undefined ? {} : { 'content-length': Buffer.byteLength(payload) };
  const type = payload === undefined ? {} : { 'content-type': 'application/json' };
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent: false, hostname, port, method, path, headers: { ...type, ...length, ...headers } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: parsed(text) });
        });
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}

function parsed(text: string): RawAnswer['json'] {
  try {
    return JSON.parse(text) as RawAnswer['json'];
  } catch {
    return {};
  }
}

/** What two answers may not differ in when one must not be told from the other: all but the id and the time of day. */
export function essence({ status, headers, text, json }: RawAnswer): unknown {
  // The length varies with the digits of the request's id.
  const { date: _date, 'x-request-id': _id, 'content-length': _length, ...rest } = headers;
  const { requestId, ...body } = json;
  return { status, headers: rest, body: requestId === undefined ? text : body };
}
