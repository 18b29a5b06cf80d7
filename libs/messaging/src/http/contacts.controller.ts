import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { actingOrganization, type Actor } from '#libs/kernel';
import { CurrentActor, RequirePermission } from '#libs/platform/auth';
import { Cursors, IdParam, IfMatch, ProblemResponses } from '#libs/platform/http';
import { AnswerContactRequest } from '../app/answer-contact-request.js';
import { ContactRequestsReader } from '../app/contact-requests.reader.js';
import { ContactsReader } from '../app/contacts.reader.js';
import { SendContactRequest } from '../app/send-contact-request.js';
import type { ContactRequestVerb } from '../domain/contact-request.js';
import {
  ContactRequestPageResponse,
  ContactRequestResponse,
  ContactRulesResponse,
  ContactsResponse,
  ListContactRequestsQuery,
  SendContactRequestDto,
  toContact,
  toContactRequest,
  toContactRules,
} from './contact.dto.js';

const ANSWERS = ['contact-request/wrong-state', 'contact-request/lapsed'] as const;

/** Whom one may write to, and asking those one does not know yet. */
@ApiTags('contacts')
@Controller('api/v1')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsReader,
    private readonly requests: ContactRequestsReader,
    private readonly sendRequest: SendContactRequest,
    private readonly answerRequest: AnswerContactRequest,
    private readonly cursors: Cursors,
  ) {}

  /** People you may write to at once. */
  @Get('contacts')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'listContacts' })
  @ApiOkResponse({ type: ContactsResponse })
  async list(@CurrentActor() actor: Actor): Promise<ContactsResponse> {
    return { items: (await this.contacts.of(actor)).map(toContact) };
  }

  /** Who may write to whom, and what is left of the quota of your organization. */
  @Get('contact-rules')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'readContactRules' })
  @ApiOkResponse({ type: ContactRulesResponse })
  async rules(@CurrentActor() actor: Actor): Promise<ContactRulesResponse> {
    return toContactRules(await this.requests.standing(actor));
  }

  /** Asks an organization you do not know yet whether you may write to it. */
  @Post('contact-requests')
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'sendContactRequest' })
  @ApiCreatedResponse({ type: ContactRequestResponse })
  @ProblemResponses(
    [
      409,
      'contact-request/already-waiting',
      'contact-request/refused-before',
      'contact-request/own-organization',
    ],
    [429, 'contact-request/too-many-waiting', 'contact-request/too-many-sent'],
  )
  async send(
    @CurrentActor() actor: Actor,
    @Body() { toOrganizationId, message, language }: SendContactRequestDto,
  ): Promise<ContactRequestResponse> {
    const sent = await this.sendRequest.execute(actor, {
      ...{ toOrganizationId, message },
      language: language ?? null,
    });
    return toContactRequest(await this.requests.one(actor, sent.id));
  }

  /** Requests your organization received, or sent; latest first. */
  @Get('contact-requests')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'listContactRequests' })
  @ApiOkResponse({ type: ContactRequestPageResponse })
  async listRequests(
    @CurrentActor() actor: Actor,
    @Query() query: ListContactRequestsQuery,
  ): Promise<ContactRequestPageResponse> {
    const { box = 'received', limit } = query;
    const scope = `contact-requests ${actingOrganization(actor).id} ${box}`;
    const before = this.cursors.read<string>(query.cursor, scope);
    const rows = await this.requests.list(actor, { box, before, limit: limit + 1 });
    const page = this.cursors.page(rows, limit, scope, ({ id }) => id);
    return { items: page.items.map(toContactRequest), nextCursor: page.nextCursor };
  }

  /** One request of yours, or to you. */
  @Get('contact-requests/:id')
  @RequirePermission('conversation.read')
  @ApiOperation({ operationId: 'readContactRequest' })
  @ApiOkResponse({ type: ContactRequestResponse })
  @ProblemResponses(404)
  async readRequest(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<ContactRequestResponse> {
    return toContactRequest(await this.requests.one(actor, id));
  }

  /** Accepts a request: the conversation of who asked and you opens. */
  @Post('contact-requests/:id/accept')
  @HttpCode(200)
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'acceptContactRequest' })
  @ApiOkResponse({ type: ContactRequestResponse })
  @ProblemResponses(404, [409, ...ANSWERS, 'contact-request/sender-left'])
  async accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ContactRequestResponse> {
    return this.answer(actor, 'accept', id, version);
  }

  /** Declines a request; no reason is asked. */
  @Post('contact-requests/:id/decline')
  @HttpCode(200)
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'declineContactRequest' })
  @ApiOkResponse({ type: ContactRequestResponse })
  @ProblemResponses(404, [409, ...ANSWERS])
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ContactRequestResponse> {
    return this.answer(actor, 'decline', id, version);
  }

  /** Takes a request of your organization back. */
  @Post('contact-requests/:id/withdraw')
  @HttpCode(200)
  @RequirePermission('conversation.post')
  @ApiOperation({ operationId: 'withdrawContactRequest' })
  @ApiOkResponse({ type: ContactRequestResponse })
  @ProblemResponses(404, [409, 'contact-request/wrong-state'])
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @IfMatch({ optional: true }) version: number | undefined,
  ): Promise<ContactRequestResponse> {
    return this.answer(actor, 'withdraw', id, version);
  }

  private async answer(
    actor: Actor,
    verb: ContactRequestVerb,
    id: string,
    version: number | undefined,
  ): Promise<ContactRequestResponse> {
    await this.answerRequest.execute(actor, verb, id, version);
    return toContactRequest(await this.requests.one(actor, id));
  }
}
