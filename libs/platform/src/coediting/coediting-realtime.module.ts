import { Module } from '@nestjs/common';
import { CoeditingModule } from './coediting.module.js';
import { CoeditingServer } from './server/coediting-server.js';
import { HocuspocusHooks } from './server/hocuspocus-hooks.js';
import { LineGate } from './server/line-gate.js';
import { OpenDocuments } from './server/open-documents.js';
import { OpenLines } from './server/open-lines.js';
import { SharedPresence } from './server/shared-presence.js';

/** The server of co-editing; only in processes that serve sockets. */
@Module({
  imports: [CoeditingModule],
  providers: [CoeditingServer, HocuspocusHooks, LineGate, OpenDocuments, OpenLines, SharedPresence],
})
export class CoeditingRealtimeModule {}
