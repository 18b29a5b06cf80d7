import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { actingOrganization, type Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, ProblemResponses } from '#libs/platform/http';
import { ArrangeConversation } from '../app/arrange-conversation.js';
import { ChangeRoom } from '../app/change-room.js';
import { ConversationsReader } from '../app/conversations.reader.js';
import { MessageSearch } from '../app/message-search.reader.js';
import { StartConversation } from '../app/start-conversation.js';
import { ConversationResponse, toConversationResponse } from './conversation.dto.js';
import { SeatDto } from './message.dto.js';
import {
  ArrangeConversationDto,
  FoundMessagePageResponse,
  HandOverDto,
  InviteDto,
  RenameDto,
  SearchMessagesQuery,
  StartConversationDto,
  toFoundMessage,
} from './room.dto.js';

/** Rooms that people open and keep themselves. Each verb answers the conversation as it stands then. */
@ApiTags('conversations')
@Controller('api/v1')
export class RoomsController {
  constructor(
    private readonly startConversation: StartConversation,
    private readonly changeRoom: ChangeRoom,
    private readonly arrangeConversation: ArrangeConversation,
    private readonly conversations: ConversationsReader,
    private readonly messages: MessageSearch,
    private readonly cursors: Cursors,
  ) {}

  /** Opens a conversation with people you may write to at once; with one person, the one you have. */
  @Post('conversations')
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'startConversation' })
  @ApiCreatedResponse({ type: ConversationResponse })
  @ProblemResponses([403, 'conversation/not-acquainted'], [409, 'conversation/full'])
  async start(
    @CurrentActor() actor: Actor,
    @Body() { participants, title, language }: StartConversationDto,
  ): Promise<ConversationResponse> {
    const named = title === undefined ? undefined : { text: title, language: language ?? null };
    return this.answer(actor, await this.startConversation.execute(actor, { participants, title: named }));
  }

  /** Brings people in: contacts into a group, colleagues elsewhere. */
  @Post('conversations/:id/invite')
  @HttpCode(200)
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'inviteToConversation' })
  @ApiOkResponse({ type: ConversationResponse })
  @ProblemResponses(404, [403, 'conversation/not-acquainted'], [409, 'conversation/full'])
  async invite(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { participants, showsHistory }: InviteDto,
  ): Promise<ConversationResponse> {
    await this.changeRoom.invite(actor, id, participants, showsHistory);
    return this.answer(actor, id);
  }

  /** Removes somebody from a group you are host of; nothing later reaches them. */
  @Post('conversations/:id/remove')
  @HttpCode(200)
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'removeFromConversation' })
  @ApiOkResponse({ type: ConversationResponse })
  @ProblemResponses(404)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { personId, organizationId }: SeatDto,
  ): Promise<ConversationResponse> {
    await this.changeRoom.remove(actor, id, { personId, organizationId });
    return this.answer(actor, id);
  }

  /** Leaves; you keep what was said so far. */
  @Post('conversations/:id/leave')
  @HttpCode(200)
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'leaveConversation' })
  @ApiOkResponse({ type: ConversationResponse })
  @ProblemResponses(404, [409, 'conversation/alone-for-organization'])
  async leave(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ConversationResponse> {
    await this.changeRoom.leave(actor, id);
    return this.answer(actor, id);
  }

  /** Gives your seat to a colleague, who sees all you saw. */
  @Post('conversations/:id/hand-over')
  @HttpCode(200)
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'handConversationOver' })
  @ApiOkResponse({ type: ConversationResponse })
  @ProblemResponses(404, [409, 'conversation/not-a-colleague'])
  async handOver(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { toPersonId }: HandOverDto,
  ): Promise<ConversationResponse> {
    await this.changeRoom.handOver(actor, id, toPersonId);
    return this.answer(actor, id);
  }

  /** Names a group you are host of; null lets it go by the names of its people. */
  @Post('conversations/:id/rename')
  @HttpCode(200)
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'renameConversation' })
  @ApiOkResponse({ type: ConversationResponse })
  @ProblemResponses(404)
  async rename(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { title, language }: RenameDto,
  ): Promise<ConversationResponse> {
    await this.changeRoom.rename(
      actor,
      id,
      title === null ? null : { text: title, language: language ?? null },
    );
    return this.answer(actor, id);
  }

  /** Puts a conversation away or mutes it, for yourself only. */
  @Post('conversations/:id/arrange')
  @HttpCode(200)
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'arrangeConversation' })
  @ApiOkResponse({ type: ConversationResponse })
  @ProblemResponses(404)
  async arrange(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() arrangement: ArrangeConversationDto,
  ): Promise<ConversationResponse> {
    await this.arrangeConversation.execute(actor, id, arrangement);
    return this.answer(actor, id);
  }

  /** Finds words in messages you may see, also inside words of every script; latest first. */
  @Get('messages')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'searchMessages' })
  @ApiOkResponse({ type: FoundMessagePageResponse })
  async search(
    @CurrentActor() actor: Actor,
    @Query() query: SearchMessagesQuery,
  ): Promise<FoundMessagePageResponse> {
    const { q: text, limit } = query;
    const conversationId = query.conversationId ?? null;
    const seat = `${actor.personId} ${actingOrganization(actor).id}`;
    const scope = `message-search ${seat} ${conversationId} ${text}`;
    const before = this.cursors.read<string>(query.cursor, scope) ?? null;
    const found = await this.messages.search(actor, { text, conversationId, before, limit: limit + 1 });
    const page = this.cursors.page(found, limit, scope, ({ messageId }) => messageId);
    return { items: page.items.map(toFoundMessage), nextCursor: page.nextCursor };
  }

  private async answer(actor: Actor, id: string): Promise<ConversationResponse> {
    return toConversationResponse(await this.conversations.find(actor, id));
  }
}
