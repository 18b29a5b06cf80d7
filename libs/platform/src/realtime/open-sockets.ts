import { Logger } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { ServerToClientEvents } from '#libs/contracts';
import type { SocketIdentity } from './socket-gate.js';

export type EndReason = ServerToClientEvents['session.ended']['reason'];

/** The sockets of this process, and the end of each when its session ends. */
export class OpenSockets {
  private readonly logger = new Logger(OpenSockets.name);
  private readonly sockets = new Map<Socket, SocketIdentity>();
  private sweeping = false;

  /** `review` gives a socket what its rights allow at this moment, and answers false when they allow it none. */
  constructor(private readonly review: (socket: Socket, identity: SocketIdentity) => Promise<boolean>) {}

  get size(): number {
    return this.sockets.size;
  }

  /** Everybody with a line to this process. */
  persons(): ReadonlySet<string> {
    return new Set([...this.sockets.values()].map(({ personId }) => personId));
  }

  add(socket: Socket, identity: SocketIdentity): void {
    this.sockets.set(socket, identity);
    socket.once('disconnect', () => this.sockets.delete(socket));
  }

  endSession(sessionId: string): void {
    for (const [socket, identity] of this.sockets) {
      if (identity.sessionId === sessionId) this.end(socket, 'signed-out');
    }
  }

  /** Looks again at whoever may have lost an organization or a role. */
  async recheckPerson(personId: string): Promise<void> {
    await this.recheck((identity) => identity.personId === personId);
  }

  /** Looks again at one that was let in by what was known a moment ago. */
  async recheckSocket(socket: Socket): Promise<void> {
    const identity = this.sockets.get(socket);
    if (identity) await this.check(socket, identity);
  }

  /** Looks again at everybody. While one round is on its way, another is not begun. */
  async sweep(): Promise<void> {
    if (this.sweeping) return;
    this.sweeping = true;
    try {
      await this.recheck(() => true);
    } finally {
      this.sweeping = false;
    }
  }

  endAll(reason: EndReason): void {
    for (const socket of this.sockets.keys()) this.end(socket, reason);
  }

  /** Closes every line without a word, so that clients connect again and ask the API for what they missed. */
  drop(): void {
    for (const socket of this.sockets.keys()) socket.conn.close();
  }

  private async recheck(concerned: (identity: SocketIdentity) => boolean): Promise<void> {
    for (const [socket, identity] of [...this.sockets]) {
      if (concerned(identity) && !(await this.check(socket, identity))) return;
    }
  }

  /** Whether it could be asked about. */
  private async check(socket: Socket, identity: SocketIdentity): Promise<boolean> {
    try {
      if (!(await this.review(socket, identity))) this.end(socket, 'revoked');
      return true;
    } catch (error) {
      // Who cannot be asked about cannot have been refused either: nothing was committed meanwhile.
      this.logger.warn({ err: error }, 'A socket could not be checked again.');
      return false;
    }
  }

  private end(socket: Socket, reason: EndReason): void {
    // A plain `socket.emit` would go through the stream and come back after the socket has gone.
    socket.nsp.local.to(socket.id).emit('session.ended', { reason });
    socket.disconnect(true);
  }
}
