import WebSocket from 'ws';

/** How often the server is told that somebody is there stands in its opening packet; the answer is one letter. */
const PING = '2';
const PONG = '3';
const CONNECTED = '40';
const EVENT = '42';
const ACKNOWLEDGED = '43';
const REFUSED = '44';
const PATIENCE_MS = 30_000;

export interface LightSocketEvents {
  /** A message was pushed: its packet as it came, to be read only as far as needed. */
  readonly onPush: (socket: LightSocket, packet: string) => void;
}

/**
 * A socket.io client of a few lines: a bench with thousands of them must not measure its clients. It speaks the
 * WebSocket transport and the default parser, which is what browsers use.
 */
export class LightSocket {
  private readonly waiting = new Map<number, (packet: string) => void>();
  private next = 0;
  private line: WebSocket | undefined;

  constructor(
    readonly url: string,
    private readonly auth: object,
    private readonly events: LightSocketEvents,
  ) {}

  /** Resolves when the server has let it in. */
  async open(): Promise<this> {
    const url = `${this.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const line = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true });
    this.line = line;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        line.terminate();
        reject(new Error('A socket was not let in in time.'));
      }, PATIENCE_MS);
      const settle = (error?: Error): void => {
        clearTimeout(timer);
        if (error) reject(error);
        else resolve();
      };
      line.once('open', () => {
        line.send(CONNECTED + JSON.stringify(this.auth));
      });
      line.once('error', settle);
      line.on('message', (data: Buffer) => {
        this.receive(data.toString('utf8'), settle);
      });
    });
    line.on('error', () => undefined);
    return this;
  }

  /** Sends an event and answers its acknowledgement, unread. Never settles when the line breaks. */
  ask(event: string, request: object): Promise<string> {
    const number = this.next++;
    const answer = new Promise<string>((resolve) => this.waiting.set(number, resolve));
    this.line?.send(`${EVENT}${number}${JSON.stringify([event, request])}`);
    return answer;
  }

  close(): void {
    this.line?.terminate();
    this.waiting.clear();
  }

  private receive(packet: string, settle: (error?: Error) => void): void {
    if (packet === PING) this.line?.send(PONG);
    else if (packet.startsWith(EVENT)) this.events.onPush(this, packet);
    else if (packet.startsWith(ACKNOWLEDGED)) this.acknowledged(packet);
    else if (packet.startsWith(CONNECTED)) settle();
    else if (packet.startsWith(REFUSED)) settle(new Error(`A socket was refused: ${packet}`));
  }

  private acknowledged(packet: string): void {
    const number = parseInt(packet.slice(ACKNOWLEDGED.length), 10);
    const resolve = this.waiting.get(number);
    this.waiting.delete(number);
    resolve?.(packet);
  }
}
