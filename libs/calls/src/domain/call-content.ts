import { type ChangesOf, patched, saidOrNull } from '#libs/kernel';
import type { CallContent, ConflictRule, EligibilityRule, StageContent } from './call-terms.js';

/** Fields as they are sent: left out is unchanged, null is cleared. */
export type CallChanges = ChangesOf<
  CallContent,
  'title' | 'language' | 'zone' | 'quorum' | 'spreadLimit' | 'isBlind'
>;

/** Reviews a proposal needs, at least. */
export const LEAST_QUORUM = 2;

const NO_MORE_THAN_OWN: ConflictRule = { organization: true, city: true, pastProjects: true, years: 3 };

/** What a call says before anybody wrote more than its title. */
const BLANK: Omit<CallContent, 'title' | 'language' | 'zone'> = {
  summary: null,
  translations: [],
  themes: [],
  stages: [],
  criteria: [],
  quorum: LEAST_QUORUM,
  spreadLimit: 25,
  conflictRule: NO_MORE_THAN_OWN,
  isBlind: false,
  decidingOrganizationIds: [],
  quotas: [],
  budgetCurrency: null,
  maxBudgetMinor: null,
  eligibility: [],
};

/** The content of a new draft. */
export function newContent(
  input: CallChanges & Pick<CallContent, 'title' | 'language' | 'zone'>,
): CallContent {
  const { title, language, zone } = input;
  return changedContent({ ...BLANK, title, language, zone }, input);
}

/** `content` with the sent fields replaced. */
export function changedContent(content: CallContent, changes: CallChanges): CallContent {
  return {
    title: patched(changes.title, content.title, content.title).trim(),
    summary: saidOrNull(patched(changes.summary, content.summary, null)),
    language: patched(changes.language, content.language, content.language),
    translations: patched(changes.translations, content.translations, []),
    themes: patched(changes.themes, content.themes, []),
    zone: patched(changes.zone, content.zone, content.zone),
    stages: patched(changes.stages, content.stages, []).map(inUtc),
    criteria: patched(changes.criteria, content.criteria, []),
    quorum: patched(changes.quorum, content.quorum, content.quorum),
    spreadLimit: patched(changes.spreadLimit, content.spreadLimit, content.spreadLimit),
    conflictRule: patched(changes.conflictRule, content.conflictRule, NO_MORE_THAN_OWN),
    isBlind: patched(changes.isBlind, content.isBlind, content.isBlind),
    decidingOrganizationIds: patched(changes.decidingOrganizationIds, content.decidingOrganizationIds, []),
    quotas: patched(changes.quotas, content.quotas, []),
    budgetCurrency: patched(changes.budgetCurrency, content.budgetCurrency, null),
    maxBudgetMinor: patched(changes.maxBudgetMinor, content.maxBudgetMinor, null),
    eligibility: patched(changes.eligibility, content.eligibility, []),
  };
}

/** The same moments, spelt in one way. */
function inUtc(stage: StageContent): StageContent {
  const spelt = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());
  return { ...stage, opensAt: spelt(stage.opensAt), closesAt: spelt(stage.closesAt) };
}

/** Content as it was kept before calls had themes, and rules named kinds and countries. */
type KeptContent = Omit<CallContent, 'themes' | 'eligibility'> & {
  readonly themes?: readonly string[];
  readonly eligibility: readonly (Pick<EligibilityRule, 'number' | 'words'> & Partial<EligibilityRule>)[];
};

/** What was kept, with what has come to calls since. Versions are never written again, so it is added on reading. */
export function wholeContent(kept: KeptContent): CallContent {
  const eligibility = kept.eligibility.map((rule) => ({ kinds: [], countries: [], ...rule }));
  return { ...kept, themes: kept.themes ?? [], eligibility };
}

export const CONTENT_FIELDS = [
  'title',
  'summary',
  'language',
  'translations',
  'themes',
  'zone',
  'stages',
  'criteria',
  'quorum',
  'spreadLimit',
  'conflictRule',
  'isBlind',
  'decidingOrganizationIds',
  'quotas',
  'budgetCurrency',
  'maxBudgetMinor',
  'eligibility',
] as const satisfies (keyof CallContent)[];
export type CallField = (typeof CONTENT_FIELDS)[number];

/** The fields in which two versions differ. */
export function changedFields(before: CallContent, after: CallContent): CallField[] {
  return CONTENT_FIELDS.filter((field) => !isSame(before[field], after[field]));
}

/** Equal by value; the database keeps members of an object in an order of its own. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
