import { Global, Module } from '@nestjs/common';
import { RealtimeServer } from './realtime-server.js';
import { SocketEventRegistry } from './socket-event-registry.js';
import { SocketGate } from './socket-gate.js';

/** Sockets; only in processes that serve them. */
@Global()
@Module({
  providers: [RealtimeServer, SocketEventRegistry, SocketGate],
  exports: [RealtimeServer],
})
export class RealtimeModule {}
