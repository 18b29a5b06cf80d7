import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** How an answer may go wrong. */
export interface Flaws {
  readonly origin?: string;
  readonly relyingParty?: string;
  /** The person did not unlock the device. */
  readonly unverified?: boolean;
  /** Another challenge than the one that was asked. */
  readonly challenge?: string;
  /** What it says of how often it was used. */
  readonly counter?: number;
}

/** An authenticator in software: makes one key (ES256, no attestation) and signs with it, as a browser hands it on. */
export class Authenticator {
  private readonly id = randomBytes(24);
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private counter = 0;

  constructor(
    private readonly origin: string,
    private readonly relyingParty = new URL(origin).hostname,
  ) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = pair.privateKey;
    this.publicKey = pair.publicKey;
  }

  /** Answers `navigator.credentials.create()`. */
  register(challenge: string, flaws: Flaws = {}): object {
    const key = this.coseKey();
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, key]);
    const authData = Buffer.concat([this.head(flaws, HAS_CREDENTIAL), credential]);
    const attestation = map([
      [text('fmt'), text('none')],
      [text('attStmt'), map([])],
      [text('authData'), bytes(authData)],
    ]);
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', challenge, flaws).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers `navigator.credentials.get()`. */
  sign(challenge: string, flaws: Flaws = {}): object {
    this.counter = flaws.counter ?? this.counter + 1;
    const clientData = this.clientData('webauthn.get', challenge, flaws);
    const authData = this.head(flaws);
    const signature = createSign('sha256')
      .update(authData)
      .update(createHash('sha256').update(clientData).digest())
      .sign(this.privateKey);
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  private answer(response: object): object {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private clientData(type: string, challenge: string, flaws: Flaws): Buffer {
    const origin = flaws.origin ?? this.origin;
    return Buffer.from(JSON.stringify({ type, challenge: flaws.challenge ?? challenge, origin }));
  }

  private head({ relyingParty, unverified }: Flaws, extra = 0): Buffer {
    const flags = USER_PRESENT | (unverified ? 0 : USER_VERIFIED) | extra;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const party = createHash('sha256')
      .update(relyingParty ?? this.relyingParty)
      .digest();
    return Buffer.concat([party, Buffer.of(flags), counter]);
  }

  /** COSE: EC2, ES256, P-256, x, y. */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    return map([
      [integer(1), integer(2)],
      [integer(3), integer(-7)],
      [integer(-1), integer(1)],
      [integer(-2), bytes(Buffer.from(x, 'base64url'))],
      [integer(-3), bytes(Buffer.from(y, 'base64url'))],
    ]);
  }
}

/** The little of CBOR (RFC 8949) that is needed: type and length in the first bytes, then the content. */
function head(type: number, length: number): Buffer {
  if (length < 24) return Buffer.of((type << 5) | length);
  if (length < 256) return Buffer.of((type << 5) | 24, length);
  return Buffer.of((type << 5) | 25, length >> 8, length & 255);
}
const integer = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer =>
  Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const map = (entries: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, entries.length), ...entries.flat()]);
