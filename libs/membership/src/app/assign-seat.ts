import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { ActiveOrganizationsReader } from '#libs/organizations';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { ExcomSeatRepository } from '../data/excom-seat.repository.js';
import { seatsByCountry } from '../domain/electorate.js';
import { AlreadySeated, NoSuchSeat, NotAMemberCity, TermBackwards } from '../domain/excom-seat.errors.js';
import type { SeatTenure } from '../domain/excom-seat.js';

export type AssignSeatInput = Pick<SeatTenure, 'organizationId' | 'number' | 'termFrom' | 'termTo' | 'note'>;

/**
 * The secretariat records which city sits in a seat of its country. Who sat there before is kept. Votes that are open
 * keep their electorate.
 *
 * @throws NotAMemberCity 422, NoSuchSeat 422, TermBackwards 422, AlreadySeated 409
 */
@Injectable()
export class AssignSeat {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seats: ExcomSeatRepository,
    private readonly organizations: ActiveOrganizationsReader,
  ) {}

  async execute(actor: Actor, input: AssignSeatInput): Promise<string> {
    const { organizationId, number, termFrom, termTo } = input;
    if (termTo !== null && termTo < termFrom) throw new TermBackwards();
    const id = newId();
    await this.unitOfWork.run(actor, async (tx) => {
      await this.seats.lockAll(tx);
      const cities = await this.organizations.memberCities(tx);
      const country = cities.find((city) => city.id === organizationId)?.country;
      if (country === undefined) throw new NotAMemberCity();
      const seats = seatsByCountry(cities).find((each) => each.country === country)?.seats ?? 0;
      if (number > seats) throw new NoSuchSeat();
      const holders = await this.seats.holders(tx);
      if (holders.some((holder) => holder.organizationId === organizationId)) throw new AlreadySeated();

      const before = await this.seats.vacate(tx, country, number);
      if (before) announce(tx, 'ended', before);
      const tenure = { ...input, id, country };
      await this.seats.insert(tx, tenure);
      announce(tx, 'assigned', { ...tenure, version: 1 });
    });
    return id;
  }
}

/** Audit row and event of a tenure that begins or has ended. */
export function announce(
  tx: Transaction,
  what: 'assigned' | 'ended',
  { id, organizationId, version }: Pick<SeatTenure, 'id' | 'organizationId' | 'version'>,
): void {
  const action = what === 'assigned' ? 'excom-seat.assign' : 'excom-seat.end';
  tx.audit({ action, entityType: 'excom_seat', entityId: id, organizationId });
  const source = { aggregateType: 'excom-seat', aggregateId: id, seq: version, organizationId };
  tx.emit(`excom-seat.${what}`, source, {});
}
