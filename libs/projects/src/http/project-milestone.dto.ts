import { ApiProperty } from '@nestjs/swagger';
import {
  DAY_CHANGE_STATES,
  type DayChangeState,
  MILESTONE_STATES,
  type MilestoneState,
} from '../domain/project-states.js';
import { MILESTONE_KINDS, type MilestoneKind } from '../domain/project.js';

const NULLABLE_TEXT = { type: String, nullable: true } as const;
const NULLABLE_MOMENT = { type: String, format: 'date-time', nullable: true } as const;

export class EvidenceResponse {
  id: string;
  fileId: string;
  title: string;
}

export class DayChangeResponse {
  organizationId: string;
  fromDay: string;
  toDay: string;
  reason: string;
  language: string;
  @ApiProperty({ enum: DAY_CHANGE_STATES })
  state: DayChangeState;
  @ApiProperty(NULLABLE_TEXT)
  note: string | null;
  @ApiProperty(NULLABLE_TEXT)
  noteLanguage: string | null;
  @ApiProperty({ format: 'date-time' })
  askedAt: string;
  @ApiProperty(NULLABLE_MOMENT)
  answeredAt: string | null;
}

export class SpendingResponse {
  lineId: string;
  spentMinor: number;
}

export class ProjectMilestoneAbilitiesResponse {
  submit: boolean;
  judge: boolean;
  askDay: boolean;
  answerDay: boolean;
  withdrawDay: boolean;
}

/** What a project has to show by a day: a milestone of its work plan, or a report. */
export class ProjectMilestoneResponse {
  id: string;
  @ApiProperty({ enum: MILESTONE_KINDS })
  kind: MilestoneKind;
  /** Counts those of its kind from 1. */
  position: number;
  /** Empty for reports. */
  title: string;
  @ApiProperty(NULLABLE_TEXT)
  deliverable: string | null;
  /** Who hands it in; the lead may as well. */
  organizationId: string;
  /** In the zone of the project. */
  @ApiProperty({ example: '2027-06-30' })
  dueDay: string;
  /** Whole days after its day; 0 where it is not late. */
  daysLate: number;
  @ApiProperty({ enum: MILESTONE_STATES })
  state: MilestoneState;
  @ApiProperty(NULLABLE_TEXT)
  words: string | null;
  @ApiProperty(NULLABLE_TEXT)
  language: string | null;
  spending: SpendingResponse[];
  @ApiProperty(NULLABLE_MOMENT)
  submittedAt: string | null;
  /** What the officer said last. */
  @ApiProperty(NULLABLE_TEXT)
  note: string | null;
  @ApiProperty(NULLABLE_TEXT)
  noteLanguage: string | null;
  @ApiProperty(NULLABLE_MOMENT)
  settledAt: string | null;
  evidence: EvidenceResponse[];
  /** Every wish for another day, oldest first. */
  dayChanges: DayChangeResponse[];
  abilities: ProjectMilestoneAbilitiesResponse;
}
