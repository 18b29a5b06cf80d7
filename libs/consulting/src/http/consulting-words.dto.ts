import { IsLanguageTag, IsWritten } from '#libs/platform/fields';
import type { StepWords } from '../domain/consulting-step.js';

const MAX_WORDS = 4_000;

/** Words somebody reads. */
export class ConsultingWordsDto implements StepWords {
  /** @example "Which of the two piers do you mean, and who owns the land behind it?" */
  @IsWritten(1, MAX_WORDS)
  words: string;

  /**
   * BCP 47.
   * @example en
   */
  @IsLanguageTag()
  language: string;
}
