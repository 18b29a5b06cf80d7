import { Injectable } from '@nestjs/common';
import { CreateProposal, SubmitProposal } from '#libs/proposals';
import { daysOf, dollars, type SampleProposal } from '../domain/sample-records.js';
import { type Directory, memberOf } from './demo-directory.js';
import { DemoSeats } from './demo-seats.js';

/** Hands the sample's proposals in, in the name of their SMEs. */
@Injectable()
export class SubmitSampleProposals {
  constructor(
    private readonly seats: DemoSeats,
    private readonly create: CreateProposal,
    private readonly submit: SubmitProposal,
  ) {}

  async execute(directory: Directory, proposals: readonly SampleProposal[]): Promise<void> {
    for (const sample of proposals) {
      const actor = this.seats.actorFor(memberOf(directory, sample.proposed_by));
      const { id } = await this.create.execute(actor, {
        title: sample.title,
        language: sample.language,
        summary: sample.text,
        partnersSought: sample.partners_sought,
        themes: sample.themes,
        collaboration: sample.collaboration,
        sdgTargets: sample.sdg_targets,
        budget: dollars(sample.budget_usd),
        period: daysOf(sample.period),
      });
      await this.submit.execute(actor, id);
    }
  }
}
