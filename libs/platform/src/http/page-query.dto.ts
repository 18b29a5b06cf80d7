import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { FromDigits } from '#libs/platform/fields';

/** What every list takes; lists with filters extend it. */
export class PageQuery {
  /**
   * How many items a page holds.
   * @example 20
   */
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @FromDigits()
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;

  /** `nextCursor` of the page before; only with the same filters. */
  @IsOptional()
  @IsString()
  @MaxLength(1024)
  cursor?: string;

  /** Adds `total` (and `totalCapped`, when there are more than are counted). */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  total?: boolean;
}
