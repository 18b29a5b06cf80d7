import { open } from 'node:fs/promises';
import { PictureDamaged } from '../domain/file.errors.js';

const SIGNATURE = 8;
/** Length and name before a chunk's data, checksum after it. */
const FRAME = 12;
const HEAD = 8;
/** What unpacks to text or colours of any size, which no decoder needs to draw the picture. */
const PACKED = ['zTXt', 'iTXt', 'iCCP'];
/** Of all packed chunks together; programs write some hundred kilobytes at most. */
const MAX_PACKED = 1024 * 1024;
const MAX_CHUNKS = 100_000;

/**
 * Refuses a PNG that carries a lot beside its picture: decoders unpack all of it, which takes seconds of work for
 * every megabyte. Reads the heads of its chunks and nothing of what is in them.
 *
 * @throws PictureDamaged 422
 */
export async function checkPng(path: string): Promise<void> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(HEAD);
    let packed = 0;
    let at = SIGNATURE;
    for (let chunks = 0; (await file.read(head, 0, HEAD, at)).bytesRead === HEAD; chunks += 1) {
      const length = head.readUInt32BE(0);
      const name = head.toString('latin1', 4);
      if (PACKED.includes(name)) packed += length;
      if (packed > MAX_PACKED || chunks > MAX_CHUNKS) throw new PictureDamaged();
      if (name === 'IEND') return;
      at += FRAME + length;
    }
  } finally {
    await file.close();
  }
}
