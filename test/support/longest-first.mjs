/**
 * Gives jest the files that take longest first, so that no worker is left alone with one of them at the end, and last the
 * one that looks at the clock. Where no earlier run tells, jest goes by the size of files, and the smallest of ours walk
 * through every screen.
 */
const LONGEST_FIRST = ['/test/web/', '/test/e2e/', '/screens.', '-screens.'];
const BY_THE_CLOCK = '/kill-run.';

const rank = ({ path }) => {
  if (path.includes(BY_THE_CLOCK)) return LONGEST_FIRST.length + 1;
  const at = LONGEST_FIRST.findIndex((part) => path.includes(part));
  return at < 0 ? LONGEST_FIRST.length : at;
};

export default class LongestFirst {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }

  cacheResults() {}
}
