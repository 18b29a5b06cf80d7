import { Injectable } from '@nestjs/common';
import { CreateConsultingRequest, SubmitConsultingRequest } from '#libs/consulting';
import { dollars, type SampleRequest } from '../domain/sample-records.js';
import { type Directory, memberOf } from './demo-directory.js';
import { DemoSeats } from './demo-seats.js';

/** Asks the sample's questions, in the name of their cities and SMEs. */
@Injectable()
export class SubmitSampleRequests {
  constructor(
    private readonly seats: DemoSeats,
    private readonly create: CreateConsultingRequest,
    private readonly submit: SubmitConsultingRequest,
  ) {}

  async execute(directory: Directory, requests: readonly SampleRequest[]): Promise<void> {
    for (const sample of requests) {
      const actor = this.seats.actorFor(memberOf(directory, sample.requested_by));
      const { id } = await this.create.execute(actor, {
        title: sample.title,
        language: sample.language,
        text: sample.text,
        areas: sample.consulting_areas,
        workingLanguages: sample.working_languages,
        mode: sample.mode,
        budget: dollars(sample.budget_usd),
        deadline: sample.deadline,
      });
      await this.submit.execute(actor, id);
    }
  }
}
