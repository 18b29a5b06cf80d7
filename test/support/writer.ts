import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { waitFor } from './wait.js';

export interface WriterOptions {
  /** `http://…` of the api process. */
  readonly url: string;
  /** `<kind>:<owner id>` */
  readonly document: string;
  /** What is sent as the token; see {@link tokenOf}. */
  readonly token: () => string;
  readonly origin?: string;
}

export const tokenOf = (accessToken: string, organizationId?: string): string =>
  JSON.stringify({ token: accessToken, ...(organizationId && { organizationId }) });

/** Somebody with a document open: the client library the web uses, on a WebSocket of Node. */
export class Writer {
  readonly document = new Y.Doc();
  readonly provider: HocuspocusProvider;
  /** Codes of refusals and of ends, in their order. */
  readonly refusals: string[] = [];
  readonly endings: { code: number; reason: string }[] = [];
  readonly said: string[] = [];
  private readonly socket: HocuspocusProviderWebsocket;

  constructor({ url, document, token, origin }: WriterOptions) {
    this.socket = new HocuspocusProviderWebsocket({
      url: `${url.replace('http', 'ws')}/api/v1/coediting`,
      WebSocketPolyfill: socketFrom(origin),
      delay: 50,
      minDelay: 50,
      maxDelay: 250,
      jitter: false,
      onClose: ({ event }) => this.endings.push({ code: event.code, reason: event.reason }),
    });
    this.provider = new HocuspocusProvider({
      name: document,
      document: this.document,
      token,
      websocketProvider: this.socket,
      onAuthenticationFailed: ({ reason }) => this.refusals.push(reason),
      onStateless: ({ payload }) => this.said.push(payload),
    });
    this.provider.attach();
  }

  /** Connected, let in, and holding what the server has. */
  async ready(): Promise<this> {
    await waitFor('a document', async () => this.provider.isSynced, { dump: () => this.state() });
    return this;
  }

  /** Resolves when the server has acknowledged everything. */
  async saved(timeoutMs = 10_000): Promise<void> {
    await waitFor('everything to be saved', async () => this.isSaved, {
      timeoutMs,
      dump: () => this.state(),
    });
  }

  get isSaved(): boolean {
    return this.provider.isSynced && !this.provider.hasUnsyncedChanges;
  }

  get scope(): string | undefined {
    return this.provider.authorizedScope;
  }

  /** The paragraphs of a field, a line each. */
  text(field = 'summary'): string {
    return paragraphs(this.document, field).map(String).join('\n');
  }

  /** Adds to the paragraph of this number, making it if there are fewer. */
  type(text: string, paragraph = 0, field = 'summary'): void {
    const fragment = this.document.getXmlFragment(field);
    while (fragment.length <= paragraph) {
      const element = new Y.XmlElement('paragraph');
      element.insert(0, [new Y.XmlText()]);
      fragment.push([element]);
    }
    const line = paragraphs(this.document, field)[paragraph];
    line?.insert(line.length, text);
  }

  close(): void {
    this.provider.destroy();
    this.socket.destroy();
  }

  state(): object {
    return {
      synced: this.provider.isSynced,
      unsynced: this.provider.unsyncedChanges,
      status: this.socket.status,
      scope: this.scope,
      refusals: this.refusals,
      endings: this.endings,
      characters: this.text().length,
    };
  }
}

/** The texts of the top-level paragraphs of a field. */
export function paragraphs(document: Y.Doc, field: string): Y.XmlText[] {
  return document
    .getXmlFragment(field)
    .toArray()
    .flatMap((element) => (element instanceof Y.XmlElement ? element.toArray() : []))
    .filter((child) => child instanceof Y.XmlText);
}

/** A line that is given up before it stands reports that as an error, which nobody wants. */
function socketFrom(origin: string | undefined): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string) {
      super(url, origin === undefined ? {} : { headers: { origin } });
      this.on('error', () => undefined);
    }
  } as typeof WebSocket;
}
