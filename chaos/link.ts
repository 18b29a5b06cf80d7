import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A TCP line between two parties that can be disturbed. What passes is not looked at. All on loopback.
 *
 * - {@link cut}: every connection is reset.
 * - {@link blackhole}: nothing arrives on either side and nobody is told; afterwards what was held back arrives.
 * - {@link deafen}: questions arrive, answers are lost; afterwards those connections are reset.
 * - {@link delay}: everything arrives later, in its order.
 */
export class Link {
  private readonly connections = new Set<Connection>();
  private weather: Weather = { blackhole: false, deaf: false, delayMs: 0 };

  private constructor(
    readonly name: string,
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (near) => {
      const far = connect({ host: '127.0.0.1', port: this.target, noDelay: true });
      const connection = new Connection(near, far, () => this.weather);
      this.connections.add(connection);
      connection.onGone(() => this.connections.delete(connection));
    });
  }

  /** Opens a line to a port of loopback. */
  static async open(name: string, target: number): Promise<Link> {
    const server = createServer({ noDelay: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Link(name, server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  cut(): void {
    for (const connection of [...this.connections]) connection.reset();
  }

  blackhole(): void {
    this.weather = { ...this.weather, blackhole: true };
  }

  deafen(): void {
    this.weather = { ...this.weather, deaf: true };
  }

  delay(ms: number): void {
    this.weather = { ...this.weather, delayMs: ms };
  }

  /** Fair weather again. */
  heal(): void {
    this.weather = { blackhole: false, deaf: false, delayMs: 0 };
    for (const connection of [...this.connections]) connection.heal();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }
}

interface Weather {
  readonly blackhole: boolean;
  readonly deaf: boolean;
  readonly delayMs: number;
}

/** One connection of a line, both ways. */
class Connection {
  private readonly ways: readonly Way[];
  /** Answers were lost: what follows would make no sense to whoever waits for them. */
  private spoilt = false;

  constructor(
    private readonly near: Socket,
    private readonly far: Socket,
    weather: () => Weather,
  ) {
    const lost = (): boolean => {
      this.spoilt ||= weather().deaf;
      return weather().deaf;
    };
    this.ways = [new Way(near, far, weather, () => false), new Way(far, near, weather, lost)];
    for (const socket of [near, far]) {
      socket.on('error', () => {
        this.reset();
      });
    }
  }

  onGone(action: () => void): void {
    this.near.once('close', action);
  }

  heal(): void {
    if (this.spoilt) this.reset();
    else for (const way of this.ways) way.pass();
  }

  reset(): void {
    for (const socket of [this.near, this.far]) if (!socket.destroyed) socket.resetAndDestroy();
  }
}

/** One way of a connection: what came in, in order, until it may pass. Undefined stands for the end. */
class Way {
  private readonly queue: { readonly bytes: Buffer | undefined; readonly due: number }[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly weather: () => Weather,
    lost: () => boolean,
  ) {
    from.on('data', (bytes) => {
      if (!lost()) this.take(bytes);
    });
    from.on('end', () => {
      this.take(undefined);
    });
    to.on('drain', () => from.resume());
  }

  /** Sends on what is due. */
  pass(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.queue[0] && !this.weather().blackhole) {
      const wait = this.queue[0].due - performance.now();
      if (wait > 0) {
        this.timer = setTimeout(() => {
          this.pass();
        }, wait);
        return;
      }
      this.send(this.queue.shift()?.bytes);
    }
  }

  private take(bytes: Buffer | undefined): void {
    const { blackhole, delayMs } = this.weather();
    this.queue.push({ bytes, due: performance.now() + delayMs });
    if (!blackhole && this.timer === undefined) this.pass();
  }

  private send(bytes: Buffer | undefined): void {
    if (!this.to.writable) return;
    if (bytes === undefined) this.to.end();
    else if (!this.to.write(bytes)) this.from.pause();
  }
}
