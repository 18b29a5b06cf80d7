import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { PanelRepository } from '../data/panel.repository.js';
import { ReviewRepository } from '../data/review.repository.js';
import type { DeskStep, Review, ReviewComment } from '../domain/review.js';

export interface Panel {
  readonly reviews: readonly Review[];
  readonly comments: readonly ReviewComment[];
}

interface DutyQuery {
  readonly personId: string;
  readonly organizationId: string;
  readonly after: string | null;
  readonly limit: number;
}

/** The rows of a panel. */
@Injectable()
export class PanelRecords {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewRepository,
    private readonly panel: PanelRepository,
  ) {}

  async ofPerson(query: DutyQuery): Promise<Review[]> {
    return this.reviews.ofPerson(this.database, query);
  }

  async ofPanel({ proposalId, stage }: Pick<Review, 'proposalId' | 'stage'>): Promise<Panel> {
    const [reviews, comments] = await Promise.all([
      this.reviews.ofProposal(this.database, proposalId, stage),
      this.panel.comments(this.database, proposalId, stage),
    ]);
    return { reviews, comments };
  }

  async stepsOf(proposalId: string): Promise<DeskStep[]> {
    return this.panel.steps(this.database, proposalId);
  }

  /** The newest step of each proposal of a call. */
  async newestSteps(callId: string): Promise<Map<string, DeskStep>> {
    return this.panel.newestSteps(this.database, callId);
  }
}
