import { Injectable } from '@nestjs/common';
import { SeedCalendars } from '#libs/calendars';
import { CaseLibrary, CurrencyRates } from '#libs/consulting';
import { systemActor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { DEMO_CASES, DEMO_RATES } from '../domain/consulting-story.js';
import { SECRETARIAT_SLUG } from '../domain/demo-accounts.js';
import { DemoActors, dayIn } from './demo-actors.js';
import type { Directory } from './demo-directory.js';
import { DEMO_REQUEST } from './demo-seats.js';
import { PlayRequests } from './play-requests.js';

/** Fills the rooms of consulting: calendars, rates, cases, one request with sealed quotes and one engagement in work. */
@Injectable()
export class PlayConsulting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: SeedCalendars,
    private readonly rates: CurrencyRates,
    private readonly library: CaseLibrary,
    private readonly actors: DemoActors,
    private readonly requests: PlayRequests,
  ) {}

  /** Before anybody waits for anything: how long a wait is stands in the calendars. */
  async seedCalendars(): Promise<void> {
    await this.unitOfWork.run(systemActor(DEMO_REQUEST), (tx) => this.calendars.execute(tx));
  }

  /** After the seats are taken: it is people who work together. */
  async execute(directory: Directory): Promise<void> {
    const officer = await this.actors.of(directory, SECRETARIAT_SLUG);
    const statedOn = dayIn(0);
    for (const rate of DEMO_RATES) await this.rates.state(officer, { ...rate, statedOn });
    for (const { areas, ...words } of DEMO_CASES)
      await this.library.write(officer, { ...words, areas: [...areas] });
    await this.requests.quoting(directory);
    await this.requests.working(directory);
  }
}
