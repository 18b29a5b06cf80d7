import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Server } from '@hocuspocus/server';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { Principals } from '#libs/platform/auth';
import { Listener } from '#libs/platform/database';
import { SocketGate } from '#libs/platform/realtime';
import { DOCUMENT_RIGHTS_CHANGED } from '../data/coedited-document.repository.js';
import { CoeditingLine, ENDINGS, type Wire } from './coediting-line.js';
import { HocuspocusHooks } from './hocuspocus-hooks.js';
import { OpenLines } from './open-lines.js';

export const COEDITING_PATH = '/api/v1/coediting';
/** Larger than any one change; who was away for long sends what was written meanwhile as one. */
const MAX_FRAME_BYTES = 2 * 1024 * 1024;
const DRAIN_WITHIN_MS = 5_000;

/**
 * Hocuspocus on the port of the HTTP server, beside socket.io, which owns every other upgrade. A line belongs to one
 * sign-in and one document, and ends with either right.
 */
@Injectable()
export class CoeditingServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly server: Server;
  private closing = false;

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly origins: SocketGate,
    private readonly principals: Principals,
    private readonly listener: Listener,
    private readonly lines: OpenLines,
    hooks: HocuspocusHooks,
  ) {
    // Its own HTTP server is never opened; the WebSocket server it brings takes over upgrades of ours.
    this.server = new Server(
      { extensions: [extensionOf(hooks)], debounce: 0, quiet: true, stopOnSignals: false },
      { maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false },
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    const server = this.http.httpAdapter.getHttpServer() as HttpServer;
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url?.split('?', 1)[0] === COEDITING_PATH) this.upgrade(request, socket, head);
    });
    this.principals.onEnded((sessionId) => {
      this.lines.endSession(sessionId);
    });
    this.principals.onChanged((personId) => void this.lines.recheckPerson(personId));
    await this.listener.listen(DOCUMENT_RIGHTS_CHANGED, (documentId) => {
      this.lines.endDocument(documentId);
    });
    this.lines.startRounds();
  }

  /** Takes no one new, lets what was received be stored, and sends everybody to another process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    await Promise.race([this.lines.stop(), delay(DRAIN_WITHIN_MS)]);
    this.server.webSocketServer.close();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.closing || this.lines.isFull) refuse(socket, '503 Service Unavailable');
    else if (!this.origins.admitsOrigin(request)) refuse(socket, '403 Forbidden');
    else {
      this.server.webSocketServer.handleUpgrade(request, socket, head, (wire) => {
        this.opened(wire, request);
      });
    }
  }

  private opened(wire: Wire, request: IncomingMessage): void {
    const line = new CoeditingLine(wire);
    this.lines.add(line);
    this.server.hocuspocus.handleConnection(line as unknown as Wire, request, { line });
    if (this.closing) line.end(ENDINGS.restarting);
  }
}

/** Hocuspocus calls hooks as functions of the extension object. */
function extensionOf(hooks: HocuspocusHooks) {
  return {
    onAuthenticate: hooks.onAuthenticate.bind(hooks),
    onLoadDocument: hooks.onLoadDocument.bind(hooks),
    afterUnloadDocument: hooks.afterUnloadDocument.bind(hooks),
    beforeHandleMessage: hooks.beforeHandleMessage.bind(hooks),
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
