import { ApiProperty } from '@nestjs/swagger';
import { type Browser, BROWSERS, type System, SYSTEMS } from '../domain/device.js';
import type { LiveSession } from '../domain/session.js';

/** A device that is signed in. Of it only the kind is known; no network address is kept. */
export class SessionResponse {
  id: string;

  @ApiProperty({ enum: BROWSERS })
  browser: Browser;

  @ApiProperty({ enum: SYSTEMS })
  system: System;

  /** The one this request came from. */
  current: boolean;

  /**
   * RFC 3339.
   * @example 2027-02-01T03:19:05.678Z
   */
  createdAt: string;

  /**
   * To a quarter of an hour, RFC 3339.
   * @example 2027-02-01T03:19:05.678Z
   */
  lastSeenAt: string;

  /**
   * Ends then unless it is used before, RFC 3339.
   * @example 2027-03-03T03:19:05.678Z
   */
  expiresAt: string;
}

export class SessionsResponse {
  /** The last used first. */
  items: SessionResponse[];
}

export function toSessionResponse(session: LiveSession, currentId: string): SessionResponse {
  const { id, browser, system, createdAt, lastSeenAt, expiresAt } = session;
  return {
    id,
    browser,
    system,
    current: id === currentId,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
