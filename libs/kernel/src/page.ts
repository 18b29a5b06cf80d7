/** One page of a list, as it goes over the wire. `nextCursor` is null on the last page. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  /** Only with `?total=true`; capped, see `totalCapped`. */
  total?: number;
  totalCapped?: boolean;
}
