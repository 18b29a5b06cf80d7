import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access-guard.js';
import { AccessTokens } from './access-tokens.js';
import { Authenticator } from './authenticator.js';
import { FailureThrottle } from './failure-throttle.js';
import { Principals } from './principals.js';
import { RouteTable } from './route-table.js';

/**
 * Access, closed by default: the one guard of every route, tokens, principals, and the boot check. Needs a
 * {@link PrincipalLoader}, which the organizations module provides globally.
 */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    AccessTokens,
    Authenticator,
    FailureThrottle,
    Principals,
    RouteTable,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AccessTokens, Authenticator, FailureThrottle, Principals, RouteTable],
})
export class AuthModule {}
