import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { Repeated } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import {
  type DueParticipation,
  type Participation,
  PARTICIPATION_STANDINGS,
  type ParticipationStanding,
} from '../domain/participation.js';
import { type Cards, named, NamedOrganizationResponse } from './named-organization.dto.js';

/** The yearly word of an organization that it takes part. */
export class ParticipationResponse {
  confirmedAt: string;
  /** Since when the missing confirmation hides it. */
  lapsedAt: string | null;
  /** When it is hidden, or closed once it is hidden; null when nothing is due any more. */
  dueAt: string | null;
  /** Also the ETag. */
  version: number;
}

export class ListParticipationsQuery extends PageQuery {
  /** `due`: asked and not answered; `hidden`: for want of an answer. Repeat it for both, which is also the default. */
  @IsOptional()
  @Repeated()
  @IsIn(PARTICIPATION_STANDINGS, { each: true })
  @ApiProperty({ enum: PARTICIPATION_STANDINGS, isArray: true, required: false })
  standing?: ParticipationStanding[];
}

/** An organization whose yearly confirmation is awaited. */
export class DueParticipationResponse {
  /** Of the organization: it has one participation. */
  id: string;
  organization: NamedOrganizationResponse;
  confirmedAt: string;
  /** Since when the missing confirmation hides it; null while it is shown. */
  lapsedAt: string | null;
  /** When it is hidden, or closed once it is hidden. */
  dueAt: string;
}

export class DueParticipationPageResponse {
  items: DueParticipationResponse[];
  nextCursor: string | null;
}

export function toDueParticipation(participation: DueParticipation, cards: Cards): DueParticipationResponse {
  const { organizationId, confirmedAt, lapsedAt, dueAt } = participation;
  return {
    id: organizationId,
    organization: named(cards, organizationId),
    confirmedAt: confirmedAt.toISOString(),
    lapsedAt: lapsedAt?.toISOString() ?? null,
    dueAt: dueAt.toISOString(),
  };
}

export function toParticipation(participation: Participation): ParticipationResponse {
  const { confirmedAt, lapsedAt, dueAt, version } = participation;
  return {
    confirmedAt: confirmedAt.toISOString(),
    lapsedAt: lapsedAt?.toISOString() ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    version,
  };
}
