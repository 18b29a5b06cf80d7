import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsLanguageTag, IsLine, IsWritten, MAX_TITLE } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { FoundMessage } from '../app/message-search.reader.js';
import { SeatDto } from './message.dto.js';

export class StartConversationDto {
  /** Whom you write to; one person without a title is the conversation of you two. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(99)
  @ValidateNested({ each: true })
  @Type(() => SeatDto)
  participants: SeatDto[];

  /**
   * Makes it a group with a name.
   * @example "야간 관광 협력"
   */
  @IsOptional()
  @IsLine(MAX_TITLE)
  title?: string;

  /**
   * BCP 47 tag of `title`.
   * @example "ko"
   */
  @IsOptional()
  @IsLanguageTag()
  language?: string;
}

export class InviteDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(99)
  @ValidateNested({ each: true })
  @Type(() => SeatDto)
  participants: SeatDto[];

  /**
   * Whether they see what was said before.
   * @example false
   */
  @IsBoolean()
  showsHistory: boolean;
}

export class HandOverDto {
  /** A colleague who acts for the same organization. */
  @IsUUID()
  toPersonId: string;
}

export class RenameDto {
  /**
   * Null: by the names of its people.
   * @example "야간 관광 협력"
   */
  @ApiProperty({ type: String, nullable: true, example: '야간 관광 협력' })
  @ValidateIf(({ title }: RenameDto) => title !== null)
  @IsLine(MAX_TITLE)
  title: string | null;

  /**
   * BCP 47 tag of `title`.
   * @example "ko"
   */
  @IsOptional()
  @IsLanguageTag()
  language?: string;
}

export class ArrangeConversationDto {
  /**
   * Put away until something new is said.
   * @example true
   */
  @IsOptional()
  @IsBoolean()
  isArchived?: boolean;

  /**
   * No notices, but where you are mentioned.
   * @example true
   */
  @IsOptional()
  @IsBoolean()
  isMuted?: boolean;
}

export class SearchMessagesQuery extends PageQuery {
  /**
   * Words, or parts of words; all of them stand in what is found.
   * @example "야간"
   */
  @IsWritten(1, 200)
  q: string;

  /** Only in this conversation. */
  @IsOptional()
  @IsUUID()
  conversationId?: string;
}

export class FoundMessageResponse {
  conversationId: string;
  messageId: string;
  /** @example 42 */
  seq: number;
  senderId: string;
  senderOrganizationId: string;
  body: string;
  @ApiProperty({ type: String, nullable: true })
  language: string | null;
  /** @example "2026-03-01T09:30:00.123Z" */
  postedAt: string;
}

export class FoundMessagePageResponse {
  /** Latest first. */
  items: FoundMessageResponse[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export function toFoundMessage({ postedAt, ...found }: FoundMessage): FoundMessageResponse {
  return { ...found, postedAt: postedAt.toISOString() };
}
