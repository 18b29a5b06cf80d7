import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, NotFound } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { ExcomSeatRepository } from '../data/excom-seat.repository.js';
import { TenureEnded } from '../domain/excom-seat.errors.js';
import { announce } from './assign-seat.js';

/**
 * The secretariat records that a city's time in the Executive Committee has ended; the seat is vacant then.
 *
 * @throws NotFound, TenureEnded 409, StaleVersion 412
 */
@Injectable()
export class EndSeat {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seats: ExcomSeatRepository,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      await this.seats.lockAll(tx);
      const tenure = await this.seats.lock(tx, id);
      if (!tenure) throw new NotFound();
      if (tenure.endedAt) throw new TenureEnded();
      assertVersion(tenure.version, version);
      await this.seats.end(tx, id);
      announce(tx, 'ended', { ...tenure, version: tenure.version + 1 });
    });
  }
}
