import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { ORGANIZATION_KINDS, type OrganizationKind } from '#libs/contracts';
import type { OrganizationCard } from '#libs/organizations';
import { PageQuery } from '#libs/platform/http';
import { ApiProperty } from '@nestjs/swagger';
import type {
  ConversationDetails,
  ConversationListItem,
  ConversationSummary,
} from '../app/conversations.reader.js';
import type { ParticipantCard } from '../app/participant-cards.js';
import { MAX_SEQ } from './message.dto.js';

export class ListConversationsQuery extends PageQuery {
  /**
   * Those you put away instead of all others.
   * @example false
   */
  @IsOptional()
  @IsIn(['true', 'false'])
  archived?: 'true' | 'false';
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
  @ApiProperty({ enum: ['host', 'member'] })
  role: 'host' | 'member';
  /** False for somebody who left; their words stay. */
  isHere: boolean;
  /**
   * How far they have read; null where they, or you, keep that to themselves.
   * @example 41
   */
  @ApiProperty({ type: Number, nullable: true })
  readSeq: number | null;
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

export class ConversationTitleResponse {
  /** @example "야간 관광 협력" */
  text: string;
  /** @example "ko" */
  @ApiProperty({ type: String, nullable: true })
  language: string | null;
}

class ConversationFields {
  id: string;
  /** What it grew out of; `direct` and `group` were opened by hand. */
  about: ConversationSubjectResponse;
  /** What its people call it; null while it goes by their names. */
  @ApiProperty({ type: ConversationTitleResponse, nullable: true })
  title: ConversationTitleResponse | null;
  /** You want no notices of it, but where you are mentioned. */
  isMuted: boolean;
  /** You put it away. */
  isArchived: boolean;
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
  /** Everybody who takes part or did while you were there, you among them. */
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

export class SubjectFactResponse {
  /** @example "project.next-milestone" */
  code: string;
  /** @example "Pilot walk, 12 May" */
  text: string;
  /**
   * A screen within your organization.
   * @example "projects/0197a5d2-7c44-7d10-8f4e-0f6f0f2a9f10"
   */
  href?: string;
}

export class ConversationAbilitiesResponse {
  post: boolean;
  rename: boolean;
  /** Whom you may bring in: those you know, or colleagues only. */
  @ApiProperty({ type: String, enum: ['contacts', 'colleagues'], nullable: true })
  invite: 'contacts' | 'colleagues' | null;
  remove: boolean;
  leave: boolean;
  handOver: boolean;
  report: boolean;
}

export class ConversationResponse extends ConversationFields {
  /** Said before the conversation began, such as the text of the interest it grew out of. */
  facts: PinnedFactResponse[];
  /** What it is about, as that stands now. */
  subjectFacts: SubjectFactResponse[];
  /**
   * Counts what was done to messages after they were said.
   * @example 3
   */
  lastChange: number;
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
  const { facts, subjectFacts, lastChange, abilities } = details;
  return { ...fields(details), facts: [...facts], subjectFacts: [...subjectFacts], lastChange, abilities };
}

function fields(summary: ConversationSummary): ConversationFields {
  return {
    id: summary.id,
    about: summary.about,
    title: summary.title,
    isMuted: summary.isMuted,
    isArchived: summary.isArchived,
    lastSeq: summary.lastSeq,
    readSeq: summary.readSeq,
    unread: summary.unread,
    activeAt: summary.activeAt.toISOString(),
    createdAt: summary.createdAt.toISOString(),
    version: summary.version,
    participants: summary.participants.map(toParticipant),
  };
}

function toParticipant({ organization, ...seat }: ParticipantCard): ParticipantResponse {
  return { ...seat, organization: toOrganization(organization) };
}

export function toOrganization(card: OrganizationCard): ConversationOrganizationResponse {
  const { id, slug, name, nameLocal, kind, country, city, fictional, demo } = card;
  return { id, slug, name, nameLocal, kind, country, city, fictional, demo };
}
