import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '#libs/platform/auth';
import { LinkCards } from '../app/link-cards.js';
import { LinkCardAnswerResponse, LinkCardQuery } from './link-card.dto.js';

/** What linked pages say of themselves; only of hosts the operator named, and never of private addresses. */
@ApiTags('conversations')
@Controller('api/v1/link-cards')
export class LinkCardsController {
  constructor(private readonly cards: LinkCards) {}

  /** Title and description of a page somebody linked to. */
  @Get()
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'readLinkCard' })
  @ApiOkResponse({ type: LinkCardAnswerResponse })
  async read(@Query() { url }: LinkCardQuery): Promise<LinkCardAnswerResponse> {
    return { isOn: this.cards.isOn, card: await this.cards.of(url) };
  }
}
