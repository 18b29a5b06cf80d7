import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsDay, IsLine } from '#libs/platform/fields';
import type { Committee, CommitteeSeat } from '../app/excom-seats.reader.js';
import type { SeatTenure } from '../domain/excom-seat.js';
import { type Cards, named, NamedOrganizationResponse } from './named-organization.dto.js';

export class AssignSeatDto {
  /**
   * An active member city; its country is the seat's.
   * @example 01890000-0000-7000-8000-000000000b01
   */
  @IsUUID()
  organizationId: string;

  /**
   * 2 only where the country has more than ten member cities.
   * @example 1
   */
  @IsIn([1, 2])
  number: number;

  /** @example 2026-01-01 */
  @IsDay()
  termFrom: string;

  /**
   * Last day of the term, where it is known.
   * @example 2027-12-31
   */
  @IsOptional()
  @IsDay()
  termTo?: string | null;

  /**
   * Where it is known from.
   * @example "12th General Assembly, resolution 3"
   */
  @IsOptional()
  @IsLine(200)
  note?: string | null;
}

export class SeatTenureResponse {
  id: string;
  city: NamedOrganizationResponse;
  termFrom: string;
  termTo: string | null;
  note: string | null;
  endedAt: string | null;
  version: number;
}

export class CommitteeSeatResponse {
  number: number;

  /** Null while the seat is vacant. */
  @ApiProperty({ type: SeatTenureResponse, nullable: true })
  holder: SeatTenureResponse | null;

  /** Named for the seat, and no active member city any more; the seat is vacant because of it. */
  @ApiProperty({ type: SeatTenureResponse, nullable: true })
  absent: SeatTenureResponse | null;

  /** Who sat there before, newest first. */
  before: SeatTenureResponse[];
}

export class CommitteeCountryResponse {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Active participants that are city members; more than ten give a second seat. */
  memberCities: number;
  seats: CommitteeSeatResponse[];
}

/** The Executive Committee as it is today. */
export class CommitteeResponse {
  seats: number;
  vacant: number;
  /** Ballots that a vote would need now. */
  quorum: number;
  items: CommitteeCountryResponse[];
}

/** Every city that the committee names, today or before. */
export function citiesOf({ countries }: Committee): string[] {
  const tenures = countries.flatMap(({ seats }) =>
    seats.flatMap(({ holder, absent, before }) => [holder, absent, ...before]),
  );
  return tenures.flatMap((tenure) => tenure?.organizationId ?? []);
}

export function toCommittee({ countries, turnout }: Committee, cards: Cards): CommitteeResponse {
  const { seats, vacant, quorum } = turnout;
  const items = countries.map((each) => ({ ...each, seats: each.seats.map((seat) => toSeat(seat, cards)) }));
  return { seats, vacant, quorum, items };
}

function toSeat({ number, holder, absent, before }: CommitteeSeat, cards: Cards): CommitteeSeatResponse {
  return {
    number,
    holder: holder && toTenure(holder, cards),
    absent: absent && toTenure(absent, cards),
    before: before.map((tenure) => toTenure(tenure, cards)),
  };
}

function toTenure(tenure: SeatTenure, cards: Cards): SeatTenureResponse {
  const { id, organizationId, termFrom, termTo, note, endedAt, version } = tenure;
  const city = named(cards, organizationId);
  return { id, city, termFrom, termTo, note, endedAt: endedAt?.toISOString() ?? null, version };
}
