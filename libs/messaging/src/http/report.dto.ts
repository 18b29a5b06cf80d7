import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsLanguageTag, IsWritten } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { NamedReport } from '../app/conversation-reports.reader.js';
import {
  caseName,
  type ConversationReport,
  REPORT_REASONS,
  REPORT_STATES,
  type ReportReason,
  type ReportState,
} from '../domain/conversation-report.js';
import { ConversationOrganizationResponse, toOrganization } from './conversation.dto.js';
import { MAX_SEQ } from './message.dto.js';

export class FileReportDto {
  /**
   * The message; left out for the conversation as a whole.
   * @example 42
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_SEQ)
  seq?: number;

  @ApiProperty({ enum: REPORT_REASONS })
  @IsIn(REPORT_REASONS)
  reason: ReportReason;

  /**
   * What the secretariat should know, up to 2,000 characters.
   * @example "They ask for a payment before any meeting."
   */
  @IsOptional()
  @IsWritten(1, 2_000)
  note?: string;

  /**
   * BCP 47 tag of `note`.
   * @example "en"
   */
  @IsOptional()
  @IsLanguageTag()
  language?: string;
}

export class DecideReportDto {
  /**
   * What the reporter is told, 1 to 2,000 characters.
   * @example "We removed the message and wrote to the organization."
   */
  @IsWritten(1, 2_000)
  outcome: string;

  /**
   * BCP 47 tag of `outcome`.
   * @example "en"
   */
  @IsOptional()
  @IsLanguageTag()
  language?: string;

  /**
   * Takes the reported message away; only where the report is upheld.
   * @example true
   */
  @IsOptional()
  @IsBoolean()
  removesMessage?: boolean;
}

export class ListReportsQuery extends PageQuery {
  /**
   * Those that wait, longest first; or those decided, latest first.
   * @example "received"
   */
  @IsOptional()
  @IsIn(['received', 'decided'])
  state?: 'received' | 'decided';
}

export class ReportedMessageResponse {
  /** @example 42 */
  seq: number;
  senderId: string;
  /** Empty for a former member. */
  senderName: string;
  sender: ConversationOrganizationResponse;
  /** Empty where it was deleted. */
  body: string;
  @ApiProperty({ type: String, nullable: true })
  language: string | null;
  isDeleted: boolean;
  /** What it said before it was edited or deleted, first wording first. */
  formerly: string[];
  postedAt: string;
}

export class OwnReportResponse {
  id: string;
  /** @example "M-000042" */
  caseNumber: string;
  conversationId: string;
  /** Null: the conversation as a whole. */
  @ApiProperty({ type: Number, nullable: true })
  seq: number | null;
  @ApiProperty({ enum: REPORT_REASONS })
  reason: ReportReason;
  @ApiProperty({ type: String, nullable: true })
  note: string | null;
  @ApiProperty({ enum: REPORT_STATES })
  state: ReportState;
  /** What you are told of the decision. */
  @ApiProperty({ type: String, nullable: true })
  outcome: string | null;
  @ApiProperty({ type: String, nullable: true })
  outcomeLanguage: string | null;
  /** The message was taken away. */
  isRemoved: boolean;
  filedAt: string;
  @ApiProperty({ type: String, nullable: true })
  decidedAt: string | null;
  version: number;
}

export class OwnReportsResponse {
  items: OwnReportResponse[];
}

export class MessageReportResponse extends OwnReportResponse {
  personId: string;
  /** Who reported. */
  personName: string;
  organization: ConversationOrganizationResponse;
  @ApiProperty({ type: String, nullable: true })
  language: string | null;
  /** The messages the reporter showed, as they stood then; nothing else of the conversation. */
  evidence: ReportedMessageResponse[];
}

export class MessageReportPageResponse {
  items: MessageReportResponse[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export function toOwnReport(report: ConversationReport): OwnReportResponse {
  const { id, conversationId, seq, reason, note, state, outcome, outcomeLanguage, isRemoved, version } =
    report;
  return {
    ...{ id, conversationId, seq, reason, note, state, outcome, outcomeLanguage, isRemoved, version },
    caseNumber: caseName(report.caseNumber),
    filedAt: report.createdAt.toISOString(),
    decidedAt: report.decidedAt?.toISOString() ?? null,
  };
}

export function toMessageReport(report: NamedReport): MessageReportResponse[] {
  const organization = report.organizations.get(report.organizationId);
  if (!organization) return [];
  return [
    {
      ...toOwnReport(report),
      personId: report.personId,
      personName: report.persons.get(report.personId) ?? '',
      organization: toOrganization(organization),
      language: report.language,
      evidence: report.evidence.flatMap(({ senderOrganizationId, ...message }) => {
        const sender = report.organizations.get(senderOrganizationId);
        const senderName = report.persons.get(message.senderId) ?? '';
        if (!sender) return [];
        // Cases filed before wordings went along have none.
        const { isDeleted = false, formerly = [] } = message;
        return [
          { ...message, isDeleted, formerly: [...formerly], senderName, sender: toOrganization(sender) },
        ];
      }),
    },
  ];
}
