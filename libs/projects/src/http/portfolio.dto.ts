import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '#libs/platform/http';
import { Repeated } from '#libs/platform/fields';
import type { PublishedResult } from '../app/portfolio.reader.js';
import type { ResultPicture } from '../domain/result.js';
import { toOrganization } from './present-project.js';
import {
  FigureResponse,
  ProjectOrganizationResponse,
  ResultPictureResponse,
  ResultTextResponse,
} from './project-response.dto.js';

export class ListResultsQuery extends PageQuery {
  /** Of one of the named organizations, ISO 3166-1 alpha-2. */
  @IsOptional()
  @Repeated()
  @ArrayMaxSize(20)
  @Matches(/^[A-Z]{2}$/, { each: true })
  @ApiPropertyOptional({ type: String, isArray: true, example: ['KR'] })
  country?: string[];

  /** Taxonomy codes. */
  @IsOptional()
  @Repeated()
  @ArrayMaxSize(20)
  @MaxLength(64, { each: true })
  @ApiPropertyOptional({ type: String, isArray: true })
  theme?: string[];

  /** In which it was closed. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === undefined ? value : [value].flat().map(Number)))
  @ArrayMaxSize(20)
  @IsInt({ each: true })
  @Min(2000, { each: true })
  @Max(2999, { each: true })
  @ApiPropertyOptional({ type: Number, isArray: true, example: [2027] })
  year?: number[];
}

/** A closed project as the public knows it. */
export class ResultCardResponse {
  id: string;
  title: string;
  /** BCP 47 of the title. */
  language: string;
  texts: ResultTextResponse[];
  figures: FigureResponse[];
  themes: string[];
  year: number;
  /** Those who agreed to be named, the lead first. */
  organizations: ProjectOrganizationResponse[];
  /** Partners that are not named. */
  unnamed: number;
}

export class ResultPageResponse {
  items: ResultCardResponse[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class PublicResultResponse extends ResultCardResponse {
  pictures: ResultPictureResponse[];
}

export function toResultCard(result: PublishedResult): ResultCardResponse {
  const { id, title, language, texts, figures, themes, year, organizations, unnamed } = result;
  const cards = new Map(organizations.map((card) => [card.id, card]));
  return {
    ...{ id, title, language, texts: [...texts], figures: [...figures], themes: [...themes], year, unnamed },
    organizations: organizations.map((card) => toOrganization(card.id, cards)),
  };
}

export function toPublicResult(
  result: PublishedResult & { pictures: readonly ResultPicture[] },
): PublicResultResponse {
  return { ...toResultCard(result), pictures: [...result.pictures] };
}
