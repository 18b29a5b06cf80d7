import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsUUID } from 'class-validator';
import { TRANSLATION_STATES, type TranslationState } from '#libs/kernel';
import { Repeated } from '#libs/platform/fields';
import {
  COMPARED,
  COMPARED_TEXTS,
  type ComparedField,
  type ComparedOrganization,
  type ComparedText,
  type Comparison,
  type Words,
} from '../app/comparison.reader.js';
import { DirectoryRecommenderResponse } from './directory.dto.js';
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

export class ComparedFeesResponse {
  /** In minor units of the currency. */
  minMinor: number;
  maxMinor: number;

  /** @example KRW */
  currency: string;

  @ApiProperty({ enum: ['hour', 'day', 'project'] })
  per: 'hour' | 'day' | 'project';
}

export class ComparedOrganizationResponse extends ListedOrganizationResponse {
  /** What a consultant asks for. */
  @ApiProperty({ type: ComparedFeesResponse, nullable: true })
  fees: ComparedFeesResponse | null;

  /** Participants that vouch for it, the oldest recommendation first. */
  @ApiProperty({ type: DirectoryRecommenderResponse, isArray: true })
  recommendedBy: DirectoryRecommenderResponse[];
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

export class ComparedVersionResponse {
  /** @example Sân gôn 27 lỗ sát biển. */
  text: string;

  /**
   * BCP 47.
   * @example vi
   */
  language: string;

  @ApiProperty({ enum: TRANSLATION_STATES })
  state: TranslationState;
}

export class ComparedWordsResponse {
  /** As it was written; null: not stated. */
  @ApiProperty({ type: String, nullable: true, example: 'A golf resort by the sea.' })
  text: string | null;

  /** BCP 47. */
  @ApiProperty({ type: String, nullable: true, example: 'vi' })
  language: string | null;

  /** The original first, then its translations; empty: not written. */
  @ApiProperty({ type: ComparedVersionResponse, isArray: true })
  versions: ComparedVersionResponse[];
}

export class ComparisonTextResponse {
  @ApiProperty({ enum: COMPARED_TEXTS })
  field: ComparedText;

  /** For each organization what it wrote. */
  @ApiProperty({ type: ComparedWordsResponse, isArray: true })
  values: ComparedWordsResponse[];
}

export class ComparisonResponse {
  /** Those that can be seen, in the order asked for. */
  @ApiProperty({ type: ComparedOrganizationResponse, isArray: true })
  organizations: ComparedOrganizationResponse[];

  @ApiProperty({ type: ComparisonRowResponse, isArray: true })
  rows: ComparisonRowResponse[];

  @ApiProperty({ type: ComparisonTextResponse, isArray: true })
  texts: ComparisonTextResponse[];
}

export function toComparison({ organizations, rows, texts }: Comparison): ComparisonResponse {
  return {
    organizations: organizations.map(toCompared),
    rows: rows.map((row) => ({ ...row })),
    texts: texts.map(({ field, values }) => ({ field, values: values.map(toWords) })),
  };
}

const toWords = ({ versions, ...words }: Words): ComparedWordsResponse => ({
  ...words,
  versions: versions.map((version) => ({ ...version })),
});

function toCompared(organization: ComparedOrganization): ComparedOrganizationResponse {
  const { fees, recommendedBy } = organization;
  return {
    ...toListed(organization),
    fees: fees && { ...fees },
    recommendedBy: recommendedBy.map(({ recommender: { id, name, nameLocal } }) => ({ id, name, nameLocal })),
  };
}
