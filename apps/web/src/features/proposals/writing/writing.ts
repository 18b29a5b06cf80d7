import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { accessToken, refreshSession } from '../../../lib/session.js';
import { createStore } from '../../../lib/store.js';
import { writerColor } from './writer-color.js';

/** Where the last letter is, and what may be done with the text. */
export interface WritingStatus {
  /** `loading` until the text of the server, or that of this device, is here. */
  readonly state: 'loading' | 'saving' | 'saved' | 'kept-here' | 'not-kept' | 'refused';
  /** Why the server takes nothing more: a problem code. */
  readonly refusal: string | null;
  readonly mayWrite: boolean;
}

export interface Present {
  readonly clientId: number;
  readonly personId: string;
  readonly name: string;
  readonly color: string;
}

/** Refusals after which asking again changes nothing until somebody acts. */
const FRAME_TOO_LARGE = 1009;
/** As the provider says it itself of a line that does not close. */
const NO_NETWORK = 4408;
const UNAUTHENTICATED = 'auth/unauthenticated';
const READ_ONLY = 'coediting/read-only';

/**
 * The one text of a proposal as this tab has it: kept in IndexedDB with every letter, sent to the server as soon as
 * there is a line, and put together there with what others wrote. Lines that break come back by themselves.
 */
export class Writing {
  readonly document = new Y.Doc();
  readonly provider: HocuspocusProvider;
  readonly status = createStore<WritingStatus>({ state: 'loading', refusal: null, mayWrite: false });
  readonly present = createStore<readonly Present[]>([]);
  private readonly socket: HocuspocusProviderWebsocket;
  private kept: IndexeddbPersistence | null = null;
  private isKept = false;
  private refusal: string | null = null;
  private mustRefresh = false;
  private ending: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly name: string,
    private readonly organizationId: string,
    private readonly person: { id: string; displayName: string },
  ) {
    this.socket = new HocuspocusProviderWebsocket({
      url: `${location.origin.replace(/^http/, 'ws')}/api/v1/coediting`,
      autoConnect: false,
      maxDelay: 10_000,
      onClose: ({ event }) => {
        if (event.code === FRAME_TOO_LARGE) this.refuse('coediting/full');
        this.tell();
      },
      onStatus: () => this.tell(),
    });
    this.provider = new HocuspocusProvider({
      name,
      document: this.document,
      websocketProvider: this.socket,
      token: () => this.token(),
      onAuthenticated: () => this.tell(),
      onAuthenticationFailed: ({ reason }) => {
        if (reason === UNAUTHENTICATED) this.mustRefresh = true;
        else if (!reason.startsWith('service/')) this.refuse(reason);
        this.tell();
      },
      onSynced: () => this.tell(),
      onUnsyncedChanges: () => this.tell(),
      onStateless: ({ payload }) => {
        this.refusal = codeIn(payload);
        this.tell();
      },
      onAwarenessChange: () => this.present.set(this.others()),
    });
    this.provider.setAwarenessField('user', {
      personId: person.id,
      name: person.displayName,
      color: writerColor(person.id),
    });
  }

  open(): void {
    clearTimeout(this.ending);
    this.ending = undefined;
    this.keepHere();
    this.provider.attach();
    addEventListener('offline', this.onOffline);
    addEventListener('online', this.onOnline);
    if (navigator.onLine) void this.socket.connect();
  }

  /** A line that has gone with the network looks open for half a minute; the device knows better, and says so now. */
  private readonly onOffline = (): void => {
    this.socket.disconnect();
    // Nobody answers the farewell of a line that is gone: it is over now.
    this.provider.onClose();
    this.socket.onClose({ event: { code: NO_NETWORK, reason: 'offline' } });
  };

  private readonly onOnline = (): void => {
    if (this.refusal === null) void this.socket.connect();
  };

  close(): void {
    removeEventListener('offline', this.onOffline);
    removeEventListener('online', this.onOnline);
    void this.kept?.destroy();
    this.kept = null;
    this.provider.detach();
    this.socket.disconnect();
    // React may take a screen down and put it up again in the same turn.
    this.ending = setTimeout(() => {
      this.provider.destroy();
      this.socket.destroy();
    });
  }

  private keepHere(): void {
    try {
      this.kept = new IndexeddbPersistence(`ttn:${this.person.id}:${this.name}`, this.document);
      void this.kept.whenSynced.then(
        () => {
          this.isKept = true;
          this.tell();
        },
        () => this.tell(),
      );
    } catch {
      this.isKept = false; // Switched off, as in some private windows: said in the state of saving.
    }
  }

  private async token(): Promise<string> {
    if (this.mustRefresh) await refreshSession().catch(() => false);
    this.mustRefresh = false;
    return JSON.stringify({ token: accessToken() ?? '', organizationId: this.organizationId });
  }

  private refuse(code: string): void {
    this.refusal = code;
    this.socket.disconnect();
  }

  /** A line that was given up for silence is told to the socket alone: the provider still counts as signed in. */
  private isOpen(): boolean {
    const { isAuthenticated, isSynced } = this.provider;
    return this.socket.status === WebSocketStatus.Connected && isAuthenticated && isSynced;
  }

  private tell(): void {
    const isOpen = this.isOpen();
    const isReader = isOpen && this.provider.authorizedScope === 'readonly';
    const unsaved = this.provider.hasUnsyncedChanges;
    const refusal = this.refusal ?? (isReader && unsaved ? READ_ONLY : null);
    const now = this.status.get();
    const next: WritingStatus = {
      state: refusal === null ? this.stateOf(isOpen, unsaved) : 'refused',
      refusal,
      mayWrite: refusal === null && !isReader && (isOpen || this.isKept || now.mayWrite),
    };
    if (!isSame(now, next)) this.status.set(next);
  }

  private stateOf(isOpen: boolean, unsaved: boolean): WritingStatus['state'] {
    if (isOpen) return unsaved ? 'saving' : 'saved';
    const isOpening =
      this.status.get().state === 'loading' && this.socket.status !== WebSocketStatus.Disconnected;
    if (isOpening) return 'loading';
    return this.isKept ? 'kept-here' : 'not-kept';
  }

  private others(): readonly Present[] {
    const states = [...(this.provider.awareness?.getStates() ?? [])];
    return states.flatMap(([clientId, state]) => {
      const { personId, name, color } = ((state as { user?: unknown }).user ?? {}) as Partial<Present>;
      if (clientId === this.document.clientID || !personId || !name) return [];
      return [{ clientId, personId, name, color: color ?? writerColor(personId) }];
    });
  }
}

const isSame = (one: WritingStatus, other: WritingStatus): boolean =>
  one.state === other.state && one.refusal === other.refusal && one.mayWrite === other.mayWrite;

function codeIn(payload: string): string | null {
  try {
    const { code } = JSON.parse(payload) as { code?: unknown };
    return typeof code === 'string' ? code : null;
  } catch {
    return null;
  }
}
