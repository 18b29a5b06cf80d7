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
export interface UploadRequest {
  readonly request: Request;
  /** Whether it brought more bytes than it had room for. */
  readonly overran: () => boolean;
  readonly close: () => void;
}

/** @param room how many bytes it may bring, whatever it says of its length */
export function uploadRequest({ method, url, headers, raw }: FastifyRequest, room: number): UploadRequest {
  const own = HEADERS.flatMap((name): [string, string][] => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const address = new URL(url, 'http://uploads.invalid');
  if (method !== 'PATCH') {
    const request = new Request(address, { method, headers: own });
    return { request, overran: () => false, close: () => undefined };
  }

  const body = whatArrives(raw);
  let arrived = 0;
  const overran = (): boolean => arrived > room;
  raw.on('data', (piece: Buffer) => {
    arrived += piece.length;
    if (overran()) body.destroy(new Error('More bytes than were announced.'));
  });
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
  return { request, overran, close };
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
