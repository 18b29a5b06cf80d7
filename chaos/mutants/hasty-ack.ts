import { commitLate } from './late-commit.js';

/** Acknowledges and pushes what is written before it is committed. */
commitLate(() => undefined);
