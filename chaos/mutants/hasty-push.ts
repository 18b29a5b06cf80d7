import { acknowledgeCommitted, commitLate } from './late-commit.js';

/** Pushes what is written before it is committed; acknowledgements wait. */
const commits = new Map<string, Promise<void>>();
commitLate((ids, committed) => {
  for (const id of ids) commits.set(id, committed);
});
acknowledgeCommitted(commits);
