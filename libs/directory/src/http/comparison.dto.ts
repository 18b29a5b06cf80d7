import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsUUID } from 'class-validator';
import { Repeated } from '#libs/platform/fields';
import { COMPARED, type ComparedField, type Comparison } from '../app/comparison.reader.js';
import { ListedOrganizationResponse, toListed } from './kept.dto.js';

/** What a screen can show side by side. */
const MOST = 4;

export class CompareQuery {
  /** Organizations; repeat it for up to four. */
  @Repeated()
  @ArrayMaxSize(MOST)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  @ApiProperty({ type: String, isArray: true, maxItems: MOST })
  ids: string[];
}

export class ComparisonRowResponse {
  @ApiProperty({ enum: COMPARED })
  field: ComparedField;

  /** For each organization its codes, tags or numbers; empty: not stated. */
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    example: [['thm.golf'], []],
  })
  values: string[][];
}

export class ComparisonResponse {
  /** Those that can be seen, in the order asked for. */
  @ApiProperty({ type: ListedOrganizationResponse, isArray: true })
  organizations: ListedOrganizationResponse[];

  @ApiProperty({ type: ComparisonRowResponse, isArray: true })
  rows: ComparisonRowResponse[];
}

export function toComparison({ organizations, rows }: Comparison): ComparisonResponse {
  return { organizations: organizations.map(toListed), rows: rows.map((row) => ({ ...row })) };
}
