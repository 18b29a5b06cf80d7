import { generateSync } from 'otplib';
import { TtnConfig } from '#libs/platform/config';
import { TotpSecrets } from './totp-secrets.js';

const config = (secret: string): TtnConfig => Object.assign(new TtnConfig(), { TTN_SECRET: secret });
const secrets = new TotpSecrets(config('the secret of one installation, for tests'));
const PERSON = '01900000-0000-7000-8000-000000000001';
const now = Math.floor(Date.now() / 1000);

describe('a sealed secret', () => {
  const secret = secrets.create();
  const sealed = secrets.seal(PERSON, secret);

  it('opens for its person, and shows nothing of itself', () => {
    expect(secrets.open(PERSON, sealed)).toBe(secret);
    expect(sealed.toString('latin1')).not.toContain(secret);
    expect(secrets.seal(PERSON, secret)).not.toEqual(sealed);
  });

  it('opens neither for another person, nor with another key, nor after a change', () => {
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const elsewhere = new TotpSecrets(config('the secret of another installation, for tests'));
    expect(() => secrets.open(PERSON.replace(/1$/, '2'), sealed)).toThrow();
    expect(() => elsewhere.open(PERSON, sealed)).toThrow();
    expect(() => secrets.open(PERSON, changed)).toThrow();
  });
});

describe('a code', () => {
  const secret = secrets.create();
  const code = (offset: number): string => generateSync({ secret, epoch: now + offset });

  it('counts now, one step early and one step late, with or without a space', () => {
    for (const offset of [0, -30, 30]) expect(secrets.stepOf(secret, code(offset), 0)).not.toBeNull();
    const spaced = `${code(0).slice(0, 3)} ${code(0).slice(3)}`;
    expect(secrets.stepOf(secret, spaced, 0)).not.toBeNull();
  });

  it('does not count two steps away, used, older than a used one, or as anything but six digits', () => {
    for (const offset of [-90, 90]) expect(secrets.stepOf(secret, code(offset), 0)).toBeNull();
    const step = secrets.stepOf(secret, code(0), 0) ?? 0;
    expect(secrets.stepOf(secret, code(0), step)).toBeNull();
    expect(secrets.stepOf(secret, code(-30), step)).toBeNull();
    for (const wrong of ['', '12345', '1234567', 'abcdef', '12 34']) {
      expect(secrets.stepOf(secret, wrong, 0)).toBeNull();
    }
  });

  it('is asked for by an address that names TTN and the account', () => {
    expect(secrets.uri(secret, 'minh@example.org')).toBe(
      `otpauth://totp/TTN:minh%40example.org?secret=${secret}&issuer=TTN`,
    );
  });
});
