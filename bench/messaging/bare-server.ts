import { createServer } from 'node:http';
import { Server } from 'socket.io';

/**
 * The ceiling: socket.io alone. Whoever connects names their rooms and is believed; what is posted is given an
 * id and a number, sent to the room and acknowledged, all with the fields of a message of TTN, and kept nowhere.
 */
interface Post {
  readonly conversationId: string;
  readonly clientMessageId: string;
  readonly body: string;
}

const numbers = new Map<string, number>();
const http = createServer();
const io = new Server(http, {
  serveClient: false,
  transports: ['websocket'],
  perMessageDeflate: false,
  httpCompression: false,
});

io.on('connection', (socket) => {
  const { personId, organizationId, rooms } = socket.handshake.auth as {
    personId: string;
    organizationId: string;
    rooms: string[];
  };
  void socket.join(rooms);
  socket.on('messaging.post-message', (post: Post, acknowledge: (answer: object) => void) => {
    const { conversationId, clientMessageId, body } = post;
    const seq = (numbers.get(conversationId) ?? 0) + 1;
    numbers.set(conversationId, seq);
    const id = crypto.randomUUID();
    const who = { senderId: personId, senderOrganizationId: organizationId };
    const when = { language: null, postedAt: new Date().toISOString() };
    const message = { id, conversationId, seq, clientMessageId, ...who, body, ...when };
    io.to(conversationId).emit('messaging.message-posted', { conversationId, message });
    acknowledge({ ok: true, message: { ...message, duplicate: false } });
  });
});

http.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ type: 'ready' }));
process.once('SIGTERM', () => process.exit(0));
