import type { Strategy } from 'passport';

/**
 * Runs one passport strategy on one request, the way passport itself does, without its middleware: the same
 * call serves HTTP routes, the socket handshake and tests. Answers the user, or null when the strategy
 * declines; errors thrown by the verification pass through.
 */
export function runStrategy<User>(strategy: Strategy, request: object): Promise<User | null> {
  return new Promise((resolve, reject) => {
    const attempt = Object.assign(Object.create(strategy) as Strategy, {
      success: (user: User) => {
        resolve(user);
      },
      fail: () => {
        resolve(null);
      },
      pass: () => {
        resolve(null);
      },
      redirect: () => {
        resolve(null);
      },
      error: reject,
    });
    (attempt.authenticate as (request: object, options: object) => void)(request, {});
  });
}
