import { Injectable } from '@nestjs/common';
import { CreateCall, PublishCall } from '#libs/calls';
import { DEMO_COMMITTEE } from '../domain/committee.js';
import { SECRETARIAT_SLUG } from '../domain/demo-accounts.js';
import { DEMO_DECIDERS, sampleCall } from './sample-call.js';
import { type Directory, memberOf } from './demo-directory.js';
import { officerOf } from './demo-seats.js';

/** Opens a call of the secretariat, on which cities of the committee decide. */
@Injectable()
export class PublishSampleCall {
  constructor(
    private readonly create: CreateCall,
    private readonly publish: PublishCall,
  ) {}

  async execute(directory: Directory): Promise<void> {
    const officer = officerOf(memberOf(directory, SECRETARIAT_SLUG).id);
    const deciders = DEMO_COMMITTEE.slice(0, DEMO_DECIDERS).map(
      ({ city }) => memberOf(directory, `city:${city}`).id,
    );
    const { id } = await this.create.execute(officer, sampleCall(new Date(), deciders));
    await this.publish.execute(officer, id);
  }
}
