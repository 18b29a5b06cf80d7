import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { deriveKey } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';

/**
 * Refresh tokens: 256 bits, stored as SHA-256. Each is derived from the one before and a key of the server,
 * so that presenting the previous token again (its answer was lost) gives the very same successor, although
 * no token is stored.
 */
@Injectable()
export class RefreshTokens {
  private readonly key: Buffer;

  constructor(config: TtnConfig) {
    this.key = deriveKey(config.TTN_SECRET, 'refresh-token');
  }

  /** The first token of a session. */
  first(): string {
    return randomBytes(32).toString('base64url');
  }

  successorOf(token: string): string {
    return createHmac('sha256', this.key).update(token).digest('base64url');
  }

  hash(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }
}
