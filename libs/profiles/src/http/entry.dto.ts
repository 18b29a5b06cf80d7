import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUrl, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { Actor } from '#libs/kernel';
import {
  IfSent,
  IsCodes,
  IsDay,
  IsLanguageTag,
  IsLine,
  IsMonths,
  IsWritten,
  MAX_TEXT,
  MAX_TITLE,
} from '#libs/platform/fields';
import type { StoredFile } from '#libs/platform/files';
import type { DetailedEntry } from '../app/entry-details.js';
import type { TranslationInput } from '../app/translation-input.js';
import {
  type Entry,
  ENTRY_KINDS,
  type EntryChanges,
  type EntryKind,
  entryOriginals,
  type EntryText,
} from '../domain/entry.js';
import { abilitiesFor } from '../domain/profile.policy.js';
import { localized } from '../domain/translations.js';
import { FactResponse, toFactResponse } from './fact.dto.js';
import { LocalizedTextResponse, toLocalizedText, TranslationDto } from './localized-text.dto.js';

const MOST_GUESTS = 1_000_000;
const MOST_PEOPLE = 2_000_000_000;
const WEB = { protocols: ['http', 'https'], require_protocol: true };

/** What may stay unsaid; null says "not stated". Which fields a kind of entry is asked the documents list. */
class OpenEntryFields {
  /** @example "Six courses within 40 minutes of the airport; Korean-speaking starters." */
  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  text?: string | null;

  /**
   * Of an offer or a wish collaborations and themes, of a certificate its one code, of others themes.
   * @example ["col.supply", "thm.golf"]
   */
  @IsOptional()
  @IsCodes()
  codes?: string[] | null;

  /** @example ["mkt.kr"] */
  @IsOptional()
  @IsCodes()
  markets?: string[] | null;

  /** @example [10, 11, 12] */
  @IsOptional()
  @IsMonths()
  months?: number[] | null;

  /**
   * Guests at once.
   * @example 120
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_GUESTS)
  capacity?: number | null;

  /** People a medium reaches in a month. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_PEOPLE)
  reach?: number | null;

  /** First day of an event, or of the work of a reference. */
  @IsOptional()
  @IsDay()
  startsOn?: string | null;

  @IsOptional()
  @IsDay()
  endsOn?: string | null;

  /** Who issued a certificate, or for whom the work of a reference was. */
  @IsOptional()
  @IsWritten(0, MAX_TITLE)
  party?: string | null;

  /** Last day on which a certificate is valid. */
  @IsOptional()
  @IsDay()
  expiresOn?: string | null;

  /** Absolute http(s) address. */
  @IsOptional()
  @IsUrl(WEB)
  @MaxLength(2_000)
  link?: string | null;

  /** An uploaded file: the picture itself (`profile-picture`), or the proof of a certificate (`certificate-proof`). */
  @IsOptional()
  @IsUUID()
  fileId?: string | null;
}

export class AddEntryDto extends OpenEntryFields {
  @IsIn(ENTRY_KINDS)
  @ApiProperty({ enum: ENTRY_KINDS, example: 'offer' })
  kind: EntryKind;

  /**
   * BCP 47 language of title and text.
   * @example en
   */
  @IsLanguageTag()
  language: string;

  /** @example "Tee times for groups" */
  @IsLine(MAX_TITLE)
  title: string;
}

/** Replaces the fields that are sent; null clears one. */
export class EditEntryDto extends OpenEntryFields implements EntryChanges {
  /** @example en */
  @IfSent()
  @IsLanguageTag()
  language?: string;

  /** @example "Tee times for groups" */
  @IfSent()
  @IsLine(MAX_TITLE)
  title?: string;
}

export class EntryTextsDto {
  /** @example "Tee times for groups" */
  @IsOptional()
  @IsLine(MAX_TITLE)
  title?: string | null;

  @IsOptional()
  @IsWritten(0, MAX_TEXT)
  text?: string | null;
}

/** The sent texts in one language; null takes a translation away. */
export class TranslateEntryDto extends TranslationDto implements TranslationInput<EntryText> {
  @ValidateNested()
  @Type(() => EntryTextsDto)
  texts: EntryTextsDto;
}

export class MoveEntryDto {
  /**
   * Place among the entries of its kind, from 0; beyond the last it becomes the last.
   * @example 0
   */
  @IsInt()
  @Min(0)
  @Max(1_000)
  position: number;
}

/** A file of an entry. Its bytes come from `/api/v1/files/{id}`. */
export class EntryFileResponse {
  id: string;
  name: string;
  /** @example image/jpeg */
  mediaType: string;
  size: number;

  /** What is known about malware in it. */
  @ApiProperty({ enum: ['clean', 'not_scanned', 'quarantined'] })
  scanned: StoredFile['scanned'];
  width: number | null;
  height: number | null;
}

export class EntryAbilitiesResponse {
  update: boolean;
}

export class ProfileEntryResponse {
  id: string;
  organizationId: string;

  @ApiProperty({ enum: ENTRY_KINDS })
  kind: EntryKind;

  /** From 0, among the entries of its kind. */
  position: number;

  /** BCP 47 language it was written in. */
  language: string;
  title: LocalizedTextResponse;

  @ApiProperty({ type: LocalizedTextResponse, nullable: true })
  text: LocalizedTextResponse | null;

  codes: string[];
  markets: string[];
  months: number[];

  @ApiProperty({ type: 'integer', nullable: true })
  capacity: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  reach: number | null;

  startsOn: string | null;
  endsOn: string | null;
  party: string | null;
  expiresOn: string | null;
  link: string | null;
  file: EntryFileResponse | null;
  fact: FactResponse;

  /** Also the ETag. */
  version: number;
  createdAt: string;
  updatedAt: string;
  abilities: EntryAbilitiesResponse;
}

export class ProfileEntryListResponse {
  /** By kind, in their order. */
  items: ProfileEntryResponse[];

  @ApiProperty({ type: 'string', nullable: true })
  nextCursor: string | null;
}

/** @param language of the reader; undefined: as it was written */
export function toEntryResponse(
  actor: Actor,
  { entry, owner, file }: DetailedEntry,
  language: string | undefined,
): ProfileEntryResponse {
  return {
    id: entry.id,
    organizationId: entry.organizationId,
    kind: entry.kind,
    position: entry.position,
    language: entry.language,
    ...textsOf(entry, language),
    codes: [...entry.codes],
    markets: [...entry.markets],
    months: [...entry.months],
    capacity: entry.capacity,
    reach: entry.reach,
    startsOn: entry.startsOn,
    endsOn: entry.endsOn,
    party: entry.party,
    expiresOn: entry.expiresOn,
    link: entry.link,
    file: file && { ...file, width: file.width ?? null, height: file.height ?? null },
    fact: toFactResponse(entry, owner, entry.expiresOn),
    version: entry.version,
    createdAt: entry.createdAt.toISOString(),
    updatedAt: entry.updatedAt.toISOString(),
    abilities: abilitiesFor(actor, entry.organizationId),
  };
}

function textsOf(
  entry: Entry,
  language: string | undefined,
): { title: LocalizedTextResponse; text: LocalizedTextResponse | null } {
  const of = (field: EntryText): LocalizedTextResponse | null =>
    toLocalizedText(localized(entryOriginals(entry), entry.translations, field, entry.updatedAt), language);
  const title = of('title');
  if (!title) throw new Error('An entry has no title.');
  return { title, text: of('text') };
}
