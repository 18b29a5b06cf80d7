import { servedLanguages } from '../features/languages.js';
import type { MatchParty } from '../party.js';
import { fact, type Facts } from '../reasons.js';
import { isDemand, type MatchSpec, type UnmetCode } from '../spec.js';

/** An unmet condition: `severity` 0..1 is how far it is unmet, `share` how much of the score it takes. */
export interface Penalty {
  readonly code: UnmetCode;
  readonly share: number;
  /** `ours` are the facts of the side that set the condition. */
  readonly facts: Facts;
}

/** A condition that took everything would leave nothing to tell the others apart by. */
const LARGEST_SHARE = 0.999;

/** Written out: a power would be worked out otherwise, and many times slower. */
export const squared = (value: number): number => value * value;

/** What is left of 1 when a condition has taken its share; what several leave is the product of theirs. */
export const restAfter = (share: number): number => 1 - Math.min(share, LARGEST_SHARE);

interface Shortfall {
  readonly severity: number;
  readonly facts: Facts;
}

type Condition = (asker: MatchParty, answerer: MatchParty) => Shortfall | undefined;

/** Missing one language of several is an inconvenience, missing all of them hurts: the share missing, squared. */
const languageMissing: Condition = (asker, answerer) => {
  const required = asker.requiredLanguages ?? [];
  if (required.length === 0 || answerer.languages.length === 0) return undefined;
  const served = servedLanguages(required, answerer.languages);
  const missing = 1 - served.reduce((total, { value }) => total + value, 0) / required.length;
  const languages = answerer.languages.map((language) => fact('language', language));
  return {
    severity: squared(missing),
    facts: { ours: required.map((language) => fact('language_required', language)), theirs: languages },
  };
};

const capacityTooSmall: Condition = (asker, answerer) => {
  const needed = asker.capacity?.min ?? 0;
  const available = answerer.capacity?.max;
  if (needed <= 0 || available === undefined) return undefined;
  return {
    severity: 1 - Math.min(1, Math.max(0, available) / needed),
    facts: { ours: [fact('capacity_required', needed)], theirs: [fact('capacity', available)] },
  };
};

const seasonClosed: Condition = (asker, answerer) => {
  const needed = [...new Set(asker.requiredMonths)];
  if (needed.length === 0 || answerer.months === undefined) return undefined;
  const open = new Set(answerer.months);
  const closed = needed.filter((month) => !open.has(month));
  return {
    severity: closed.length / needed.length,
    facts: {
      ours: closed.map((month) => fact('month_required', month)),
      theirs: answerer.months.map((month) => fact('month', month)),
    },
  };
};

/** Certificates are declared on purpose: an absent one is not held. */
const certificateMissing: Condition = (asker, answerer) => {
  const needed = asker.requiredCertifications ?? [];
  if (needed.length === 0) return undefined;
  const held = answerer.concepts.certifications.map((certificate) => certificate.id);
  const missing = needed.filter((id) => !held.includes(id));
  return {
    severity: missing.length / needed.length,
    facts: {
      ours: missing.map((id) => fact('certificate_required', id)),
      theirs: held.map((id) => fact('certificate', id)),
    },
  };
};

const modeMissing: Condition = (asker, answerer) => {
  const { requiredMode } = asker;
  if (requiredMode === undefined || answerer.modes === undefined || answerer.modes.includes(requiredMode))
    return undefined;
  return {
    severity: 1,
    facts: {
      ours: [fact('mode_required', requiredMode)],
      theirs: answerer.modes.map((mode) => fact('mode', mode)),
    },
  };
};

const budgetTooSmall: Condition = (asker, answerer) => {
  const least = asker.budget?.minMinor;
  const most = answerer.budget?.maxMinor;
  if (
    least === undefined ||
    most === undefined ||
    least <= 0 ||
    asker.budget?.currency !== answerer.budget?.currency
  )
    return undefined;
  return {
    severity: 1 - Math.min(1, Math.max(0, most) / least),
    facts: { ours: [fact('budget_required_minor', least)], theirs: [fact('budget_minor', most)] },
  };
};

/** Only an ask says where it wants its counterpart in earnest; what an organization hopes for is a feature, no condition. */
const placeElsewhere: Condition = (asker, answerer) => {
  const { cities = [], countries = [] } = asker.sought ?? {};
  if (!isDemand(asker.kind) || cities.length + countries.length === 0 || answerer.country === undefined)
    return undefined;
  const isThere =
    countries.some(({ id }) => id === answerer.country) || cities.some(({ id }) => id === answerer.city);
  if (isThere) return undefined;
  const wanted = [
    ...cities.map(({ id }) => fact('city_sought', id)),
    ...countries.map(({ id }) => fact('country_sought', id)),
  ];
  return { severity: 1, facts: { ours: wanted, theirs: [fact('country', answerer.country)] } };
};

const CONDITIONS: readonly (readonly [UnmetCode, Condition])[] = [
  ['language_missing', languageMissing],
  ['capacity_too_small', capacityTooSmall],
  ['season_closed', seasonClosed],
  ['certificate_missing', certificateMissing],
  ['mode_missing', modeMissing],
  ['budget_too_small', budgetTooSmall],
  ['place_elsewhere', placeElsewhere],
];

/** The conditions that one party sets and the other does not meet. Nothing stated, nothing unmet. */
export function penaltiesOf(asker: MatchParty, answerer: MatchParty, spec: MatchSpec): Penalty[] {
  return CONDITIONS.flatMap(([code, condition]) => {
    const shortfall = condition(asker, answerer);
    if (shortfall === undefined || shortfall.severity <= 0) return [];
    return [{ code, share: spec.penalties[code] * shortfall.severity, facts: shortfall.facts }];
  });
}
