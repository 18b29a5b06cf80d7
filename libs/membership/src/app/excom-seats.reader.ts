import { Injectable } from '@nestjs/common';
import { ActiveOrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { ExcomSeatRepository } from '../data/excom-seat.repository.js';
import { electorateOf, seatsByCountry } from '../domain/electorate.js';
import type { SeatTenure } from '../domain/excom-seat.js';
import { type Turnout, turnoutOf } from '../domain/tally.js';

/** One seat today, with everybody who sat in it, newest first. */
export interface CommitteeSeat {
  readonly number: number;
  /** Null while the seat is vacant. */
  readonly holder: SeatTenure | null;
  /** Named for the seat, and no active member city any more: the seat is vacant because of it. */
  readonly absent: SeatTenure | null;
  readonly before: readonly SeatTenure[];
}

export interface CommitteeCountry {
  readonly country: string;
  readonly memberCities: number;
  readonly seats: readonly CommitteeSeat[];
}

export interface Committee {
  readonly countries: readonly CommitteeCountry[];
  readonly turnout: Turnout;
}

/** The Executive Committee as it is today: seats computed from the member list, holders from the duty rows. */
@Injectable()
export class ExcomSeatsReader {
  constructor(
    private readonly database: Database,
    private readonly seats: ExcomSeatRepository,
    private readonly organizations: ActiveOrganizationsReader,
  ) {}

  async committee(): Promise<Committee> {
    const cities = await this.organizations.memberCities();
    const tenures = await this.seats.all(this.database);
    const current = tenures.filter(({ endedAt }) => endedAt === null);
    const electorate = electorateOf(cities, current, new Set());
    const seatAt = (country: string, number: number): CommitteeSeat => {
      const here = tenures.filter((tenure) => tenure.country === country && tenure.number === number);
      const named = here.find(({ endedAt }) => endedAt === null) ?? null;
      const seat = electorate.find((each) => each.country === country && each.number === number);
      const sits = seat?.standing === 'voting';
      return {
        number,
        holder: sits ? named : null,
        absent: sits ? null : named,
        before: here.filter(({ endedAt }) => endedAt !== null),
      };
    };
    return {
      countries: seatsByCountry(cities).map(({ country, memberCities, seats }) => ({
        country,
        memberCities,
        seats: Array.from({ length: seats }, (_, index) => seatAt(country, index + 1)),
      })),
      turnout: turnoutOf(electorate.map(({ standing }) => standing)),
    };
  }
}
