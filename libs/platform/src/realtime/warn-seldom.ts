import type { Logger } from '@nestjs/common';

const EVERY_MS = 1_000;

/** Warns of what fails for everybody at once with one line a second, which says how often it did. */
export function warnSeldom(
  logger: Pick<Logger, 'warn'>,
  text: string,
  now: () => number = () => performance.now(),
): (error: unknown) => void {
  let times = 0;
  let warnedAt = -Infinity;
  return (error) => {
    times += 1;
    if (now() - warnedAt < EVERY_MS) return;
    logger.warn({ err: error, times }, text);
    times = 0;
    warnedAt = now();
  };
}
