import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TtnConfig } from '#libs/platform/config';
import type { Client } from '../app/device-marks.js';
import type { NewSession, OpenSession } from '../app/start-session.js';
import type { SignedInResponse } from './identity.dto.js';
import '@fastify/cookie';

const REFRESH = 'ttn_refresh';
const DEVICE = 'ttn_device';
const DAY_SECONDS = 24 * 60 * 60;
/** As long as a device that is not used stays known. */
const DEVICE_DAYS = 365;

/**
 * The cookies of sign-in, out of reach of scripts and sent to the sign-in routes of this site only: the refresh
 * token, and a random mark by which a device is known again, so that only a new one is worth a notice.
 */
@Injectable()
export class SignInCookies {
  private readonly attributes: { httpOnly: true; sameSite: 'strict'; path: string; secure: boolean };

  constructor(private readonly config: TtnConfig) {
    this.attributes = {
      httpOnly: true,
      sameSite: 'strict',
      path: '/api/v1/auth',
      secure: config.PUBLIC_URL.startsWith('https:'),
    };
  }

  refreshToken(request: FastifyRequest): string | undefined {
    return read(request, REFRESH);
  }

  /** Who is at the door, before anybody has signed in. */
  client(request: FastifyRequest): Client {
    return { userAgent: request.headers['user-agent'], device: read(request, DEVICE) };
  }

  /** Sets the cookies of a session and answers what goes into the body. */
  signedIn(reply: FastifyReply, session: OpenSession | NewSession): SignedInResponse {
    this.set(reply, REFRESH, session.refreshToken, this.config.SESSION_DAYS);
    if ('device' in session && session.device !== null) this.set(reply, DEVICE, session.device, DEVICE_DAYS);
    return { accessToken: session.accessToken, expiresAt: session.expiresAt };
  }

  /** The device stays known. */
  clear(reply: FastifyReply): void {
    void reply.clearCookie(REFRESH, this.attributes);
  }

  private set(reply: FastifyReply, name: string, value: string, days: number): void {
    void reply.setCookie(name, value, { ...this.attributes, maxAge: days * DAY_SECONDS });
  }
}

function read(request: FastifyRequest, name: string): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : request.server.parseCookie(cookie)[name];
}
