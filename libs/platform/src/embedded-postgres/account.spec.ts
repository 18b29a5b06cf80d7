import { defaultAccount } from './account.js';

const ROOT = 'root:x:0:0:root:/root:/bin/bash';
const NOBODY = 'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin';
const POSTGRES = 'postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash';

describe('the account that serves when TTN runs as root', () => {
  it('is postgres where the machine has one, otherwise nobody', () => {
    expect(defaultAccount([ROOT, NOBODY, POSTGRES].join('\n'))).toEqual({
      name: 'postgres',
      uid: 101,
      gid: 104,
    });
    expect(defaultAccount([ROOT, NOBODY].join('\n'))).toEqual({ name: 'nobody', uid: 65534, gid: 65533 });
  });

  it('reads the negative ids of macOS as the kernel does', () => {
    expect(defaultAccount('nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false')).toMatchObject({
      uid: 4294967294,
    });
  });

  it('is never root: without another the advice is to start as an ordinary user', () => {
    expect(() => defaultAccount(ROOT)).toThrow(/as an ordinary user, or set DATABASE_URL to a PostgreSQL 18/);
    expect(() => defaultAccount('postgres:x:0:0::/:/bin/sh')).toThrow(/ordinary user/);
  });
});
