import { Injectable } from '@nestjs/common';
import {
  type CostBearer,
  CreateConsultingRequest,
  type CreateConsultingRequestInput,
  InviteExperts,
  SubmitConsultingRequest,
} from '#libs/consulting';
import { SECRETARIAT_SLUG } from '../domain/demo-accounts.js';
import { DemoActors } from './demo-actors.js';
import { type Directory, memberOf } from './demo-directory.js';

interface Asked {
  readonly city: string;
  readonly request: CreateConsultingRequestInput;
  readonly costBearers: CostBearer[];
  /** Whom the secretariat invites. */
  readonly experts: readonly string[];
}

/** Asks the consulting committee in the name of a city; the secretariat asks the experts. Answers the request. */
@Injectable()
export class AskCommittee {
  constructor(
    private readonly actors: DemoActors,
    private readonly create: CreateConsultingRequest,
    private readonly submit: SubmitConsultingRequest,
    private readonly invite: InviteExperts,
  ) {}

  async execute(directory: Directory, { city, request, costBearers, experts }: Asked): Promise<string> {
    const actor = await this.actors.of(directory, city);
    const { id } = await this.create.execute(actor, { ...request, kind: 'committee', costBearers });
    await this.submit.execute(actor, id);
    await this.invite.execute(await this.actors.of(directory, SECRETARIAT_SLUG), id, {
      organizationIds: experts.map((slug) => memberOf(directory, slug).id),
      quotesCloseAt: null,
    });
    return id;
  }
}
