import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsLanguageTag, Repeated } from '#libs/platform/fields';
import { CONCEPT_KINDS, type ConceptKind } from '#libs/taxonomy';

export class ReadTaxonomyQuery {
  /** Only concepts of these kinds; repeat it for several. */
  @IsOptional()
  @Repeated()
  @IsIn(CONCEPT_KINDS, { each: true })
  @ApiProperty({ enum: CONCEPT_KINDS, isArray: true, required: false })
  kind?: ConceptKind[];

  /**
   * BCP 47 language of the labels; one without a label falls back to its base language, then English.
   * @example ko
   */
  @IsLanguageTag()
  language = 'en';
}

/** One concept of the controlled vocabulary. */
export class ConceptResponse {
  /** @example thm.golf */
  id: string;

  @ApiProperty({ enum: CONCEPT_KINDS })
  kind: ConceptKind;

  /** Broader concept. */
  parent: string | null;

  /** @example "Golf tourism" */
  label: string;
}

/** The vocabulary is small and known in full, so it comes in one piece. */
export class TaxonomyResponse {
  /**
   * Edition of the vocabulary; part of the ETag.
   * @example 1.0.0
   */
  edition: string;
  language: string;
  items: ConceptResponse[];
  nextCursor: string | null;
}
