import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ORGANIZATION_KINDS, type OrganizationKind } from '#libs/contracts';
import { FromDigits } from '#libs/platform/fields';
import { ApiProperty } from '@nestjs/swagger';
import type {
  ConversationDetails,
  ConversationListItem,
  ConversationSummary,
  ParticipantCard,
} from '../app/conversations.reader.js';

const MAX_SEQ = 2_147_483_647;

export class ListMessagesQuery {
  /**
   * Only messages with a higher number; 0 begins at the first one.
   * @example 41
   */
  @IsOptional()
  @FromDigits()
  @IsInt()
  @Min(0)
  @Max(MAX_SEQ)
  afterSeq?: number;

  /**
   * The messages just before this number; not together with `afterSeq`.
   * @example 42
   */
  @IsOptional()
  @FromDigits()
  @IsInt()
  @Min(1)
  @Max(MAX_SEQ)
  beforeSeq?: number;

  /**
   * How many messages a page holds.
   * @example 100
   */
  @FromDigits()
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 100;

  /** `nextCursor` of the page before; it goes on from there, whatever the numbers above say. */
  @IsOptional()
  @IsString()
  @MaxLength(1024)
  cursor?: string;
}

export class PostMessageDto {
  /**
   * Named by the client, so that a retry finds the first arrival: `[A-Za-z0-9_-]`, 1 to 64 characters.
   * @example "0197a5d2-6f1e-7c44"
   */
  @IsString()
  clientMessageId: string;

  /**
   * 1 to 8,000 characters (code points), kept exactly as written.
   * @example "다낭의 야간 투어, 함께 해 볼까요?"
   */
  @IsString()
  body: string;

  /**
   * BCP 47 tag of `body`.
   * @example "ko"
   */
  @IsOptional()
  @IsString()
  language?: string;
}

export class MarkReadDto {
  /**
   * The last number that was read. The mark never moves back.
   * @example 41
   */
  @IsInt()
  @Min(0)
  @Max(MAX_SEQ)
  seq: number;
}

export class MessageResponse {
  /** @example "0197a5d2-7c44-7d10-8f4e-0f6f0f2a9f10" */
  id: string;
  conversationId: string;
  /**
   * Counts the messages of the conversation from 1 without a gap; the order for everybody.
   * @example 42
   */
  seq: number;
  /** @example "0197a5d2-6f1e-7c44" */
  clientMessageId: string;
  /** The person. */
  senderId: string;
  senderOrganizationId: string;
  /** @example "다낭의 야간 투어, 함께 해 볼까요?" */
  body: string;
  /**
   * BCP 47; null when the sender did not say.
   * @example "ko"
   */
  @ApiProperty({ type: String, nullable: true })
  language: string | null;
  /**
   * RFC 3339, UTC.
   * @example "2026-03-01T09:30:00.123Z"
   */
  postedAt: string;
}

export class PostedMessageResponse extends MessageResponse {
  /** True when the message had arrived before, so that this request stored nothing. */
  duplicate: boolean;
}

export class MessagePageResponse {
  /** Lowest number first. */
  items: MessageResponse[];
  /**
   * Number of the last message there is for you; 0 in a silent conversation.
   * @example 42
   */
  lastSeq: number;
  /** Goes on in the same direction; null where that ends. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ReadMarkResponse {
  /** @example 41 */
  readSeq: number;
  /** @example 1 */
  unread: number;
}

export class ConversationSubjectResponse {
  /** @example "interest" */
  type: string;
  id: string;
}

export class ConversationOrganizationResponse {
  id: string;
  /** @example "busan" */
  slug: string;
  /** @example "Busan" */
  name: string;
  /** @example "부산광역시" */
  @ApiProperty({ type: String, nullable: true })
  nameLocal: string | null;
  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;
  /** @example "KR" */
  country: string;
  /** @example "Busan" */
  @ApiProperty({ type: String, nullable: true })
  city: string | null;
  fictional: boolean;
  demo: boolean;
}

export class ParticipantResponse {
  personId: string;
  /** @example "김서연" */
  displayName: string;
  /** For which they speak here. */
  organization: ConversationOrganizationResponse;
}

export class LastMessageResponse {
  /** @example 42 */
  seq: number;
  senderId: string;
  senderOrganizationId: string;
  /** The beginning of the message, at most 200 characters. */
  snippet: string;
  @ApiProperty({ type: String, nullable: true })
  language: string | null;
  /** @example "2026-03-01T09:30:00.123Z" */
  postedAt: string;
}

class ConversationFields {
  id: string;
  /** What it grew out of. */
  about: ConversationSubjectResponse;
  /** @example 42 */
  lastSeq: number;
  /** How far you have read. */
  readSeq: number;
  /** @example 1 */
  unread: number;
  /**
   * Time of the last message, or of the opening.
   * @example "2026-03-01T09:30:00.123Z"
   */
  activeAt: string;
  /** @example "2026-02-27T02:11:00.000Z" */
  createdAt: string;
  version: number;
  /** Everybody who takes part, you among them. */
  participants: ParticipantResponse[];
}

export class ConversationCardResponse extends ConversationFields {
  @ApiProperty({ type: LastMessageResponse, nullable: true })
  lastMessage: LastMessageResponse | null;
}

export class ConversationPageResponse {
  /** Latest activity first. */
  items: ConversationCardResponse[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  /** Only with `?total=true`. */
  total?: number;
  totalCapped?: boolean;
}

export class PinnedFactResponse {
  /** @example "interest.message" */
  code: string;
  /** @example "We run night tours on the Han and look for a partner in Busan." */
  text: string;
  @ApiProperty({ type: String, nullable: true })
  language: string | null;
  /** Who said it; null when it is nobody's word. */
  @ApiProperty({ type: String, nullable: true })
  organizationId: string | null;
}

export class ConversationAbilitiesResponse {
  post: boolean;
}

export class ConversationResponse extends ConversationFields {
  /** Said before the conversation began, such as the text of the interest it grew out of. */
  facts: PinnedFactResponse[];
  abilities: ConversationAbilitiesResponse;
}

export function toConversationCard(item: ConversationListItem): ConversationCardResponse {
  const { lastMessage } = item;
  return {
    ...fields(item),
    lastMessage: lastMessage && {
      ...lastMessage,
      postedAt: new Date(lastMessage.postedAt).toISOString(),
    },
  };
}

export function toConversationResponse(details: ConversationDetails): ConversationResponse {
  return { ...fields(details), facts: [...details.facts], abilities: details.abilities };
}

function fields(summary: ConversationSummary): ConversationFields {
  return {
    id: summary.id,
    about: summary.about,
    lastSeq: summary.lastSeq,
    readSeq: summary.readSeq,
    unread: summary.unread,
    activeAt: summary.activeAt.toISOString(),
    createdAt: summary.createdAt.toISOString(),
    version: summary.version,
    participants: summary.participants.map(toParticipant),
  };
}

function toParticipant({ personId, displayName, organization }: ParticipantCard): ParticipantResponse {
  const { id, slug, name, nameLocal, kind, country, city, fictional, demo } = organization;
  return {
    personId,
    displayName,
    organization: { id, slug, name, nameLocal, kind, country, city, fictional, demo },
  };
}
