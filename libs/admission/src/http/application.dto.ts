import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO31661Alpha2, IsOptional, IsUrl, IsUUID, MaxLength } from 'class-validator';
import {
  IfSent,
  IsLanguages,
  IsLanguageTag,
  IsLine,
  IsWritten,
  MAX_TITLE,
  Repeated,
} from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { Said } from '../app/answer-question.js';
import type { ApplicationChanges } from '../app/edit-application.js';
import type { StartApplicationInput } from '../app/start-application.js';
import {
  ADMISSION_ROUTES,
  type AdmissionRoute,
  APPLICANT_KINDS,
  type ApplicantKind,
  APPLICATION_STATES,
  type ApplicationState,
} from '../domain/application.js';

/** Bounds, in code points: what an applicant says of itself, and what people say to each other. */
const MAX_MOTIVATION = 4_000;
export const MAX_WORDS = 2_000;

/** The organization that applies; it comes on record with this. */
export class StartApplicationDto implements StartApplicationInput {
  @IsIn(APPLICANT_KINDS)
  @ApiProperty({ enum: APPLICANT_KINDS, example: 'sme' })
  kind: ApplicantKind;

  /**
   * In Latin script.
   * @example "Gangmun Night Walks"
   */
  @IsLine(MAX_TITLE)
  name: string;

  /**
   * As it is written at home.
   * @example "강문밤마실"
   */
  @IsOptional()
  @IsLine(MAX_TITLE)
  nameLocal?: string | null;

  /**
   * ISO 3166-1 alpha-2.
   * @example KR
   */
  @IsISO31661Alpha2()
  country: string;

  /**
   * BCP 47, of its people's work.
   * @example ["ko", "en"]
   */
  @IfSent()
  @IsLanguages()
  languages?: string[];

  /**
   * As the country's register writes it.
   * @example "123-45-67890"
   */
  @IsOptional()
  @IsLine(60)
  registrationNumber?: string | null;

  /** @example "https://gangmun.example" */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @MaxLength(300)
  website?: string | null;

  /**
   * BCP 47 of what you are going to write.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

/** Replaces the fields that are sent; null clears one. */
export class EditApplicationDto implements ApplicationChanges {
  /** Recommended by a member, or with an entry proposal. */
  @IsOptional()
  @IsIn(ADMISSION_ROUTES)
  @ApiProperty({ enum: ADMISSION_ROUTES, nullable: true, required: false, example: 'recommendation' })
  route?: AdmissionRoute | null;

  /**
   * Why the organization wants to take part.
   * @example "We guide night walks and look for cities to walk in."
   */
  @IsOptional()
  @IsWritten(0, MAX_MOTIVATION)
  motivation?: string | null;

  /**
   * BCP 47 of the motivation.
   * @example en
   */
  @IfSent()
  @IsLanguageTag()
  language?: string;

  /**
   * An active member city or business that is not your own.
   * @example "01900000-0000-7000-8000-000000000004"
   */
  @IsOptional()
  @IsUUID()
  recommenderId?: string | null;

  /**
   * A proposal of the applicant; it is handed in together with the application.
   * @example "01900000-0000-7000-8000-000000000005"
   */
  @IsOptional()
  @IsUUID()
  proposalId?: string | null;

  /**
   * A file uploaded for the purpose `registration-document`.
   * @example "01900000-0000-7000-8000-000000000006"
   */
  @IsOptional()
  @IsUUID()
  documentFileId?: string | null;
}

/** Words with the language they are in. */
export class SaidDto implements Said {
  /** @example "We have worked with them since 2021." */
  @IsWritten(1, MAX_WORDS)
  text: string;

  /**
   * BCP 47.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class NameRecommenderDto {
  /** @example "01900000-0000-7000-8000-000000000004" */
  @IsUUID()
  recommenderId: string;
}

/** The duty of a reviewer: a person, acting for one of their organizations. */
export class AssignReviewerDto {
  /** @example "01900000-0000-7000-8000-000000000007" */
  @IsUUID()
  personId: string;

  /** @example "01900000-0000-7000-8000-000000000008" */
  @IsUUID()
  organizationId: string;
}

export class ListApplicationsQuery extends PageQuery {
  /** For the secretariat: only applications in these states; repeat it for several. */
  @IsOptional()
  @Repeated()
  @IsIn(APPLICATION_STATES, { each: true })
  @ApiProperty({ enum: APPLICATION_STATES, isArray: true, required: false })
  state?: ApplicationState[];

  /** For the secretariat: only applications on this route. */
  @IsOptional()
  @IsIn(ADMISSION_ROUTES)
  @ApiProperty({ enum: ADMISSION_ROUTES, required: false })
  route?: AdmissionRoute;
}
