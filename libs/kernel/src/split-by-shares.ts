/** Somebody's part of a whole; parts are in proportion to each other, in basis points or whatever else. */
export interface Share {
  readonly organizationId: string;
  readonly shareBasisPoints: number;
}

/**
 * What each owes of an amount, in minor units, in the order of `shares`: by the largest remainder, and of equal
 * remainders by the id of the organization, so that whoever asks in whatever order is told the same. The parts add up
 * to the amount; nobody owes where nobody has a share.
 */
export function splitByShares(amountMinor: number, shares: readonly Share[]): number[] {
  const total = BigInt(shares.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0));
  if (total === 0n) return shares.map(() => 0);
  const parts = shares.map(({ organizationId, shareBasisPoints }, at) => {
    const product = BigInt(amountMinor) * BigInt(shareBasisPoints);
    return { at, organizationId, whole: Number(product / total), rest: product % total };
  });
  const left = amountMinor - parts.reduce((sum, { whole }) => sum + whole, 0);
  const first = [...parts]
    .sort((a, b) => Number(b.rest - a.rest) || (a.organizationId < b.organizationId ? -1 : 1))
    .slice(0, left);
  const extra = new Set(first.map(({ at }) => at));
  return parts.map(({ at, whole }) => whole + (extra.has(at) ? 1 : 0));
}
