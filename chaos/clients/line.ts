import { io, type Socket } from 'socket.io-client';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientToServerEvents, MessageView, SocketRefusal } from '#libs/contracts';
import type { Talker } from '../../bench/messaging/talkers.js';
import { ATTEMPT_MS, type Draft, type Verdict } from './post.js';

const RECONNECT_MS = 100;
const CONNECT_WITHIN_MS = 3_000;

export interface LineEvents {
  readonly onConnect?: () => void;
  readonly onMessage?: (message: MessageView) => void;
}

type Answer = ClientToServerEvents['messaging.post-message']['answer'] | SocketRefusal;

/** A person's socket: when it breaks, it connects to the next api that takes it, as through a balancer. */
export class Line {
  private socket: Socket | undefined;
  private closed = false;
  /** Which api it is at. */
  home: number;

  constructor(
    private readonly talker: Talker,
    private readonly addresses: readonly string[],
    home: number,
    private readonly events: LineEvents = {},
  ) {
    this.home = home;
    this.connect();
  }

  get connected(): boolean {
    return this.socket?.connected ?? false;
  }

  /** One attempt to post. */
  async post(draft: Draft): Promise<Verdict> {
    if (!this.socket?.connected) return { outcome: 'info' };
    const answer = (await this.socket
      .timeout(ATTEMPT_MS)
      .emitWithAck('messaging.post-message', draft)) as Answer;
    if (answer.ok) return { outcome: 'ok', seq: answer.message.seq };
    return {
      outcome: /^(server|service|rate|realtime|auth|messaging\/(overloaded|unconfirmed))/.test(
        answer.error.code,
      )
        ? 'info'
        : 'fail',
    };
  }

  close(): void {
    this.closed = true;
    this.socket?.close();
  }

  private connect(): void {
    const { token, organizationId } = this.talker;
    const socket = io(this.addresses[this.home] ?? '', {
      auth: { token, organizationId },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: CONNECT_WITHIN_MS,
    });
    this.socket = socket;
    socket.on('connect', () => this.events.onConnect?.());
    socket.on('messaging.message-posted', ({ message }: { message: MessageView }) =>
      this.events.onMessage?.(message),
    );
    const broken = (): void => {
      socket.off().close();
      if (this.socket === socket) void this.moveOn();
    };
    socket.on('disconnect', broken);
    socket.on('connect_error', broken);
  }

  private async moveOn(): Promise<void> {
    await pause(RECONNECT_MS);
    this.home = (this.home + 1) % this.addresses.length;
    if (!this.closed) this.connect();
  }
}
