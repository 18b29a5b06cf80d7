/** What was learnt in an engagement, without names; found by whoever asks next. */
export interface LibraryCase {
  readonly id: string;
  /** Taxonomy codes of kind `consulting_area`. */
  readonly areas: readonly string[];
  /** BCP 47 of all words. */
  readonly language: string;
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  /** Of whoever had asked, ISO 3166-1 alpha-2; null: not told. */
  readonly country: string | null;
  readonly sourceEngagementId: string | null;
  readonly state: 'published' | 'withdrawn';
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type LibraryCaseContent = Pick<
  LibraryCase,
  'areas' | 'language' | 'title' | 'question' | 'answer' | 'country'
>;
