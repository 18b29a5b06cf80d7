import type { FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { PassThrough, Readable } from 'node:stream';

/** What of a request concerns tus. Everything else, the token first, is none of its business. */
const HEADERS = [
  'tus-resumable',
  'upload-length',
  'upload-offset',
  'upload-metadata',
  'upload-defer-length',
  'upload-concat',
  'content-type',
  'content-length',
] as const;

/** The request as tus takes it, and how to be rid of what it did not read. */
export function uploadRequest({ method, url, headers, raw }: FastifyRequest): {
  request: Request;
  close: () => void;
} {
  const own = HEADERS.flatMap((name): [string, string][] => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const address = new URL(url, 'http://uploads.invalid');
  if (method !== 'PATCH')
    return { request: new Request(address, { method, headers: own }), close: () => undefined };

  const body = whatArrives(raw);
  const request = new Request(address, {
    method,
    headers: own,
    body: Readable.toWeb(body),
    duplex: 'half',
  });
  const close = (): void => {
    raw.unpipe(body);
    body.destroy();
    raw.resume(); // else the connection would wait for ever for somebody to read
  };
  return { request, close };
}

/** The bytes of a request; when its client goes away, what came until then, so that it is kept. */
function whatArrives(raw: IncomingMessage): PassThrough {
  const bytes = new PassThrough();
  const end = (): void => {
    if (!bytes.writableEnded) bytes.end();
  };
  raw.once('close', end).once('error', end);
  raw.pipe(bytes);
  bytes.on('error', () => undefined);
  return bytes;
}
