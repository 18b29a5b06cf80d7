import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import {
  ConsultingDeskRepository,
  type DeskFigures,
  type DeskItem,
  type ExpertLoad,
} from '../data/consulting-desk.repository.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import type { WaitsOn } from '../domain/waiting.js';

export type { DeskFigures, DeskItem, ExpertLoad };

/** Why an expert should not be asked. */
export const CONFLICT_CODES = ['bears-the-cost', 'declared-before', 'shared-person'] as const;
export type ConflictCode = (typeof CONFLICT_CODES)[number];

/** How a consultancy stands to a request, beside how well it fits. */
export interface ExpertStanding extends ExpertLoad {
  readonly conflicts: readonly ConflictCode[];
}

/** What waits on whom, and how much is asked of whom. The route asks for the right of the desk. */
@Injectable()
export class ConsultingDeskReader {
  constructor(
    private readonly database: Database,
    private readonly desk: ConsultingDeskRepository,
  ) {}

  /** What is due first comes first. */
  async list(
    waitsOn: readonly WaitsOn[],
    after: readonly [string, string] | undefined,
    limit: number,
  ): Promise<DeskItem[]> {
    return this.desk.slice(this.database, { waitsOn: waitsOn.length > 0 ? waitsOn : null, after, limit });
  }

  async figures(): Promise<DeskFigures> {
    return this.desk.figures(this.database);
  }

  /** Everybody who was ever asked, those with the most to do first. */
  async loads(): Promise<ExpertLoad[]> {
    return this.desk.loads(this.database, null);
  }

  /** For the ranking of experts, by organization. Asks no permission. */
  async standings(
    request: ConsultingRequest,
    organizationIds: readonly string[],
  ): Promise<Map<string, ExpertStanding>> {
    const [loads, conflicts] = await Promise.all([
      this.desk.loads(this.database, organizationIds),
      this.desk.conflicts(this.database, request.organizationId, organizationIds),
    ]);
    const bearers = new Set(request.costBearers.map(({ organizationId }) => organizationId));
    const known = new Map(loads.map((load) => [load.organizationId, load]));
    return new Map(
      organizationIds.map((organizationId) => {
        const load = known.get(organizationId) ?? { ...NEVER_ASKED, organizationId };
        const told = conflicts.filter((conflict) => conflict.organizationId === organizationId);
        const codes: ConflictCode[] = told.map(({ code }) => code);
        if (bearers.has(organizationId)) codes.unshift('bears-the-cost');
        return [organizationId, { ...load, conflicts: codes }];
      }),
    );
  }
}

const NEVER_ASKED = { open: 0, engaged: 0, asked: 0, answered: 0, answerHours: null };
