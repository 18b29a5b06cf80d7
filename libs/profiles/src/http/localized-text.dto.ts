import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type LocalizedText, readLocalized, TRANSLATION_STATES, type TranslationState } from '#libs/kernel';
import { IsLanguageTag } from '#libs/platform/fields';
import { TRANSLATION_ORIGINS, type TranslationOrigin } from '../domain/translations.js';

/** A text in one of its languages. */
export class TextVersionResponse {
  /** @example vi */
  language: string;
  text: string;

  /** `outdated`: the original was edited since. */
  @ApiProperty({ enum: TRANSLATION_STATES })
  state: TranslationState;

  /** When it was written; of the original, when the record was last edited. */
  at: string;
}

/** A text as it is shown to the reader – in their language, else in English, else as it was written – and all its versions. */
export class LocalizedTextResponse extends TextVersionResponse {
  /** The original first, then by language. */
  versions: TextVersionResponse[];
}

/** Whose reading of localized texts is wanted. */
export class ReaderLanguageQuery {
  /**
   * BCP 47 language of the reader; without it texts come as they were written.
   * @example en
   */
  @IsOptional()
  @IsLanguageTag()
  language?: string;
}

/** In which language and how a translation was made. */
export class TranslationDto {
  /** @example en */
  @IsLanguageTag()
  language: string;

  /** Whether a person wrote or read it, or a machine alone made it. */
  @IsIn(TRANSLATION_ORIGINS)
  @ApiProperty({ enum: TRANSLATION_ORIGINS, example: 'human' })
  origin: TranslationOrigin;
}

export function toLocalizedText(
  text: LocalizedText | null,
  language: string | undefined,
): LocalizedTextResponse | null {
  if (text === null) return null;
  const versionIn = (tag: string): TextVersionResponse => {
    const { text: words = '', state = 'original', at = '' } = text.texts[tag] ?? {};
    return { language: tag, text: words, state, at };
  };
  const others = Object.keys(text.texts).filter((tag) => tag !== text.original);
  return {
    ...versionIn(language === undefined ? text.original : readLocalized(text, language).language),
    versions: [text.original, ...others.sort()].map(versionIn),
  };
}
