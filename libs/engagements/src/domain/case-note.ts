import type { Side } from './engagement.js';

/** What others may learn from an engagement, written without names by the consultant. */
export interface CaseNoteText {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  /** BCP 47 of the three. */
  readonly language: string;
  /** Taxonomy codes. */
  readonly areas: readonly string[];
  /** Whether readers are told from which country the question came. */
  readonly tellsCountry: boolean;
}

export interface CaseNote extends CaseNoteText {
  readonly consultantConsentAt: Date | null;
  readonly requesterConsentAt: Date | null;
  readonly publishedAt: Date | null;
}

export const hasConsented = (note: CaseNote, side: Side): boolean =>
  (side === 'consultant' ? note.consultantConsentAt : note.requesterConsentAt) !== null;
