import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { FromDigits } from '#libs/platform/fields';
import { MAX_SEQ } from './message.dto.js';

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
   * Only the thread that began with this message; only together with `afterSeq`.
   * @example 12
   */
  @IsOptional()
  @FromDigits()
  @IsInt()
  @Min(1)
  @Max(MAX_SEQ)
  thread?: number;

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

export class ListChangesQuery {
  /**
   * Only messages changed after this count; 0 begins at the first change.
   * @example 3
   */
  @FromDigits()
  @IsInt()
  @Min(0)
  @Max(MAX_SEQ)
  after = 0;

  /**
   * How many messages at most; whoever gets as many asks again, after the last one's `change`.
   * @example 100
   */
  @FromDigits()
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 100;
}
