import type { LocalizedText } from '#libs/kernel';

/** A country as it is shown. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly names: LocalizedText;
}
