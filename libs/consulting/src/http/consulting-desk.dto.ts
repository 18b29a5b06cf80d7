import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { Repeated } from '#libs/platform/fields';
import { PageQuery } from '#libs/platform/http';
import type { DeskItem } from '../app/consulting-desk.reader.js';
import { CONSULTING_KINDS } from '../domain/consulting-request.js';
import { CONSULTING_REQUEST_STATES } from '../domain/request-states.js';
import { WAITS_ON, type WaitsOn } from '../domain/waiting.js';

export class ListDeskQuery extends PageQuery {
  /** Only what waits on these; repeat it for several. */
  @IsOptional()
  @Repeated()
  @IsIn(WAITS_ON, { each: true })
  @ApiProperty({ enum: WAITS_ON, isArray: true, required: false })
  waitsOn?: WaitsOn[];
}

/** A request as the desk lists it. */
export class DeskItemResponse {
  id: string;
  organizationId: string;
  title: string;
  language: string;

  @ApiProperty({ enum: CONSULTING_KINDS })
  kind: string;

  @ApiProperty({ enum: CONSULTING_REQUEST_STATES })
  state: string;
  areas: string[];
  confidential: boolean;

  @ApiProperty({ enum: WAITS_ON })
  waitsOn: WaitsOn;

  /** Since when. */
  stateSince: string;
  dueAt: string | null;

  /** False: no calendar is known for the country. */
  dueIsKnown: boolean;
  lateRounds: number;
  triagePersonId: string | null;
}

export class DeskPageResponse {
  /** What is due first comes first. */
  items: DeskItemResponse[];
  nextCursor: string | null;
}

/** How many requests wait on whom, and how long things take. Hours are the middle ones of 90 days. */
export class DeskFiguresResponse {
  secretariat: number;
  requester: number;
  experts: number;
  engagement: number;

  /** Past their time, at present or once before. */
  late: number;
  unanswered: number;

  /** From submission to the first step of the secretariat. */
  firstStepHours: number | null;

  /** From submission to an end or a choice. */
  settledHours: number | null;
}

/** How much is asked of a consultancy. Sealed quotes are not counted. */
export class ExpertLoadResponse {
  organizationId: string;

  /** Invitations that are open or accepted, while quotes are taken. */
  open: number;

  /** Requests in which it was chosen and that are not over. */
  engaged: number;
  asked: number;
  answered: number;

  /** The middle one. */
  answerHours: number | null;
}

export class DeskOverviewResponse {
  figures: DeskFiguresResponse;

  /** Everybody who was ever asked, those with the most to do first. */
  experts: ExpertLoadResponse[];
}

export function toDeskItem({ place: _place, ...item }: DeskItem): DeskItemResponse {
  return {
    ...item,
    areas: [...item.areas],
    stateSince: item.stateSince.toISOString(),
    dueAt: item.dueAt?.toISOString() ?? null,
  };
}
