import { Module } from '@nestjs/common';
import { AdmissionModule } from '#libs/admission';
import { IdentityModule } from '#libs/identity';
import { OpportunitiesModule } from '#libs/opportunities';
import { OrganizationsModule } from '#libs/organizations';
import { featureEntities } from '#libs/platform/database';
import { ProfilesModule } from '#libs/profiles';
import { VocabularyModule } from '#libs/vocabulary';
import { ComparisonReader } from './app/comparison.reader.js';
import { AreasReader } from './app/areas.reader.js';
import { CorrectQuery } from './app/correct-query.js';
import { DirectoryData } from './app/directory-data.js';
import { DirectorySearch } from './app/directory-search.js';
import { EverythingLoader } from './app/everything.loader.js';
import { ExportDirectory } from './app/export-directory.js';
import { FoundReader } from './app/found.reader.js';
import { HitsReader } from './app/hits.reader.js';
import { ItemsLoader } from './app/items.loader.js';
import { ForgetSearches } from './app/forget-searches.js';
import { KeepSearch } from './app/keep-search.js';
import { KeepShortlist } from './app/keep-shortlist.js';
import { MergeLists } from './app/merge-lists.js';
import { PeopleLoader } from './app/people.loader.js';
import { ProjectEntries } from './app/project-entries.js';
import { QueryAttempts } from './app/query-attempts.js';
import { QueryReader } from './app/query.reader.js';
import { RebuildDirectory } from './app/rebuild-directory.js';
import { SavedSearchAccess } from './app/saved-search-access.js';
import { SavedSearchesReader } from './app/saved-searches.reader.js';
import { SearchVocabulary } from './app/search-vocabulary.js';
import { SetConsent } from './app/set-consent.js';
import { ShortlistAccess } from './app/shortlist-access.js';
import { ShortlistsReader } from './app/shortlists.reader.js';
import { ShownEntriesReader } from './app/shown-entries.reader.js';
import { SightingsLoader } from './app/sightings.loader.js';
import { TellFound } from './app/tell-found.js';
import { TruthLoader } from './app/truth.loader.js';
import { ConsentRepository } from './data/consent.repository.js';
import { AreaRepository } from './data/area.repository.js';
import { DirectoryBlockEntity } from './data/directory-block.entity.js';
import { DirectoryConsentEntity } from './data/directory-consent.entity.js';
import { DirectoryEntryEntity } from './data/directory-entry.entity.js';
import { DirectoryLexemeEntity } from './data/directory-lexeme.entity.js';
import { DirectoryWordEntity } from './data/directory-word.entity.js';
import { DirectoryOfPersonRepository } from './data/directory-of-person.repository.js';
import { EntryRepository } from './data/entry.repository.js';
import { SavedSearchRepository } from './data/saved-search.repository.js';
import { SavedSearchEntity } from './data/saved-search.entity.js';
import { SavedSearchHitEntity } from './data/saved-search-hit.entity.js';
import { SavedSearchHitRepository } from './data/saved-search-hit.repository.js';
import { SearchRepository } from './data/search.repository.js';
import { SetRepository } from './data/set.repository.js';
import { ShortlistRepository } from './data/shortlist.repository.js';
import { ShortlistEntity } from './data/shortlist.entity.js';
import { ShortlistEntryEntity } from './data/shortlist-entry.entity.js';

const ENTITIES = [
  DirectoryEntryEntity,
  DirectoryLexemeEntity,
  DirectoryBlockEntity,
  DirectoryWordEntity,
  DirectoryConsentEntity,
  SavedSearchEntity,
  SavedSearchHitEntity,
  ShortlistEntity,
  ShortlistEntryEntity,
];
const REPOSITORIES = [
  EntryRepository,
  SearchRepository,
  SetRepository,
  AreaRepository,
  ConsentRepository,
  SavedSearchRepository,
  SavedSearchHitRepository,
  ShortlistRepository,
  DirectoryOfPersonRepository,
];
const SEARCHING = [
  SearchVocabulary,
  QueryReader,
  CorrectQuery,
  QueryAttempts,
  FoundReader,
  HitsReader,
  ItemsLoader,
  ShownEntriesReader,
];
const READERS = [AreasReader, DirectorySearch, ComparisonReader, SavedSearchesReader, ShortlistsReader];
const VERBS = [
  ProjectEntries,
  RebuildDirectory,
  KeepSearch,
  TellFound,
  KeepShortlist,
  ForgetSearches,
  SetConsent,
  ExportDirectory,
];

/** What can be found in the network, and what people keep of it. */
@Module({
  imports: [
    featureEntities(ENTITIES),
    AdmissionModule,
    IdentityModule,
    OrganizationsModule,
    ProfilesModule,
    OpportunitiesModule,
    VocabularyModule,
  ],
  providers: [
    ...REPOSITORIES,
    ...SEARCHING,
    PeopleLoader,
    TruthLoader,
    EverythingLoader,
    SightingsLoader,
    SavedSearchAccess,
    ShortlistAccess,
    MergeLists,
    DirectoryData,
    ...READERS,
    ...VERBS,
  ],
  exports: [...READERS, ...VERBS],
})
export class DirectoryModule {}
