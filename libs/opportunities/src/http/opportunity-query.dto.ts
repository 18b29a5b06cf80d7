import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { ORGANIZATION_KINDS, type OrganizationKind } from '#libs/contracts';
import { IsCodes, IsLanguages, Repeated } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import { OPPORTUNITY_SORTS, type OpportunitySort } from '../app/opportunities.reader.js';
import { OPPORTUNITY_STATES, type OpportunityState } from '../domain/opportunity-states.js';

/** Values of one filter are alternatives; several filters must all hold. */
export class OpportunityFilterQuery {
  @IsOptional()
  @Repeated()
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  organizationId?: string[];

  /** Of the organization that offers it. */
  @IsOptional()
  @Repeated()
  @IsIn(ORGANIZATION_KINDS, { each: true })
  @ApiProperty({ enum: ORGANIZATION_KINDS, isArray: true, required: false })
  kind?: OrganizationKind[];

  /**
   * Of the organization that offers it; ISO 3166-1 alpha-2.
   * @example ["VN"]
   */
  @IsOptional()
  @Repeated()
  @ArrayMaxSize(50)
  @Matches(/^[A-Z]{2}$/, { each: true })
  country?: string[];

  /**
   * BCP 47 of title and text.
   * @example ["vi"]
   */
  @IsOptional()
  @Repeated()
  @IsLanguages()
  language?: string[];

  /** @example ["thm.golf"] */
  @IsOptional()
  @Repeated()
  @IsCodes()
  theme?: string[];

  /** @example ["col.supply"] */
  @IsOptional()
  @Repeated()
  @IsCodes()
  collaboration?: string[];

  /** @example ["mkt.kr"] */
  @IsOptional()
  @Repeated()
  @IsCodes()
  market?: string[];
}

export class ListOpportunitiesQuery extends IntersectionType(PageQuery, OpportunityFilterQuery) {
  /** Those of the acting organization, in every state, instead of everybody's open ones. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  mine?: boolean;

  /** Only with `mine=true`. */
  @IsOptional()
  @Repeated()
  @IsIn(OPPORTUNITY_STATES, { each: true })
  @ApiProperty({ enum: OPPORTUNITY_STATES, isArray: true, required: false })
  state?: OpportunityState[];

  /** Last published first; shortest time to answer first; or first to end first. */
  @IsOptional()
  @IsIn(OPPORTUNITY_SORTS)
  @ApiProperty({ enum: OPPORTUNITY_SORTS, required: false, default: 'newest' })
  sort?: OpportunitySort;
}
