import { IsISO31661Alpha2, IsOptional } from 'class-validator';
import {
  IfSent,
  IsCodes,
  IsLanguageTag,
  IsLine,
  IsWritten,
  MAX_TEXT,
  MAX_TITLE,
  Repeated,
} from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { FoundCase } from '../app/case-library.reader.js';
import type { LibraryCase, LibraryCaseContent } from '../domain/library-case.js';

const MAX_QUERY = 200;

export class SearchCasesQuery extends PageQuery {
  /**
   * Words in whatever language.
   * @example "cruise pier"
   */
  @IsOptional()
  @IsWritten(1, MAX_QUERY)
  q?: string;

  /**
   * Taxonomy codes of kind `consulting_area`; repeat it for several.
   * @example ["con.cruise_port"]
   */
  @IsOptional()
  @Repeated()
  @IsCodes()
  area?: string[];
}

/** What somebody is about to ask. */
export class SuggestCasesDto {
  /**
   * BCP 47.
   * @example ko
   */
  @IsLanguageTag()
  language: string;

  /** @example "기항지 부두 주변 개발 구상" */
  @IsWritten(0, MAX_TITLE)
  title: string;

  /** @example "부두 뒤쪽을 어떻게 배치할지 조언이 필요합니다." */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  text?: string | null;

  /** @example ["con.cruise_port"] */
  @IsOptional()
  @IsCodes()
  areas?: string[] | null;
}

/** A case without names. */
export class WriteCaseDto {
  /**
   * Taxonomy codes of kind `consulting_area`.
   * @example ["con.cruise_port"]
   */
  @IsCodes()
  areas: string[];

  /** @example en */
  @IsLanguageTag()
  language: string;

  /** @example "Shops behind a cruise pier stayed empty" */
  @IsLine(MAX_TITLE)
  title: string;

  /** @example "Passengers left the pier by bus within half an hour." */
  @IsWritten(1, MAX_TEXT)
  question: string;

  /** @example "A covered walk of 400 m and a market on ship days kept a third of them for two hours." */
  @IsWritten(1, MAX_TEXT)
  answer: string;

  /**
   * Of whoever had asked, ISO 3166-1 alpha-2; null where even that would tell who it was.
   * @example JP
   */
  @IsOptional()
  @IsISO31661Alpha2()
  country?: string | null;
}

/** Replaces the fields that are sent. */
export class EditCaseDto {
  /** @example ["con.cruise_port"] */
  @IfSent()
  @IsCodes()
  areas?: string[];

  /** @example en */
  @IfSent()
  @IsLanguageTag()
  language?: string;

  /** @example "Shops behind a cruise pier stayed empty" */
  @IfSent()
  @IsLine(MAX_TITLE)
  title?: string;

  /** @example "Passengers left the pier by bus within half an hour." */
  @IfSent()
  @IsWritten(1, MAX_TEXT)
  question?: string;

  /** @example "A covered walk of 400 m kept a third of them for two hours." */
  @IfSent()
  @IsWritten(1, MAX_TEXT)
  answer?: string;

  /** @example JP */
  @IsOptional()
  @IsISO31661Alpha2()
  country?: string | null;
}

export class LibraryCaseResponse {
  id: string;
  areas: string[];
  language: string;
  title: string;
  question: string;
  answer: string;
  country: string | null;

  /** False: nobody finds it. */
  isShown: boolean;

  /** It comes from an engagement, with the consent of both. */
  isLearnt: boolean;
  version: number;
  createdAt: string;
}

export class FoundCaseResponse extends LibraryCaseResponse {
  /**
   * How much of what was asked it has, 0 to 1.
   * @example 0.62
   */
  nearness: number;
}

export class CasePageResponse {
  items: FoundCaseResponse[];
  nextCursor: string | null;
}

export class SuggestedCasesResponse {
  /** At most three. */
  items: FoundCaseResponse[];
}

export function caseContentOf({ country = null, ...sent }: WriteCaseDto): LibraryCaseContent {
  return { ...sent, country };
}

export function toCaseResponse(found: LibraryCase): LibraryCaseResponse {
  const { id, areas, language, title, question, answer, country, version } = found;
  return {
    ...{ id, language, title, question, answer, country, version },
    areas: [...areas],
    isShown: found.state === 'published',
    isLearnt: found.sourceEngagementId !== null,
    createdAt: found.createdAt.toISOString(),
  };
}

export function toFoundCase(found: FoundCase): FoundCaseResponse {
  return { ...toCaseResponse(found), nearness: found.nearness };
}
