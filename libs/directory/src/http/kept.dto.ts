import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { ORGANIZATION_KINDS, type OrganizationKind } from '#libs/contracts';
import { IfSent, IsLine, IsWritten, MAX_TITLE } from '#libs/platform/fields';
import { SORTS, type Sort } from '../app/directory-search.js';
import type { NamedShortlist } from '../app/shortlists.reader.js';
import { ALERTS, type Alert, type SavedQuery, type SavedSearch } from '../domain/saved-search.js';
import { DirectoryFilterQuery } from './directory.dto.js';

const MAX_NOTE = 2_000;

/** What `GET /directory` takes, but for the page. */
export class SavedQueryDto extends DirectoryFilterQuery implements SavedQuery {
  @IsOptional()
  @IsIn(SORTS)
  @ApiProperty({ enum: SORTS, required: false })
  sort?: Sort;
}

export class CreateSavedSearchDto {
  /** @example "Golf in Viet Nam" */
  @IsLine(MAX_TITLE)
  name: string;

  @ValidateNested()
  @Type(() => SavedQueryDto)
  @ApiProperty({ type: SavedQueryDto, example: { q: '골프', country: ['VN'] } })
  query: SavedQueryDto;

  /** When to be told of what is new: never, once a day, or within a minute. */
  @IsOptional()
  @IsIn(ALERTS)
  @ApiProperty({ enum: ALERTS, required: false, default: 'off' })
  alert?: Alert;
}

/** Replaces the fields that are sent. */
export class UpdateSavedSearchDto {
  /** @example "Golf in Viet Nam" */
  @IfSent()
  @IsLine(MAX_TITLE)
  name?: string;

  @IfSent()
  @ValidateNested()
  @Type(() => SavedQueryDto)
  @ApiProperty({ type: SavedQueryDto, required: false, example: { q: '골프' } })
  query?: SavedQueryDto;

  @IfSent()
  @IsIn(ALERTS)
  @ApiProperty({ enum: ALERTS, required: false })
  alert?: Alert;
}

export class SavedSearchResponse {
  id: string;
  name: string;

  @ApiProperty({ type: SavedQueryDto })
  query: SavedQueryDto;

  @ApiProperty({ enum: ALERTS })
  alert: Alert;

  /** Also the ETag. */
  version: number;

  createdAt: string;
  updatedAt: string;
}

export class SavedSearchListResponse {
  /** All of them, newest first; at most 100. */
  @ApiProperty({ type: SavedSearchResponse, isArray: true })
  items: SavedSearchResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class CreateShortlistDto {
  /** @example "Golf partners for 2027" */
  @IsLine(MAX_TITLE)
  name: string;

  /** @example "To be called before the fair." */
  @IsOptional()
  @IsWritten(0, MAX_NOTE)
  note?: string | null;
}

/** Replaces the fields that are sent; null clears the note. */
export class UpdateShortlistDto {
  /** @example "Golf partners for 2027" */
  @IfSent()
  @IsLine(MAX_TITLE)
  name?: string;

  @IsOptional()
  @IsWritten(0, MAX_NOTE)
  note?: string | null;
}

export class PutShortlistEntryDto {
  /**
   * Why it is on the list.
   * @example "27 holes by the sea"
   */
  @IsOptional()
  @IsWritten(0, MAX_NOTE)
  note?: string | null;
}

export class ListedOrganizationResponse {
  id: string;
  slug: string;

  /** @example Busan */
  name: string;

  @ApiProperty({ type: String, nullable: true })
  nameLocal: string | null;

  @ApiProperty({ enum: ORGANIZATION_KINDS })
  kind: OrganizationKind;

  /** @example KR */
  country: string;

  @ApiProperty({ type: String, nullable: true })
  city: string | null;

  /** Invented for the demonstration; show it as such. */
  fictional: boolean;
}

export class ShortlistEntryResponse {
  @ApiProperty({ type: ListedOrganizationResponse })
  organization: ListedOrganizationResponse;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  addedBy: string;
  addedAt: string;
}

export class ShortlistResponse {
  id: string;
  name: string;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  /** In the order they were added; those that left the network are not shown. */
  @ApiProperty({ type: ShortlistEntryResponse, isArray: true })
  entries: ShortlistEntryResponse[];

  createdBy: string;

  /** Also the ETag. */
  version: number;

  createdAt: string;
  updatedAt: string;
}

export class ShortlistListResponse {
  /** All of the organization, newest first; at most 100. */
  @ApiProperty({ type: ShortlistResponse, isArray: true })
  items: ShortlistResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class SetConsentDto {
  /** Whether others may take the organization's card out of the network in a CSV file. */
  @IsBoolean()
  export: boolean;
}

export class ConsentResponse {
  export: boolean;

  /** Also the ETag; 0: nothing has been said yet. */
  version: number;
}

export function toSavedSearch(search: SavedSearch): SavedSearchResponse {
  const { id, name, query, alert, version, createdAt, updatedAt } = search;
  return {
    id,
    name,
    query: query as SavedQueryDto,
    alert,
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toShortlist(shortlist: NamedShortlist): ShortlistResponse {
  const { id, name, note, entries, createdBy, version, createdAt, updatedAt } = shortlist;
  return {
    id,
    name,
    note,
    createdBy,
    version,
    entries: entries.map(({ organization, addedAt, ...entry }) => ({
      organization: toListed(organization),
      note: entry.note,
      addedBy: entry.addedBy,
      addedAt: addedAt.toISOString(),
    })),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toListed(organization: ListedOrganizationResponse): ListedOrganizationResponse {
  const { id, slug, name, nameLocal, kind, country, city, fictional } = organization;
  return { id, slug, name, nameLocal, kind, country, city, fictional };
}
