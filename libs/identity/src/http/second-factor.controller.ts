import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { ProblemResponses, ShownOnce } from '#libs/platform/http';
import { ConfirmTotp } from '../app/confirm-totp.js';
import { RemoveTotp } from '../app/remove-totp.js';
import { RenewRecoveryCodes } from '../app/renew-recovery-codes.js';
import { SetUpTotp } from '../app/set-up-totp.js';
import { CodeDto, RecoveryCodesResponse, TotpSetupResponse } from './second-factor.dto.js';

@ApiTags('account')
@Controller('api/v1/second-factor')
export class SecondFactorController {
  constructor(
    private readonly setUpTotp: SetUpTotp,
    private readonly confirmTotp: ConfirmTotp,
    private readonly removeTotp: RemoveTotp,
    private readonly renewRecoveryCodes: RenewRecoveryCodes,
  ) {}

  /** A secret for an authenticator app, not in force before its first code is confirmed. */
  @Post('totp')
  @HttpCode(200)
  @ShownOnce()
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'setUpTotp' })
  @ApiOkResponse({ type: TotpSetupResponse })
  @ProblemResponses([403, 'auth/proof-required'], 404, [409, 'second-factor/totp-exists'])
  async setUp(@CurrentActor() actor: Actor): Promise<TotpSetupResponse> {
    return this.setUpTotp.execute(actor);
  }

  /** Puts the authenticator app in force. With the first factor come recovery codes, shown this once. */
  @Post('totp/confirm')
  @HttpCode(200)
  @ShownOnce()
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'confirmTotp' })
  @ApiOkResponse({ type: RecoveryCodesResponse })
  @ProblemResponses(
    [409, 'second-factor/no-totp', 'second-factor/totp-exists'],
    [422, 'second-factor/code-wrong'],
    [429, 'auth/too-many-attempts'],
  )
  async confirm(@CurrentActor() actor: Actor, @Body() { code }: CodeDto): Promise<RecoveryCodesResponse> {
    return listed(await this.confirmTotp.execute(actor, code));
  }

  /** Takes the authenticator app away. */
  @Post('totp/remove')
  @HttpCode(204)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'removeTotp' })
  @ApiNoContentResponse()
  @ProblemResponses([403, 'auth/proof-required'], [409, 'second-factor/no-totp'])
  async remove(@CurrentActor() actor: Actor): Promise<void> {
    await this.removeTotp.execute(actor);
  }

  /** New recovery codes, shown this once; the old ones are void. */
  @Post('recovery-codes')
  @HttpCode(200)
  @ShownOnce()
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'renewRecoveryCodes' })
  @ApiOkResponse({ type: RecoveryCodesResponse })
  @ProblemResponses([403, 'auth/proof-required'], [409, 'second-factor/none'])
  async renew(@CurrentActor() actor: Actor): Promise<RecoveryCodesResponse> {
    return listed(await this.renewRecoveryCodes.execute(actor));
  }
}

const listed = ({ recoveryCodes }: { recoveryCodes: readonly string[] }): RecoveryCodesResponse => ({
  recoveryCodes: [...recoveryCodes],
});
