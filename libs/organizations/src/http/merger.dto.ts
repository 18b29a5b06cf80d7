import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsUUID } from 'class-validator';
import { MERGE_OBSTACLES, MERGED_RECORDS, type MergedRecord, type MergeObstacle } from '#libs/contracts';
import { IsWritten } from '#libs/platform/fields';
import type { KnownDuplicate } from '../app/duplicates.reader.js';
import type { MergeReport } from '../app/merge-organizations.js';
import type { DuplicateReason } from '../domain/identification.js';
import { OrganizationCardResponse, toCardResponse } from './organization.dto.js';

export class MergeOrganizationDto {
  /**
   * The one that goes on.
   * @example 01890000-0000-7000-8000-000000000001
   */
  @IsUUID()
  intoId: string;

  /**
   * Why the two are one; kept with the one that ends.
   * @example "Registered a second time by its new office."
   */
  @IsWritten(1, 1_000)
  reason: string;

  /** Say what would happen and keep nothing. */
  @IsBoolean()
  dryRun: boolean;
}

export class MergedLineResponse {
  @ApiProperty({ enum: MERGED_RECORDS })
  record: MergedRecord;
  moved: number;

  /** Left with the one that ends, because it cannot stand beside what the other has. */
  stayed: number;
}

export class MergeReportResponse {
  /** Nothing was kept. */
  dryRun: boolean;
  lines: MergedLineResponse[];

  /** What must be settled first; of a dry run alone. */
  @ApiProperty({ enum: MERGE_OBSTACLES, isArray: true })
  obstacles: MergeObstacle[];
}

export class DuplicateFindingResponse {
  @ApiProperty({ enum: ['registration-number', 'email-domain', 'name'] })
  because: DuplicateReason;

  /** What the two have in common, as the other writes it. */
  matched: string;

  /** 1 is equal; names may be less alike. */
  likeness: number;
}

export class DuplicateOrganizationResponse {
  organization: OrganizationCardResponse;
  findings: DuplicateFindingResponse[];
}

export class DuplicateOrganizationPageResponse {
  /** Surest first. */
  items: DuplicateOrganizationResponse[];
  nextCursor: string | null;
}

export function toMergeReportResponse({ dryRun, lines, obstacles }: MergeReport): MergeReportResponse {
  return { dryRun, lines: [...lines], obstacles: [...obstacles] };
}

export function toDuplicateResponse({
  organization,
  findings,
}: KnownDuplicate): DuplicateOrganizationResponse {
  return {
    organization: toCardResponse(organization),
    findings: findings.map(({ because, matched, likeness }) => ({ because, matched, likeness })),
  };
}
