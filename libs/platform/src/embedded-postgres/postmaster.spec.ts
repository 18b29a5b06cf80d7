import { isServerOf } from './postmaster.js';

const commandLine = (...words: string[]): string => [...words, ''].join('\0');

describe('the process that a lock file names', () => {
  it('is the server of the folder when its command line says so', () => {
    expect(isServerOf(commandLine('/opt/native/bin/postgres', '-D', '/srv/a', '-p', '1'), '/srv/a')).toBe(
      true,
    );
    expect(
      isServerOf(commandLine('/usr/bin/qemu-aarch64', '/opt/bin/postgres', '-D', '/srv/a'), '/srv/a'),
    ).toBe(true);
    expect(isServerOf(commandLine('/opt/native/bin/postgres'), '/srv/a')).toBe(true); // PGDATA, by hand
  });

  it('is not when another program, another cluster or a dead process has the number now', () => {
    expect(isServerOf(commandLine('node', 'dist/apps/api/src/main.js'), '/srv/a')).toBe(false);
    expect(isServerOf(commandLine('/opt/native/bin/postgres', '-D', '/srv/b'), '/srv/a')).toBe(false);
    expect(isServerOf(commandLine('postgres: ttn: checkpointer '), '/srv/a')).toBe(false);
    expect(isServerOf('', '/srv/a')).toBe(false);
  });
});
