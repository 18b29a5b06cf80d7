import { MarketIndex, type MatchParty, type ConceptGraph, type MatchSpec } from '#libs/matching';

/** What of an organization lists are balanced by. */
export interface OrganizationStanding {
  readonly isSme: boolean;
  /** Joined so recently that nobody could know it. */
  readonly isNew: boolean;
}

export type Standings = ReadonlyMap<string, OrganizationStanding>;

const A_DAY = 86_400_000;
const NEW_FOR = 60 * A_DAY;
/** Where more have just joined, they find each other without help. */
const MOST_NEWCOMERS = 300;

/** @param now milliseconds since 1970 */
export function standingOf(
  { kind, createdAt }: { readonly kind: string; readonly createdAt: Date },
  now: number,
): OrganizationStanding {
  return { isSme: kind === 'sme', isNew: now - createdAt.getTime() < NEW_FOR };
}

/** The newcomers among the parties, to be searched by themselves; undefined where they are many. */
export function newcomersAmong(
  parties: readonly MatchParty[],
  standings: Standings,
  graph: ConceptGraph,
  spec: MatchSpec,
): MarketIndex | undefined {
  const few = parties.filter(({ organizationId }) => standings.get(organizationId)?.isNew);
  return few.length > MOST_NEWCOMERS ? undefined : new MarketIndex(few, graph, spec);
}
