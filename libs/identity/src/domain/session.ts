import type { DeviceKind } from './device.js';

/** A session that has not ended. */
export interface LiveSession extends DeviceKind {
  readonly id: string;
  readonly createdAt: Date;
  /** To a quarter of an hour: when its access token was last renewed. */
  readonly lastSeenAt: Date;
  /** Unless it is used before. */
  readonly expiresAt: Date;
}

/** A proof by password or passkey is fresh for so long; sensitive changes ask for one. */
export const PROOF_MINUTES = 10;
