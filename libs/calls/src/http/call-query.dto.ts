import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
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
}
