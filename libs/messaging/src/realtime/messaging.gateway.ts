import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import { isId } from '#libs/platform/database';
import { RealtimeServer, socketEvents } from '#libs/platform/realtime';
import { PostMessage } from '../app/post-message.js';

/** What clients may ask of messaging over a socket. */
@Injectable()
export class MessagingGateway implements OnModuleInit {
  constructor(
    private readonly realtime: RealtimeServer,
    private readonly postMessage: PostMessage,
  ) {}

  onModuleInit(): void {
    this.realtime.register(
      socketEvents({
        'messaging.post-message': {
          permission: 'conversation.post',
          schema: POST_MESSAGE,
          handle: async (actor, request) => {
            // As over HTTP: what is no id cannot exist.
            if (!isId(request.conversationId)) throw new NotFound();
            const { message, duplicate } = await this.postMessage.execute(actor, request);
            return { message: { ...message, duplicate } };
          },
        },
      }),
    );
  }
}

/** Shape only; what a message may hold is decided in the domain, for every transport alike. */
const POST_MESSAGE = {
  type: 'object',
  additionalProperties: false,
  required: ['conversationId', 'clientMessageId', 'body'],
  properties: {
    conversationId: { type: 'string' },
    clientMessageId: { type: 'string' },
    body: { type: 'string' },
    language: { type: 'string' },
  },
};
