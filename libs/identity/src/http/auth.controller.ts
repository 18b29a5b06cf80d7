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
import { RequestPasswordReset } from '../app/request-password-reset.js';
import { ResetPassword } from '../app/reset-password.js';
import { SessionOver } from '../domain/identity.errors.js';
import {
  ForgotPasswordDto,
  RegisterDto,
  ResetPasswordDto,
  SignedInResponse,
  TokenDto,
} from './identity.dto.js';
import { SignInCookies } from './sign-in-cookies.js';

@ApiTags('auth')
@Public()
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly registerPerson: RegisterPerson,
    private readonly confirmEmail: ConfirmEmail,
    private readonly requestPasswordReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
    private readonly refreshSession: RefreshSession,
    private readonly cookies: SignInCookies,
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
  async confirm(@Req() request: FastifyRequest, @Body() { token }: TokenDto): Promise<void> {
    await this.confirmEmail.execute(request.id, token);
  }

  /** Asks for a link to choose a new password. The answer is the same for every address; a mail tells the rest. */
  @Post('password-reset')
  @HttpCode(202)
  @ApiOperation({ operationId: 'requestPasswordReset' })
  @ApiAcceptedResponse({ description: 'A mail is on its way if the address has an account.' })
  async forgotPassword(@Req() request: FastifyRequest, @Body() { email }: ForgotPasswordDto): Promise<void> {
    await this.requestPasswordReset.execute(request.id, email);
  }

  /** Chooses a new password by the token of the mail, which is good once. Ends every session of the person. */
  @Post('password-reset/complete')
  @HttpCode(204)
  @ApiOperation({ operationId: 'resetPassword' })
  @ApiNoContentResponse()
  @ProblemResponses([422, 'account/link-invalid'], [503, 'auth/busy'])
  async newPassword(
    @Req() request: FastifyRequest,
    @Body() { token, password }: ResetPasswordDto,
  ): Promise<void> {
    await this.resetPassword.execute(request.id, token, password);
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
    const token = this.cookies.refreshToken(request);
    try {
      if (token === undefined) throw new SessionOver();
      return this.cookies.signedIn(reply, await this.refreshSession.execute(request.id, token));
    } catch (error) {
      if (error instanceof SessionOver) this.cookies.clear(reply);
      throw error;
    }
  }
}
