import { Injectable } from '@nestjs/common';
import { CreateOpportunity, PublishOpportunity } from '#libs/opportunities';
import type { SampleOpportunity } from '../domain/sample-records.js';
import { type Directory, memberOf } from './demo-directory.js';
import { DemoSeats } from './demo-seats.js';

/** Posts the sample's opportunities in the name of their cities. */
@Injectable()
export class PublishSampleOpportunities {
  constructor(
    private readonly seats: DemoSeats,
    private readonly create: CreateOpportunity,
    private readonly publish: PublishOpportunity,
  ) {}

  async execute(directory: Directory, opportunities: readonly SampleOpportunity[]): Promise<void> {
    for (const sample of opportunities) {
      const actor = this.seats.actorFor(memberOf(directory, `city:${sample.posted_by_city}`));
      const { capacity_min: capacityMin, ...requirements } = sample.requirements;
      const { id } = await this.create.execute(actor, {
        title: sample.title,
        language: sample.language,
        text: sample.text,
        collaboration: sample.collaboration,
        themes: sample.themes,
        markets: sample.markets,
        requirements: {
          ...requirements,
          capacityMin: capacityMin === 0 ? null : capacityMin,
          capacityMax: null,
        },
        deadline: sample.deadline,
        period: { from: sample.period_start, to: sample.period_end },
      });
      await this.publish.execute(actor, id);
    }
  }
}
