import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsCodes, Repeated } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import { CALL_PHASES, type CallPhase } from '../app/calls.reader.js';

export class ListCallsQuery extends PageQuery {
  /** Those that take proposals now, will do so, or do no more. */
  @IsOptional()
  @IsIn(CALL_PHASES)
  @ApiProperty({ enum: CALL_PHASES, required: false, default: 'open' })
  phase?: CallPhase;

  /** Those the acting organization runs, drafts included, in every phase. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  mine?: boolean;

  /** Only those whose rules let the acting organization lead a proposal. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  forUs?: boolean;

  /**
   * One of these at least.
   * @example ["thm.festival"]
   */
  @IsOptional()
  @Repeated()
  @IsCodes()
  theme?: string[];
}
