import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { ProblemResponses } from '#libs/platform/http';
import { ChangePassword } from '../app/change-password.js';
import { ErasuresReader } from '../app/erasures.reader.js';
import { RequestEmailChange } from '../app/request-email-change.js';
import { SecondFactorsReader } from '../app/second-factors.reader.js';
import { SessionsReader } from '../app/sessions.reader.js';
import { ChangeEmailDto, ChangePasswordDto, SecurityResponse } from './account.dto.js';

@ApiTags('account')
@Controller('api/v1/account')
export class AccountController {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly requestEmailChange: RequestEmailChange,
    private readonly factors: SecondFactorsReader,
    private readonly sessions: SessionsReader,
    private readonly erasures: ErasuresReader,
  ) {}

  /** How the account is guarded. */
  @Get('security')
  @RequirePermission('account.read')
  @ApiOperation({ operationId: 'readAccountSecurity' })
  @ApiOkResponse({ type: SecurityResponse })
  async security(@CurrentActor() { personId, sessionId }: Actor): Promise<SecurityResponse> {
    const [held, provenUntil, erasureDueAt] = await Promise.all([
      this.factors.held(personId),
      this.sessions.provenUntil(sessionId),
      this.erasures.dueAt(personId),
    ]);
    return {
      ...held,
      passkeysAvailable: this.factors.passkeysAvailable,
      provenUntil: provenUntil.toISOString(),
      erasureDueAt: erasureDueAt?.toISOString() ?? null,
    };
  }

  /** Chooses another password; all other sessions end. */
  @Post('password')
  @HttpCode(204)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'changePassword' })
  @ApiNoContentResponse()
  @ProblemResponses([422, 'account/password-wrong'], [429, 'auth/too-many-attempts'], [503, 'auth/busy'])
  async password(@CurrentActor() actor: Actor, @Body() input: ChangePasswordDto): Promise<void> {
    await this.changePassword.execute(actor, input.currentPassword, input.newPassword);
  }

  /**
   * Asks for another e-mail address. The present one is warned, the new one gets a link to prove it; the answer
   * does not tell whether somebody else has it.
   */
  @Post('email')
  @HttpCode(202)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'requestEmailChange' })
  @ApiAcceptedResponse({ description: 'A mail is on its way if the address is free.' })
  @ProblemResponses([403, 'auth/proof-required'], [429, 'auth/too-many-attempts'])
  async email(@CurrentActor() actor: Actor, @Body() { email }: ChangeEmailDto): Promise<void> {
    await this.requestEmailChange.execute(actor, email);
  }
}
