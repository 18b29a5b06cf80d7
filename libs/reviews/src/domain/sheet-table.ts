/** A cell of an exported table. */
export type SheetCell = string | number | null;

/** A row of the decision sheet, flat and without markup, for whoever justifies a selection elsewhere. */
export interface SheetLine {
  readonly title: string;
  readonly lead: string;
  readonly country: string;
  readonly isLedBySme: boolean;
  readonly state: string;
  readonly requested: number | null;
  readonly currency: string | null;
  readonly totals: readonly number[];
  readonly mean: number | null;
  readonly median: number | null;
  readonly spread: number | null;
  readonly outcome: string | null;
  readonly reasons: string | null;
  readonly conditions: readonly string[];
}

export const SHEET_HEADINGS = [
  'title',
  'lead',
  'country',
  'led_by_sme',
  'state',
  'requested_minor_units',
  'currency',
  'reviews',
  'scores',
  'mean',
  'median',
  'spread',
  'decision',
  'reasons',
  'conditions',
] as const;

export function sheetTable(lines: readonly SheetLine[]): SheetCell[][] {
  return lines.map((line) => [
    line.title,
    line.lead,
    line.country,
    line.isLedBySme ? 'yes' : 'no',
    line.state,
    line.requested,
    line.currency,
    line.totals.length,
    line.totals.join(' '),
    line.mean,
    line.median,
    line.spread,
    line.outcome,
    line.reasons,
    line.conditions.join('\n'),
  ]);
}
