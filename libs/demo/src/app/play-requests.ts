import { Injectable } from '@nestjs/common';
import { DEMO_ENGAGEMENT, DEMO_QUOTING } from '../domain/consulting-story.js';
import { AskCommittee } from './ask-committee.js';
import { BeginEngagement } from './begin-engagement.js';
import { type Directory, memberOf } from './demo-directory.js';
import { QuoteRequest } from './quote-request.js';
import { WorkTogether } from './work-together.js';

const HANBADA = 'hanbada-urban-tourism-lab';
const LUA_VANG = 'lua-vang-destination-advisors';
const BUSAN = 'busan';
const HO_CHI_MINH_CITY = 'ho-chi-minh-city';

/** Two requests of the demo: one for which quotes come in, and one that is worked on. */
@Injectable()
export class PlayRequests {
  constructor(
    private readonly ask: AskCommittee,
    private readonly quote: QuoteRequest,
    private readonly begin: BeginEngagement,
    private readonly work: WorkTogether,
  ) {}

  /** Two experts are asked, one quote lies sealed, and the other expert has not answered yet. */
  async quoting(directory: Directory): Promise<void> {
    const { request, quote } = DEMO_QUOTING;
    const experts = [HANBADA, LUA_VANG];
    const id = await this.ask.execute(directory, { city: 'da-nang', request, costBearers: [], experts });
    await this.quote.execute(directory, id, LUA_VANG, { ...quote, currency: 'USD' });
  }

  /** Agreed on by the city that asks, the expert, and a city that bears a quarter of the cost. */
  async working(directory: Directory): Promise<void> {
    const { request, quote } = DEMO_ENGAGEMENT;
    const costBearers = [
      { organizationId: memberOf(directory, BUSAN).id, shareBasisPoints: 7_500 },
      { organizationId: memberOf(directory, HO_CHI_MINH_CITY).id, shareBasisPoints: 2_500 },
    ];
    const id = await this.ask.execute(directory, { city: BUSAN, request, costBearers, experts: [LUA_VANG] });
    const chosen = await this.quote.execute(directory, id, LUA_VANG, { ...quote, currency: 'KRW' });
    await this.begin.execute(directory, BUSAN, id, chosen);
    await this.work.execute(directory, { consultant: LUA_VANG, requester: BUSAN, bearer: HO_CHI_MINH_CITY });
  }
}
