import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '#libs/opportunities';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { ProfilesModule } from '#libs/profiles';
import { VocabularyModule } from '#libs/vocabulary';
import { CorrectQuery } from './app/correct-query.js';
import { DirectorySearch } from './app/directory-search.js';
import { ProjectEntries } from './app/project-entries.js';
import { QueryAttempts } from './app/query-attempts.js';
import { QueryReader } from './app/query.reader.js';
import { RebuildDirectory } from './app/rebuild-directory.js';
import { SearchVocabulary } from './app/search-vocabulary.js';
import { ShownEntriesReader } from './app/shown-entries.reader.js';
import { SightingsLoader } from './app/sightings.loader.js';
import { DirectoryBlockEntity } from './data/directory-block.entity.js';
import { DirectoryConsentEntity } from './data/directory-consent.entity.js';
import { DirectoryEntryEntity } from './data/directory-entry.entity.js';
import { DirectoryWordEntity } from './data/directory-word.entity.js';
import { EntryRepository } from './data/entry.repository.js';
import { SavedSearchEntity } from './data/saved-search.entity.js';
import { SavedSearchHitEntity } from './data/saved-search-hit.entity.js';
import { SavedSearchHitRepository } from './data/saved-search-hit.repository.js';
import { SearchRepository } from './data/search.repository.js';
import { ShortlistEntity } from './data/shortlist.entity.js';
import { ShortlistEntryEntity } from './data/shortlist-entry.entity.js';

const ENTITIES = [
  DirectoryEntryEntity,
  DirectoryBlockEntity,
  DirectoryWordEntity,
  DirectoryConsentEntity,
  SavedSearchEntity,
  SavedSearchHitEntity,
  ShortlistEntity,
  ShortlistEntryEntity,
];
const REPOSITORIES = [EntryRepository, SearchRepository, SavedSearchHitRepository];
const SEARCHING = [SearchVocabulary, QueryReader, CorrectQuery, QueryAttempts, ShownEntriesReader];
const VERBS = [ProjectEntries, RebuildDirectory];

/** What can be found in the network, and what people keep of it. */
@Module({
  imports: [
    featureEntities(ENTITIES),
    OrganizationsModule,
    ProfilesModule,
    OpportunitiesModule,
    VocabularyModule,
  ],
  providers: [...REPOSITORIES, ...SEARCHING, SightingsLoader, DirectorySearch, ...VERBS],
  exports: [DirectorySearch, ...VERBS],
})
export class DirectoryModule {}
