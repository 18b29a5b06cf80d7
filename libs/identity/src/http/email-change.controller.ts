import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '#libs/platform/auth';
import { ProblemResponses } from '#libs/platform/http';
import { ConfirmEmailChange } from '../app/confirm-email-change.js';
import { TokenDto } from './identity.dto.js';

@ApiTags('auth')
@Public()
@Controller('api/v1/auth/email-change')
export class EmailChangeController {
  constructor(private readonly confirmEmailChange: ConfirmEmailChange) {}

  /** Proves the new address by the token of the mail, which is good once; from then on the account has it. */
  @Post('confirm')
  @HttpCode(204)
  @ApiOperation({ operationId: 'confirmEmailChange' })
  @ApiNoContentResponse()
  @ProblemResponses([422, 'account/link-invalid'])
  async confirm(@Req() request: FastifyRequest, @Body() { token }: TokenDto): Promise<void> {
    await this.confirmEmailChange.execute(request.id, token);
  }
}
