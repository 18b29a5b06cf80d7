import { hkdfSync } from 'node:crypto';

/** A key for one purpose, derived from the installation's secret: what leaks for one serves no other. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'ttn', purpose, 32));
}
