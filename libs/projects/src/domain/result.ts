/** What a project can have reached in numbers; the screens have words for each. Counts of persons or things. */
export const FIGURE_CODES = [
  'visitors',
  'overnight-stays',
  'new-products',
  'smes-involved',
  'people-trained',
  'jobs',
  'media-reach',
  'events',
] as const;
export type FigureCode = (typeof FIGURE_CODES)[number];

export interface Figure {
  readonly code: FigureCode;
  readonly value: number;
}

/** The public words in one language. */
export interface ResultText {
  /** BCP 47. */
  readonly language: string;
  readonly headline: string;
  readonly story: string;
}

/** A picture and what can be seen on it. */
export interface ResultPicture {
  readonly id: string;
  readonly fileId: string;
  readonly alt: string;
  /** BCP 47 of `alt`. */
  readonly language: string;
}

/** The results page of a project as its people write it. */
export interface ProjectResult {
  readonly texts: readonly ResultText[];
  readonly figures: readonly Figure[];
  readonly pictures: readonly ResultPicture[];
  readonly version: number;
}

export const NO_RESULT: ProjectResult = { texts: [], figures: [], pictures: [], version: 0 };

/** The languages a results page needs: English, for everybody, and the project's own. */
export function missingLanguages(result: Pick<ProjectResult, 'texts'>, projectLanguage: string): string[] {
  const written = new Set(result.texts.map(({ language }) => language));
  return [...new Set([projectLanguage, 'en'])].filter((language) => !written.has(language));
}

/** True once the page can be shown. */
export function isComplete(result: Pick<ProjectResult, 'texts'>, projectLanguage: string): boolean {
  return missingLanguages(result, projectLanguage).length === 0;
}
