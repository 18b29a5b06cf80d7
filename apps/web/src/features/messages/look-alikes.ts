/** Ids of the items that say the same as another one. */
export function lookAlikes<Item extends { readonly id: string }>(
  items: readonly Item[],
  sayingOf: (item: Item) => string,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(sayingOf(item), (counts.get(sayingOf(item)) ?? 0) + 1);
  return new Set(items.filter((item) => (counts.get(sayingOf(item)) ?? 0) > 1).map(({ id }) => id));
}
