import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { SubmitProposal } from '#libs/proposals';
import type { Application } from '../domain/application.js';
import { ApplicationMoves } from './application-moves.js';
import { RecommendationRequests } from './recommendation-requests.js';

/** Where an application goes once it was sent: to its recommender, or to the reviewers of its entry proposal. */
@Injectable()
export class Entry {
  constructor(
    private readonly moves: ApplicationMoves,
    private readonly requests: RecommendationRequests,
    private readonly submitProposal: SubmitProposal,
  ) {}

  async open(tx: Transaction, application: Application): Promise<Application> {
    const { route, recommenderId, proposalId, organizationId } = application;
    if (route === 'recommendation' && recommenderId !== null) {
      const asked = await this.moves.make(tx, application, 'ask-recommender');
      await this.requests.open(tx, asked, recommenderId);
      return asked;
    }
    if (proposalId === null) throw new Error('An application was sent without a way in.');
    await this.submitProposal.within(tx, organizationId, proposalId);
    return this.moves.make(tx, application, 'open-review');
  }
}
