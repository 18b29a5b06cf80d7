/** The time of this process. Expiry is decided by the database's clock, never by this one. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
