import type { Verdict } from '../checker/check-history.js';
import type { DatabaseServer } from '../database-server.js';
import type { FaultKind } from '../faults.js';
import { repeatingMessages, unlockedNumbers, unsyncedCommits } from './broken-sql.js';

/** A system that is broken on purpose: the campaign must find out. */
export interface Mutant {
  /** Promises of which it breaks at least one. */
  readonly breaks: readonly (keyof Verdict)[];
  /** Module that is loaded into every api, beside this file. */
  readonly preload?: string;
  /** What is done to the database. */
  readonly spoil?: (database: DatabaseServer) => Promise<void>;
  readonly renewsIds?: boolean;
  readonly flaw?: 'skips-catch-up' | 'believes-arrival';
  /** Faults that bring it to light; all when not given. */
  readonly faults?: readonly FaultKind[];
}

/** The system as it is. */
export const SOUND: Mutant = { breaks: [] };

export const MUTANTS: Readonly<Record<string, Mutant>> = {
  /** Commits that do not wait for the disk. */
  'unsynced-commits': { breaks: ['lost'], spoil: unsyncedCommits, faults: ['kill PostgreSQL'] },
  /** A retry is stored once more. */
  'repeating-messages': {
    breaks: ['doubled'],
    spoil: repeatingMessages,
    faults: ['kill api', 'lose answers'],
  },
  /** Numbers are read without a lock. */
  'unlocked-numbers': { breaks: ['gaps', 'moved', 'disorder'], spoil: unlockedNumbers, faults: ['kill api'] },
  /** Acknowledged before the commit. */
  'hasty-ack': { breaks: ['lost'], preload: 'hasty-ack', faults: ['kill api', 'kill PostgreSQL'] },
  /** Pushed before the commit. */
  'hasty-push': { breaks: ['diverged'], preload: 'hasty-push', faults: ['kill PostgreSQL'] },
  /** Who was removed is remembered as there. */
  'lingering-members': { breaks: ['late'], preload: 'lingering-members', faults: ['kill worker'] },
  /** A client that gives every attempt an id of its own. */
  'renewed-ids': { breaks: ['doubled'], renewsIds: true, faults: ['kill api', 'lose answers'] },
  /** A client that takes pushes for the whole truth. */
  'skipped-catch-up': {
    breaks: ['diverged'],
    flaw: 'skips-catch-up',
    faults: ['kill api', 'storm of reconnects'],
  },
  /** A client that shows what arrives in the order of its arrival. */
  'believed-arrival': {
    breaks: ['diverged'],
    flaw: 'believes-arrival',
    faults: ['kill api', 'storm of reconnects'],
  },
};
