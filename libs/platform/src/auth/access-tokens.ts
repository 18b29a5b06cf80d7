import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { LRUCache } from 'lru-cache';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { isId } from '#libs/platform/database';
import { TtnConfig } from '#libs/platform/config';
import { deriveKey } from './derive-key.js';
import { runStrategy } from './run-strategy.js';

/** What an access token says: the person and the session. Everything else is looked up. */
export interface AccessClaims {
  readonly sub: string;
  readonly sid: string;
}

interface SignedClaims extends AccessClaims {
  readonly exp: number;
}

const ALGORITHM = 'HS256';
const MAX_REMEMBERED = 10_000;

/** Issues and verifies access tokens (JWT, one fixed algorithm). */
@Injectable()
export class AccessTokens {
  private readonly jwt: JwtService;
  private readonly strategy: Strategy;
  /** Tokens whose signature was verified. Without a lifetime of the cache, which would cost timers. */
  private readonly verified = new LRUCache<string, SignedClaims>({ max: MAX_REMEMBERED });

  constructor(private readonly config: TtnConfig) {
    const key = deriveKey(config.TTN_SECRET, 'access-token');
    this.jwt = new JwtService({ secret: key, signOptions: { algorithm: ALGORITHM } });
    this.strategy = new Strategy(
      {
        jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
        secretOrKey: key,
        algorithms: [ALGORITHM],
      },
      (claims: SignedClaims, done) => {
        done(null, isId(claims.sub) && isId(claims.sid) && Number.isInteger(claims.exp) ? claims : false);
      },
    );
  }

  /** A token for a session. `expiresAt` is RFC 3339 in UTC. */
  issue(personId: string, sessionId: string): { accessToken: string; expiresAt: string } {
    const expiresIn = this.config.ACCESS_TOKEN_SECONDS;
    const accessToken = this.jwt.sign({ sub: personId, sid: sessionId }, { expiresIn });
    return { accessToken, expiresAt: new Date(Date.now() + expiresIn * 1000).toISOString() };
  }

  /** The claims of a token that is ours and has not expired, else null. Says nothing about the session. */
  async verify(token: string): Promise<AccessClaims | null> {
    const known = this.verified.get(token);
    if (known) return isExpired(known) ? null : known;
    const claims = await runStrategy<SignedClaims>(this.strategy, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (claims) this.verified.set(token, claims);
    return claims;
  }
}

const isExpired = ({ exp }: SignedClaims): boolean => Date.now() >= exp * 1000;
