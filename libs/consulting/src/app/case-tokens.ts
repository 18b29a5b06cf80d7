import { Injectable } from '@nestjs/common';
import { compileVocabulary, conceptsOf, queryTokens, searchTokens, type Vocabulary } from '#libs/taxonomy';
import { TaxonomyCodes } from '#libs/vocabulary';

/** Something written, with the areas it declares. */
export interface Written {
  readonly language: string;
  readonly areas: readonly string[];
  readonly texts: readonly string[];
}

/**
 * What a case is found by: folded words and pieces, as everywhere in TTN, and the concepts its words mean, which are
 * the same in all languages.
 */
@Injectable()
export class CaseTokens {
  private compiled: Vocabulary | undefined;

  constructor(private readonly codes: TaxonomyCodes) {}

  ofCase(written: Written): string[] {
    const { words, pairs, singles } = searchTokens(written.texts.join('\n'));
    return [...new Set([...words, ...pairs, ...singles, ...this.concepts(written)])];
  }

  /** What a case has to have to be near this. */
  ofQuestion(written: Written): string[] {
    return [...new Set([...queryTokens(written.texts.join('\n')), ...this.concepts(written)])];
  }

  private concepts({ language, areas, texts }: Written): string[] {
    const read = texts.filter((text) => text !== '').map((text) => ({ text, language }));
    // A sign no folded text contains, so that a concept is never taken for a word.
    return conceptsOf(areas, read, this.vocabulary()).map(({ id }) => `#${id}`);
  }

  /** Compiled when it is first asked for: it takes a moment, and not every process asks. */
  private vocabulary(): Vocabulary {
    this.compiled ??= compileVocabulary(this.codes.document, []);
    return this.compiled;
  }
}
