import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { IsCodes, IsLanguageTag, IsLine, IsWritten, MAX_TITLE } from '#libs/platform/fields';
import { MAX_WORDS, MOMENT } from './engagement-fields.js';

export class CaseNoteDto {
  /** @example "A pier between two harbours" */
  @IsLine(MAX_TITLE)
  title: string;

  /** @example "How does a city open a disused pier to visitors?" */
  @IsWritten(1, MAX_WORDS)
  question: string;

  /** @example "In stages: safety first, then light, then trade." */
  @IsWritten(1, MAX_WORDS)
  answer: string;

  /** @example en */
  @IsLanguageTag()
  language: string;

  /** Taxonomy codes; those of the request where left out. */
  @IsOptional()
  @IsCodes()
  @ApiProperty({ type: [String], required: false, example: [] })
  areas?: string[];

  /**
   * Tell from which country the question came.
   * @example false
   */
  @IsOptional()
  @IsBoolean()
  tellsCountry?: boolean;
}

export class CaseNoteDraftResponse {
  title: string;
  question: string;
  answer: string;
  language: string;
  areas: string[];
  tellsCountry: boolean;
  hasConsultantConsent: boolean;
  hasRequesterConsent: boolean;
  @ApiProperty(MOMENT)
  publishedAt: string | null;
}
