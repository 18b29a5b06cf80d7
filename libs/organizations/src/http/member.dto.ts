import { IsBoolean, IsUUID } from 'class-validator';
import { IfSent, IsLine, IsWritten } from '#libs/platform/fields';
import type { NamedMember } from '../app/members.reader.js';
import type { OwnershipOffer } from '../domain/ownership-offer.js';

const MAX_ROLE = 40;

/** Replaces the fields that are sent. */
export class ChangeMemberDto {
  /**
   * A role of the organization's kind.
   * @example viewer
   */
  @IfSent()
  @IsLine(MAX_ROLE)
  role?: string;

  /** May sign for the organization; cities only. */
  @IfSent()
  @IsBoolean()
  signatory?: boolean;
}

export class OfferOwnershipDto {
  /**
   * A member who does not own it yet.
   * @example 01890000-0000-7000-8000-000000000001
   */
  @IsUUID()
  personId: string;
}

export class CloseOrganizationDto {
  /**
   * Kept with the organization; read by the secretariat.
   * @example "The company was dissolved."
   */
  @IsWritten(1, 1_000)
  reason: string;
}

export class MemberResponse {
  personId: string;
  displayName: string;

  /** For readers of other scripts. */
  latinName: string | null;

  /** @example owner */
  role: string;
  signatory: boolean;
  joinedAt: string;

  /** Also the ETag. */
  version: number;
}

/** An owner has offered the place to another member. */
export class OwnershipOfferResponse {
  fromPersonId: string;
  toPersonId: string;
  createdAt: string;
}

export class MemberPageResponse {
  items: MemberResponse[];
  nextCursor: string | null;

  /** Waits for its answer; only for its own people, null for others. */
  ownershipOffer: OwnershipOfferResponse | null;
}

export function toMemberResponse(member: NamedMember): MemberResponse {
  const { personId, displayName, latinName, role, signatory, joinedAt, version } = member;
  return { personId, displayName, latinName, role, signatory, joinedAt: joinedAt.toISOString(), version };
}

export function toOwnershipOfferResponse(offer: OwnershipOffer): OwnershipOfferResponse {
  const { fromPersonId, toPersonId, createdAt } = offer;
  return { fromPersonId, toPersonId, createdAt: createdAt.toISOString() };
}
