import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, NotFound } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { DeleteMessage } from '../app/delete-message.js';
import { EditMessage } from '../app/edit-message.js';
import { MessagesReader } from '../app/messages.reader.js';
import { ReactToMessage } from '../app/react-to-message.js';
import { ListChangesQuery } from './message-query.dto.js';
import {
  EditMessageDto,
  MAX_SEQ,
  MessageChangesResponse,
  MessageResponse,
  ReactDto,
  WordingsResponse,
} from './message.dto.js';

/** What is done to messages after they were said. */
@ApiTags('conversations')
@Controller('api/v1/conversations/:id')
export class MessageChangesController {
  constructor(
    private readonly messages: MessagesReader,
    private readonly editMessage: EditMessage,
    private readonly deleteMessage: DeleteMessage,
    private readonly reactToMessage: ReactToMessage,
  ) {}

  /** Messages that were edited, deleted or reacted to since; asked after a gap in what was pushed. */
  @Get('changes')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'listMessageChanges' })
  @ApiOkResponse({ type: MessageChangesResponse })
  @ProblemResponses(404)
  async changes(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() { after, limit }: ListChangesQuery,
  ): Promise<MessageChangesResponse> {
    const { items, lastChange } = await this.messages.changes(actor, id, after, limit);
    return { items: [...items], lastChange };
  }

  /** Words a message of yours anew, within a day; what it said before is kept. `If-Match` names its `revision`. */
  @Patch('messages/:seq')
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'editMessage' })
  @ApiOkResponse({ type: MessageResponse })
  @ProblemResponses(404, [409, 'messaging/too-late'])
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) conversationId: string,
    @Param('seq') seq: string,
    @IfMatch() revision: number,
    @Body() input: EditMessageDto,
  ): Promise<MessageResponse> {
    return this.editMessage.execute(actor, { conversationId, seq: seqOf(seq) }, input, revision);
  }

  /** Takes the words of a message of yours away, within a day; its number stays. `If-Match` names its `revision`. */
  @Delete('messages/:seq')
  @HttpCode(200)
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'deleteMessage' })
  @ApiOkResponse({ type: MessageResponse })
  @ProblemResponses(404, [409, 'messaging/too-late'])
  async delete(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('seq') seq: string,
    @IfMatch() revision: number,
  ): Promise<MessageResponse> {
    return this.deleteMessage.execute(actor, id, seqOf(seq), revision);
  }

  /** How a message read before it was edited. */
  @Get('messages/:seq/wordings')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'listMessageWordings' })
  @ApiOkResponse({ type: WordingsResponse })
  @ProblemResponses(404)
  async wordings(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('seq') seq: string,
  ): Promise<WordingsResponse> {
    const wordings = await this.messages.wordings(actor, id, seqOf(seq));
    return {
      items: wordings.map(({ replacedAt, ...rest }) => ({ ...rest, replacedAt: replacedAt.toISOString() })),
    };
  }

  /** Answers a message with a sign, or takes that back; twice is once. */
  @Post('messages/:seq/reactions')
  @HttpCode(200)
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'reactToMessage' })
  @ApiOkResponse({ type: MessageResponse })
  @ProblemResponses(404)
  async react(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) conversationId: string,
    @Param('seq') seq: string,
    @Body() { code, given }: ReactDto,
  ): Promise<MessageResponse> {
    return this.reactToMessage.execute(actor, { conversationId, seq: seqOf(seq) }, code, given);
  }
}

/** A number of the path; what is none names nothing. */
function seqOf(text: string): number {
  const seq = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  if (seq < 1 || seq > MAX_SEQ) throw new NotFound();
  return seq;
}
