import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { ProblemResponses } from '#libs/platform/http';
import { PasskeyAssertions } from '../app/passkey-assertions.js';
import { ProveIdentity } from '../app/prove-identity.js';
import { ProofDto, ProofResponse } from './account.dto.js';
import { PasskeyAnswerDto, PasskeyQuestionResponse } from './identity.dto.js';

@ApiTags('account')
@Controller('api/v1/account/proof')
export class ProofController {
  constructor(
    private readonly proveIdentity: ProveIdentity,
    private readonly assertions: PasskeyAssertions,
  ) {}

  /** Proves by the password that it is you: sensitive changes are then open in this session for ten minutes. */
  @Post()
  @HttpCode(200)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'proveByPassword' })
  @ApiOkResponse({ type: ProofResponse })
  @ProblemResponses([422, 'account/password-wrong'], [429, 'auth/too-many-attempts'], [503, 'auth/busy'])
  async password(@CurrentActor() actor: Actor, @Body() { password }: ProofDto): Promise<ProofResponse> {
    return answer(await this.proveIdentity.byPassword(actor, password));
  }

  /** Asks for a passkey of yours. */
  @Post('passkey/options')
  @HttpCode(200)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'askProofPasskey' })
  @ApiOkResponse({ type: PasskeyQuestionResponse })
  @ProblemResponses([409, 'passkey/unavailable'], [429, 'auth/too-many-attempts'])
  async ask(@CurrentActor() { personId }: Actor): Promise<PasskeyQuestionResponse> {
    return this.assertions.ask('prove', { personId });
  }

  /** Proves by a passkey that it is you. */
  @Post('passkey')
  @HttpCode(200)
  @RequirePermission('account.update')
  @ApiOperation({ operationId: 'proveByPasskey' })
  @ApiOkResponse({ type: ProofResponse })
  @ProblemResponses([422, 'passkey/refused'])
  async passkey(@CurrentActor() actor: Actor, @Body() input: PasskeyAnswerDto): Promise<ProofResponse> {
    return answer(await this.proveIdentity.byPasskey(actor, input));
  }
}

const answer = (provenUntil: Date): ProofResponse => ({ provenUntil: provenUntil.toISOString() });
