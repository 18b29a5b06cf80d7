import { Injectable } from '@nestjs/common';
import { AccessTokens } from './access-tokens.js';
import { Unauthenticated } from './auth.errors.js';
import type { Principal } from './principal.js';
import { Principals } from './principals.js';

/** From a token to the person behind it; the one way in for HTTP and sockets. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly principals: Principals,
  ) {}

  /** Errors: auth/unauthenticated for a bad token and for a session that has ended. */
  async authenticateToken(token: string): Promise<Principal> {
    const claims = await this.tokens.verify(token);
    const principal = claims && (await this.principals.find(claims.sid));
    if (principal?.personId !== claims?.sub || !principal) throw new Unauthenticated();
    return principal;
  }
}
