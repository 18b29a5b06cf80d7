/**
 * Asks until `probe` answers something, every 25 ms, and answers that. Throws with a dump of the last state
 * when `timeoutMs` have passed, so that a red test says what it saw.
 */
export async function waitFor<Found>(
  what: string,
  probe: () => Promise<Found | undefined | null | false>,
  { timeoutMs = 30_000, dump }: { timeoutMs?: number; dump?: () => unknown } = {},
): Promise<Found> {
  const until = Date.now() + timeoutMs;
  let failure: unknown;
  while (Date.now() < until) {
    try {
      const found = await probe();
      if (found) return found;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const state = await dump?.();
  throw new Error(
    `Waited ${timeoutMs} ms for ${what}. Last failure: ${String(failure)}. State: ${JSON.stringify(state, null, 1)}`,
    { cause: failure },
  );
}
