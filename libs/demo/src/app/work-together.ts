import { Injectable } from '@nestjs/common';
import {
  EngagementRoomReader,
  EngagementsReader,
  HandOver,
  ProposeSession,
  SignAgreement,
} from '#libs/engagements';
import { DEMO_ENGAGEMENT } from '../domain/consulting-story.js';
import { DemoActors, dayIn } from './demo-actors.js';
import type { Directory } from './demo-directory.js';

/** The slugs of those who sign, in their order. */
export interface DemoParties {
  readonly consultant: string;
  readonly requester: string;
  readonly bearer: string;
}

/** Lets all sign the newest agreement of a consultant, then meet and hand over: a room in the middle of its work. */
@Injectable()
export class WorkTogether {
  constructor(
    private readonly actors: DemoActors,
    private readonly engagements: EngagementsReader,
    private readonly rooms: EngagementRoomReader,
    private readonly sign: SignAgreement,
    private readonly sessions: ProposeSession,
    private readonly handOver: HandOver,
  ) {}

  async execute(directory: Directory, { consultant, requester, bearer }: DemoParties): Promise<void> {
    const expert = await this.actors.of(directory, consultant);
    const [listed] = await this.engagements.list(expert, { states: ['agreement'], after: null, limit: 1 });
    if (!listed) throw new Error('The demo has no agreement to sign.');
    const { id, termsHash } = listed.engagement;
    for (const slug of [consultant, requester, bearer])
      await this.sign.execute(await this.actors.of(directory, slug), id, termsHash);
    const { agenda, inDays } = DEMO_ENGAGEMENT.session;
    const slots = [2, 5].map((hour) => new Date(`${dayIn(inDays)}T0${hour}:00:00Z`));
    await this.sessions.execute(expert, id, {
      agenda,
      language: 'en',
      lengthMinutes: 60,
      place: null,
      slots,
    });
    const [first] = (await this.rooms.one(expert, id)).deliverables;
    if (!first) throw new Error('The agreement of the demo promises nothing.');
    const said = { words: DEMO_ENGAGEMENT.handedOver, language: 'en' };
    await this.handOver.submit(expert, { engagementId: id, deliverableId: first.id }, said);
  }
}
