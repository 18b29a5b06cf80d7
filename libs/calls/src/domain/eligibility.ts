import type { OrganizationKind } from '#libs/contracts';
import type { EligibilityRule } from './call-terms.js';

/** What rules ask of an organization by themselves. */
export interface Applicant {
  readonly kind: OrganizationKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** The numbers of the rules that keep an organization from leading a proposal; empty: the call is open to it. */
export function unmetRules(rules: readonly EligibilityRule[], { kind, country }: Applicant): number[] {
  const isMet = ({ kinds, countries }: EligibilityRule): boolean =>
    (kinds.length === 0 || kinds.includes(kind)) && (countries.length === 0 || countries.includes(country));
  return rules.filter((rule) => !isMet(rule)).map(({ number }) => number);
}
