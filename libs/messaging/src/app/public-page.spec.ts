import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { once } from 'node:events';
import { publicLookup, publicPage, type Resolve } from './public-page.js';

const answering =
  (...addresses: string[]): Resolve =>
  (_, answer) =>
    answer(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('a page of the open internet', () => {
  let server: Server;
  let visits = 0;

  beforeAll(async () => {
    server = createServer((socket) => {
      visits += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  const connecting = async (resolve: Resolve): Promise<string> => {
    const { port } = server.address() as AddressInfo;
    const socket = connect({ host: 'inside.example', port, lookup: publicLookup(resolve) });
    const outcome = await Promise.race([
      once(socket, 'connect').then(() => 'connected'),
      once(socket, 'error').then(([error]) => (error as Error).message),
    ]).catch((error: Error) => error.message);
    socket.destroy();
    return outcome;
  };

  it('is never sought at a private address, whatever the name says, and whatever else it says beside', async () => {
    expect(await connecting(answering('127.0.0.1'))).toContain('private address');
    expect(await connecting(answering('8.8.8.8', '127.0.0.1'))).toContain('private address');
    expect(await connecting(answering('::ffff:127.0.0.1'))).toContain('private address');
    expect(await connecting(answering())).toContain('no address');
    expect(visits).toBe(0);
  });

  it('is asked for by a name that is resolved once: there is no second answer to be misled by', async () => {
    let asked = 0;
    const rebinding: Resolve = (_, answer) => {
      asked += 1;
      answer(null, [{ address: asked === 1 ? '10.0.0.1' : '127.0.0.1', family: 4 }]);
    };
    expect(await publicPage(new URL('https://inside.example/'), rebinding)).toBeNull();
    expect(asked).toBe(1);
    expect(visits).toBe(0);
  });

  it('is none by address, on another port, without TLS, or with a name and password', async () => {
    let asked = 0;
    const counting: Resolve = (_, answer) => {
      asked += 1;
      answer(new Error('asked'), []);
    };
    for (const address of [
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://2130706433/',
      'https://0x7f.1/',
      'http://example.org/',
      'https://example.org:8443/',
      'https://me:secret@example.org/',
      'file:///etc/passwd',
    ])
      expect([address, await publicPage(new URL(address), counting)]).toEqual([address, null]);
    expect(asked).toBe(0);
  });
});
