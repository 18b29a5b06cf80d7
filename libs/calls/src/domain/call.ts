import type { CallContent, StageKey } from './call-terms.js';
import type { CallState } from './call-states.js';

/** When a stage of a published call takes answers. */
export interface StageWindow {
  readonly key: StageKey;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** A call with what it says now: the draft, or the newest of its versions. */
export interface Call {
  readonly id: string;
  /** Who runs it. */
  readonly organizationId: string;
  readonly createdBy: string;
  readonly state: CallState;
  readonly version: number;
  /** Of its terms; 0 before it is published. */
  readonly number: number;
  readonly content: CallContent;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly stateSince: Date;
  /** When others could read it first; null as long as nobody could. */
  readonly publishedAt: Date | null;
  /** The stage that is open now, else the one to open next; null when none is left. By the clock of the database. */
  readonly window: StageWindow | null;
  /** The window is open at this moment. */
  readonly isOpen: boolean;
}

/** One version of the terms; never changed. */
export interface CallVersion {
  readonly callId: string;
  readonly number: number;
  readonly content: CallContent;
  /** In which fields it differs from the version before; empty for the first. */
  readonly changedFields: readonly string[];
  /** Why it was changed, for everybody concerned; in the language of the call. */
  readonly reason: string | null;
  readonly savedBy: string;
  readonly savedAt: Date;
}

/** One step in the life of a call. */
export interface CallStep {
  readonly id: string;
  readonly verb: string;
  readonly fromState: CallState;
  readonly toState: CallState;
  readonly stage: StageKey | null;
  readonly reason: string | null;
  readonly actorOrganizationId: string | null;
  readonly at: Date;
}
