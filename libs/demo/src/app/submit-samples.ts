import { Injectable } from '@nestjs/common';
import type { SampleData } from '../domain/sample-records.js';
import type { Directory } from './demo-directory.js';
import { PublishSampleOpportunities } from './publish-sample-opportunities.js';
import { PublishSampleCall } from './publish-sample-call.js';
import { SeatCommittee } from './seat-committee.js';
import { SubmitSampleProposals } from './submit-sample-proposals.js';
import { SubmitSampleRequests } from './submit-sample-requests.js';

/** Lets the organizations of the demo do what they do in the sample. */
@Injectable()
export class SubmitSamples {
  constructor(
    private readonly opportunities: PublishSampleOpportunities,
    private readonly proposals: SubmitSampleProposals,
    private readonly requests: SubmitSampleRequests,
    private readonly committee: SeatCommittee,
    private readonly call: PublishSampleCall,
  ) {}

  async execute(directory: Directory, sample: SampleData): Promise<void> {
    await this.opportunities.execute(directory, sample.opportunities);
    await this.proposals.execute(directory, sample.project_proposals);
    await this.requests.execute(directory, sample.consulting_requests);
    await this.committee.execute(directory);
    await this.call.execute(directory);
  }
}
