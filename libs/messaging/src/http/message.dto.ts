import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { MESSAGE_KINDS, type MessageKind, type Reaction, REACTIONS } from '#libs/contracts';
import { ApiProperty } from '@nestjs/swagger';

/** The highest number a message can have. */
export const MAX_SEQ = 2_147_483_647;

export class SeatDto {
  @IsUUID()
  personId: string;

  @IsUUID()
  organizationId: string;
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

  /**
   * Number of the message it answers; it joins that one's thread.
   * @example 40
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_SEQ)
  replyTo?: number;

  /** People who take part and are addressed by name; they get a notice. */
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SeatDto)
  mentions?: SeatDto[];

  /**
   * Files uploaded for the purpose `message-attachment` and found clean.
   * @example []
   */
  @IsOptional()
  @IsArray()
  @IsUUID(undefined, { each: true })
  fileIds?: string[];
}

export class EditMessageDto {
  /**
   * 1 to 8,000 characters (code points), kept exactly as written.
   * @example "다낭의 야간 투어, 4월에 함께 해 볼까요?"
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

export class ReactDto {
  @ApiProperty({ enum: REACTIONS })
  @IsIn(REACTIONS)
  code: Reaction;

  /**
   * False takes it back.
   * @example true
   */
  @IsBoolean()
  given: boolean;
}

export class SeatResponse {
  personId: string;
  organizationId: string;
}

export class AttachmentResponse {
  fileId: string;
  /** @example "야간 코스.pdf" */
  name: string;
  /** @example "application/pdf" */
  mediaType: string;
  /**
   * Bytes.
   * @example 120384
   */
  size: number;
}

export class ReactionResponse {
  @ApiProperty({ enum: REACTIONS })
  code: Reaction;
  by: SeatResponse[];
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
  /** Left out for what was said; otherwise what happened to the room. */
  @ApiProperty({ enum: MESSAGE_KINDS, required: false })
  kind?: MessageKind;
  /** To whom it happened. */
  members?: SeatResponse[];
  /**
   * Number of the message it answers.
   * @example 40
   */
  replyTo?: number;
  /**
   * Number of the message that began its thread.
   * @example 12
   */
  thread?: number;
  /** Who is addressed by name. */
  mentions?: SeatResponse[];
  attachments?: AttachmentResponse[];
  reactions?: ReactionResponse[];
  /**
   * Counts the changes of the conversation's messages; of this message's latest one.
   * @example 7
   */
  change?: number;
  /**
   * Counts its wordings; left out while it is the first.
   * @example 2
   */
  revision?: number;
  editedAt?: string;
  /** Its words are gone; its number stays. */
  deletedAt?: string;
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
  /**
   * Counts what was done to messages after they were said; what follows is asked of `changes`.
   * @example 3
   */
  lastChange: number;
  /** Goes on in the same direction; null where that ends. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class MessageChangesResponse {
  /** Each as it stands now, in the order of the latest changes. */
  items: MessageResponse[];
  /** @example 7 */
  lastChange: number;
}

export class WordingResponse {
  /** @example 1 */
  revision: number;
  body: string;
  @ApiProperty({ type: String, nullable: true })
  language: string | null;
  /** @example "2026-03-01T09:41:00.000Z" */
  replacedAt: string;
}

export class WordingsResponse {
  /** How it read before, first wording first. */
  items: WordingResponse[];
}
