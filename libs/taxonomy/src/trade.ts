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
