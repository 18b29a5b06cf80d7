import type { FailureKey, FailureThrottle } from '#libs/platform/auth';
import { DomainError } from '#libs/kernel';

/**
 * Tries something that can be guessed. Counted as a failure before it is tried, so that attempts at the same
 * moment cannot slip past the limit; forgotten when it was right, and taken back when it failed for another
 * reason than `wrong`.
 *
 * @throws TooManyFailures 429, and whatever `attempt` throws
 */
export async function guardedAttempt<Result>(
  throttle: FailureThrottle,
  keys: readonly FailureKey[],
  wrong: string,
  attempt: () => Promise<Result>,
): Promise<Result> {
  await throttle.fail(keys);
  try {
    const result = await attempt();
    await throttle.clear(keys);
    return result;
  } catch (error) {
    if (!(error instanceof DomainError && error.code === wrong)) await throttle.forgive(keys);
    throw error;
  }
}
