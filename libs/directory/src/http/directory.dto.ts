import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, IsOptional, Matches, ValidateBy } from 'class-validator';
import { ORGANIZATION_KINDS, type OrganizationKind } from '#libs/contracts';
import { IsCodes, IsLanguages, IsWritten, MAX_TITLE, Repeated } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import { SORTS, type Sort } from '../app/directory-search.js';
import { MATCH_KINDS, type MatchedBy } from '../app/reasons.js';
import { type Area, readArea } from '../domain/area.js';
import { ENTRY_TYPES, type EntryType, FACET_FIELDS, type FacetField, type Filters } from '../domain/entry.js';

function IsArea(): PropertyDecorator {
  return ValidateBy({
    name: 'isArea',
    validator: {
      validate: (value) => readArea(value) !== undefined,
      defaultMessage: () => '$property must be west,south,east,north in degrees',
    },
  });
}

/** Values of one filter are alternatives; several filters must all hold. */
export class DirectoryFilterQuery {
  /**
   * What to look for: names in any script and spelling, themes in any language, words.
   * @example 골프
   */
  @IsOptional()
  @IsWritten(0, MAX_TITLE)
  q?: string;

  /** Only things of these types. */
  @IsOptional()
  @Repeated()
  @IsIn(ENTRY_TYPES, { each: true })
  @ApiProperty({ enum: ENTRY_TYPES, isArray: true, required: false })
  scope?: EntryType[];

  /** Only of organizations of these kinds. */
  @IsOptional()
  @Repeated()
  @IsIn(ORGANIZATION_KINDS, { each: true })
  @ApiProperty({ enum: ORGANIZATION_KINDS, isArray: true, required: false })
  kind?: OrganizationKind[];

  /** ISO 3166-1 alpha-2. */
  @IsOptional()
  @Repeated()
  @ArrayMaxSize(50)
  @Matches(/^[A-Z]{2}$/, { each: true })
  @ApiProperty({ type: String, isArray: true, required: false, example: ['KR', 'VN'] })
  country?: string[];

  /** @example ["thm.golf"] */
  @IsOptional()
  @Repeated()
  @IsCodes()
  theme?: string[];

  /** @example ["sec.dmc"] */
  @IsOptional()
  @Repeated()
  @IsCodes()
  sector?: string[];

  /**
   * BCP 47 languages of service.
   * @example ["ko"]
   */
  @IsOptional()
  @Repeated()
  @IsLanguages()
  language?: string[];

  /** @example ["mkt.kr"] */
  @IsOptional()
  @Repeated()
  @IsCodes()
  market?: string[];

  /**
   * Kinds of collaboration that are offered.
   * @example ["col.supply"]
   */
  @IsOptional()
  @Repeated()
  @IsCodes()
  offers?: string[];

  /**
   * Kinds of collaboration that are sought.
   * @example ["col.distribution"]
   */
  @IsOptional()
  @Repeated()
  @IsCodes()
  seeks?: string[];

  /**
   * Only what lies between these meridians and parallels: west, south, east, north in degrees.
   * @example 124.5,33,131.5,39
   */
  @IsOptional()
  @IsArea()
  area?: string;
}

export class SearchDirectoryQuery extends IntersectionType(PageQuery, DirectoryFilterQuery) {
  /** Without `q`, `relevance` shows members of the TPO first, then names. */
  @IsOptional()
  @IsIn(SORTS)
  @ApiProperty({ enum: SORTS, required: false, default: 'relevance' })
  sort?: Sort;

  /** Adds how many results each value of a filter would leave. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  facets?: boolean;
}

export class SuggestDirectoryQuery {
  /**
   * What has been typed so far; Korean initial consonants are enough.
   * @example ㅂㅅ
   */
  @IsWritten(1, MAX_TITLE)
  q: string;
}

export class MatchedByResponse implements MatchedBy {
  @ApiProperty({ enum: MATCH_KINDS })
  kind: (typeof MATCH_KINDS)[number];

  /**
   * The name or spelling, the taxonomy code, the name of the city, or the words sought.
   * @example thm.golf
   */
  value: string;
}

export class SnippetResponse {
  /** @example "…sân gôn 27 lỗ sát biển…" */
  text: string;

  /**
   * BCP 47.
   * @example vi
   */
  language: string;
}

export class DirectoryRecommenderResponse {
  id: string;

  /** @example Busan */
  name: string;

  @ApiProperty({ type: String, nullable: true, example: '부산광역시' })
  nameLocal: string | null;
}

export class DirectoryItemResponse {
  @ApiProperty({ enum: ENTRY_TYPES })
  type: EntryType;

  id: string;

  /** The organization itself, or the one it belongs to. */
  organizationId: string;

  /** @example Busan */
  organizationName: string;

  /**
   * The name in Latin letters, if there is one; of a person likewise.
   * @example Busan
   */
  title: string;

  @ApiProperty({ type: String, nullable: true, example: '부산광역시' })
  titleLocal: string | null;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  /** @example KR */
  country: string;

  @ApiProperty({ type: String, nullable: true, example: 'Busan' })
  city: string | null;

  /** Invented for the demonstration; show it as such. */
  fictional: boolean;

  /** @example ["thm.golf"] */
  themes: string[];

  /** @example ["ko", "en"] */
  languages: string[];

  @ApiProperty({ type: SnippetResponse, nullable: true })
  snippet: SnippetResponse | null;

  /** Why it was found, the strongest reason first; empty without `q`. */
  @ApiProperty({ type: MatchedByResponse, isArray: true })
  matched: MatchedByResponse[];

  @ApiProperty({ type: Number, nullable: true, example: 35.1 })
  lat: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 129.03 })
  lon: number | null;

  /** Participants that vouch for the organization, the oldest recommendation first. */
  @ApiProperty({ type: DirectoryRecommenderResponse, isArray: true })
  recommendedBy: DirectoryRecommenderResponse[];
}

export class FacetValueResponse {
  /** @example KR */
  value: string;

  /** @example 37 */
  count: number;

  /** There are more than were counted: "1,000+". */
  capped: boolean;
}

export class FacetResponse {
  @ApiProperty({ enum: FACET_FIELDS })
  field: FacetField;

  @ApiProperty({ type: FacetValueResponse, isArray: true })
  values: FacetValueResponse[];
}

export class DirectoryPageResponse {
  @ApiProperty({ type: DirectoryItemResponse, isArray: true })
  items: DirectoryItemResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;

  /** What was searched for, where what was typed finds nothing. */
  corrected?: string;

  @ApiProperty({ type: FacetResponse, isArray: true, required: false })
  facets?: FacetResponse[];

  total?: number;
  totalCapped?: boolean;
}

export class SuggestionsResponse {
  /** At most eight. */
  @ApiProperty({ type: DirectoryItemResponse, isArray: true })
  items: DirectoryItemResponse[];
}

export class MapPointResponse {
  /** The one thing that is there, or the city. */
  id: string;

  /** @example Busan */
  name: string;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  lat: number;
  lon: number;

  /** @example 12 */
  count: number;
}

export class MapResponse {
  /** At most 500, the fullest first. */
  @ApiProperty({ type: MapPointResponse, isArray: true })
  points: MapPointResponse[];
}

/** The area of a query. */
export function areaOf({ area }: DirectoryFilterQuery): Area | undefined {
  return area === undefined ? undefined : readArea(area);
}

/** The filters of a query, each set in one order, so that the same wish has one form. */
export function filtersOf(query: DirectoryFilterQuery): Filters {
  return Object.fromEntries(
    FACET_FIELDS.flatMap((field) => {
      const values: readonly string[] = query[field] ?? [];
      return values.length === 0 ? [] : [[field, [...new Set(values)].sort()]];
    }),
  );
}
