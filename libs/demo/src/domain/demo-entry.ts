import type { EntryKind } from '#libs/contracts';

/** An entry of a profile of the demo. */
export interface DemoEntry {
  readonly kind: EntryKind;
  readonly title: string;
  readonly text?: string;
  readonly codes?: readonly string[];
  readonly markets?: readonly string[];
  readonly months?: readonly number[];
  readonly reach?: number;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly expiresOn?: string;
}
