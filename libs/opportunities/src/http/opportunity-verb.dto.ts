import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsDay, IsLanguageTag, IsLine, IsWritten } from '#libs/platform/fields';
import type { CloseInput } from '../app/close-opportunity.js';
import type { FillInput } from '../app/fill-opportunity.js';
import type { RenewInput } from '../app/renew-opportunity.js';
import type { ReviewWords } from '../app/review-opportunity.js';
import { CLOSE_REASONS, type CloseReason, OUTCOMES, type Outcome } from '../domain/opportunity-states.js';

const MAX_NOTE = 2_000;
const MAX_PARTNER_NAME = 200;

class Noted {
  /**
   * In your words; your organization and the secretariat read it.
   * @example "We have agreed on three tours for spring."
   */
  @IsOptional()
  @IsWritten(0, MAX_NOTE)
  note?: string | null;

  /**
   * BCP 47 of the note.
   * @example en
   */
  @IsOptional()
  @IsLanguageTag()
  language?: string | null;
}

export class CloseOpportunityDto extends Noted implements CloseInput {
  @IsOptional()
  @IsIn(CLOSE_REASONS)
  @ApiProperty({ enum: CLOSE_REASONS, required: false, nullable: true, example: 'plans-changed' })
  reason?: CloseReason | null;
}

export class FillOpportunityDto extends Noted implements FillInput {
  /** The partner, where it is a member of the network. */
  @IsOptional()
  @IsUUID()
  organizationId?: string | null;

  /**
   * The name of a partner that is no member; instead of its id.
   * @example Sakura Coast Tours
   */
  @IsOptional()
  @IsLine(MAX_PARTNER_NAME)
  partnerName?: string | null;

  @IsOptional()
  @IsIn(OUTCOMES)
  @ApiProperty({ enum: OUTCOMES, required: false, nullable: true, example: 'agreement' })
  outcome?: Outcome | null;
}

export class RenewOpportunityDto implements RenewInput {
  /**
   * A new last day for answers, null for none; needed where the old one has passed.
   * @example 2027-06-30
   */
  @IsOptional()
  @IsDay()
  deadline?: string | null;
}

/** Why, for the organization that offers it. */
export class ReviewOpportunityDto implements ReviewWords {
  /** @example "Please take the telephone number out of the text." */
  @IsWritten(1, MAX_NOTE)
  reason: string;

  /**
   * BCP 47 of the reason.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}
