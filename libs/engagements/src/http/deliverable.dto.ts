import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsUUID } from 'class-validator';
import { IsLanguageTag, IsWritten } from '#libs/platform/fields';
import { DELIVERABLE_STATES, type DeliverableState, type DeliverableVerb } from '../domain/deliverable.js';
import { MAX_WORDS } from './engagement-fields.js';

const MAX_FILES = 10;
const STEPS = ['submit', 'accept', 'ask-revision'] as const;

export class RevisionDto {
  /** @example "Add the figures of 2026." */
  @IsWritten(1, MAX_WORDS)
  words: string;

  /**
   * BCP 47 of the words.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class SubmitDeliverableDto extends RevisionDto {
  /** Files uploaded for this, with the purpose `engagement-deliverable`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_FILES)
  @IsUUID('all', { each: true })
  @ApiProperty({ type: [String], format: 'uuid', required: false, example: [] })
  fileIds?: string[];
}

export class DeliverableFileResponse {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  mediaType: string;
}

export class DeliverableStepResponse {
  @ApiProperty({ enum: STEPS })
  verb: DeliverableVerb;
  @ApiProperty({ type: String, nullable: true })
  words: string | null;
  @ApiProperty({ type: String, nullable: true })
  language: string | null;
  files: DeliverableFileResponse[];
  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class EngagementDeliverableResponse {
  id: string;
  title: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueDay: string | null;
  @ApiProperty({ enum: DELIVERABLE_STATES })
  state: DeliverableState;
  /** That were asked for; two are included. */
  revisions: number;
  steps: DeliverableStepResponse[];
}
