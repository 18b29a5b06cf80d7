/** One city's time in a seat of the Executive Committee. The newest one that has not ended is the holder. */
export interface SeatTenure {
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** 1, or 2 where the country has a second seat. */
  readonly number: number;
  readonly organizationId: string;
  readonly termFrom: string;
  /** Last day of the term; the seat is kept until somebody else is named or the tenure is ended. */
  readonly termTo: string | null;
  /** Where it is known from, or why it was given. */
  readonly note: string | null;
  readonly endedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
}
