import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedPush {
  /** Which browser. */
  readonly name: string;
  readonly payload: { title: string; body: string; path: string; tag: string; count: number };
  readonly headers: IncomingMessage['headers'];
}

/** A browser that subscribed: what it tells TTN, and what only it can read with. */
class Browser {
  private readonly keys = createECDH('prime256v1');
  private readonly secret = randomBytes(16);

  constructor(
    readonly name: string,
    private readonly endpoint: string,
  ) {
    this.keys.generateKeys();
  }

  subscription(label = this.name) {
    const p256dh = this.keys.getPublicKey('base64url');
    return { endpoint: this.endpoint, p256dh, auth: this.secret.toString('base64url'), label };
  }

  /** RFC 8291 over RFC 8188, written from the RFCs: one record, `aes128gcm`. */
  decrypt(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const senderKey = body.subarray(21, 21 + body.readUInt8(20));
    const sealed = body.subarray(21 + senderKey.length);
    const shared = this.keys.computeSecret(senderKey);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.keys.getPublicKey(), senderKey]);
    const secret = Buffer.from(hkdfSync('sha256', shared, this.secret, info, 32));
    const derive = (what: string, size: number): Buffer =>
      Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${what}\0`, size));
    const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
    decipher.setAuthTag(sealed.subarray(-16));
    const record = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return record.subarray(0, record.lastIndexOf(2)).toString('utf8');
  }
}

/** A push service on loopback that reads what it should only pass on, for it plays the browsers as well. */
export class PushSink {
  readonly received: ReceivedPush[] = [];
  /** Statuses of the next answers; 201 when it is empty. */
  readonly answers: number[] = [];
  /** Requests that came, whatever they were answered. */
  requests = 0;
  private readonly browsers = new Map<string, Browser>();

  private constructor(
    private readonly server: Server,
    private readonly publicKey: string,
  ) {}

  /** @param publicKey of the installation, which signs what it sends */
  static async start(publicKey: string): Promise<PushSink> {
    const sink: PushSink = new PushSink(
      createServer((request, response) => {
        void sink.take(request).then((status) => response.writeHead(status).end());
      }),
      publicKey,
    );
    sink.server.listen(0, '127.0.0.1');
    await once(sink.server, 'listening');
    return sink;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  browser(name: string): Browser {
    const browser = new Browser(name, `${this.origin}/${name}`);
    this.browsers.set(name, browser);
    return browser;
  }

  clear(): void {
    this.received.length = this.answers.length = this.requests = 0;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async take(request: IncomingMessage): Promise<number> {
    this.requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const browser = this.browsers.get(request.url?.slice(1) ?? '');
    const status = this.answers.shift() ?? 201;
    if (!browser || status !== 201) return status === 201 ? 404 : status;
    if (!this.isSigned(request.headers.authorization ?? '')) return 403;
    const payload = JSON.parse(browser.decrypt(Buffer.concat(chunks))) as ReceivedPush['payload'];
    this.received.push({ name: browser.name, payload, headers: request.headers });
    return status;
  }

  /** RFC 8292: a token for this very service, signed with the key browsers subscribed to. */
  private isSigned(authorization: string): boolean {
    const [, token = '', key] = /^vapid t=([^,]+), k=(\S+)$/.exec(authorization) ?? [];
    const [head = '', claims = '', mark = ''] = token.split('.');
    const point = Buffer.from(this.publicKey, 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((each) => each.toString('base64url'));
    const signer = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    const { aud } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { aud: string };
    const signature = Buffer.from(mark, 'base64url');
    return (
      key === this.publicKey &&
      aud === this.origin &&
      verify(
        'sha256',
        Buffer.from(`${head}.${claims}`),
        { key: signer, dsaEncoding: 'ieee-p1363' },
        signature,
      )
    );
  }
}
