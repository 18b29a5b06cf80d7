import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { actingOrganization, type Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, ProblemResponses } from '#libs/platform/http';
import { type ConversationListItem, ConversationsReader } from '../app/conversations.reader.js';
import { MarkRead } from '../app/mark-read.js';
import {
  ConversationPageResponse,
  ConversationResponse,
  ListConversationsQuery,
  MarkReadDto,
  ReadMarkResponse,
  toConversationCard,
  toConversationResponse,
} from './conversation.dto.js';

interface ListKey {
  activeAt: string;
  id: string;
}

@ApiTags('conversations')
@Controller('api/v1/conversations')
export class ConversationsController {
  constructor(
    private readonly conversations: ConversationsReader,
    private readonly markRead: MarkRead,
    private readonly cursors: Cursors,
  ) {}

  /** Conversations in which you take part for the acting organization, latest activity first. */
  @Get()
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'listConversations' })
  @ApiOkResponse({ type: ConversationPageResponse })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListConversationsQuery,
  ): Promise<ConversationPageResponse> {
    const archived = query.archived === 'true';
    const scope = `conversations ${actor.personId} ${actingOrganization(actor).id} ${archived}`;
    const after = this.cursors.read<ListKey>(query.cursor, scope);
    const rows = await this.conversations.list(actor, { limit: query.limit + 1, archived, after });
    const page = this.cursors.page(rows, query.limit, scope, keyOf);
    return {
      items: page.items.map(toConversationCard),
      nextCursor: page.nextCursor,
      ...(query.total && (await this.conversations.count(actor, archived))),
    };
  }

  /** One conversation with its pinned facts and participants. */
  @Get(':id')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'readConversation' })
  @ApiOkResponse({ type: ConversationResponse })
  @ProblemResponses(404)
  async read(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ConversationResponse> {
    return toConversationResponse(await this.conversations.find(actor, id));
  }

  /** Says how far you have read; the mark never moves back. */
  @Post(':id/read')
  @HttpCode(200)
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'markConversationRead' })
  @ApiOkResponse({ type: ReadMarkResponse })
  @ProblemResponses(404)
  async mark(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: MarkReadDto,
  ): Promise<ReadMarkResponse> {
    return this.markRead.execute(actor, id, input.seq);
  }
}

const keyOf = ({ activeAt, id }: ConversationListItem): ListKey => ({ activeAt: activeAt.toISOString(), id });
