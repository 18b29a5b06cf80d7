import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { EntryRepository, type Sighting, type Source } from '../data/entry.repository.js';
import { SearchVocabulary } from './search-vocabulary.js';
import { TruthLoader } from './truth.loader.js';

/** What was read, and when reading began. */
export interface Sightings {
  readonly seenAt: string;
  readonly seen: readonly Sighting[];
}

/** Looks at things: what they are, and from which moment that is known. */
@Injectable()
export class SightingsLoader {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryRepository,
    private readonly truth: TruthLoader,
    private readonly vocabulary: SearchVocabulary,
  ) {}

  async of(sources: readonly Source[]): Promise<Sightings> {
    const seenAt = await this.entries.clock(this.database);
    return { seenAt, seen: await this.truth.about(sources, await this.vocabulary.renew()) };
  }
}
