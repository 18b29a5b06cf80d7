import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsUUID } from 'class-validator';
import { Repeated } from '#libs/platform/fields';
import {
  COMPARED,
  COMPARED_TEXTS,
  type ComparedField,
  type ComparedText,
  type Comparison,
} from '../app/comparison.reader.js';
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

export class ComparedWordsResponse {
  @ApiProperty({ type: String, nullable: true, example: 'A golf resort by the sea.' })
  text: string | null;

  /** BCP 47. */
  @ApiProperty({ type: String, nullable: true, example: 'vi' })
  language: string | null;
}

export class ComparisonTextResponse {
  @ApiProperty({ enum: COMPARED_TEXTS })
  field: ComparedText;

  /** For each organization its own words; null: not stated. */
  @ApiProperty({ type: ComparedWordsResponse, isArray: true })
  values: ComparedWordsResponse[];
}

export class ComparisonResponse {
  /** Those that can be seen, in the order asked for. */
  @ApiProperty({ type: ListedOrganizationResponse, isArray: true })
  organizations: ListedOrganizationResponse[];

  @ApiProperty({ type: ComparisonRowResponse, isArray: true })
  rows: ComparisonRowResponse[];

  @ApiProperty({ type: ComparisonTextResponse, isArray: true })
  texts: ComparisonTextResponse[];
}

export function toComparison({ organizations, rows, texts }: Comparison): ComparisonResponse {
  return {
    organizations: organizations.map(toListed),
    rows: rows.map((row) => ({ ...row })),
    texts: texts.map(({ field, values }) => ({ field, values: [...values] })),
  };
}
