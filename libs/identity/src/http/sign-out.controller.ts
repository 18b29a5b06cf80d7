import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessTokens, bearerToken, Public } from '#libs/platform/auth';
import { EndSession } from '../app/end-session.js';
import { SignInCookies } from './sign-in-cookies.js';

@ApiTags('auth')
@Public()
@Controller('api/v1/auth')
export class SignOutController {
  constructor(
    private readonly endSession: EndSession,
    private readonly accessTokens: AccessTokens,
    private readonly cookies: SignInCookies,
  ) {}

  /**
   * Signs out: ends the session of the access token and that of the refresh cookie, whichever is sent, in every
   * process before the answer. Signing out twice is harmless.
   */
  @Post('logout')
  @HttpCode(204)
  @ApiOperation({ operationId: 'logout' })
  @ApiNoContentResponse()
  async logout(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const bearer = bearerToken(request.headers.authorization);
    const claims = bearer === undefined ? null : await this.accessTokens.verify(bearer);
    if (claims) await this.endSession.execute(request.id, claims.sub, claims.sid);
    const refreshToken = this.cookies.refreshToken(request);
    if (refreshToken !== undefined) await this.endSession.byRefreshToken(request.id, refreshToken);
    this.cookies.clear(reply);
  }
}
