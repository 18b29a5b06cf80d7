import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsLanguageTag, IsWritten } from '#libs/platform/fields';
import { SECTION_KEYS, type SectionKey } from '../domain/dossier.js';
import { MAX_COMMENT, MAX_QUOTE } from '../domain/section-comment.js';

export class SayAboutSectionDto {
  /**
   * The section it is about; in an answer, that of its thread counts.
   * @example need
   */
  @IsIn(SECTION_KEYS)
  @ApiProperty({ enum: SECTION_KEYS })
  section: SectionKey;

  /**
   * The words of the section it is about.
   * @example "The streets are empty after dinner."
   */
  @IsOptional()
  @IsWritten(1, MAX_QUOTE)
  quote: string | null = null;

  /** @example "Can we say since when?" */
  @IsWritten(1, MAX_COMMENT)
  body: string;

  /**
   * BCP 47 language of the comment.
   * @example en
   */
  @IsLanguageTag()
  language: string;

  /** The thread it answers; absent, it begins one. */
  @IsOptional()
  @IsUUID()
  threadId: string | null = null;
}

export class SectionCommentResponse {
  id: string;

  @ApiProperty({ enum: SECTION_KEYS })
  section: SectionKey;

  /** The comment it answers; null where it begins a thread. */
  threadId: string | null;
  /** As the words stood when the thread began. */
  quote: string | null;
  body: string;
  /** BCP 47. */
  language: string;
  authorId: string;
  /** Empty for a former member. */
  author: string;
  organizationId: string;
  organization: string;
  /** Of the beginning of a thread: when it was settled. */
  resolvedAt: string | null;
  createdAt: string;
}

export class SectionCommentsResponse {
  /** Oldest first. */
  @ApiProperty({ type: [SectionCommentResponse] })
  items: SectionCommentResponse[];
  nextCursor: string | null;
  /** Whether the acting person may say something, answer and settle now. */
  mayComment: boolean;
}
