import { Body, Controller, Headers, HttpCode, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '#libs/platform/auth';
import { OtherBody } from '../domain/notifications.errors.js';
import { type ReturnOutcome, TakeMail } from '../app/take-mail.js';

/**
 * What the mail server of this installation hands in (docs/MAIL.md): no person calls it, so it is not in the API. Who it
 * is was asked before the body was read.
 */
@ApiExcludeController()
@Public()
@Controller('inbound-mail')
export class InboundMailController {
  constructor(private readonly takeMail: TakeMail) {}

  /** One raw mail; `X-Envelope-To` says where it was sent. */
  @Post()
  @HttpCode(200)
  async take(
    @Req() request: FastifyRequest,
    @Headers('x-envelope-to') envelopeTo: string | undefined,
    @Body() raw: unknown,
  ): Promise<{ outcome: ReturnOutcome }> {
    // Bytes come from the one parser that asked who brings them; JSON does not.
    if (!Buffer.isBuffer(raw)) throw new OtherBody('Send message/rfc822.');
    return { outcome: await this.takeMail.execute(raw, envelopeTo, request.id) };
  }
}
