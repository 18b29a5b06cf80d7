import type { Outcome } from './decision-batch.js';

/** What counts for quotas of one proposal. */
export interface QuotaFacts {
  readonly outcome: Outcome | null;
  /** ISO 3166 alpha-2 of all parties. */
  readonly countries: readonly string[];
  /** Organizations that take part, and how many of these are SMEs. */
  readonly parties: number;
  readonly smes: number;
  readonly requestedMinor: number;
}

export interface Quota {
  readonly key: 'country' | 'sme';
  /** The country; of `sme` nothing. */
  readonly value: string;
  /** What share of the accepted ones at least, 0..1. */
  readonly share: number;
}

export interface QuotaResult extends Quota {
  /** Of those accepted or accepted under conditions; null while there are none. */
  readonly reached: number | null;
  readonly isMet: boolean;
}

export interface SheetTotals {
  readonly byOutcome: Readonly<Record<Outcome | 'open', number>>;
  /** Minor units asked for by those accepted or accepted under conditions. */
  readonly acceptedMinor: number;
  /** Accepted ones by country of any party, most first. */
  readonly byCountry: readonly { readonly country: string; readonly accepted: number; readonly all: number }[];
  /** SMEs among the parties of the accepted ones, 0..1. */
  readonly smeShare: number | null;
  readonly quotas: readonly QuotaResult[];
}

/** What the decisions come to so far: money, countries, SMEs, and whether the quotas of the call are met. */
export function totalsOf(rows: readonly QuotaFacts[], quotas: readonly Quota[]): SheetTotals {
  const won = rows.filter(({ outcome }) => outcome === 'accepted' || outcome === 'conditional');
  const smeShare = shareOf(sumOf(won, 'smes'), sumOf(won, 'parties'));
  const countries = countOf(rows);
  const accepted = countOf(won);
  const reachedOf = ({ key, value }: Quota): number | null =>
    key === 'sme' ? smeShare : shareOf(accepted.get(value) ?? 0, won.length);
  return {
    byOutcome: {
      accepted: outcomes(rows, 'accepted'),
      conditional: outcomes(rows, 'conditional'),
      waitlisted: outcomes(rows, 'waitlisted'),
      rejected: outcomes(rows, 'rejected'),
      open: outcomes(rows, null),
    },
    acceptedMinor: sumOf(won, 'requestedMinor'),
    byCountry: [...countries]
      .map(([country, all]) => ({ country, all, accepted: accepted.get(country) ?? 0 }))
      .sort((a, b) => b.accepted - a.accepted || b.all - a.all || (a.country < b.country ? -1 : 1)),
    smeShare,
    quotas: quotas.map((quota) => {
      const reached = reachedOf(quota);
      return { ...quota, reached, isMet: reached !== null && reached >= quota.share };
    }),
  };
}

function outcomes(rows: readonly QuotaFacts[], outcome: Outcome | null): number {
  return rows.filter((row) => row.outcome === outcome).length;
}

function sumOf(rows: readonly QuotaFacts[], field: 'smes' | 'parties' | 'requestedMinor'): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 1000;
}

function countOf(rows: readonly QuotaFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { countries } of rows)
    for (const country of new Set(countries)) counts.set(country, (counts.get(country) ?? 0) + 1);
  return counts;
}
