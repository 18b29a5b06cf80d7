import { Module } from '@nestjs/common';
import { DirectoryModule } from './directory.module.js';
import { DirectoryController } from './http/directory.controller.js';
import { DirectoryListsController } from './http/directory-lists.controller.js';
import { SavedSearchesController } from './http/saved-searches.controller.js';
import { ShortlistsController } from './http/shortlists.controller.js';

@Module({
  imports: [DirectoryModule],
  controllers: [DirectoryController, DirectoryListsController, SavedSearchesController, ShortlistsController],
})
export class DirectoryHttpModule {}
