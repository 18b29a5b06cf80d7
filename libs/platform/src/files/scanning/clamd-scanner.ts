import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { MalwareScanner } from './malware-scanner.js';

/** Without a word from clamd for this long, there is no verdict. Large archives take it half a minute. */
const SILENCE_MS = 60_000;
const CHUNK = 64 * 1024;

/**
 * clamd by its INSTREAM command: chunks, each after its length in four bytes, an empty one at the end; the answer
 * is `stream: OK`, `stream: <name> FOUND` or `… ERROR`.
 */
export class ClamdScanner extends MalwareScanner {
  readonly active = true;
  private readonly host: string;
  private readonly port: number;

  /** @param url `tcp://host:port` */
  constructor(url: string) {
    super();
    const { hostname, port } = new URL(url);
    this.host = hostname.replace(/^\[|\]$/g, '');
    this.port = Number(port);
  }

  async scan(content: Readable): Promise<'clean' | 'infected'> {
    const socket = connect({ host: this.host, port: this.port });
    try {
      const answer = answerOf(socket);
      await Promise.race([send(content, socket), answer]);
      return verdictOf(await answer);
    } finally {
      socket.destroy();
      content.destroy();
    }
  }
}

async function send(content: Readable, socket: Socket): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const piece of content) {
    const bytes = piece as Buffer;
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const chunk = bytes.subarray(at, at + CHUNK);
      await write(socket, Buffer.concat([lengthOf(chunk.length), chunk]));
    }
  }
  await write(socket, lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** Resolves when the socket takes more, so that a file is never in memory as a whole. */
function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** What clamd says until it closes; it may do so before it has been sent everything. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8').setTimeout(SILENCE_MS, () => {
      socket.destroy(new Error('clamd fell silent.'));
    });
    socket.on('data', (piece: string) => (text += piece));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(text);
    });
  });
}

function verdictOf(answer: string): 'clean' | 'infected' {
  const line = answer.replace(/\0.*$/s, '').trim();
  if (line.endsWith(' FOUND')) return 'infected';
  if (/^stream: OK$/.test(line)) return 'clean';
  throw new Error(`clamd gave no verdict: ${line.slice(0, 200) || 'it closed the connection'}`);
}
