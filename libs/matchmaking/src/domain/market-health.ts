import type { OrganizationKind } from '#libs/contracts';
import { gini } from '#libs/matching';

/** An active organization as the health of the market looks at it. */
export interface Participation {
  readonly id: string;
  readonly kind: OrganizationKind;
  /** Codes of what it is. */
  readonly sectors: readonly string[];
}

/** What happened around one organization; all zero where nothing did. */
export interface Standing {
  /** In how many open matches others could see it. */
  readonly listed: number;
  /** How often others were shown it, each match once a day. */
  readonly shown: number;
  readonly received: number;
  /** Of those it received. */
  readonly accepted: number;
  /** Of those it received, without an answer yet. */
  readonly waiting: number;
  /** How long half of its answers took at most; null where it has given none. */
  readonly medianHours: number | null;
  readonly sent: number;
  /** Of those it sent. */
  readonly won: number;
}

export const NO_STANDING: Standing = {
  ...{ listed: 0, shown: 0, received: 0, accepted: 0, waiting: 0, medianHours: null },
  ...{ sent: 0, won: 0 },
};

/** Organizations taken together. */
export interface GroupHealth {
  readonly organizations: number;
  /** Those that stand in at least one match. */
  readonly covered: number;
  readonly listed: number;
  readonly shown: number;
  readonly sent: number;
  readonly won: number;
}

export interface KindHealth extends GroupHealth {
  readonly kind: OrganizationKind;
  /** How unequally its organizations are shown, 0–1. */
  readonly gini: number;
}

export interface SectorHealth extends GroupHealth {
  readonly code: string;
}

export interface ExposureHealth {
  /** How unequally all are shown: 0 when all equally, towards 1 when one takes all. */
  readonly gini: number;
  /** Share of all showing that goes to the least shown 0, 10, … 100 % of the organizations: eleven numbers, 0–1. */
  readonly lorenz: readonly number[];
  /** Share of all showing that goes to SMEs; null while nobody is shown. */
  readonly smeShare: number | null;
}

type Standings = ReadonlyMap<string, Standing>;

const TENTHS = 10;
const of = (standings: Standings, { id }: Participation): Standing => standings.get(id) ?? NO_STANDING;

export function groupHealth(group: readonly Participation[], standings: Standings): GroupHealth {
  const all = group.map((organization) => of(standings, organization));
  const sum = (read: (standing: Standing) => number): number =>
    all.reduce((total, standing) => total + read(standing), 0);
  return {
    organizations: group.length,
    covered: all.filter(({ listed }) => listed > 0).length,
    listed: sum(({ listed }) => listed),
    shown: sum(({ shown }) => shown),
    sent: sum(({ sent }) => sent),
    won: sum(({ won }) => won),
  };
}

/** One line per kind that takes part, the most organizations first. */
export function kindHealth(all: readonly Participation[], standings: Standings): KindHealth[] {
  return [...new Set(all.map(({ kind }) => kind))]
    .map((kind) => {
      const group = all.filter((organization) => organization.kind === kind);
      const shown = group.map((organization) => of(standings, organization).shown);
      return { kind, ...groupHealth(group, standings), gini: gini(shown) };
    })
    .sort((a, b) => b.organizations - a.organizations || (a.kind < b.kind ? -1 : 1));
}

/** One line per sector; whoever works in several counts in each. The most organizations first. */
export function sectorHealth(all: readonly Participation[], standings: Standings): SectorHealth[] {
  return [...new Set(all.flatMap(({ sectors }) => sectors))]
    .map((code) => ({
      code,
      ...groupHealth(
        all.filter(({ sectors }) => sectors.includes(code)),
        standings,
      ),
    }))
    .sort((a, b) => b.organizations - a.organizations || (a.code < b.code ? -1 : 1));
}

/** How what is shown is spread over everybody who could be. */
export function exposureHealth(all: readonly Participation[], standings: Standings): ExposureHealth {
  const shown = all.map((organization) => of(standings, organization).shown);
  const smes = all.filter(({ kind }) => kind === 'sme');
  const total = shown.reduce((sum, each) => sum + each, 0);
  return {
    gini: gini(shown),
    lorenz: lorenz(shown, total),
    smeShare: total === 0 ? null : groupHealth(smes, standings).shown / total,
  };
}

function lorenz(amounts: readonly number[], total: number): number[] {
  const sorted = [...amounts].sort((a, b) => a - b);
  return Array.from({ length: TENTHS + 1 }, (_, tenth) => {
    if (total === 0) return tenth / TENTHS;
    const least = sorted.slice(0, Math.round((sorted.length * tenth) / TENTHS));
    return least.reduce((sum, amount) => sum + amount, 0) / total;
  });
}
