import dns from 'node:dns';
import { once } from 'node:events';
import http, { type IncomingMessage, type RequestListener, type Server } from 'node:http';
import https, { type RequestOptions } from 'node:https';
import { type AddressInfo, connect, type LookupFunction, type Socket } from 'node:net';

/**
 * The open internet of a test: names have the addresses it gives them, and every address leads to one server on
 * loopback. What asks for a page is the product itself, which picks the address by its own rules; only the last step,
 * the connection, is led aside, and TLS left out.
 */
export class PretendInternet {
  /** Names that were asked for, in order. */
  readonly asked: string[] = [];
  /** What was asked of the server. */
  readonly visits: IncomingMessage[] = [];
  /** Connections to it, whether something was asked or not. */
  connections = 0;
  private readonly real: LookupFunction = dns.lookup;
  private readonly addresses = new Map<string, readonly string[]>();

  private constructor(
    private readonly server: Server,
    private readonly spies: jest.SpyInstance[] = [],
  ) {}

  static async open(answer: RequestListener): Promise<PretendInternet> {
    const server = http.createServer((request, response) => {
      internet.visits.push(request);
      answer(request, response);
    });
    server.on('connection', () => (internet.connections += 1));
    const internet = new PretendInternet(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    internet.spies.push(
      jest.spyOn(dns, 'lookup').mockImplementation(internet.lookup as never),
      jest.spyOn(https, 'request').mockImplementation(internet.request as never),
    );
    return internet;
  }

  /** A name with its addresses. */
  name(name: string, ...addresses: string[]): void {
    this.addresses.set(name, addresses);
  }

  forget(): void {
    this.asked.length = 0;
    this.visits.length = 0;
    this.connections = 0;
  }

  async close(): Promise<void> {
    for (const spy of this.spies) spy.mockRestore();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** Names nobody gave an address here are those of the machine, as before. */
  private readonly lookup = (...given: Parameters<LookupFunction>): void => {
    const [name, , answer] = given;
    const addresses = this.addresses.get(name);
    if (!addresses) {
      this.real(...given);
      return;
    }
    this.asked.push(name);
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    setImmediate(() => {
      answer(found.length > 0 ? null : new Error(`${name} has no address.`), found);
    });
  };

  private readonly request = (address: URL, { agent: _, ...options }: RequestOptions): http.ClientRequest =>
    http.request(new URL(address.href.replace('https:', 'http:')), {
      ...options,
      defaultPort: 80,
      createConnection: () => this.connectionTo(address.hostname, options.lookup),
    });

  /** To the server, after the caller's own lookup has said where it would have gone; that is what it is told. */
  private connectionTo(host: string, lookup: LookupFunction = this.lookup): Socket {
    const { port } = this.server.address() as AddressInfo;
    let pretended = '';
    const socket = connect({
      ...{ host, port },
      lookup: (name, options, answer) => {
        lookup(name, options, (error, found, family) => {
          pretended = typeof found === 'string' ? found : (found[0]?.address ?? '');
          if (error ?? !options.all) answer(error, '127.0.0.1', family);
          else answer(null, [{ address: '127.0.0.1', family: 4 }]);
        });
      },
    });
    return Object.defineProperty(socket, 'remoteAddress', { get: () => pretended });
  }
}
