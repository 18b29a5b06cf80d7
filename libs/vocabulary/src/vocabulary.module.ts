import { Module } from '@nestjs/common';
import { TaxonomyCodes } from './app/taxonomy-codes.js';

/** The controlled vocabulary, one copy per process. Knows no feature; every feature may use it. */
@Module({ providers: [TaxonomyCodes], exports: [TaxonomyCodes] })
export class VocabularyModule {}
