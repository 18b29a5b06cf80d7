import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsLanguageTag, IsWritten } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { ContactStanding, NamedContactRequest } from '../app/contact-requests.reader.js';
import type { Contact } from '../app/contacts.reader.js';
import type { BlockedContact } from '../app/block-contacts.js';
import { CONTACT_REQUEST_STATES, type ContactRequestState } from '../domain/contact-request.js';
import { ConversationOrganizationResponse, toOrganization } from './conversation.dto.js';

export class SendContactRequestDto {
  /** Whom you ask. */
  @IsUUID()
  toOrganizationId: string;

  /**
   * 1 to 1,000 characters: who you are and why them.
   * @example "We run night walks in Busan and would like to learn how you light your markets."
   */
  @IsWritten(1, 1_000)
  message: string;

  /**
   * BCP 47 tag of `message`.
   * @example "en"
   */
  @IsOptional()
  @IsLanguageTag()
  language?: string;
}

export class ListContactRequestsQuery extends PageQuery {
  /**
   * What was sent to your organization, or by it.
   * @example "received"
   */
  @IsOptional()
  @IsIn(['received', 'sent'])
  box?: 'received' | 'sent';
}

export class ContactRequestResponse {
  id: string;
  /** The person who asks. */
  fromPersonId: string;
  /** @example "김서연" */
  fromName: string;
  from: ConversationOrganizationResponse;
  to: ConversationOrganizationResponse;
  message: string;
  @ApiProperty({ type: String, nullable: true })
  language: string | null;
  @ApiProperty({ enum: CONTACT_REQUEST_STATES })
  state: ContactRequestState;
  /** Nobody answered in time. */
  isLapsed: boolean;
  /** What it opened, once accepted. */
  @ApiProperty({ type: String, nullable: true })
  conversationId: string | null;
  /** @example "2026-03-01T09:30:00.123Z" */
  sentAt: string;
  /** @example "2026-03-22T09:30:00.123Z" */
  expiresAt: string;
  version: number;
}

export class ContactRequestPageResponse {
  /** Latest first. */
  items: ContactRequestResponse[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ContactQuotaResponse {
  /** Requests that may wait at the same time. */
  waiting: number;
  /** Requests that may be sent within `days`. */
  sent: number;
  days: number;
  /** How long a request waits for its answer. */
  answerDays: number;
  /** After a refusal, an organization is asked again no sooner than this. */
  pauseDays: number;
}

export class ContactRulesResponse {
  /** Whom everybody may write to at once; all others are asked first. */
  @ApiProperty({ enum: ['colleague', 'acquainted', 'secretariat'], isArray: true })
  atOnce: string[];
  quota: ContactQuotaResponse;
  /** Requests of your organization that wait now. */
  waiting: number;
  /** Requests your organization sent within the days of the quota. */
  sent: number;
}

export class ContactResponse {
  personId: string;
  /** @example "김서연" */
  displayName: string;
  organization: ConversationOrganizationResponse;
  /** Why you may write to them at once. */
  @ApiProperty({ enum: ['colleague', 'acquainted', 'secretariat'] })
  acquaintance: 'colleague' | 'acquainted' | 'secretariat';
}

export class ContactsResponse {
  items: ContactResponse[];
}

export class BlockContactDto {
  @IsUUID()
  organizationId: string;

  /** Left out: everybody of the organization. */
  @IsOptional()
  @IsUUID()
  personId?: string;
}

export class ContactBlockResponse {
  id: string;
  organizationId: string;
  /** Null: everybody of the organization. */
  @ApiProperty({ type: String, nullable: true })
  personId: string | null;
  /** Empty for a former member of the network. */
  @ApiProperty({ type: String, nullable: true })
  displayName: string | null;
  organization: ConversationOrganizationResponse;
  createdAt: string;
}

export class ContactBlocksResponse {
  items: ContactBlockResponse[];
}

export function toContactRequest(request: NamedContactRequest): ContactRequestResponse {
  const { id, fromPersonId, fromName, message, language, state, isLapsed, conversationId, version } = request;
  return {
    ...{ id, fromPersonId, fromName, message, language, state, isLapsed, conversationId, version },
    from: toOrganization(request.from),
    to: toOrganization(request.to),
    sentAt: request.createdAt.toISOString(),
    expiresAt: request.expiresAt.toISOString(),
  };
}

export function toContactRules({ waiting, sent, quota }: ContactStanding): ContactRulesResponse {
  return { atOnce: ['colleague', 'acquainted', 'secretariat'], quota: { ...quota }, waiting, sent };
}

export function toContact({ personId, displayName, organization, acquaintance }: Contact): ContactResponse {
  return { personId, displayName, organization: toOrganization(organization), acquaintance };
}

export function toContactBlock(block: BlockedContact): ContactBlockResponse {
  const { id, blockedOrganizationId: organizationId, blockedPersonId: personId, createdAt } = block;
  const { displayName } = block;
  const organization = toOrganization(block.organization);
  return { id, organizationId, personId, displayName, organization, createdAt: createdAt.toISOString() };
}
