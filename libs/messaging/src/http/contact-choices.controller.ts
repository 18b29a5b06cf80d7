import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { IdParam, ProblemResponses } from '#libs/platform/http';
import { BlockContacts } from '../app/block-contacts.js';
import { MessagingPreferences } from '../app/messaging-preferences.js';
import {
  BlockContactDto,
  ContactBlockResponse,
  ContactBlocksResponse,
  toContactBlock,
} from './contact.dto.js';
import { MessagingPreferenceDto, MessagingPreferenceResponse } from './preference.dto.js';

/** What a person chooses for themselves: whom they keep away, what others see of them. */
@ApiTags('contacts')
@Controller('api/v1')
export class ContactChoicesController {
  constructor(
    private readonly blockContacts: BlockContacts,
    private readonly preferences: MessagingPreferences,
  ) {}

  /** Whom you keep away. */
  @Get('contact-blocks')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'listContactBlocks' })
  @ApiOkResponse({ type: ContactBlocksResponse })
  async blocks(@CurrentActor() actor: Actor): Promise<ContactBlocksResponse> {
    return { items: (await this.blockContacts.of(actor)).map(toContactBlock) };
  }

  /** Keeps a person, or all of an organization, away from you. Nobody is told. */
  @Post('contact-blocks')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'blockContact' })
  @ApiCreatedResponse({ type: ContactBlockResponse })
  @ProblemResponses(404)
  async block(
    @CurrentActor() actor: Actor,
    @Body() { organizationId, personId }: BlockContactDto,
  ): Promise<ContactBlockResponse> {
    return toContactBlock(
      await this.blockContacts.block(actor, { organizationId, personId: personId ?? null }),
    );
  }

  /** Lets them in again. */
  @Post('contact-blocks/:id/lift')
  @HttpCode(204)
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'unblockContact' })
  @ApiNoContentResponse()
  @ProblemResponses(404)
  async unblock(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<void> {
    await this.blockContacts.unblock(actor, id);
  }

  /** What others see of you in conversations. */
  @Get('messaging-preferences')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'readMessagingPreferences' })
  @ApiOkResponse({ type: MessagingPreferenceResponse })
  async preference(@CurrentActor() actor: Actor): Promise<MessagingPreferenceResponse> {
    return this.preferences.read(actor);
  }

  /** Chooses what others see of you. Who hides how far they have read does not see it of others. */
  @Post('messaging-preferences')
  @HttpCode(200)
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'setMessagingPreferences' })
  @ApiOkResponse({ type: MessagingPreferenceResponse })
  async setPreference(
    @CurrentActor() actor: Actor,
    @Body() input: MessagingPreferenceDto,
  ): Promise<MessagingPreferenceResponse> {
    return this.preferences.save(actor, input);
  }
}
