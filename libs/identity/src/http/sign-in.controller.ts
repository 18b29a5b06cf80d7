import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#libs/platform/auth';
import { ProblemResponses } from '#libs/platform/http';
import { BeginSignIn } from '../app/begin-sign-in.js';
import { FinishSignIn } from '../app/finish-sign-in.js';
import { PasskeyAssertions } from '../app/passkey-assertions.js';
import type { SecondStep } from '../app/second-steps.js';
import { SignInWithPasskey } from '../app/sign-in-with-passkey.js';
import {
  FinishSignInDto,
  LoginDto,
  PasskeyAnswerDto,
  PasskeyQuestionResponse,
  SignedInResponse,
  TokenDto,
} from './identity.dto.js';
import { PasswordLogin } from './password-login.js';
import { SignInCookies } from './sign-in-cookies.js';

@ApiTags('auth')
@Public()
@Controller('api/v1/auth')
export class SignInController {
  constructor(
    private readonly passwordLogin: PasswordLogin,
    private readonly beginSignIn: BeginSignIn,
    private readonly finishSignIn: FinishSignIn,
    private readonly signInWithPasskey: SignInWithPasskey,
    private readonly assertions: PasskeyAssertions,
    private readonly cookies: SignInCookies,
  ) {}

  /**
   * Signs in and sets the refresh cookie. An account with a second factor is answered 401
   * `auth/second-factor-required` with `token`, `expiresAt` and `methods`, for `POST /auth/login/second-factor`.
   */
  @Post('login')
  @HttpCode(200)
  @ApiOperation({ operationId: 'login' })
  @ApiOkResponse({ type: SignedInResponse })
  @ProblemResponses(
    [401, 'auth/invalid-credentials', 'auth/second-factor-required'],
    [429, 'auth/too-many-attempts'],
    [503, 'auth/busy'],
  )
  async login(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() { email, password }: LoginDto,
  ): Promise<SignedInResponse> {
    const client = this.cookies.client(request);
    const { device } = client;
    const { personId } = await this.passwordLogin.execute({ email, password, address: request.ip, device });
    return this.cookies.signedIn(reply, await this.beginSignIn.execute(request.id, personId, client));
  }

  /** The second step, with the token of the first. Sets the refresh cookie. */
  @Post('login/second-factor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'finishLogin' })
  @ApiOkResponse({ type: SignedInResponse })
  @ProblemResponses(
    [401, 'auth/second-factor-expired', 'auth/second-factor-wrong'],
    [429, 'auth/too-many-attempts'],
  )
  async finish(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() input: FinishSignInDto,
  ): Promise<SignedInResponse> {
    const client = this.cookies.client(request);
    const session = await this.finishSignIn.execute(request.id, input.token, stepOf(input), client);
    return this.cookies.signedIn(reply, session);
  }

  /** Asks for a passkey of the person whose sign-in waits behind the token. */
  @Post('login/second-factor/passkey')
  @HttpCode(200)
  @ApiOperation({ operationId: 'askSecondFactorPasskey' })
  @ApiOkResponse({ type: PasskeyQuestionResponse })
  @ProblemResponses(
    [401, 'auth/second-factor-expired'],
    [409, 'passkey/unavailable'],
    [429, 'auth/too-many-attempts'],
  )
  async askSecond(@Body() { token }: TokenDto): Promise<PasskeyQuestionResponse> {
    return this.assertions.ask('second-factor', { personId: await this.finishSignIn.personOf(token) });
  }

  /** Asks for whichever passkey the device has for TTN. */
  @Post('passkey/options')
  @HttpCode(200)
  @ApiOperation({ operationId: 'askSignInPasskey' })
  @ApiOkResponse({ type: PasskeyQuestionResponse })
  @ProblemResponses([409, 'passkey/unavailable'], [429, 'auth/too-many-attempts'])
  async askFirst(@Req() { ip }: FastifyRequest): Promise<PasskeyQuestionResponse> {
    return this.assertions.ask('sign-in', { address: ip });
  }

  /** Signs in with a passkey alone, and sets the refresh cookie. */
  @Post('passkey')
  @HttpCode(200)
  @ApiOperation({ operationId: 'loginWithPasskey' })
  @ApiOkResponse({ type: SignedInResponse })
  @ProblemResponses([401, 'auth/passkey-unknown'])
  async passkey(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() answer: PasskeyAnswerDto,
  ): Promise<SignedInResponse> {
    const client = this.cookies.client(request);
    const session = await this.signInWithPasskey.execute(request.id, answer, client, request.ip);
    return this.cookies.signedIn(reply, session);
  }
}

function stepOf({ method, code = '', challengeId = '', response = {} }: FinishSignInDto): SecondStep {
  return method === 'passkey' ? { method, answer: { challengeId, response } } : { method, code };
}
