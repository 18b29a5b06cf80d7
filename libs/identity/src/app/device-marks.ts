import { createHash, randomBytes } from 'node:crypto';
import { deviceKind, type DeviceKind } from '../domain/device.js';

/** What a client shows of itself when it signs in. */
export interface Client {
  /** Header `User-Agent`. */
  readonly userAgent: string | undefined;
  /** The mark in its device cookie, from an earlier sign-in of whomever. */
  readonly device: string | undefined;
}

/** A device as TTN knows it again. */
export interface MarkedDevice {
  readonly kind: DeviceKind;
  readonly hash: Buffer;
  /** For the cookie; null for a program that keeps none. */
  readonly mark: string | null;
}

const MARK = /^[\w-]{43}$/;

/**
 * Browsers are known again by a random mark in a cookie. Programs that are no browsers keep no cookies; they are
 * known by their product name, or every run of a script would look like a new device.
 */
export function markedDevice({ userAgent, device }: Client): MarkedDevice {
  const kind = deviceKind(userAgent);
  const known = device !== undefined && MARK.test(device);
  if (!known && kind.browser === 'other') {
    const product = userAgent?.split(/[/\s]/)[0] ?? '';
    return { kind, hash: hashOf(`program ${product}`), mark: null };
  }
  const mark = known ? device : randomBytes(32).toString('base64url');
  return { kind, hash: hashOf(mark), mark };
}

export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
