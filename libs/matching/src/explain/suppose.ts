import type { MatchParty, PartyConcepts, Weighted } from '../party.js';

/** One fact more about a party: what it would say of itself if it were so. */
export type Supposition =
  | { readonly kind: 'language' | 'mode'; readonly value: string }
  | { readonly kind: 'capacity' | 'budget' | 'month'; readonly value: number }
  | {
      readonly kind: 'offer' | 'seek' | 'theme' | 'sector' | 'market' | 'area' | 'certification';
      readonly value: string;
    };

const LIST_OF: Readonly<Record<string, keyof PartyConcepts>> = {
  offer: 'offers',
  seek: 'seeks',
  theme: 'themes',
  sector: 'sectors',
  market: 'markets',
  area: 'areas',
  certification: 'certifications',
};

const including = (list: readonly Weighted[], id: string): readonly Weighted[] => [
  ...list.filter((entry) => entry.id !== id),
  { ...list.find((entry) => entry.id === id), id, weight: 1 },
];

const withText = (list: readonly string[] | undefined, value: string): readonly string[] => [
  ...new Set([...(list ?? []), value]),
];

/** The party as it would be with these facts. Nothing it has already stated is lost or lessened. */
export function suppose(party: MatchParty, ...facts: readonly Supposition[]): MatchParty {
  return facts.reduce(supposeOne, party);
}

function supposeOne(party: MatchParty, fact: Supposition): MatchParty {
  switch (fact.kind) {
    case 'language':
      return { ...party, languages: withText(party.languages, fact.value) };
    case 'mode':
      return { ...party, modes: withText(party.modes, fact.value) };
    case 'month':
      return { ...party, months: [...new Set([...(party.months ?? []), fact.value])].sort((a, b) => a - b) };
    case 'capacity':
      return {
        ...party,
        capacity: { ...party.capacity, max: Math.max(fact.value, party.capacity?.max ?? 0) },
      };
    case 'budget':
      if (party.budget === undefined) return party;
      return {
        ...party,
        budget: { ...party.budget, maxMinor: Math.max(fact.value, party.budget.maxMinor ?? 0) },
      };
    default: {
      const list = LIST_OF[fact.kind]!;
      return {
        ...party,
        concepts: { ...party.concepts, [list]: including(party.concepts[list], fact.value) },
      };
    }
  }
}
