import { lookup as resolve } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { isPublicAddress } from './public-address.js';

const WITHIN_MS = 4_000;
/** A head that is longer is not worth a card. */
const MAX_BYTES = 256 * 1024;
/** Within these a page names its encoding, says the HTML standard. */
const HEAD_BYTES = 1_024;

/** Asks for the addresses of a name. */
export type Resolve = (
  name: string,
  answer: (error: Error | null, addresses: readonly { address: string; family: number }[]) => void,
) => void;

const byDns: Resolve = (name, answer) => {
  resolve(name, { all: true, verbatim: true }, answer);
};

/**
 * A lookup for connections that knows no private address: what it answers is what is connected to, so a name that
 * points elsewhere a moment later gains nothing. One private address among several refuses the name.
 */
export function publicLookup(ask: Resolve = byDns): LookupFunction {
  return (name, options, answer) => {
    ask(name, (error, addresses) => {
      const [first] = addresses;
      if (error ?? !first) answer(error ?? new Error('The name has no address.'), '', 0);
      else if (!addresses.every(({ address }) => isPublicAddress(address)))
        answer(new Error('The name has a private address.'), '', 0);
      else if (options.all) answer(null, [...addresses]);
      else answer(null, first.address, first.family);
    });
  };
}

/**
 * The beginning of a page of the open internet; null where there is none. HTTPS on its own port only, no redirects, no
 * cookies, nothing of the asking person.
 */
export async function publicPage(address: URL, ask?: Resolve): Promise<string | null> {
  const { protocol, hostname, port, username } = address;
  if (protocol !== 'https:' || port !== '' || username !== '' || isIP(hostname.replace(/^\[|\]$/g, '')))
    return null;
  return new Promise((done) => {
    const asking = request(address, {
      lookup: publicLookup(ask),
      agent: false,
      timeout: WITHIN_MS,
      signal: AbortSignal.timeout(WITHIN_MS),
      headers: { accept: 'text/html', 'user-agent': 'TTN link card' },
    });
    asking.on('error', () => done(null));
    asking.on('timeout', () => asking.destroy());
    asking.on('socket', (socket: Socket) => {
      socket.once('connect', () => {
        if (!isPublicAddress(socket.remoteAddress ?? '')) asking.destroy();
      });
    });
    asking.on('response', (answer) => {
      if (answer.statusCode !== 200 || !/^text\/html\b/i.test(answer.headers['content-type'] ?? '')) {
        asking.destroy();
        done(null);
      } else collect(answer, done);
    });
    asking.end();
  });
}

function collect(answer: IncomingMessage, done: (html: string | null) => void): void {
  const parts: Buffer[] = [];
  let bytes = 0;
  const finish = (): void => {
    done(textOf(Buffer.concat(parts), answer.headers['content-type']));
    answer.destroy();
  };
  answer.on('data', (part: Buffer) => {
    parts.push(part);
    bytes += part.length;
    if (bytes >= MAX_BYTES) finish();
  });
  answer.on('end', finish);
  answer.on('error', () => done(null));
}

/** In the encoding the answer or the page's head names; UTF-8 where none is named, or one that nobody knows. */
function textOf(page: Buffer, contentType = ''): string {
  const named =
    /charset\s*=\s*["']?([\w:-]{1,40})/i.exec(contentType) ??
    /<meta\s[^>]{0,200}charset\s*=\s*["']?([\w:-]{1,40})/i.exec(
      page.subarray(0, HEAD_BYTES).toString('latin1'),
    );
  try {
    return new TextDecoder(named?.[1]).decode(page);
  } catch {
    return new TextDecoder().decode(page);
  }
}
