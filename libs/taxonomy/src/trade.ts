import { EVIDENCE_WEIGHTS, type WeightedConcept } from './concepts-of.js';

/**
 * The direction of a collaboration. Who looks for a supplier brings the guests, who looks for distribution brings the
 * product; co-development or joint marketing is the same from both ends. Training or data technology is not: to
 * look for it is not to have it.
 */
const MUTUAL: ReadonlySet<string> = new Set([
  'col.joint_marketing',
  'col.product_codev',
  'col.info_exchange',
  'col.mou',
  'col.series',
  'col.staff_exchange',
  'col.research',
  'col.event_cohost',
  'col.network',
  'col.recovery',
  'col.trade_show',
  'col.fam_trip',
]);

const COMPLEMENTS: Readonly<Record<string, string>> = {
  'col.supply': 'col.distribution',
  'col.distribution': 'col.supply',
};

/** What a party that seeks these collaborations brings by that alone. Ids in the order given, each once. */
export function impliedOffers(seeks: readonly string[]): string[] {
  const implied = seeks.flatMap((id) => {
    if (MUTUAL.has(id)) return [id];
    const complement = COMPLEMENTS[id];
    return complement === undefined ? [] : [complement];
  });
  return [...new Set(implied)];
}

/**
 * What a host looks for: who posts a visit of buyers has the visit and looks for those who show something and those who
 * will sell it; another one's visit is of no use.
 */
const SOUGHT_BY_HOSTS: Readonly<Record<string, readonly string[]>> = {
  'col.fam_trip': ['col.supply', 'col.distribution'],
};

/** What the host of an ask holds itself: visits, of buyers and of media, and a stand at a show. */
const HELD_BY_HOSTS: ReadonlySet<string> = new Set(['col.fam_trip', 'col.media', 'col.trade_show']);

/** What a published ask looks for, of the collaborations it ticked or names: each once, as sure as where it is surest. */
export function soughtByHost<Sought extends { readonly id: string; readonly weight: number }>(
  collaborations: readonly Sought[],
): Sought[] {
  const surest = new Map<string, Sought>();
  for (const collaboration of collaborations) {
    for (const id of SOUGHT_BY_HOSTS[collaboration.id] ?? [collaboration.id]) {
      if ((surest.get(id)?.weight ?? 0) < collaboration.weight) surest.set(id, { ...collaboration, id });
    }
  }
  return [...surest.values()].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

/** What a published ask brings those who answer it: what its host holds, and what follows from what it looks for. */
export function offeredByHost(collaborations: readonly string[]): { id: string; weight: number }[] {
  const { declared, implied } = EVIDENCE_WEIGHTS;
  const held = [...new Set(collaborations)].filter((id) => HELD_BY_HOSTS.has(id));
  const others = impliedOffers(collaborations).filter((id) => !HELD_BY_HOSTS.has(id));
  return [...held.map((id) => ({ id, weight: declared })), ...others.map((id) => ({ id, weight: implied }))];
}

const ADVISING: ReadonlySet<string> = new Set(['col.consulting', 'col.training']);

/**
 * Consulting areas of a firm by its own words. To do a thing is not yet to advise on it: what a firm that offers neither
 * advice nor training says of its own work implies an area at most.
 */
export function practisedAreas(
  areas: readonly WeightedConcept[],
  offers: readonly { readonly id: string }[],
): readonly WeightedConcept[] {
  if (offers.some(({ id }) => ADVISING.has(id))) return areas;
  const { declared, implied } = EVIDENCE_WEIGHTS;
  return areas.map((area) =>
    area.weight >= declared ? area : { ...area, weight: Math.min(area.weight, implied) },
  );
}
