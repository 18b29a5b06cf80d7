import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { actingOrganization, type Actor, InvalidInput } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, ProblemResponses } from '#libs/platform/http';
import { MessagesReader, type MessageWindow } from '../app/messages.reader.js';
import { PostMessage } from '../app/post-message.js';
import { ListMessagesQuery } from './message-query.dto.js';
import { MessagePageResponse, PostedMessageResponse, PostMessageDto } from './message.dto.js';

@ApiTags('conversations')
@Controller('api/v1/conversations/:id/messages')
export class MessagesController {
  constructor(
    private readonly messages: MessagesReader,
    private readonly postMessage: PostMessage,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Messages of a conversation, lowest number first. After a gap in what was pushed, clients ask here with
   * `afterSeq`; whoever scrolls back asks with `beforeSeq`. With neither it begins at the first message.
   */
  @Get()
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'listMessages' })
  @ApiOkResponse({ type: MessagePageResponse })
  @ProblemResponses(404)
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() query: ListMessagesQuery,
  ): Promise<MessagePageResponse> {
    const scope = `messages ${id} ${actor.personId} ${actingOrganization(actor).id}`;
    if (query.thread !== undefined) return this.thread(actor, id, query.thread, query);
    const window = this.cursors.read<MessageWindow>(query.cursor, scope) ?? windowOf(query);
    const backward = 'before' in window;
    const { items, lastSeq, lastChange } = await this.messages.window(actor, id, window, query.limit);
    // The page is cut from the side the reader comes from; the cursor names the message it was cut after.
    const inReadingOrder = backward ? [...items].reverse() : items;
    const page = this.cursors.page(inReadingOrder, query.limit, scope, ({ seq }) =>
      backward ? { before: seq } : { after: seq },
    );
    return {
      items: backward ? page.items.reverse() : page.items,
      lastSeq,
      lastChange,
      nextCursor: page.nextCursor,
    };
  }

  private async thread(
    actor: Actor,
    id: string,
    thread: number,
    { cursor, afterSeq = 0, limit }: ListMessagesQuery,
  ): Promise<MessagePageResponse> {
    const scope = `thread ${id} ${thread} ${actor.personId} ${actingOrganization(actor).id}`;
    const after = this.cursors.read<number>(cursor, scope) ?? afterSeq;
    const slice = await this.messages.thread(actor, id, thread, after, limit);
    const page = this.cursors.page(slice.items, limit, scope, ({ seq }) => seq);
    return { ...slice, ...page };
  }

  /** Posts a message; answered when it is durable. A retry with the same `clientMessageId` stores nothing new. */
  @Post()
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'postMessage' })
  @ApiCreatedResponse({ type: PostedMessageResponse })
  @ProblemResponses(
    404,
    [409, 'messaging/client-id-reused', 'messaging/not-open'],
    [422, 'file/unusable'],
    [503, 'messaging/overloaded', 'messaging/unconfirmed'],
  )
  async post(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) conversationId: string,
    @Body() input: PostMessageDto,
  ): Promise<PostedMessageResponse> {
    const { message, duplicate } = await this.postMessage.execute(actor, { conversationId, ...input });
    return { ...message, duplicate };
  }
}

function windowOf({ afterSeq, beforeSeq }: ListMessagesQuery): MessageWindow {
  if (beforeSeq === undefined) return { after: afterSeq ?? 0 };
  if (afterSeq === undefined) return { before: beforeSeq };
  throw new InvalidInput([{ pointer: '/beforeSeq', code: 'messaging/one-direction-only' }]);
}
