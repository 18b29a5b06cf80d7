import { Module } from '@nestjs/common';
import { TaxonomyController } from './http/taxonomy.controller.js';
import { VocabularyModule } from './vocabulary.module.js';

@Module({ imports: [VocabularyModule], controllers: [TaxonomyController] })
export class VocabularyHttpModule {}
