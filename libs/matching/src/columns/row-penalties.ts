import { logOfRest } from '../score/penalties.js';
import { isDemand, type MatchSpec } from '../spec.js';
import { PARTY_KINDS } from '../party.js';
import { LIST } from './lists.js';
import type { PartyTable } from './party-table.js';
import { countBits, type RowJudgement } from './row-judgement.js';
import { IS_STATED } from './scalars.js';

const IS_DEMAND: readonly boolean[] = PARTY_KINDS.map(isDemand);

/** The unmet conditions between two rows: `penaltiesOf` of `score/penalties.ts` in numbers. */
export class RowPenalties {
  private shares: number[] = [];

  constructor(
    private readonly table: PartyTable,
    private readonly rows: RowJudgement,
    private readonly penalties: MatchSpec['penalties'],
  ) {}

  /** The factor that all unmet conditions of both sides leave of a score, 0..1. */
  left(a: number, b: number): number {
    this.shares.length = 0;
    this.collect(a, b);
    this.collect(b, a);
    if (this.shares.length === 0) return 1;
    // The same order as where they are explained, so that the sums agree to the last digit.
    this.shares.sort((x, y) => y - x);
    return Math.exp(this.shares.reduce((sum, share) => sum + logOfRest(share), 0));
  }

  private collect(asker: number, answerer: number): void {
    const { penalties } = this;
    const served = this.rows.servedRequired(asker, answerer);
    if (!Number.isNaN(served)) this.add(penalties.language_missing, (1 - served) ** 2);
    this.add(penalties.capacity_too_small, this.capacityMissing(asker, answerer));
    this.add(penalties.season_closed, this.monthsClosed(asker, answerer));
    const certificates = this.rows.count(LIST.requiredCertifications, asker);
    if (certificates > 0)
      this.add(
        penalties.certificate_missing,
        (certificates - this.rows.held(asker, answerer)) / certificates,
      );
    if (this.isModeMissing(asker, answerer)) this.add(penalties.mode_missing, 1);
    this.add(penalties.budget_too_small, this.budgetMissing(asker, answerer));
    if (this.isElsewhere(asker, answerer)) this.add(penalties.place_elsewhere, 1);
  }

  private add(most: number, severity: number): void {
    if (severity > 0) this.shares.push(most * severity);
  }

  private capacityMissing(asker: number, answerer: number): number {
    const { capacityMin, capacityMax } = this.table.scalars;
    const needed = capacityMin[asker]!;
    const available = capacityMax[answerer]!;
    if (!(needed > 0) || Number.isNaN(available)) return 0;
    return 1 - Math.min(1, Math.max(0, available) / needed);
  }

  private monthsClosed(asker: number, answerer: number): number {
    const { months, requiredMonths } = this.table.scalars;
    const needed = requiredMonths[asker]!;
    const open = months[answerer]!;
    if (needed === 0 || open === 0) return 0;
    return countBits(needed & ~(open & ~IS_STATED)) / countBits(needed);
  }

  private isModeMissing(asker: number, answerer: number): boolean {
    const { requiredMode, hasModes } = this.table.scalars;
    const needed = requiredMode[asker]!;
    return needed !== 0 && hasModes[answerer] === 1 && !this.rows.has(LIST.modes, answerer, needed);
  }

  private budgetMissing(asker: number, answerer: number): number {
    const { budgets } = this.table;
    if (budgets.size === 0) return 0;
    const [asks, gives] = [budgets.get(asker), budgets.get(answerer)];
    const least = asks?.minMinor ?? 0;
    const most = gives?.maxMinor;
    if (least <= 0 || most === undefined || asks?.currency !== gives?.currency) return 0;
    return 1 - Math.min(1, Math.max(0, most) / least);
  }

  private isElsewhere(asker: number, answerer: number): boolean {
    const { kind, country, city } = this.table.scalars;
    if (!IS_DEMAND[kind[asker]!] || country[answerer] === 0) return false;
    const { rows } = this;
    if (rows.count(LIST.soughtCities, asker) + rows.count(LIST.soughtCountries, asker) === 0) return false;
    const isThere =
      rows.has(LIST.soughtCountries, asker, country[answerer]!) ||
      (city[answerer] !== 0 && rows.has(LIST.soughtCities, asker, city[answerer]!));
    return !isThere;
  }
}
