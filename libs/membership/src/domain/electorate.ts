/** Above so many member cities a country has a second seat in the Executive Committee. */
export const CITIES_OF_ONE_SEAT = 10;

/** A city whose vote counts: an active participant that is a city member of the TPO. */
export interface MemberCity {
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** What a country has in the Executive Committee, and why: the count of its member cities. */
export interface CountrySeats {
  readonly country: string;
  readonly memberCities: number;
  readonly seats: 1 | 2;
}

/** The city that the secretariat's list names for a seat today. */
export interface SeatHolder {
  readonly country: string;
  readonly number: number;
  readonly organizationId: string;
}

/**
 * `voting` seats vote. A `vacant` one has no holder, or one that is no active member city any more: it cannot
 * vote, and still counts for the quorum. A seat in `conflict` is the applicant's own city: it counts for nothing.
 */
export const SEAT_STANDINGS = ['voting', 'vacant', 'conflict'] as const;
export type SeatStanding = (typeof SEAT_STANDINGS)[number];

export interface ElectorateSeat {
  readonly country: string;
  /** 1, or 2 where the country has a second seat. */
  readonly number: number;
  /** The member cities of the country when the electorate was computed. */
  readonly memberCities: number;
  readonly organizationId: string | null;
  readonly standing: SeatStanding;
}

/** Seats of every country with a member city, in order of the country's code. */
export function seatsByCountry(cities: readonly MemberCity[]): CountrySeats[] {
  const counts = new Map<string, number>();
  for (const { country } of cities) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([country, memberCities]) => ({
      country,
      memberCities,
      seats: memberCities > CITIES_OF_ONE_SEAT ? 2 : 1,
    }));
}

/**
 * Who votes: one seat per country, two where it has more than ten member cities, each with the city that holds it.
 * Holders of seats that do not exist any more are passed over.
 *
 * @param conflicted organizations that must not vote on the subject
 */
export function electorateOf(
  cities: readonly MemberCity[],
  holders: readonly SeatHolder[],
  conflicted: ReadonlySet<string>,
): ElectorateSeat[] {
  const countryOf = new Map(cities.map(({ id, country }) => [id, country]));
  const standingOf = (organizationId: string | null): SeatStanding => {
    if (organizationId === null) return 'vacant';
    return conflicted.has(organizationId) ? 'conflict' : 'voting';
  };
  return seatsByCountry(cities).flatMap(({ country, memberCities, seats }) =>
    Array.from({ length: seats }, (_, index) => {
      const number = index + 1;
      const holder = holders.find((held) => held.country === country && held.number === number);
      const sits = holder !== undefined && countryOf.get(holder.organizationId) === country;
      const organizationId = sits ? holder.organizationId : null;
      return { country, number, memberCities, organizationId, standing: standingOf(organizationId) };
    }),
  );
}
