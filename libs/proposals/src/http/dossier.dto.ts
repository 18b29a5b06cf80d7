import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { IfSent, IsDay, IsLanguageTag, IsLine, IsWritten, MAX_TEXT, MAX_TITLE } from '#libs/platform/fields';
import { isAnswers } from '../domain/answers.js';
import { COAUTHOR_ACCESS, type CoauthorAccess } from '../domain/consortium.js';
import type { BudgetLine, DossierChanges, Milestone } from '../domain/dossier.js';

const MAX_ROWS = 200;
const MAX_TASK = 2_000;

/** What is reached when, and by whom. */
export class MilestoneDto implements Milestone {
  /** @example "Routes of two cities recorded" */
  @IsLine(MAX_TITLE)
  title: string;

  /**
   * The day by which it is reached.
   * @example 2027-06-30
   */
  @IsDay()
  due: string;

  /**
   * The lead or a partner.
   * @example 0198c0de-0000-7000-8000-000000000001
   */
  @IsUUID()
  organizationId: string;

  /** @example "An audio guide in Korean and English" */
  @IsOptional()
  @IsLine(MAX_TITLE)
  deliverable: string | null = null;
}

/** A line of the budget, in the currency of the proposal's budget. */
export class BudgetLineDto implements BudgetLine {
  /**
   * The lead or a partner.
   * @example 0198c0de-0000-7000-8000-000000000001
   */
  @IsUUID()
  organizationId: string;

  /** @example "Recording and translation" */
  @IsLine(MAX_TITLE)
  title: string;

  /**
   * Minor units.
   * @example 1200000
   */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  amountMinor: number;
}

/** Replaces the fields that are sent; of the answers those that are named, null takes one out. */
export class EditDossierDto implements DossierChanges {
  /**
   * Answers by the key of the question: a text or a day, a number, an amount, or keys of choices.
   * @example { "aim": "Longer stays of small groups." }
   */
  @IfSent()
  @ValidateBy({
    name: 'isAnswers',
    validator: { validate: isAnswers, defaultMessage: () => '$property must be answers by question' },
  })
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  answers?: NonNullable<DossierChanges['answers']>;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_ROWS)
  @ValidateNested({ each: true })
  @Type(() => MilestoneDto)
  workPlan?: MilestoneDto[] | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_ROWS)
  @ValidateNested({ each: true })
  @Type(() => BudgetLineDto)
  budgetLines?: BudgetLineDto[] | null;

  /**
   * What the lead does itself.
   * @example "Coordination and the app"
   */
  @IsOptional()
  @IsWritten(0, MAX_TASK)
  leadTask?: string | null;
}

/** What a partner does, and its part of the budget. */
export class DescribePartnerDto {
  /** @example "Routes and voices in Da Nang" */
  @IsOptional()
  @IsWritten(0, MAX_TASK)
  task: string | null = null;

  /**
   * Minor units, in the currency of the budget.
   * @example 4000000
   */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  shareMinor: number | null = null;
}

export class InvitePartnerDto extends DescribePartnerDto {
  /** @example 0198c0de-0000-7000-8000-000000000001 */
  @IsUUID()
  organizationId: string;
}

/** What is signed is the content with this hash and no other. */
export class SignOffDto {
  /**
   * As the dossier says it.
   * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
   */
  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;
}

export class InviteCoauthorDto {
  /**
   * Of a person of the lead, or of a partner that has accepted.
   * @example writer@example.org
   */
  @IsEmail()
  email: string;

  /** @example edit */
  @IsIn(COAUTHOR_ACCESS)
  @ApiProperty({ enum: COAUTHOR_ACCESS })
  access: CoauthorAccess;
}

export class AskLetterDto {
  /**
   * A city that takes part in the network.
   * @example 0198c0de-0000-7000-8000-000000000001
   */
  @IsUUID()
  organizationId: string;
}

export class GiveLetterDto {
  /** @example "The city supports the project and opens its night routes to it." */
  @IsWritten(1, MAX_TEXT)
  body: string;

  /**
   * BCP 47 language of the letter.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

/** Why, for the proposing side. */
export class LetterReasonDto {
  /** @example "The routes are under construction until next year." */
  @IsWritten(1, MAX_TASK)
  reason: string;
}

export class AddAnnexDto {
  /**
   * A file uploaded for the purpose `proposal-annex`.
   * @example 0198c0de-0000-7000-8000-000000000001
   */
  @IsUUID()
  fileId: string;

  /** @example "Routes on a map" */
  @IsLine(MAX_TITLE)
  title: string;

  /**
   * The question of the form it answers.
   * @example routes
   */
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9_-]{0,63}$/i)
  questionKey: string | null = null;
}

export class AcknowledgeCallDto {
  /**
   * The number of the terms that were looked at.
   * @example 2
   */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  callVersion: number;
}
