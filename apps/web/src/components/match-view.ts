import type { Fit, MatchState, OrganizationKind } from '#libs/contracts';

/** One fact a reason stands on: a taxonomy concept, a language, a market, months … `quote` is the text it was read from. */
export interface MatchFact {
  type: string;
  value: string | number;
  label: string;
  quote?: string | null;
  language?: string | null;
}

export interface MatchReason {
  code: string;
  facts: { ours: MatchFact[]; theirs: MatchFact[] };
}

/** A match from the acting organization's side, as the cards show it. */
export interface MatchView {
  id: string;
  counterpart: {
    id: string;
    name: string;
    kind: OrganizationKind;
    /** The name as they write it themselves, with its language. */
    nativeName?: string | null;
    nativeLanguage?: string | null;
    country?: string | null;
    fictional?: boolean;
  };
  /** What of ours it was found for; absent where the screen says so already. */
  subject?: { type: string; title: string | null; language?: string | null };
  object: { type: string; id: string; title: string | null; language?: string | null } | null;
  fit: Fit;
  /** Why they fit, the weightiest first. */
  reasons: MatchReason[];
  /** Conditions that one side sets and the other does not meet. */
  unmet: MatchReason[];
  state: MatchState;
}

/** Labels both sides state, in our order; the heart of a reason. */
export function sharedLabels(reason: MatchReason): string[] {
  const theirs = new Set(reason.facts.theirs.map((fact) => fact.value));
  return [...new Set(reason.facts.ours.filter((fact) => theirs.has(fact.value)).map((fact) => fact.label))];
}

/**
 * Name of a reason's texts. Offers meet needs in two directions, and the reader wants to know in which: the kind of
 * our fact tells.
 */
export function reasonKey({ code, facts }: MatchReason): string {
  if (code !== 'offer_meets_need') return code;
  return facts.ours[0]?.type.startsWith('offer') ? 'we_offer' : 'they_offer';
}
