import { toCsv } from '#libs/kernel';
import type { SeatStanding } from './electorate.js';
import type { Choice, Result } from './tally.js';

/** One seat as the minutes list it; a choice only where the vote was open. */
export interface MinutesLine {
  readonly country: string;
  readonly number: number;
  readonly memberCities: number;
  readonly city: string | null;
  readonly standing: SeatStanding;
  readonly voted: boolean;
  readonly choice: Choice | null;
}

export interface MinutesHead {
  readonly subject: string;
  readonly secrecy: string;
  readonly opensAt: Date;
  readonly closedAt: Date;
  readonly result: Result;
}

/**
 * The minutes as CSV: facts as pairs, an empty line, then one line a seat.
 */
export function minutesCsv(
  { subject, secrecy, opensAt, closedAt, result }: MinutesHead,
  lines: readonly MinutesLine[],
): string {
  const facts: [string, string | number][] = [
    ['subject', subject],
    ['secrecy', secrecy],
    ['opened', opensAt.toISOString()],
    ['closed', closedAt.toISOString()],
    ['seats', result.seats],
    ['vacant', result.vacant],
    ['conflicts', result.conflicts],
    ['quorum', result.quorum],
    ['cast', result.cast],
    ['yes', result.yes],
    ['no', result.no],
    ['abstain', result.abstain],
    ['outcome', result.outcome],
    ['reasons', result.reasons.join(' ')],
  ];
  const seats = lines.map((line) => [
    line.country,
    line.number,
    line.memberCities,
    line.city ?? '',
    line.standing,
    line.voted ? 'yes' : 'no',
    line.choice ?? '',
  ]);
  const head = ['country', 'seat', 'member cities', 'city', 'standing', 'voted', 'choice'];
  return toCsv([...facts, [], head, ...seats]);
}
