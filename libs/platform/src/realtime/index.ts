export { AnnouncedRowsPublisher } from './announced-rows.publisher.js';
export { EventRate } from './event-rate.js';
export {
  actorRoom,
  networkRoom,
  organizationRoom,
  personRoom,
  sessionRoom,
  watchRoom,
} from './realtime.rooms.js';
export type { Ahead } from './told-ahead.js';
export { Presence, type PresentActor } from './presence.js';
export { RealtimeModule } from './realtime.module.js';
export { RealtimeServer } from './realtime-server.js';
export type { SocketEventSummary } from './socket-event-registry.js';
export { SocketGate, type SocketIdentity } from './socket-gate.js';
export {
  type SocketAnswer,
  type SocketEvent,
  socketEvents,
  type SocketEventTable,
  type SocketLine,
  type SocketRequest,
} from './socket-event-table.js';
