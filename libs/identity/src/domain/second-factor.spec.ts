import { methodsFor } from './second-factor.js';

describe('the second step', () => {
  it.each([
    [{ totp: false, passkeys: 0, recoveryCodes: 0 }, []],
    [{ totp: false, passkeys: 0, recoveryCodes: 10 }, []],
    [{ totp: true, passkeys: 0, recoveryCodes: 0 }, ['totp']],
    [{ totp: false, passkeys: 2, recoveryCodes: 9 }, ['passkey', 'recovery-code']],
    [{ totp: true, passkeys: 1, recoveryCodes: 1 }, ['totp', 'passkey', 'recovery-code']],
  ])('of whoever holds %o is %o', (held, methods) => {
    expect(methodsFor(held)).toEqual(methods);
  });
});
