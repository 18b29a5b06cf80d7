import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import pg from 'pg';
import { dataSourceOptions } from './data-source-options.js';

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const WELCOME = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const FAREWELL = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection\0\0'));

/** Says in one breath that it is ready and that it ends, as PostgreSQL does when it is killed. */
describe('a connection that ends as it is handed over', () => {
  let server: Server;

  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(Buffer.concat([WELCOME, READY, FAREWELL])));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  it('fails whoever wanted it, and not the process', async () => {
    const { port } = server.address() as AddressInfo;
    const { extra } = dataSourceOptions({ url: '', poolMax: 1, applicationName: 'test' });
    const pool = new pg.Pool({ ...extra, options: undefined, host: '127.0.0.1', port, user: 'ttn' });
    pool.on('error', () => undefined);
    const client = await pool.connect();
    await expect(client.query('select 1')).rejects.toThrow();
    client.release(true);
    await pool.end();
  });
});
