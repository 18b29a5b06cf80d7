import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#libs/platform/auth';
import { ProblemResponses } from '#libs/platform/http';
import { ConfirmEmail } from '../app/confirm-email.js';
import { RefreshSession } from '../app/refresh-session.js';
import { RegisterPerson } from '../app/register-person.js';
import { type OpenSession, StartSession } from '../app/start-session.js';
import { SessionOver } from '../domain/identity.errors.js';
import { ConfirmEmailDto, LoginDto, RegisterDto, SignedInResponse } from './identity.dto.js';
import { PasswordLogin } from './password-login.js';
import { RefreshCookie } from './refresh-cookie.js';

@ApiTags('auth')
@Public()
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly registerPerson: RegisterPerson,
    private readonly confirmEmail: ConfirmEmail,
    private readonly passwordLogin: PasswordLogin,
    private readonly startSession: StartSession,
    private readonly refreshSession: RefreshSession,
    private readonly cookie: RefreshCookie,
  ) {}

  /** Asks for an account. The answer is the same whether or not the address has one; a mail tells the rest. */
  @Post('register')
  @HttpCode(202)
  @ApiOperation({ operationId: 'register' })
  @ApiAcceptedResponse({ description: 'A mail is on its way if the address is new.' })
  @ProblemResponses([503, 'auth/busy'])
  async register(@Req() request: FastifyRequest, @Body() input: RegisterDto): Promise<void> {
    await this.registerPerson.execute(request.id, input);
  }

  /** Proves the address by the token of the mail; repeating it is harmless. */
  @Post('confirm-email')
  @HttpCode(204)
  @ApiOperation({ operationId: 'confirmEmail' })
  @ApiNoContentResponse()
  @ProblemResponses([422, 'auth/confirmation-invalid'])
  async confirm(@Req() request: FastifyRequest, @Body() { token }: ConfirmEmailDto): Promise<void> {
    await this.confirmEmail.execute(request.id, token);
  }

  /** Signs in. Sets the refresh cookie. */
  @Post('login')
  @HttpCode(200)
  @ApiOperation({ operationId: 'login' })
  @ApiOkResponse({ type: SignedInResponse })
  @ProblemResponses([401, 'auth/invalid-credentials'], [429, 'auth/too-many-attempts'], [503, 'auth/busy'])
  async login(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() { email, password }: LoginDto,
  ): Promise<SignedInResponse> {
    const { personId } = await this.passwordLogin.execute({ email, password, address: request.ip });
    return this.signedIn(reply, await this.startSession.execute(request.id, personId));
  }

  /** Exchanges the refresh cookie for a new access token and a new cookie. */
  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({ operationId: 'refresh' })
  @ApiOkResponse({ type: SignedInResponse })
  @ProblemResponses([401, 'auth/session-over'])
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    const token = this.cookie.read(request);
    try {
      if (token === undefined) throw new SessionOver();
      return this.signedIn(reply, await this.refreshSession.execute(request.id, token));
    } catch (error) {
      if (error instanceof SessionOver) this.cookie.clear(reply);
      throw error;
    }
  }

  private signedIn(reply: FastifyReply, session: OpenSession): SignedInResponse {
    this.cookie.set(reply, session.refreshToken);
    return { accessToken: session.accessToken, expiresAt: session.expiresAt };
  }
}
