import { Type } from 'class-transformer';
import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { IsDay, IsLanguageTag, IsLine, IsWritten, MoneyDto } from '#libs/platform/fields';
import { NamedOrganizationResponse } from './named-organization.dto.js';

export class EnterMembershipDto {
  /**
   * Shown as a member already, without a membership on the books.
   * @example "0199a0f2-7c4e-7b6a-9c53-0d9be1b4f001"
   */
  @IsUUID()
  organizationId: string;

  /** What each further year costs. */
  @ValidateNested()
  @Type(() => MoneyDto)
  annualFee: MoneyDto;

  /**
   * Last day of the term that is paid for.
   * @example 2027-12-31
   */
  @IsDay()
  paidUntil: string;

  /**
   * First day of the membership, where it is known.
   * @example 2004-08-26
   */
  @IsOptional()
  @IsDay()
  memberSince?: string | null;

  /**
   * What the entry rests on.
   * @example "List of members of 2026-01-01"
   */
  @IsLine(120)
  reference: string;

  /**
   * What else is known of the membership; its organization reads it.
   * @example "Member of the founding assembly; the fee of 2026 was received in March."
   */
  @IsWritten(1, 4000)
  note: string;

  /**
   * BCP 47 language of the note.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}

export class UnenteredMembersResponse {
  /** By country. */
  items: NamedOrganizationResponse[];
}
