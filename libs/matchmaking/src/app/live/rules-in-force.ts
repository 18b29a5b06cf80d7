import { Injectable } from '@nestjs/common';
import type { Vocabulary } from '#libs/taxonomy';
import { MarketTermsReader, type TermsInForce } from '../balance/market-terms.reader.js';
import { ModelsReader } from '../model/models.reader.js';
import type { ModelInUse } from '../model/pair-specs.js';
import { VocabularyInUse } from '../vocabulary-in-use.js';

/** By what everybody is compared now: the words, the numbers, and what lists are balanced by. */
export interface Rules extends TermsInForce {
  readonly vocabulary: Vocabulary;
  readonly model: ModelInUse;
}

/** Each part is the same object for as long as it is up to date. */
@Injectable()
export class RulesInForce {
  constructor(
    private readonly vocabularies: VocabularyInUse,
    private readonly models: ModelsReader,
    private readonly terms: MarketTermsReader,
  ) {}

  async current(): Promise<Rules> {
    const [vocabulary, model, terms] = await Promise.all([
      this.vocabularies.current(),
      this.models.current(),
      this.terms.current(),
    ]);
    return { ...terms, vocabulary, model };
  }
}
