import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { deriveKey } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
/** A clock may be off by one step of 30 seconds, before or after. */
const TOLERANCE_SECONDS = 30;

/**
 * Secrets of authenticator apps (RFC 6238: SHA-1, six digits, 30 seconds, as every app knows it), sealed with a key
 * of the installation and bound to their person, so that neither a copy of the table nor a swapped row is of use.
 */
@Injectable()
export class TotpSecrets {
  private readonly key: Buffer;

  constructor(config: TtnConfig) {
    this.key = deriveKey(config.TTN_SECRET, 'totp-secret');
  }

  /** A new secret, in base32. */
  create(): string {
    return generateSecret();
  }

  /** What the QR code says to the app. */
  uri(secret: string, email: string): string {
    return generateURI({ issuer: 'TTN', label: email, secret });
  }

  seal(personId: string, secret: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(Buffer.from(personId));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when the secret was sealed with another key, for another person, or changed since */
  open(personId: string, sealed: Buffer): string {
    const decipher = createDecipheriv(CIPHER, this.key, sealed.subarray(0, NONCE))
      .setAAD(Buffer.from(personId))
      .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  }

  /** The time step a code belongs to; null when it is wrong, or not newer than `lastStep`. */
  stepOf(secret: string, code: string, lastStep: number): number | null {
    const token = code.normalize('NFKC').replace(/\s/g, '');
    if (!/^\d{6}$/.test(token)) return null;
    const result = verifySync({ secret, token, epochTolerance: TOLERANCE_SECONDS });
    return result.valid && 'timeStep' in result && result.timeStep > lastStep ? result.timeStep : null;
  }
}
