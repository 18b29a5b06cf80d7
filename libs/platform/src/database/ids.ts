import { randomFillSync } from 'node:crypto';
import { v7, validate } from 'uuid';

/** Random bytes of 512 ids, drawn at once: drawing them one by one takes ten times as long as the rest of an id. */
const pool = new Uint8Array(16 * 512);
const words = new Uint32Array(pool.buffer);
let used = pool.length;
const bytes = new Uint8Array(16);
/** The id that is being written, and where in it each byte has its two digits. */
const text = Buffer.alloc(36, '-');
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
const DIGITS = Buffer.from('0123456789abcdef');
let msecs = 0;
let seq = 0;

/** A new public id (UUIDv7), made in the application: ordered by time and, within a process, by their making. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  const now = Date.now();
  if (now > msecs) [msecs, seq] = [now, (words[used / 4] ?? 0) >>> 1];
  else seq += 1;
  used += 16;
  v7({ random, msecs, seq }, bytes);
  return written();
}

/** In one piece: put together from its parts, an id would be twenty objects until somebody reads it. */
function written(): string {
  PLACES.forEach((place, index) => {
    const byte = bytes[index] ?? 0;
    text[place] = DIGITS[byte >> 4] ?? 0;
    text[place + 1] = DIGITS[byte & 15] ?? 0;
  });
  return text.toString('latin1');
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && validate(value);
}
