import type { Bits } from './bitmaps.js';
import type { Common } from './compared-concepts.js';

/** Candidates that are alike in every respect: those in both bitmaps. None of them scores above the bound. */
export interface Box {
  readonly bound: number;
  readonly conditions: Bits;
  readonly concepts: Bits;
  /** What is known of them beside concepts. */
  readonly common: Common;
}
