import { Global, Module } from '@nestjs/common';
import { AnnouncedRowsPublisher } from './announced-rows.publisher.js';
import { Presence } from './presence.js';
import { RealtimeServer } from './realtime-server.js';
import { SocketEventRegistry } from './socket-event-registry.js';
import { SocketGate } from './socket-gate.js';

/** Sockets; only in processes that serve them. */
@Global()
@Module({
  providers: [RealtimeServer, Presence, AnnouncedRowsPublisher, SocketEventRegistry, SocketGate],
  exports: [RealtimeServer, Presence, AnnouncedRowsPublisher, SocketGate],
})
export class RealtimeModule {}
