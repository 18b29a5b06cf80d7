import type { Hocuspocus } from '@hocuspocus/server';
import { EventEmitter } from 'node:events';
import * as decoding from 'lib0/decoding';
import { EventRate, type SocketIdentity } from '#libs/platform/realtime';
import type { DocumentAccess } from '../app/document-owners.js';
import { FRAME, presenceFrame, readFrame } from './frames.js';
import { OwnPresence } from './own-presence.js';

/** A WebSocket as Hocuspocus takes it. */
export type Wire = Parameters<Hocuspocus['handleConnection']>[0];

/** Somebody let in to one document. */
export interface Admission {
  readonly identity: SocketIdentity;
  readonly displayName: string;
  readonly kind: string;
  readonly ownerId: string;
  readonly documentId: string;
  readonly access: DocumentAccess;
}

export interface Ending {
  readonly code: number;
  readonly reason: string;
}

/** Why the server closes a line. Clients come back by themselves after those below 1100 and 4205. */
export const ENDINGS = {
  restarting: { code: 1012, reason: 'server-restart' },
  tryAgain: { code: 1013, reason: 'service/unavailable' },
  rightsChanged: { code: 4205, reason: 'coediting/rights-changed' },
  unreadable: { code: 4400, reason: 'coediting/unreadable' },
  signedOut: { code: 4401, reason: 'auth/unauthenticated' },
  noAccess: { code: 4403, reason: 'request/not-found' },
  silent: { code: 4408, reason: 'coediting/not-signed-in-in-time' },
  tooFast: { code: 4429, reason: 'coediting/too-many-messages' },
  tooSlow: { code: 4430, reason: 'coediting/reader-too-slow' },
} as const satisfies Record<string, Ending>;

const BURST = 6_000;
const PER_SECOND = 300;
/** Frames that may wait until the line has been let in. */
const MAX_EARLY_FRAMES = 64;
const SIGN_IN_WITHIN_MS = 10_000;
/** What may wait for a reader who does not keep up; a whole document fits. */
const MAX_WAITING_BYTES = 24 * 1024 * 1024;

/**
 * One WebSocket, with a gate in front of Hocuspocus: one document a line, frames that a client may send, presence
 * under its own name, and no more than can be dealt with. To Hocuspocus it looks like the socket itself.
 */
export class CoeditingLine extends EventEmitter {
  /** Absent until the token was checked. */
  admission: Admission | undefined;
  private documentName: string | undefined;
  private presence: OwnPresence | undefined;
  private early = 0;
  private readonly rate = new EventRate(performance.now(), BURST, PER_SECOND);
  private readonly signInBy: NodeJS.Timeout;

  constructor(private readonly wire: Wire) {
    super();
    this.setMaxListeners(0);
    this.signInBy = setTimeout(() => {
      if (!this.admission) this.end(ENDINGS.silent);
    }, SIGN_IN_WITHIN_MS).unref();
    wire.on('message', (data: Buffer, isBinary: boolean) => {
      this.receive(data, isBinary);
    });
    wire.on('pong', () => this.emit('pong'));
    // `ws` closes by itself after an error, with the code that tells it: 1009 for a frame that is too large.
    wire.on('error', () => undefined);
    wire.once('close', (code, reason) => {
      clearTimeout(this.signInBy);
      this.emit('close', code, reason);
    });
  }

  get readyState(): number {
    return this.wire.readyState;
  }

  /** Lets the line in; its presence has a name from here on. */
  admit(admission: Admission): void {
    this.admission = admission;
    const { identity, displayName } = admission;
    this.presence = new OwnPresence({ personId: identity.personId, displayName });
  }

  send(data: Uint8Array, done?: (error?: Error) => void): void {
    if (this.wire.bufferedAmount > MAX_WAITING_BYTES) {
      this.end(ENDINGS.tooSlow);
      // A close frame would wait behind everything that is not read.
      this.wire.terminate();
      return;
    }
    this.wire.send(data, done);
  }

  ping(): void {
    this.wire.ping();
  }

  close(code?: number, reason?: string): void {
    this.wire.close(code, reason);
  }

  end({ code, reason }: Ending): void {
    this.wire.close(code, reason);
  }

  private receive(data: Buffer, isBinary: boolean): void {
    if (this.wire.readyState !== this.wire.OPEN) return;
    if (!this.rate.enter(performance.now())) {
      this.end(ENDINGS.tooFast);
      return;
    }
    this.rate.leave();
    const passed = isBinary ? this.passed(data) : 'refused';
    if (passed === 'refused') this.end(ENDINGS.unreadable);
    else if (passed) this.emit('message', passed);
  }

  /** The frame as it may go on, null for one that says nothing. */
  private passed(data: Buffer): Uint8Array | null | 'refused' {
    const frame = readFrame(data);
    this.documentName ??= frame?.documentName;
    if (frame?.documentName !== this.documentName) return 'refused';
    if (!frame) return 'refused';
    if (!this.admission && (this.early += 1) > MAX_EARLY_FRAMES) return 'refused';
    if (frame.type !== FRAME.presence) return data;
    try {
      const own = this.presence?.filter(decoding.readVarUint8Array(frame.body));
      return own ? presenceFrame(frame.documentName, own) : null;
    } catch {
      return 'refused';
    }
  }
}
