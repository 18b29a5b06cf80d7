import type { Outcome } from './decision-batch.js';

/** What counts for quotas of one proposal. */
export interface QuotaFacts {
  readonly outcome: Outcome | null;
  /** Of the organization that leads it, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** An SME leads it. */
  readonly isLedBySme: boolean;
  readonly requestedMinor: number;
}

/** As the call says it: `*` is whichever country, or every SME. */
export interface Quota {
  readonly key: 'country' | 'sme';
  readonly value: string;
  readonly bound: 'least' | 'most';
  /** Percent of the accepted proposals. */
  readonly share: number;
}

export interface QuotaResult extends Quota {
  /** Percent of those accepted or accepted under conditions; null while there are none. */
  readonly reached: number | null;
  readonly isMet: boolean;
}

export interface SheetTotals {
  readonly byOutcome: Readonly<Record<Outcome | 'open', number>>;
  /** Minor units asked for by those accepted or accepted under conditions. */
  readonly acceptedMinor: number;
  /** By country of the lead, most accepted first. */
  readonly byCountry: readonly {
    readonly country: string;
    readonly accepted: number;
    readonly all: number;
  }[];
  /** Percent of the accepted ones that an SME leads; null while there are none. */
  readonly smeShare: number | null;
  readonly quotas: readonly QuotaResult[];
}

/** What the decisions come to so far: money, countries, SMEs, and whether the quotas of the call are met. */
export function totalsOf(rows: readonly QuotaFacts[], quotas: readonly Quota[]): SheetTotals {
  const won = rows.filter(({ outcome }) => outcome === 'accepted' || outcome === 'conditional');
  const smeShare = percentOf(won.filter(({ isLedBySme }) => isLedBySme).length, won.length);
  const countries = countOf(rows);
  const accepted = countOf(won);
  const most = Math.max(0, ...accepted.values());
  const reachedOf = ({ key, value }: Quota): number | null => {
    if (key === 'sme') return smeShare;
    return percentOf(value === '*' ? most : (accepted.get(value) ?? 0), won.length);
  };
  return {
    byOutcome: {
      accepted: outcomes(rows, 'accepted'),
      conditional: outcomes(rows, 'conditional'),
      waitlisted: outcomes(rows, 'waitlisted'),
      rejected: outcomes(rows, 'rejected'),
      open: outcomes(rows, null),
    },
    acceptedMinor: won.reduce((sum, { requestedMinor }) => sum + requestedMinor, 0),
    byCountry: [...countries]
      .map(([country, all]) => ({ country, all, accepted: accepted.get(country) ?? 0 }))
      .sort((a, b) => b.accepted - a.accepted || b.all - a.all || (a.country < b.country ? -1 : 1)),
    smeShare,
    quotas: quotas.map((quota) => {
      const reached = reachedOf(quota);
      return { ...quota, reached, isMet: isWithin(quota, reached) };
    }),
  };
}

function outcomes(rows: readonly QuotaFacts[], outcome: Outcome | null): number {
  return rows.filter((row) => row.outcome === outcome).length;
}

/** Nothing accepted breaks no upper bound, and reaches no lower one. */
function isWithin({ bound, share }: Quota, reached: number | null): boolean {
  if (bound === 'most') return reached === null || reached <= share;
  return reached !== null && reached >= share;
}

function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 10;
}

function countOf(rows: readonly QuotaFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { country } of rows) counts.set(country, (counts.get(country) ?? 0) + 1);
  return counts;
}
