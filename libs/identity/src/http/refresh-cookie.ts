import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TtnConfig } from '#libs/platform/config';
import '@fastify/cookie';

const NAME = 'ttn_refresh';
const DAY_SECONDS = 24 * 60 * 60;

/** The refresh token's cookie: out of reach of scripts, sent to the sign-in routes of this site only. */
@Injectable()
export class RefreshCookie {
  private readonly attributes: { httpOnly: true; sameSite: 'strict'; path: string; secure: boolean };

  constructor(private readonly config: TtnConfig) {
    this.attributes = {
      httpOnly: true,
      sameSite: 'strict',
      path: '/api/v1/auth',
      secure: config.PUBLIC_URL.startsWith('https:'),
    };
  }

  read(request: FastifyRequest): string | undefined {
    const { cookie } = request.headers;
    return cookie === undefined ? undefined : request.server.parseCookie(cookie)[NAME];
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(NAME, token, {
      ...this.attributes,
      maxAge: this.config.SESSION_DAYS * DAY_SECONDS,
    });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(NAME, this.attributes);
  }
}
