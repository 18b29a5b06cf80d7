import { Module } from '@nestjs/common';
import { MessagingModule } from './messaging.module.js';
import { MessagingGateway } from './realtime/messaging.gateway.js';
import { MessagingPublisher } from './realtime/messaging.publisher.js';
import { PresenceGateway } from './realtime/presence.gateway.js';
import { PushTail } from './realtime/push-tail.js';

/** Messaging over sockets; in processes that serve them. */
@Module({
  imports: [MessagingModule],
  providers: [MessagingGateway, MessagingPublisher, PresenceGateway, PushTail],
})
export class MessagingRealtimeModule {}
