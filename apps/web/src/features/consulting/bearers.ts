import type { components } from '#libs/api-client';

export type CostBearer = components['schemas']['CostBearerDto'];

/** Basis points of everything. */
export const WHOLE = 10_000;

/**
 * Others with their shares, and whoever asks with what is left; a new one begins with an equal part. Nobody at all
 * says that whoever asks pays everything.
 */
export function withBearers(
  ownId: string,
  others: readonly string[],
  shares: ReadonlyMap<string, number>,
): CostBearer[] {
  if (others.length === 0) return [];
  const equal = Math.floor(WHOLE / (others.length + 1));
  const bearers = others.map((organizationId) => ({
    organizationId,
    shareBasisPoints: shares.get(organizationId) ?? equal,
  }));
  const left = WHOLE - bearers.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0);
  return left === 0 ? bearers : [{ organizationId: ownId, shareBasisPoints: left }, ...bearers];
}

export function shareOf(bearers: readonly CostBearer[], organizationId: string): number {
  return bearers.find((one) => one.organizationId === organizationId)?.shareBasisPoints ?? 0;
}

/** Whether they may be sent: every share is one, and together they are the whole. */
export function areShares(bearers: readonly CostBearer[]): boolean {
  return bearers.every(({ shareBasisPoints }) => shareBasisPoints >= 1);
}
